// How fast it is read: slower first lengthens the pauses, then stretches the speech.

export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];
const LONGER = 2; // times the usual pauses
const LONGEST = 3.5;

// From the slowest to the fastest.
export const PACES = RATES.flatMap((rate) => {
  if (rate < 1) return [{ rate, pauses: LONGEST }];
  if (rate > 1) return [{ rate, pauses: 1 }];
  return [{ rate, pauses: LONGEST }, { rate, pauses: LONGER }, { rate, pauses: 1 }];
});

/** The pace that is so many steps faster than another, or the last one there is. */
export function stepped(pace, by) {
  const far = (one) => Math.abs(one.rate - pace.rate) * 10 + Math.abs(one.pauses - pace.pauses);
  const nearest = PACES.reduce((best, one, index) => (far(one) < far(PACES[best]) ? index : best), 0);
  return PACES[Math.max(0, Math.min(PACES.length - 1, nearest + by))];
}

/** The prompt that names a pace. */
export function named({ rate, pauses }) {
  if (rate !== 1 || pauses === 1) return ["rate", { rate }];
  return ["pauses", { pauses: pauses === LONGEST ? "longest" : "longer" }];
}

/** The rate for a sentence that is wanted slowly: half of the usual, as far as there is any slower. */
export function slowly(rate) {
  return Math.max(RATES[0], rate / 2);
}
