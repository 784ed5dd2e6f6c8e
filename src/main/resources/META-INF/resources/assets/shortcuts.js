// The list of keys, as the page for readers without scripts has it, in a dialog.
export async function load(address) {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  const [title, hint, table, form] = ["h1", "h1 + p", ".keys", "main form"].map((part) => page.querySelector(part));
  const dialog = document.createElement("dialog");
  dialog.className = "shortcuts";
  const heading = document.createElement("h2");
  heading.textContent = title.textContent;
  heading.id = "shortcuts-title";
  dialog.setAttribute("aria-labelledby", heading.id);
  const close = document.createElement("button");
  close.textContent = table.dataset.close;
  close.autofocus = true;
  close.addEventListener("click", () => dialog.close());
  dialog.append(heading, hint, table, form, close);
  document.body.append(dialog);
  return dialog;
}
