// One key presses one button of the review page. Without this file every button works as before.
"use strict";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return;
  if (event.target.closest("input, select, textarea")) return;
  if (event.key === " " && event.target.closest("a, button, summary")) return;
  const key = event.key === " " ? "n" : event.key.toLowerCase();
  const meant = [...document.querySelectorAll("[data-key]")].filter((each) => each.dataset.key === key);
  if (meant.length === 0) return;
  event.preventDefault();
  if (meant.length === 1 && meant[0].matches("a, button")) meant[0].click();
  else meant[(meant.indexOf(document.activeElement) + 1) % meant.length].focus();
});
