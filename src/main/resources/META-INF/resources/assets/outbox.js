// Keeps what a learner did until the server has it, also over a reload and a new sign-in (docs/adr/0046).
// A global, not an import: browsers keep scripts by the hash in their address, and an import has none.
const STORE = "lectern-outbox";
const told = document.getElementById("outbox");
const words = told.dataset;
const { person } = words;
const stored = () => JSON.parse(sessionStorage.getItem(STORE) ?? "[]");
// One entry for each address; what another person left in this tab is not touched.
const waiting = new Map();
let busy = false;
let leaving = false;
let pause = 1000;
let timer;

function recall() {
  waiting.clear();
  for (const entry of stored()) {
    if (entry.person === person) waiting.set(entry.url, { ...entry, late: true });
  }
}

function store() {
  const others = stored().filter((entry) => entry.person !== person);
  sessionStorage.setItem(STORE, JSON.stringify([...others, ...waiting.values()]));
}

function formOf(entry) {
  return document.querySelector(`form[action="${entry.action}"]`);
}

function placeOf(entry) {
  return formOf(entry)?.closest(".question")?.querySelector(".saved") ?? told;
}

function say(entry, what, failed = false) {
  const place = placeOf(entry);
  const text = entry.name && !formOf(entry) ? entry.name + " · " + what : what;
  if (place.textContent !== text) place.textContent = text;
  place.classList.toggle("failed", failed);
}

function sayOut(entry) {
  if (placeOf(entry).querySelector("a")) return;
  const link = document.createElement("a");
  link.href = "/sign-in?to=" + encodeURIComponent(location.pathname + location.search);
  link.textContent = words.in;
  link.addEventListener("click", leave);
  say(entry, words.out + " ", true);
  placeOf(entry).append(link);
}

function drop(entry) {
  if (waiting.get(entry.url) === entry) waiting.delete(entry.url);
  store();
}

function leave() {
  leaving = true;
  clearTimeout(timer);
}

async function request(entry) {
  const headers = {
    Accept: "text/html, application/json",
    "Lectern-Person": person,
    Prefer: "return=representation",
  };
  const ago = Math.max(0, Math.round((Date.now() - entry.at) / 1000));
  const what = entry.json
    ? { method: "PUT", body: entry.json, headers: { ...headers, "Content-Type": "application/json" } }
    : { method: "POST", body: new URLSearchParams([...entry.fields, ["ago", ago]]), headers };
  // No redirects: a gateway's sign-in page is no receipt.
  const reply = await fetch(entry.url, { ...what, redirect: "error", signal: AbortSignal.timeout(20000) });
  if (reply.status >= 500 || reply.status === 429 || reply.status === 408) throw new Error(reply.status);
  return { ok: reply.ok, status: reply.status, text: await reply.text() };
}

// Returns whether it must be tried again by itself.
async function deliver(entry) {
  if (!entry.late) say(entry, words.saving);
  let reply;
  try {
    reply = await request(entry);
  } catch {
    entry.late = true;
    say(entry, words.retry, true);
    return true;
  }
  pause = 1000;
  if (reply.status === 401) {
    entry.late = true;
    sayOut(entry);
    return false;
  }
  const newest = waiting.get(entry.url) === entry;
  drop(entry);
  if (reply.ok) {
    say(entry, words.saved);
    outbox.done(entry, reply, newest);
  } else if (!outbox.refused(entry, reply)) {
    const detail = reply.text.startsWith("{") ? JSON.parse(reply.text).detail : reply.status;
    say(entry, words.refused + ". " + detail, true);
  }
  return false;
}

async function send() {
  clearTimeout(timer);
  if (busy) return;
  busy = true;
  const tried = new Set();
  let again = false;
  let entry;
  while (!leaving && (entry = [...waiting.values()].find((one) => !tried.has(one)))) {
    tried.add(entry);
    again = (await deliver(entry).catch(reportError)) || again;
  }
  busy = false;
  if (again && !leaving) {
    timer = setTimeout(send, pause);
    pause = Math.min(pause * 2, 30000);
  }
}

const plain = (fields) => JSON.stringify(fields.filter(([name]) => name !== "statement"));

// The same again is the same statement; another answer is another one, for the first may have arrived.
function put(action, fields, { url = action, json, name } = {}) {
  const before = waiting.get(url);
  leaving = false;
  if (!before || json || plain(before.fields) !== plain(fields)) {
    const own = ([name, value]) => [name, before && name === "statement" ? crypto.randomUUID() : value];
    waiting.set(url, { person, url, action, fields: fields.map(own), json, name, at: Date.now() });
    store();
  }
  pause = 1000;
}

// Shows again what was chosen before a reload.
function fill({ action, fields }) {
  for (const field of formOf({ action })?.querySelectorAll("input:not([type=hidden]), select") ?? []) {
    const values = fields.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === "radio" || field.type === "checkbox") field.checked = values.includes(field.value);
    else field.value = values[0] ?? "";
  }
}

recall();
globalThis.outbox = {
  words, say, put, drop, send, leave, fill, formOf, plain,
  waiting: () => [...waiting.values()],
  at: (url) => waiting.get(url),
  done() {},
  refused: () => false,
};

function stay() {
  leaving = false;
  send();
}

addEventListener("online", stay);
addEventListener("focus", stay); // from another tab, perhaps signed in again
addEventListener("pageshow", (event) => {
  if (event.persisted) recall();
  stay();
});
addEventListener("beforeunload", (event) => {
  if (waiting.size && !leaving) event.preventDefault();
});
