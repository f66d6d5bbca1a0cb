// What all parts of a page share: its data, the visit's voice, and what its keys do.

import { Answers } from "./answers.js";
import { Marker } from "./highlight.js";
import { mayBeHeard } from "./hush.js";
import { unfold } from "./items.js";
import { Player } from "./player.js";
import { Prompts } from "./prompts.js";
import { Screen } from "./screen.js";
import { visit } from "./visit.js";
import { gainOf } from "./volume.js";

export const data = JSON.parse(document.getElementById("data").textContent);
unfold(data);
export const preview = document.body.hasAttribute("data-preview");
export const root = document.documentElement;

/** What a part leaves for the others: pages, list, held word, word by word; null where there is none. */
export const parts = { pages: null, lists: null, held: null, words: null };

export const marker = new Marker();
export const player = new Player(data.sentences);
export const prompts = new Prompts(data.texts, data.words);
export const screen = new Screen(data, player, prompts);
export const answers = new Answers(prompts, document.getElementById("status"), {
  // Never over the reading: what changes there is heard in it.
  may: () => visit.spoke && !preview && mayBeHeard() && !player.speaking && !parts.held?.speaking && !answers.firm,
  mark: (element) => (element ? marker.sentence(element) : remark()),
  at: (words, ms) => marker.at(words, ms),
  pace: () => ({ rate: visit.rate, pauses: visit.pauses, volume: gainOf(visit.volume) }),
});

/** What each key does, by its `data-do`. Every part adds its own. */
export const actions = {};

/** Change every key of a name. */
export function every(name, change) {
  document.querySelectorAll(`[data-do="${name}"]`).forEach(change);
}

/** Mark again what the reading stands at. */
export function remark() {
  marker.clear();
  if (player.speaking || player.waiting || player.index > 0) {
    marker.sentence(screen.elements[player.index] ?? null);
  }
}

/** Say whether a key leads on. It keeps the focus where it does not: nobody is thrown out of the row. */
export function stand(button, leads) {
  button.disabled = false;
  if (leads) button.removeAttribute("aria-disabled");
  else button.setAttribute("aria-disabled", "true");
}
