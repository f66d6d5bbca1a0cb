// How loud: ten levels that people step through, and what each is for an audio element (AUD-9).

export const LEVELS = 10;

/** The gain of an audio element, 0.1 to 1, at a level from 1 to 10: never silent. */
export function gainOf(level) {
  return Math.max(1, Math.min(LEVELS, level)) / LEVELS;
}
