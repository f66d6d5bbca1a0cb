// How it looks: what a visitor chooses for this visit.

import { actions, answers, parts, root } from "./page.js";
import { keep } from "./visit.js";

const THEMES = ["plain", "dark", "light", "soft"];

actions.size = () => {
  const size = (Number(root.dataset.size) % 4) + 1;
  root.dataset.size = String(size);
  keep({ size });
  parts.pages?.layout();
  parts.lists?.layout();
  answers.give(["size-is", { size }]);
};
actions.theme = () => {
  const theme = THEMES[(THEMES.indexOf(root.dataset.theme) + 1) % THEMES.length];
  root.dataset.theme = theme;
  keep({ theme });
  answers.give(["theme", { theme }]);
};
