// A term of the glossary is explained where it stands; without this, its link leads to the glossary.
function explain(link, box) {
  box.tabIndex = -1;
  link.setAttribute("aria-haspopup", "dialog");
  link.setAttribute("aria-expanded", "false");
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    open(link, box);
  });
}

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
  for (const link of document.querySelectorAll("a.term")) {
    const box = document.getElementById("term-" + link.hash.slice(1));
    if (box) {
      explain(link, box);
    }
  }
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
