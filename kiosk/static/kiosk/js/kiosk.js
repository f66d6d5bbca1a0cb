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
import "./audio_mode.js";
import "./headphones.js";
import "./long_press.js";
import "./curtain.js";
import "./languages.js";

root.classList.add("ready");
