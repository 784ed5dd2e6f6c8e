// Clips and pictures where they stand: another file of the same clip, and a transcript that follows it and leads into it.

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
  video.play().catch(() => {}); // a file that cannot be loaded says so in the player
}

// Makes a link of these words of the transcript; returns it, or nothing where the transcript says it otherwise.
function wrap(text, words) {
  const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
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
  for (const node of text.querySelectorAll("*")) {
    for (const child of node.childNodes) if (child.nodeType === 3) child.data = child.data.replace(/\s+/g, " ");
  }
  for (const cue of track.cues) {
    const words = cue.text.replace(/<[^>]*>/g, "").replace(/\s+/g, " ").trim();
    const whole = wrap(text, words) ?? wrap(text, words.replaceAll(" ", ""));
    // A pause in the transcript, for what is seen, may stand between two sentences of a caption.
    const parts = whole ? [whole] : words.split(/(?<=[.!?؟。！？])\s*/).map((part) => part && wrap(text, part));
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

for (const clip of document.querySelectorAll(".clip:has(video)")) {
  const video = clip.querySelector("video");
  const text = clip.querySelector(".transcript");
  const captions = [...clip.querySelectorAll("track")].find((one) => one.srclang === text.lang);
  clip.querySelector(".renditions").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    play(video, link);
    video.focus();
  });
  const start = () => {
    if (captions.track.mode === "disabled") captions.track.mode = "hidden"; // loads them, without showing them
    if (captions.track.cues?.length) follow(video, captions.track, text);
    else captions.addEventListener("load", () => follow(video, captions.track, text), { once: true });
  };
  // Nothing is loaded before the reader asks for the clip or its transcript.
  let started = !captions;
  const once = () => {
    if (!started) start();
    started = true;
  };
  const details = clip.querySelector("details");
  details.addEventListener("toggle", () => { if (details.open) once(); });
  video.addEventListener("play", once);
}

for (const link of document.querySelectorAll("a.picture")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const picture = new Image();
    Object.assign(picture, { alt: link.dataset.alt, tabIndex: -1 });
    if (link.dataset.width) Object.assign(picture, { width: link.dataset.width, height: link.dataset.height });
    picture.src = link.href;
    link.parentNode.replaceWith(picture);
    picture.focus();
  });
}
