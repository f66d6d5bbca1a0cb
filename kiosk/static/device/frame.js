// What every page for staff begins with: millimetres as this screen has them.

import { profile } from "./store.js";

const root = document.documentElement;
root.classList.add("js");
const scale = profile().pxPerMm;
root.style.setProperty("--mm", `${scale > 0 ? scale : root.dataset.scale}px`);
