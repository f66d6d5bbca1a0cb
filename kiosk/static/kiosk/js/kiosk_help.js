// The help.

import { root } from "./page.js";
import "./core.js";
import "./help.js";

root.classList.add("ready");
