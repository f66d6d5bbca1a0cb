// The privacy curtain: covers the screen's words by choice only, ends with the visit (PRV-2).

import { actions, answers, preview, root } from "./page.js";
import { keep, visit } from "./visit.js";

const HOLD_MS = 1000;

function draw(covered) {
  keep({ curtain: covered });
  root.toggleAttribute("data-curtain", covered);
}

/** Cover the screen, or show it again; its state is said (KEY-8). */
actions.curtain = () => {
  draw(!visit.curtain);
  return visit.curtain ? answers.tell(["curtain-on"], ["curtain-how"]) : answers.give(["curtain-off"]);
};

if (!preview) {
  root.toggleAttribute("data-curtain", visit.curtain);
  const cover = document.getElementById("curtain");
  let timer = 0;
  cover.addEventListener("pointerdown", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      draw(false);
      answers.give(["curtain-off"]);
    }, HOLD_MS);
  });
  for (const type of ["pointerup", "pointercancel"]) addEventListener(type, () => clearTimeout(timer));
}
