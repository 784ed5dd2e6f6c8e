// Saves each answer as it is chosen. Without this script the buttons of the form save it.
const form = document.querySelector("form[data-save]");
const status = form.querySelector(".saved");
const words = form.dataset;
let last = Number(words.seq); // of two answers the one with the higher number stays
let unsent = null;
let sending = false;
let leaving = false;
let pause = 1000;
let timer;

function say(text, failed = false) {
  status.textContent = text;
  status.classList.toggle("failed", failed);
}

function next() {
  last = Math.max(last + 1, Date.now());
  return last;
}

// The answer as the API wants it; null while two lines have the same place.
function options() {
  const fields = [...new FormData(form)];
  const named = (prefix) => fields.filter(([name, value]) => name.startsWith(prefix) && value);
  const places = fields.filter(([name]) => name.startsWith("place-"));
  if (places.length) {
    const order = places.map(() => "");
    for (const [name, place] of named("place-")) {
      if (order[place - 1]) return null;
      order[place - 1] = name.slice(6);
    }
    return order;
  }
  const pairs = named("match-").map(([name, right]) => name.slice(6) + ":" + right);
  return pairs.length ? pairs : named("response").map(([, value]) => value);
}

// Keeps the answer until the server has it; returns whether there is something to send.
function keep() {
  const chosen = options();
  unsent = chosen && { seq: next(), options: chosen };
  say(chosen ? "" : words.clash, !chosen);
  return chosen !== null;
}

async function send() {
  clearTimeout(timer);
  if (sending || !unsent || leaving) return;
  const answer = unsent;
  sending = true;
  say(words.saving);
  try {
    const reply = await fetch(words.save, {
      method: "PUT",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(answer),
      signal: AbortSignal.timeout(20000),
    });
    if (reply.status >= 500 || reply.status === 429) throw new Error(reply.status);
    const said = await reply.json();
    pause = 1000;
    if (reply.ok) {
      last = Math.max(last, said.seq);
      if (unsent === answer) unsent = null;
      say(said.seq > answer.seq ? words.newer : words.saved, said.seq > answer.seq);
    } else {
      say(words.refused + ". " + said.detail, true);
      if (reply.status === 409 && unsent === answer) unsent = null;
    }
  } catch {
    say(words.retry, true);
    timer = setTimeout(send, pause);
    pause = Math.min(pause * 2, 30000);
  } finally {
    sending = false;
    if (unsent && unsent !== answer) send();
  }
}

form.addEventListener("change", (event) => {
  if (event.target.type !== "text" && keep()) send();
});
form.addEventListener("input", (event) => {
  if (event.target.type !== "text") return;
  keep();
  clearTimeout(timer);
  timer = setTimeout(send, 700);
});
form.addEventListener("submit", () => {
  leaving = true;
  clearTimeout(timer);
  form.elements.seq.value = next();
});
addEventListener("online", send);
addEventListener("pageshow", () => { leaving = false; });
addEventListener("beforeunload", (event) => {
  if (unsent && !leaving) event.preventDefault();
});
