// A term of the glossary is explained where it stands; without this, its link leads to the glossary.
const boxes = new Map([...document.querySelectorAll(".definition")].map((box) => [box.id, box]));

function open(link, box) {
  link.after(box);
  box.showPopover();
  const at = link.getBoundingClientRect();
  const under = at.bottom + 8 + box.offsetHeight <= innerHeight || at.top < box.offsetHeight + 8;
  box.style.top = `${scrollY + (under ? at.bottom + 8 : at.top - 8 - box.offsetHeight)}px`;
  box.style.left = `${scrollX + Math.max(8, Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - 8))}px`;
  link.setAttribute("aria-expanded", "true");
  box.focus({ preventScroll: true });
  box.addEventListener("beforetoggle", () => {
    const inside = box.contains(document.activeElement);
    link.setAttribute("aria-expanded", "false");
    if (inside) {
      link.focus({ preventScroll: true });
    }
  }, { once: true });
}

if ("popover" in HTMLElement.prototype) {
  boxes.forEach((box) => { box.tabIndex = -1; });
  document.querySelectorAll("a.term").forEach((link) => link.setAttribute("aria-haspopup", "dialog"));
  addEventListener("click", (event) => {
    const link = event.target.closest("a.term");
    const box = link && boxes.get("term-" + link.hash.slice(1));
    if (box && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
      event.preventDefault();
      open(link, box);
    }
  });
}

// A note that is not saved yet says so, and the browser asks before it is left behind.
for (const form of document.querySelectorAll("form[data-unsaved]")) {
  const text = form.querySelector("textarea");
  const state = document.createElement("span");
  state.setAttribute("role", "status");
  form.querySelector("button").after(state);
  const warn = (event) => event.preventDefault();
  text.addEventListener("input", () => {
    const changed = text.value !== text.defaultValue;
    state.textContent = changed ? form.dataset.unsaved : "";
    window[changed ? "addEventListener" : "removeEventListener"]("beforeunload", warn);
  });
  form.addEventListener("submit", () => removeEventListener("beforeunload", warn));
}

// Keyboard shortcuts: single keys, so never while somebody writes, and only where they are not turned off.
const shortcuts = document.getElementById("shortcuts");
const keys = {
  n: () => go("a[rel=next], .card.main a.button") || document.querySelector(".pager button")?.focus(),
  p: () => go("a[rel=prev]"),
  o: () => go(".crumbs a"),
  m: () => {
    const note = document.getElementById("note");
    if (note) {
      note.closest("details").open = true;
      note.focus();
    }
  },
  "/": () => document.querySelector("input[type=search]")?.focus(),
  "?": list,
};

function go(selector) {
  const link = document.querySelector(selector);
  link?.click();
  return link;
}

// Its script is only for those who ask for the list.
let loaded;
async function list() {
  try {
    loaded ??= import(shortcuts.dataset.script).then((script) => script.load(shortcuts.href));
    const dialog = await loaded;
    if (!dialog.open) dialog.showModal();
  } catch {
    loaded = undefined; // the line is down: the next press tries again
  }
}

// On keyboards of other scripts, the key that stands in the same place.
const latin = (event) => /^Key[A-Z]$/.test(event.code) && event.key > "\u007f" ? event.code[3].toLowerCase() : event.key.replace("\u061f", "?");

if (shortcuts && !("off" in shortcuts.dataset)) {
  addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input, select, textarea, [contenteditable], video, dialog");
    const act = writing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing ? undefined : keys[latin(event)];
    if (act) {
      event.preventDefault();
      act();
    }
  });
}
