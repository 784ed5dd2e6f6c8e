// Another file of the same clip in place, and a transcript that follows the clip and leads into it.

function play(video, link, time = video.currentTime) {
  const others = [...video.closest(".clip").querySelectorAll(".renditions a")];
  const chosen = link ?? others.find((one) => one.ariaCurrent) ?? others[0];
  if (video.hidden || link) {
    video.hidden = false;
    video.src = chosen.href;
    for (const one of others) one.ariaCurrent = one === chosen ? "true" : null;
  }
  const go = () => { video.currentTime = time; };
  if (video.readyState) go();
  else video.addEventListener("loadedmetadata", go, { once: true });
  video.play().catch(() => {});
}

// Makes a link of these words; returns nothing where the transcript says it otherwise.
function wrap(text, words) {
  const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    node.data = node.data.replace(/\s+/g, " ");
    const at = node.parentNode.closest("a") ? -1 : node.data.indexOf(words);
    if (at < 0) continue;
    const found = node.splitText(at);
    found.splitText(words.length);
    const link = document.createElement("a");
    link.className = "cue";
    link.href = `#${text.closest(".clip").id}`;
    found.replaceWith(link);
    link.append(found);
    return link;
  }
  return null;
}

function follow(video, track, text) {
  const links = new Map();
  for (const cue of track.cues) {
    const words = cue.text.replace(/<[^>]*>/g, "").replace(/\s+/g, " ").trim();
    // Lines of Chinese have no space between them; what is seen may stand between two sentences.
    const whole = wrap(text, words) ?? wrap(text, words.replaceAll(" ", ""));
    const parts = whole ? [whole] : words.match(/.+?[.!?؟。！？]+/g)?.map((part) => wrap(text, part.trim())) ?? [];
    links.set(cue, parts.filter(Boolean));
    for (const link of links.get(cue)) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        play(video, undefined, cue.startTime);
      });
    }
  }
  track.addEventListener("cuechange", () => {
    for (const [cue, parts] of links) {
      for (const link of parts) link.ariaCurrent = [...track.activeCues].includes(cue) ? "true" : null;
    }
  });
}

const started = new WeakSet();

// Nothing is loaded before the reader asks for the clip or its transcript.
function start(clip) {
  const video = clip.querySelector("video");
  const text = clip.querySelector(".transcript");
  const captions = [...clip.querySelectorAll("track")].find((one) => one.srclang === text.lang);
  if (!captions || started.has(clip)) return;
  started.add(clip);
  const { track } = captions;
  if (track.cues?.length) follow(video, track, text);
  else captions.addEventListener("load", () => follow(video, track, text), { once: true });
  if (track.mode === "disabled") track.mode = "hidden"; // loads them, without showing them
}

// For transcripts that were read before.
export function begin(part) {
  for (const details of part.querySelectorAll(".clip details[open]")) start(details.closest(".clip"));
}

function show(link) {
  const picture = new Image();
  Object.assign(picture, { alt: link.dataset.alt, tabIndex: -1 });
  if (link.dataset.width) Object.assign(picture, { width: link.dataset.width, height: link.dataset.height });
  picture.src = link.href;
  link.parentNode.replaceWith(picture);
  picture.focus();
}

// On the document, for what a case brings later.
document.addEventListener("toggle", ({ target }) => target.matches(".clip details[open]") && start(target.closest(".clip")), true);
document.addEventListener("play", ({ target }) => start(target.closest(".clip")), true);
document.addEventListener("click", (event) => {
  const link = event.target.closest(".clip:has(video) .renditions a, a.picture");
  if (!link) return;
  event.preventDefault();
  if (link.matches(".picture")) {
    show(link);
  } else {
    const video = link.closest(".clip").querySelector("video");
    play(video, link);
    video.focus();
  }
});
begin(document);
