// What is known of this installed screen, beyond any visit: its size, loudness and keys.

const KEY = "device";

function load() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY));
    return found && typeof found === "object" && found.version === 1 ? found : {};
  } catch {
    return {};
  }
}

function positive(value, otherwise) {
  return Number.isFinite(value) && value > 0 ? value : otherwise;
}

function loudness(records) {
  const found = {};
  for (const route of ["speaker", "headset"]) {
    const record = records?.[route];
    if (positive(record?.maxDb, 0)) found[route] = record;
  }
  return found;
}

const known = load();

/**
 * `pxPerMm`, `distanceMm` and `bottomMm` (null: unknown); `loudness`: by "speaker" and "headset",
 * {maxDb, on, by}; `keys`: a key profile or null; `reach`: whether controls stay in the low band.
 * What is missing or malformed has its default.
 */
export const device = {
  pxPerMm: positive(known.pxPerMm, Number(document.documentElement.dataset.scale)),
  distanceMm: positive(known.distanceMm, 570),
  bottomMm: positive(known.bottomMm, null),
  loudness: loudness(known.loudness),
  keys: known.keys && typeof known.keys.keys === "object" ? known.keys : null,
  reach: known.reach === true,
};
