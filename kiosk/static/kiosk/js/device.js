// What is known of this installed screen, beyond any visit: its loudness and keys. Its size is boot.js's.

const KEY = "device";

function load() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY));
    return found && typeof found === "object" && found.version === 1 ? found : {};
  } catch {
    return {};
  }
}

function loudness(records) {
  const found = {};
  for (const route of ["speaker", "headset"]) {
    const record = records?.[route];
    if (Number.isFinite(record?.maxDb) && record.maxDb > 0) found[route] = record;
  }
  return found;
}

// A reviewer's page is shown as on the kiosk, whatever screen the reviewer sits at.
const known = "preview" in document.documentElement.dataset ? {} : load();

/**
 * `loudness`: by "speaker" and "headset", {maxDb, on, by}; `keys`: a key profile or null; `reach`:
 * whether controls stay in the low band.
 * What is missing or malformed has its default.
 */
export const device = {
  loudness: loudness(known.loudness),
  keys: known.keys && typeof known.keys.keys === "object" ? known.keys : null,
  reach: known.reach === true,
};
