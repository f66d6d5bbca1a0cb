// How loud: ten levels that people step through, and what each is for an audio element (AUD-8, AUD-9).

import { device } from "./device.js";
import { visit } from "./visit.js";

export const LEVELS = 10;
const USUAL = 6; // every visit begins here, and ends here
const USUAL_DB = 65;
const STEP_DB = 10; // at most
const LEAST_DB = { speaker: 45, headset: 20 };

/** The loudness of a level in dB on a route, null where nobody has measured it (AUD-11). */
export function decibelsOf(level, route = visit.route) {
  const way = route === "headphones" ? "headset" : "speaker";
  const most = device.loudness?.[way]?.maxDb;
  if (!most) return null;
  const usual = Math.min(USUAL_DB, most);
  const least = Math.min(LEAST_DB[way], usual);
  if (level <= USUAL) return least + ((usual - least) / (USUAL - 1)) * (level - 1);
  return usual + Math.min(STEP_DB, (most - usual) / (LEVELS - USUAL)) * (level - USUAL);
}

/** The gain of an audio element, above 0 and at most 1, at a level from 1 to 10: never silent. */
export function gainOf(level, route = visit.route) {
  const step = Math.max(1, Math.min(LEVELS, level));
  const loud = decibelsOf(step, route);
  if (loud === null) return step / LEVELS;
  const way = route === "headphones" ? "headset" : "speaker";
  return Math.min(1, 10 ** ((loud - device.loudness[way].maxDb) / 20));
}
