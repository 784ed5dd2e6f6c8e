// Judges the pages of a running server with Lighthouse: see README.md beside this file.
import { mkdirSync, writeFileSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const server = (process.argv[2] ?? "").replace(/\/$/, "");
if (!/^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(server)) {
  console.error("usage: node src/lighthouse/judge.mjs http://localhost:<port>");
  process.exit(2);
}
const wanted = { performance: 95, accessibility: 100, "best-practices": 100 };
const course = "un-human-rights-responsibilities";

async function call(method, path, body, token) {
  const reply = await fetch(server + path, {
    method,
    headers: { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) },
    body: body && JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
  return reply.json();
}

const statement = (verb, activity, response) => ({
  id: crypto.randomUUID(), verb, activity, timestamp: new Date().toISOString(), ...(response && { result: { response } }),
});

// Something to say to a question; whether it is right does not matter here.
const anything = (question) =>
  question.type === "short-text" ? ["something"]
    : question.type === "matching" ? question.left.map((left, i) => `${left.id}:${question.right[i].id}`)
      : question.type === "ordering" ? question.options.map((option) => option.id)
        : [question.options[0].id];

// Follows a case until it ends: the shortest way.
function walk(story) {
  const ways = [[story.start, []]];
  for (const [id, steps] of ways) {
    const node = story.nodes.find((one) => one.id === id);
    if (node.ending) return steps;
    for (const choice of node.choices) ways.push([choice.to, [...steps, [id, choice.id]]]);
  }
  throw new Error("a case without an end");
}

async function complete(unit, token) {
  const content = await call("GET", `/api/v1/courses/${course}/units/${unit.id}`, undefined, token);
  if (unit.type === "page") return [statement("completed", unit.id)];
  if (unit.type === "check") {
    return content.questions.map((question) => statement("answered", `${unit.id}/${question.id}`, anything(question)));
  }
  return walk(content).map(([node, choice]) => statement("answered", `${unit.id}/${node}`, [choice]));
}

const email = `judge-${crypto.randomUUID()}@example.org`;
const password = "seven green lanterns";
await call("POST", "/api/v1/accounts", { email, password, name: "Judge", jobNetwork: "ITECNET" });
const { accessToken: token } = await call("POST", "/api/v1/tokens", { email, password });
const { modules } = await call("GET", `/api/v1/courses/${course}`, undefined, token);
const units = modules.flatMap((module) => module.units).filter((unit) => unit.type !== "assessment");
for (const unit of units) await call("POST", "/api/v1/statements", await complete(unit, token), token);
const attempt = await call("POST", `/api/v1/courses/${course}/attempts`, {}, token);

const pages = {
  course: `/courses/${course}`,
  unit: `/courses/${course}/${units[0].id}`,
  check: `/courses/${course}/${units.find((unit) => unit.type === "check").id}`,
  attempt: `/attempts/${attempt.id}?item=1`,
  verify: "/verify",
};
const chromium = await launch({
  chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
mkdirSync("target/lighthouse", { recursive: true });
let missed = false;
try {
  for (const [name, path] of Object.entries(pages)) {
    const result = await lighthouse(server + path, {
      port: chromium.port,
      output: "html",
      onlyCategories: Object.keys(wanted),
      extraHeaders: { Cookie: `__Host-lectern=${token}` },
    });
    writeFileSync(`target/lighthouse/${name}.html`, result.report);
    const scores = Object.entries(wanted).map(([category, least]) => {
      const score = Math.round(result.lhr.categories[category].score * 100);
      missed ||= score < least;
      return `${category} ${score}${score < least ? ` (wanted ${least})` : ""}`;
    });
    console.log(`${name.padEnd(8)} ${scores.join("  ")}`);
    for (const audit of Object.values(result.lhr.audits)) {
      const judged = Object.keys(wanted).some((category) =>
        result.lhr.categories[category].auditRefs.some((ref) => ref.id === audit.id && ref.weight > 0));
      if (judged && audit.score !== null && audit.score < 0.9) {
        console.log(`         ${audit.id}: ${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ""}`);
      }
    }
  }
} finally {
  await chromium.kill();
}
process.exit(missed ? 1 : 0);
