/* Moves a drawing through time. What moves, and when, is written on the drawing itself: see README.md. */
const SECONDS = { fade: 0.5, rise: 0.6, draw: 1, move: 0.9 };
/** What leaves is gone when its place in the captions begins, so that words never lie on words. */
const LEAVING = 0.3;
const DIM = 0.3;

let cues = [];
let actors = [];

/** Puts the drawing on the stage. `times` holds the start and the end of each caption, in seconds. */
function stage(drawing, times) {
  cues = times;
  document.body.innerHTML = drawing;
  actors = [...document.querySelectorAll("[data-in], [data-out], [data-dim], [data-move]")].map(actor);
}

/** Shows the moment `t`, in seconds. Two moments with the same answer look the same. */
function scene(t) {
  return actors.map(show => show(t)).join("|");
}

/** The time of a place in the captions: 3 is the start of the third, 3.5 the middle of it. */
function at(place) {
  const number = Math.floor(place);
  if (!(number >= 1 && number <= cues.length + 1)) throw new Error(`There is no caption ${place}.`);
  if (number === cues.length + 1) return cues.at(-1)[1];
  const [start, end] = cues[number - 1];
  return start + (place - number) * (end - start);
}

function actor(element) {
  const { how = "fade", take, in: enters, out: leaves, dim = "", move = "" } = element.dataset;
  const entry = enters && at(Number(enters));
  const exit = leaves && at(Number(leaves));
  const seconds = Number(take ?? SECONDS[how]);
  const dims = dim.split(" ").filter(Boolean).map(span => span.split("-").map(place => at(Number(place))));
  const stops = move.split(" ").filter(Boolean).map(stop);
  if (how === "draw") element.setAttribute("pathLength", 1);
  if (how === "draw") element.style.strokeDasharray = "1 2";

  return t => {
    const entered = enters === undefined ? 1 : progress(t, entry, seconds);
    const left = leaves === undefined ? 0 : progress(t, exit - LEAVING, LEAVING);
    const dimmed = Math.max(0, ...dims.map(([from, to]) => progress(t, from, 0.5) - progress(t, to, 0.5)));
    const shown = how === "draw" ? Number(entered > 0) : entered;
    const opacity = (shown * (1 - left) * (1 - dimmed * (1 - DIM))).toFixed(3);
    const [x, y] = position(stops, t);
    const shift = `translate(${x.toFixed(2)}px, ${(y + (how === "rise" ? 14 * (1 - entered) : 0)).toFixed(2)}px)`;
    const undrawn = how === "draw" ? (1 - entered).toFixed(3) : "";
    element.style.opacity = opacity;
    if (move || how === "rise") element.style.transform = shift;
    if (undrawn) element.style.strokeDashoffset = undrawn;
    return [opacity, opacity > 0 ? shift + undrawn : ""].join();
  };
}

/** "3:80,0" means: when caption 3 begins, move to 80,0. "3:80,0:2" takes two seconds for it. */
function stop(text) {
  const [place, target, take] = text.split(":");
  const [x, y] = target.split(",").map(Number);
  return { start: at(Number(place)), x, y, seconds: Number(take ?? SECONDS.move) };
}

function position(stops, t) {
  return stops.reduce(([x, y], to) => {
    const done = progress(t, to.start, to.seconds);
    return [x + (to.x - x) * done, y + (to.y - y) * done];
  }, [0, 0]);
}

/** From 0 to 1, slow at both ends. */
function progress(t, start, seconds) {
  const part = Math.min(1, Math.max(0, (t - start) / seconds));
  return part * part * (3 - 2 * part);
}
