// What every screen does: each part adds its own to what is on the page.

import "./reading.js";
import "./turning.js";
import "./looks.js";
import "./more.js";
import "./touching.js";
import "./leaving.js";
import "./audio_mode.js";
import "./headphones.js";
import "./long_press.js";
import "./curtain.js";
import "./languages.js";
