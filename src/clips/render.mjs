/** Makes the clips of the course from the drawings beside this file. See README.md. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { open } from "./browser.mjs";
import { complaints, cues } from "./captions.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const MEDIA = join(HERE, "../../content/un-human-rights-responsibilities/media");
const WORKSHOP = join(HERE, "../../target/clips");
const WIDTH = 640;
const HEIGHT = 360;
const FRAMES_A_SECOND = 12;
/** How long the last picture stays after the last caption. */
const SECONDS_AFTER = 0.5;
/** For stills: everything has arrived, and nothing has begun to leave. */
const BEFORE_THE_END = 0.4;
const MOST_BYTES = 1_500_000;

const [command, ...wanted] = process.argv.slice(2);
const clips = readdirSync(HERE).filter(name => name.endsWith(".svg")).map(name => name.replace(/\.svg$/, ""))
  .filter(name => wanted.length === 0 || wanted.some(start => name.startsWith(start)));

const WAYS = { film, small, stills };
if (!(command in WAYS) || clips.length === 0) {
  console.error("Usage: node render.mjs film|small|stills [clip …]");
  process.exit(2);
}
mkdirSync(WORKSHOP, { recursive: true });
for (const clip of clips) {
  await WAYS[command](clip, read(clip));
}

function read(clip) {
  const captions = cues(readFileSync(join(MEDIA, `${clip}.en.vtt`), "utf8"));
  complaints(captions).forEach(complaint => {
    console.error(`${clip}: ${complaint}`);
    process.exitCode = 1;
  });
  return { captions, drawing: readFileSync(join(HERE, `${clip}.svg`), "utf8") };
}

async function stageFor({ captions, drawing }) {
  const page = await open(new URL("stage.html", import.meta.url).href, WIDTH, HEIGHT);
  const times = captions.map(({ start, end }) => [start, end]);
  await page.evaluate(`stage(${JSON.stringify(drawing)}, ${JSON.stringify(times)})`);
  await page.evaluate("document.fonts.ready.then(() => true)");
  return page;
}

async function film(clip, script) {
  const draft = join(WORKSHOP, `${clip}.webm`);
  const seconds = Math.ceil(script.captions.at(-1).end + SECONDS_AFTER);
  const page = await stageFor(script);
  const encoder = encoding(draft);
  let picture;
  let looks;
  for (let frame = 0; frame < seconds * FRAMES_A_SECOND; frame++) {
    const now = await page.evaluate(`scene(${frame / FRAMES_A_SECOND})`);
    if (now !== looks) picture = await page.picture();
    looks = now;
    if (!encoder.stdin.write(picture)) await once(encoder.stdin, "drain");
  }
  encoder.stdin.end();
  const [code] = await once(encoder, "exit");
  await page.close();
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}.`);
  const { size } = statSync(draft);
  if (size > MOST_BYTES) throw new Error(`${clip} is larger than ${MOST_BYTES} bytes.`);
  // Moved when it is whole: a running server looks at the media all the time.
  renameSync(draft, join(MEDIA, `${clip}.webm`));
  console.log(`${clip}: ${seconds} seconds, ${Math.round(size / 1000)} kB`);
}

function encoding(target) {
  return spawn("ffmpeg", [
    "-loglevel", "error", "-y", "-f", "image2pipe", "-framerate", `${FRAMES_A_SECOND}`, "-c:v", "png", "-i", "-",
    "-vf", "scale=out_color_matrix=bt709:out_range=tv", "-pix_fmt", "yuv420p",
    "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv",
    "-c:v", "libvpx-vp9", "-crf", "24", "-b:v", "0", "-deadline", "good", "-cpu-used", "2",
    "-g", `${FRAMES_A_SECOND * 10}`, "-threads", "1", "-an", "-map_metadata", "-1", "-fflags", "+bitexact", target,
  ], { stdio: ["pipe", "inherit", "inherit"] });
}

/** The same clip for slow lines: half as wide, half as many pictures, about a fifth of the bytes. */
async function small(clip) {
  const draft = join(WORKSHOP, `${clip}.small.webm`);
  const encoder = spawn("ffmpeg", [
    "-loglevel", "error", "-y", "-i", join(MEDIA, `${clip}.webm`), "-vf", "scale=320:-2:flags=lanczos,fps=6",
    "-c:v", "libvpx-vp9", "-crf", "36", "-b:v", "0", "-deadline", "good", "-cpu-used", "2", "-g", "60", "-threads", "1",
    "-an", "-map_metadata", "-1", "-fflags", "+bitexact", draft,
  ], { stdio: ["ignore", "inherit", "inherit"] });
  const [code] = await once(encoder, "exit");
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}.`);
  const { size } = statSync(draft);
  renameSync(draft, join(MEDIA, `${clip}.small.webm`));
  console.log(`${clip}: small, ${Math.round(size / 1000)} kB`);
}

/** One picture for each caption, shortly before it ends, to look at. */
async function stills(clip, script) {
  const page = await stageFor(script);
  for (const [index, { end }] of script.captions.entries()) {
    await page.evaluate(`scene(${end - BEFORE_THE_END})`);
    writeFileSync(join(WORKSHOP, `${clip}-${String(index + 1).padStart(2, "0")}.png`), await page.picture());
  }
  await page.close();
  console.log(`${clip}: ${script.captions.length} pictures in target/clips`);
}
