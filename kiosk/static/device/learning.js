// Learning a keypad: one action after the other, each by the next key that is pressed.

import { isLetter, isModifier, shown } from "./capture.js";

export class Learning {
  #at = 0;

  /** `order`: the actions to ask for; the first `needed` of them should not be left out. */
  constructor(order, needed, letters) {
    this.order = order;
    this.needed = needed;
    this.letters = letters;
    this.keys = {};
  }

  /** The action that is asked for, undefined when all have been. */
  get action() {
    return this.order[this.#at];
  }

  get position() {
    return this.#at + 1;
  }

  /** Whether what is left may all be left out. */
  get enough() {
    return this.#at >= this.needed;
  }

  skip() {
    this.#at += 1;
  }

  /** Take a key for the action that is asked for; returns why not, "" where it is taken. */
  take(name, titles) {
    if (!name) return "This key says nothing of itself to the browser. Choose another table of codes on the keypad, or another key.";
    if (isModifier(name)) return `${shown(name)} only works together with other keys, which nobody should have to press. Choose another key.`;
    const before = this.keys[name];
    if (before) return `${shown(name)} is used already, for: ${titles[before]}. Press another key.`;
    if (isLetter(name) && !this.letters) {
      return `${name} is a letter, digit or sign. As a key it would get in the way of typing and of speech input (WCAG 2.1.4). Press another, or go back and switch "This keypad sends letters or digits" on.`;
    }
    this.keys[name] = this.action;
    this.#at += 1;
    return "";
  }

  /** The profile that was learned. */
  profile(name) {
    return { version: 1, name, keys: { ...this.keys }, ignoreRepeat: true, twiceMs: 500 };
  }
}
