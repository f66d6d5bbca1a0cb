// Word by word, with keys or touch: each word of a sentence alone, slowly, with its meaning (KEY-1).

import { actions, answers, parts, player, screen } from "./page.js";
import { elementOf, startOf } from "./items.js";
import { hints, keyed } from "./hints.js";
import { visit } from "./visit.js";

const ON = new Set(["down", "next", "move"]);
const BACK = new Set(["up", "back"]);

let item = null; // the sentence whose words are said
let at = -1;

function show(index) {
  const element = elementOf(item);
  at = Math.max(0, Math.min(index, item.words.length - 1));
  at = parts.held.show(element, item, at);
}

/** The sentence that the voice stands at; the next one where only an announcement is there. */
function sentence() {
  return player.sentences.slice(player.index).find((one) => one.id && one.words?.length) ?? null;
}

const words = {
  /** Whether a key is dealt with here: it says the next word or the one before, or goes back to the text. */
  deals(action) {
    if (!item) return false;
    if (ON.has(action) && at + 1 < item.words.length) show(at + 1);
    else if (BACK.has(action) && at > 0) show(parts.held.first - 1);
    else if (action === "repeat") show(at);
    else {
      const own = ON.has(action) || BACK.has(action) || action === "select";
      words.end();
      if (own) {
        const element = elementOf(player.sentences[player.index] ?? {});
        const known = element && screen.said(element);
        if (known?.length) answers.say(known);
      }
      return own;
    }
    return true;
  },

  end() {
    item = null;
    at = -1;
  },
};
parts.words = words;

actions.words = async () => {
  const found = sentence();
  if (!found || !parts.held) return;
  player.pause();
  if (item === found && parts.held.open) {
    // Touched again: the next word.
    if (at + 1 < item.words.length) show(at + 1);
    else words.end();
    return;
  }
  item = found;
  player.stand(startOf(player.sentences, player.sentences.indexOf(found)));
  if (visit.audio) await answers.say(hints(keyed("am-words")), false, () => item && show(0));
  else show(0);
};

addEventListener("pointerdown", (event) => {
  if (!event.target.closest('[data-do="words"]')) words.end();
}, { capture: true });
