// The PIN is typed by touch or on a keyboard.

import { digits } from "./pad.js";

const field = document.getElementById("pin");
if (field) digits(document.querySelector("[data-pad=pin]"), field);
