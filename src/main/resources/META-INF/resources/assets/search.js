// Results while typing: a combobox with a list box. Without this script the form leads to the page of results.
const field = document.getElementById("quick");
const box = document.getElementById("quick-results");
const count = document.getElementById("quick-count");
let timer;
let asked = "";
let chosen = -1;

const options = () => [...box.querySelectorAll("[role=option]")];

function show(open) {
  box.hidden = !open;
  field.setAttribute("aria-expanded", open);
  if (!open) choose(-1);
}

function choose(index) {
  chosen = index;
  options().forEach((option, place) => option.setAttribute("aria-selected", place === index));
  const option = options()[index];
  if (option) {
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else {
    field.removeAttribute("aria-activedescendant");
  }
}

function clear() {
  box.replaceChildren();
  count.textContent = "";
  show(false);
}

async function ask() {
  const query = field.value.trim();
  if (query === asked) {
    if (options().length) show(true);
    return;
  }
  asked = query;
  if (query.length < 2 && !/\p{Script=Han}/u.test(query)) {
    clear();
    return;
  }
  try {
    const answer = await fetch("/search/options?q=" + encodeURIComponent(query), { redirect: "error" });
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (asked !== query) return;
    box.replaceChildren(...page.querySelectorAll("[role=option]"));
    count.textContent = page.querySelector("p").textContent;
    choose(-1);
    show(options().length > 0 && document.activeElement === field);
  } catch {
    // What was found for other words is not what these find; the same words may be asked again.
    if (asked !== query) return;
    asked = "";
    clear();
  }
}

field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(ask, 250);
});

field.addEventListener("keydown", (event) => {
  const last = options().length - 1;
  if (event.isComposing || event.ctrlKey || event.metaKey) return;
  if ((event.key === "ArrowDown" || event.key === "ArrowUp") && last >= 0) {
    event.preventDefault();
    if (box.hidden) show(true);
    const step = event.key === "ArrowDown" ? 1 : -1;
    // Beyond either end is the field itself.
    choose(chosen + step > last ? -1 : chosen + step < -1 ? last : chosen + step);
  } else if (event.key === "Enter" && chosen >= 0) {
    event.preventDefault();
    location.assign(options()[chosen].dataset.to);
  } else if (event.key === "Escape") {
    event.preventDefault();
    if (box.hidden) field.value = "";
    show(false);
  } else if (event.key === "Tab") {
    show(false);
  }
});

field.addEventListener("blur", () => show(false));
box.addEventListener("mousedown", (event) => event.preventDefault());
box.addEventListener("click", (event) => {
  const option = event.target.closest("[role=option]");
  if (option) location.assign(option.dataset.to);
});

field.setAttribute("role", "combobox");
field.setAttribute("aria-autocomplete", "list");
field.setAttribute("aria-controls", box.id);
show(false);
if (field.value) ask();
