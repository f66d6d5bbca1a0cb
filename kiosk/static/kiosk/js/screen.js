// What a screen says: an article its text, any other screen all that is visible on it.

import { elementOf } from "./items.js";
import { knownOf, promptsOf, script } from "./script.js";

// Whom to call comes first (COG-12), so there the bar is last; the closing screen says its text.
const PARTS = {
  home: ["body"],
  topic: ["body"],
  gone: ["body"],
  settings: ["body"],
  help: ["body"],
  search: ["body"],
  languages: ["body"],
  "not-translated": ["body"],
  urgent: ["#main", "#banner", ".dock", ".bar"],
  closing: ["#main"],
};

export class Screen {
  #player;
  #prompts;
  #known;
  #parts;

  constructor(data, player, prompts) {
    this.#player = player;
    this.#prompts = prompts;
    // What has its own clip; all else that is visible is the interface's.
    this.#known = knownOf(data.sentences.concat(data.titles ?? []));
    this.#parts = PARTS[data.kind]?.map((part) => document.querySelector(part));
    this.elements = data.sentences.map(elementOf);
  }

  /** Whether what it says is found anew each time it is read. */
  get whole() {
    return Boolean(this.#parts);
  }

  /** What is said of an element that was filled by a script. */
  know(element, sentence) {
    this.#known.set(element.id, [sentence]);
  }

  /** Have the player read what is visible now. What has not changed is read on where it was. */
  async gather() {
    if (!this.#parts) return;
    await this.#prompts.load(promptsOf(this.#parts));
    const player = this.#player;
    if (player.speaking) return;
    // As it looks while it is read: the key says Pause then.
    const { classList } = document.body;
    const waiting = classList.contains("waiting");
    classList.remove("waiting");
    classList.add("speaking");
    const now = script(this.#parts, this.#known, this.#prompts);
    classList.remove("speaking");
    classList.toggle("waiting", waiting);
    const same = now.length === player.sentences.length && now.every((one, index) =>
      one.element === this.elements[index] && one.url === player.sentences[index].url);
    if (same || !now.length) return;
    player.sentences = now;
    this.elements = now.map((one) => one.element);
    player.stop();
  }

  /** What is said of a visible element, as sentences; its prompts are loaded. */
  said(element) {
    return script([element], this.#known, this.#prompts);
  }

  /** The sentences of one part, for an answer. */
  async sentencesOf(part) {
    await this.#prompts.load(promptsOf([part]));
    return script([part], this.#known, this.#prompts);
  }
}
