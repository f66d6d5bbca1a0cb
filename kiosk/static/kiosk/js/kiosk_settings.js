// The settings.

import { root } from "./page.js";
import "./core.js";
import "./settings.js";

root.classList.add("ready");
