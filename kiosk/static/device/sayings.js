// What the figures of a calibration mean, in words for who installs.

const CAP_OF_DISTANCE = 0.01222; // 0.7 degrees (EN 301 549, 5.1.4)
const EASY = [800, 1100]; // mm above the floor (EN 301 549, 8.3)
const AT_ALL = [380, 1220];

export function card(scale, { least, most }) {
  const size = `${scale.toFixed(3)} pixels a millimetre.`;
  if (scale >= least && scale <= most) return size;
  return `${size} No screen is like that: between ${least} and ${most} is plausible. Is it a whole bank card?`;
}

export function distance(mm) {
  if (!(mm > 0)) return "";
  return `At ${mm} mm, capitals must be ${(mm * CAP_OF_DISTANCE).toFixed(1)} mm high to be read by all (0.7 degrees). The largest text has 8.8 mm.`;
}

/** Which part of the picture, `high` mm of it, lies within reach. */
export function height(bottom, high) {
  if (bottom === null || !Number.isFinite(bottom)) return "Left empty, nothing is said about reach.";
  const top = Math.round(bottom + high);
  return `The picture goes from ${bottom} to ${top} mm. ${part(bottom, top, EASY)} lies from 800 to 1100 mm, in easy reach; ${part(bottom, top, AT_ALL)} from 380 to 1220 mm, where keys may be at all.`;
}

export function reach(bottom, high) {
  if (!Number.isFinite(bottom) || bottom === null) return "The height of the screen was not entered, so keys stay at its lower edge.";
  if (bottom >= EASY[0] && bottom <= EASY[1] - 150) return "Keys are at the lower edge, which is within easy reach here.";
  return bottom + high < EASY[0] || bottom > EASY[1]
    ? "No part of this screen is in easy reach: hang it lower or higher if you can."
    : "The lower edge is not in easy reach here: Always is the better choice.";
}

export function loudness(typed, before) {
  if (typed === "") return "Left empty, nothing is claimed about loudness in decibels.";
  const last = before ? ` Measured last: ${before.maxDb} dB on ${before.on}, by ${before.by}.` : "";
  return `Every visit begins at 65 dB or less.${Number(typed) < 65 ? " This is below the 65 dB that the loudspeaker must reach." : ""}${last}`;
}

/** A profile as rows of what and value. */
export function summary(now) {
  const db = (one) => (one ? `${one.maxDb} dB at its loudest, ${one.on}, ${one.by}` : "not measured");
  return [
    ["Screen", now.name ?? ""],
    ["Calibrated by", now.calibratedBy ?? ""],
    ["Pixels a millimetre", Number(now.pxPerMm).toFixed(3)],
    ["Viewing distance", `${now.distanceMm} mm: capitals of ${(now.distanceMm * CAP_OF_DISTANCE).toFixed(1)} mm`],
    ["Lower edge above the floor", now.bottomMm === null || now.bottomMm === undefined ? "not entered" : `${now.bottomMm} mm`],
    ["Loudspeaker", db(now.loudness?.speaker)],
    ["Headset", db(now.loudness?.headset)],
    ["Keys within reach", now.reach ? "always" : "when a visitor asks"],
  ];
}

function part(bottom, top, [low, high]) {
  const inside = Math.max(0, Math.min(top, high) - Math.max(bottom, low));
  return `${Math.round((100 * inside) / (top - bottom))} %`;
}

