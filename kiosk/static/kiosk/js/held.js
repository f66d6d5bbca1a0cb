// A word that is touched and held, on a page whose text has clips.

import { parts, player } from "./page.js";
import { use } from "./reading.js";
import { HeldWord } from "./word.js";

const text = document.getElementById("text");
if (text && player.sentences.length) {
  parts.held = new HeldWord(text, document.getElementById("word"), {
    ...use,
    items: () => player.sentences,
    rate: () => player.rate,
    volume: () => player.volume,
    quiet: () => use.voices().forEach((voice) => voice.pause()),
  });
  player.addEventListener("playing", () => parts.held.close());
}
