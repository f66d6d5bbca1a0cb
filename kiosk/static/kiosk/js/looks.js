// How it looks: what a visitor chooses for this visit, applied at once, with the place kept.

import { actions, answers, parts, root } from "./page.js";
import { DEFAULTS, keep, visit } from "./visit.js";

const THEMES = ["plain", "dark", "light", "soft"];
const STEPPED = { size: 4, line: 3, letters: 3 };
const SWITCHED = ["reach", "curtain"];

/** How many steps a setting has: the size and the spaces. */
export function stepsOf(setting) {
  return STEPPED[setting];
}

/** Change how it looks, by the names that the visit has. What is read stays on the screen. */
export function look(changes) {
  keep(changes);
  for (const [setting, value] of Object.entries(changes)) {
    if (SWITCHED.includes(setting)) root.toggleAttribute(`data-${setting}`, value);
    else root.dataset[setting] = String(value);
  }
  parts.pages?.layout();
  parts.lists?.layout();
}

/** A setting so many steps on, as far as there are any. */
export function step(setting, by) {
  look({ [setting]: Math.max(1, Math.min(STEPPED[setting], visit[setting] + by)) });
}

/** The next colours, or those before; behind the last come the first. */
export function turnTheme(by) {
  const at = THEMES.indexOf(visit.theme) + by;
  look({ theme: THEMES[(at + THEMES.length) % THEMES.length] });
}

/** Look as at the start of a visit. */
export function plain() {
  look(Object.fromEntries(["theme", ...Object.keys(STEPPED), ...SWITCHED]
    .map((setting) => [setting, DEFAULTS[setting]])));
}

const size = () => answers.give(["size-is", { size: visit.size }]);

actions.size = () => {
  look({ size: (visit.size % STEPPED.size) + 1 });
  size();
};
actions["size-less"] = () => {
  step("size", -1);
  size();
};
actions["size-more"] = () => {
  step("size", 1);
  size();
};
