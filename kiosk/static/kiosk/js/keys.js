// Keys: what each means, by a profile that is data, and which presses count.

import { device } from "./device.js";

const TWICE_MS = 500; // the same key again within this time counts once (TCH-5), where a profile says no other
const OFTEN = new Set(["up", "down", "back", "next", "move", "quieter", "louder", "slower", "faster"]);

/** Without any set-up: a keyboard and an EZ Access keypad at once, as keys/*.json have them. */
export const USUAL = {
  version: 1,
  name: "usual",
  keys: {
    ArrowUp: "up", ArrowDown: "down", Enter: "select", " ": "select", PageUp: "back", PageDown: "next", Escape: "back",
    F1: "help", F2: "help", Help: "help", F3: "quieter", F4: "louder", F6: "slower", F7: "faster",
    F8: "pause", Pause: "pause", F9: "repeat", F10: "where", Home: "where", End: "finish",
    F15: "headphones-in", F16: "headphones-out",
    F17: "help", F18: "up", F19: "down", F20: "select", F21: "back", F22: "next", F23: "quieter", F24: "louder",
  },
  ignoreRepeat: true,
  twiceMs: TWICE_MS,
};

/** The profile of this screen. */
export const profile = device.keys ?? USUAL;

/** Whether a profile has no more than two switches: one that moves on, and one that chooses. */
export const twoSwitches = Object.values(profile.keys).includes("move") && !Object.values(profile.keys).includes("down");

/** What a key means, undefined where it means nothing. A key that is pressed with another is the browser's. */
export function meant(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  return profile.keys[`code:${event.code}`] ?? profile.keys[event.key];
}

/** Whether the browser itself does something with a key: a sighted visitor may use it without speech. */
export function isPlain(event) {
  return /^( |Enter|Escape|Home|End|Page\w+|Arrow\w+)$/.test(event.key);
}

/** Whether a key belongs to the text field that has the focus. */
export function typed(event) {
  const field = document.activeElement;
  if (!field?.matches("input:not([type=button], [type=checkbox], [type=radio], [type=range]), textarea")) return false;
  return event.key.length === 1 || ["Enter", "Backspace", "Delete", "Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key);
}

/** Which presses count (KEY-3, TCH-5). */
export class Presses {
  #last = { action: "", at: -Infinity };

  /** Whether this press of a key that means `action` counts. */
  count(event, action) {
    if (event.repeat && profile.ignoreRepeat !== false) return false;
    const limit = OFTEN.has(action) ? profile.oftenMs ?? 0 : profile.twiceMs ?? TWICE_MS;
    const again = this.#last.action === action && event.timeStamp - this.#last.at < limit;
    this.#last = { action, at: event.timeStamp };
    return !again;
  }
}
