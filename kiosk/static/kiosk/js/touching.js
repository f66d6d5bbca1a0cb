// Touch: what a key does, once for each time that it is meant.

import { actions, answers } from "./page.js";

const TWICE_MS = 500;
// Letters are meant twice ("ll", "cc"): people who type one twice take about a third of a second, and a
// tremor of 4 to 12 Hz comes back within a quarter.
const TYPED_MS = 250;
const TYPED = new Set(["type", "space", "delete-one"]);
// What people press several times in a row, and mean it.
const OFTEN = new Set(["slower", "faster", "quieter", "louder", "next", "previous", "page-on", "page-back", "list-on", "list-back", "words"]);

let pressed = { what: "", at: -Infinity };

document.addEventListener("click", (event) => {
  const key = event.target.closest("[data-do]");
  if (!key) {
    answers.stop();
    return;
  }
  const act = actions[key.dataset.do];
  if (!act) return;
  if (key.tagName === "A") event.preventDefault();
  const what = [key.dataset.do, key.dataset.key].join(" ");
  const within = TYPED.has(key.dataset.do) ? TYPED_MS : TWICE_MS;
  const again = pressed.what === what && event.timeStamp - pressed.at < within;
  pressed = { what, at: event.timeStamp };
  // A second touch of a trembling hand does not undo the first (TCH-5).
  if (again && !OFTEN.has(key.dataset.do)) return;
  if (key.getAttribute("aria-disabled") !== "true") act(key);
});
// A key that is held presses once (KEY-3).
addEventListener("keydown", (event) => {
  if (event.repeat && (event.key === "Enter" || event.key === " ")) event.preventDefault();
}, { capture: true });
document.addEventListener("contextmenu", (event) => event.preventDefault());
document.addEventListener("dragstart", (event) => event.preventDefault());
