// A page of text that is read, whose words can be held, or said one by one.

import { root } from "./page.js";
// First: a key that shows a word would else close it at once.
import "./held.js";
import "./core.js";
import "./words.js";

root.classList.add("ready");
