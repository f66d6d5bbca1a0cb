// One page of the kiosk: every part adds what it does to what is on the page.

import { root } from "./page.js";
import "./reading.js";
import "./turning.js";
import "./looks.js";
import "./more.js";
import "./touching.js";
import "./leaving.js";
import "./settings.js";
import "./help.js";

root.classList.add("ready");
