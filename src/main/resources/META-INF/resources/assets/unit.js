// A clip that was watched to its end counts as done, as opening its transcript does.
for (const video of document.querySelectorAll("video[data-watched]")) {
  video.addEventListener("ended", () => {
    fetch(video.dataset.watched, { method: "POST", redirect: "manual", keepalive: true });
  }, { once: true });
}
// After an answer or a choice, the reader goes on where the answer is.
if (location.hash) {
  const place = document.querySelector(location.hash + " [role=status]");
  if (place) {
    place.tabIndex = -1;
    place.focus();
  }
}
