// A switch of language or colours keeps the reader where they were on the page.
const KEY = "lectern-place";
const depth = () => document.documentElement.scrollHeight - innerHeight;
const kept = sessionStorage.getItem(KEY)?.split(" ");
sessionStorage.removeItem(KEY);
if (kept && kept[0] === location.pathname) scrollTo({ top: Number(kept[1]) * depth(), behavior: "instant" });

const menus = document.querySelectorAll(".menu");
for (const menu of menus) {
  menu.addEventListener("submit", () => {
    if (scrollY) sessionStorage.setItem(KEY, location.pathname + " " + scrollY / depth());
  });
}
// An open menu closes when the reader goes on elsewhere.
const close = (but) => menus.forEach((menu) => { if (menu !== but) menu.open = false; });
addEventListener("click", (event) => close(event.target.closest(".menu")));
addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && document.querySelector(".menu[open]");
  if (open) {
    open.firstElementChild.focus();
    close();
  }
});
// A link of an error summary leads into the first field of what it names, when that is no field itself.
addEventListener("click", (event) => {
  const link = event.target.closest(".errors a");
  const named = link && document.getElementById(link.hash.slice(1));
  if (named && named.tabIndex < 0) {
    const field = named.querySelector("input:not([type=hidden]), select, textarea, button");
    if (field) {
      event.preventDefault();
      field.focus();
    }
  }
});
// Results while typing are loaded when somebody first comes to the field.
const field = document.getElementById("quick");
const load = () => import(field.dataset.script);
if (field && field === document.activeElement) load();
else field?.addEventListener("focus", load, { once: true });
