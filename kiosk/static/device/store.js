// The device profile in this browser, as the kiosk's screens read it (kiosk/js/device.js).

const KEY = "device";
const DRAFT = "device-draft";

/** The profile as it is kept; empty where there is none, or where it is malformed. */
export function profile() {
  return read(localStorage, KEY);
}

/** Keep a change of the profile beyond visits; what it does not name stays. */
export function keep(changes) {
  localStorage.setItem(KEY, JSON.stringify({ ...profile(), version: 1, ...changes }));
}

/** Back to the defaults. */
export function clear() {
  localStorage.removeItem(KEY);
}

/** What was typed and not saved yet, so that nothing is lost while the PIN is asked for again. */
export const draft = {
  get: () => read(sessionStorage, DRAFT),
  set: (values) => sessionStorage.setItem(DRAFT, JSON.stringify(values)),
  drop: () => sessionStorage.removeItem(DRAFT),
};

function read(storage, key) {
  try {
    const found = JSON.parse(storage.getItem(key));
    return found && typeof found === "object" && !Array.isArray(found) ? found : {};
  } catch {
    return {};
  }
}
