// Results while typing are loaded when somebody first comes to the field.
const field = document.getElementById("quick");
const load = () => import(field.dataset.script);
if (field === document.activeElement) load();
else field?.addEventListener("focus", load, { once: true });
