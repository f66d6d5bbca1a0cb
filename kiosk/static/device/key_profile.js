// What a key profile may be; the same as kiosk/devices/keypads.py says.

import { isLetter, shown } from "./capture.js";

const MOST_KEYS = 60;

/** What is wrong with a profile that was loaded, "" where nothing is. `actions`: all that a key can mean. */
export function problem(profile, actions, lettersAllowed) {
  if (!profile || typeof profile !== "object" || profile.version !== 1) return "It is no key profile of version 1. Choose a file that was saved on this page.";
  const keys = profile.keys;
  if (!keys || typeof keys !== "object" || Array.isArray(keys)) return 'It has no "keys". Choose another file.';
  const named = Object.entries(keys);
  if (!named.length || named.length > MOST_KEYS) return `It has ${named.length} keys; 1 to ${MOST_KEYS} can be used.`;
  for (const [key, action] of named) {
    if (!Object.hasOwn(actions, action)) return `The key ${shown(key)} means "${action}", which the kiosk does not know. Correct it in the file.`;
    if (isLetter(key) && !lettersAllowed) return `The key ${key} is a letter, digit or sign. Switch "This keypad sends letters or digits" on first, if it must be.`;
  }
  const does = new Set(Object.values(keys));
  if (!does.has("select") || !(does.has("down") || does.has("move"))) return 'No key means "select", or none moves on: nothing could be reached with it.';
  return "";
}

/** The profile alone, without anything else that the file held. */
export function clean({ name, keys, ignoreRepeat, twiceMs }) {
  return {
    version: 1,
    name: typeof name === "string" && name ? name.slice(0, 60) : "loaded",
    keys: { ...keys },
    ignoreRepeat: ignoreRepeat !== false,
    twiceMs: Number.isFinite(twiceMs) && twiceMs >= 0 && twiceMs <= 2000 ? twiceMs : 500,
  };
}
