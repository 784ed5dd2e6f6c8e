/** A Chromium without a window, spoken to through a pipe. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ARGUMENTS = [
  "--headless", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-lcd-text",
  "--font-render-hinting=none", "--force-color-profile=srgb",
];

/** Opens a page. Answers `evaluate(expression)`, `picture()` (a PNG) and `close()`. */
export async function open(address, width, height) {
  const profile = mkdtempSync(join(tmpdir(), "clips-"));
  const browser = spawn(process.env.CHROMIUM ?? "chromium", [...ARGUMENTS, `--user-data-dir=${profile}`], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const gone = new Promise(resolve => browser.once("exit", resolve));
  const send = pipe(browser.stdio[3], browser.stdio[4], gone);

  const { targetId } = await send("Target.createTarget", { url: address });
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  const ask = (method, parameters) => send(method, parameters, sessionId);
  await ask("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });

  const evaluate = async expression => {
    const { result, exceptionDetails } = await ask("Runtime.evaluate", {
      expression, awaitPromise: true, returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  const picture = async () => Buffer.from((await ask("Page.captureScreenshot", { format: "png" })).data, "base64");
  const close = async () => {
    await send("Browser.close");
    await gone;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  await loaded(evaluate);
  return { evaluate, picture, close };
}

async function loaded(evaluate) {
  for (let tries = 0; tries < 100; tries++) {
    if (await evaluate("typeof stage === 'function' && document.readyState === 'complete'")) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error("The stage did not load.");
}

/** Messages are JSON, each closed by a zero byte. */
function pipe(input, output, gone) {
  const waiting = new Map();
  let last = 0;
  let rest = "";
  output.setEncoding("utf8");
  output.on("data", text => {
    const messages = (rest + text).split("\0");
    rest = messages.pop();
    for (const message of messages.map(JSON.parse)) {
      const { resolve, reject } = waiting.get(message.id) ?? {};
      waiting.delete(message.id);
      if (message.error) reject?.(new Error(message.error.message));
      else resolve?.(message.result);
    }
  });
  gone.then(() => waiting.forEach(({ reject }) => reject(new Error("Chromium has ended."))));
  return (method, params = {}, sessionId) => new Promise((resolve, reject) => {
    waiting.set(++last, { resolve, reject });
    input.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
  });
}
