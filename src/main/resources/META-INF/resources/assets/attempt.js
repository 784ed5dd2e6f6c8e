// Saves each answer as it is chosen. Without this script the buttons of the form save it.
const { outbox } = globalThis;
const form = document.querySelector("form[data-save]");
const words = form.dataset;
let last = Number(words.seq); // of two answers the one with the higher number stays
let timer;

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

const here = { action: form.getAttribute("action") };

// Keeps the answer until the server has it.
function keep() {
  const chosen = options();
  if (chosen) {
    const seq = next();
    const json = JSON.stringify({ seq, options: chosen });
    outbox.put(here.action, [...new FormData(form)], { url: words.save, json, name: document.querySelector("h1").textContent });
    outbox.say(here, "");
  } else {
    const before = outbox.at(words.save);
    if (before) outbox.drop(before);
    outbox.say(here, words.clash, true);
  }
}

outbox.done = (entry, reply) => {
  const said = entry.url === words.save && JSON.parse(reply.text);
  if (!said) return;
  last = Math.max(last, said.seq);
  if (said.seq > JSON.parse(entry.json).seq) outbox.say(entry, words.newer, true);
};

form.addEventListener("change", (event) => {
  if (event.target.type === "text") return;
  keep();
  outbox.send();
});
form.addEventListener("input", (event) => {
  if (event.target.type !== "text") return;
  keep();
  clearTimeout(timer);
  timer = setTimeout(outbox.send, 700);
});
form.addEventListener("submit", () => {
  clearTimeout(timer);
  outbox.leave();
  form.elements.seq.value = next();
});

// What was chosen before a reload and is not saved yet; what is older than the saved answer, this form saved itself.
const kept = outbox.at(words.save);
if (kept && JSON.parse(kept.json).seq > last) outbox.fill(kept);
else if (kept) outbox.drop(kept);
