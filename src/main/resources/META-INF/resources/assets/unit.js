// Answers, choices and "done" without leaving the page, and without losing them when the server cannot be reached.
const { outbox } = globalThis;
const PATIENCE = 10000; // milliseconds; who waited longer for "done" may be reading again, and goes on when they want to

// The focus goes over to the new place.
function take(page, ...places) {
  for (const place of places) {
    const old = document.querySelector(place);
    const fresh = page.querySelector(place);
    if (!old || !fresh) continue;
    const steps = (part) => [...part.querySelectorAll("a, button")];
    const at = steps(old).indexOf(document.activeElement);
    old.replaceWith(document.adoptNode(fresh));
    steps(fresh)[at]?.focus();
    // Those of clips and pictures are not run by themselves here.
    for (const { src } of fresh.querySelectorAll("script")) import(src).then((media) => media.begin(fresh));
  }
}

// Returns whether it is shown.
function show(page, form, entry) {
  const question = form?.closest(".question");
  if (question && outbox.plain([...new FormData(form)]) !== outbox.plain(entry.fields)) {
    // It is not about what was chosen since then.
    outbox.say(entry, "");
    take(page, `#${CSS.escape(question.id)} [name=statement]`);
    return false;
  }
  document.querySelector(".errors")?.remove();
  document.title = page.title;
  take(page, ".where", "article > .meta", ".pager");
  if (!form) return true;
  const here = form.contains(document.activeElement) || document.activeElement === document.body;
  if (question) {
    question.className = page.getElementById(question.id).className;
    take(page, `#${CSS.escape(question.id)} form`);
  } else {
    take(page, "#node");
    history.replaceState(null, "", location.pathname);
  }
  if (here) (question?.querySelector(".verdict") ?? document.querySelector("#node-title"))?.focus();
  return true;
}

const parse = (reply) => new DOMParser().parseFromString(reply.text, "text/html");

outbox.done = async (entry, reply, newest) => {
  const form = outbox.formOf(entry);
  if (reply.status === 200) {
    // What was kept on another page is sent from this one, and changes nothing here.
    if (newest && entry.action.startsWith(location.pathname + "/")) show(parse(reply), form, entry);
  } else if (form?.dataset.next && Date.now() - entry.at < PATIENCE) {
    outbox.leave();
    location.assign(form.dataset.next);
  } else if (form?.dataset.next) {
    const page = await fetch(location.pathname);
    show(parse({ text: await page.text() }));
  }
};

outbox.refused = (entry, reply) => {
  const form = outbox.formOf(entry);
  const page = parse(reply);
  const errors = page.querySelector(".errors");
  if (reply.status !== 422 || !form || !errors) return false;
  outbox.say(entry, "");
  if (show(page, form, entry)) {
    document.querySelector("article").before(errors);
    errors.focus();
  }
  return true;
};

function keep(action, fields) {
  outbox.put(action, fields);
  outbox.send();
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!("keep" in form.dataset)) return;
  event.preventDefault();
  keep(form.getAttribute("action"), [...new FormData(form, event.submitter)]);
});

// Opening the transcript of a clip counts as much as watching it to its end.
document.addEventListener("toggle", ({ target }) => {
  const form = target.matches(".clip details[open]") && target.querySelector("form");
  if (!form) return;
  form.remove();
  keep(form.getAttribute("action"), [...new FormData(form)]);
}, true);
document.addEventListener("ended", ({ target }) => {
  const { watched } = target.dataset;
  if (!watched) return;
  delete target.dataset.watched;
  keep(watched, [["statement", crypto.randomUUID()]]);
}, true);

// After an answer that was sent without this script.
if (location.hash) {
  document.querySelector(location.hash + " .verdict, " + location.hash + "-title")?.focus();
}
outbox.waiting().forEach(outbox.fill);
