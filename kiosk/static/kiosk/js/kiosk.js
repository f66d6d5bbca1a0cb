// A screen of the kiosk.

import { root } from "./page.js";
import "./core.js";

root.classList.add("ready");
