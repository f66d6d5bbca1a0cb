// What is remembered for the length of one visit, in this tab alone, and forgotten with it (TIM-7).

import { device } from "./device.js";

const KEY = "visit";
export const DEFAULTS = Object.freeze({
  size: Number(document.documentElement.dataset.usual ?? 3), // boot.js
  theme: "plain",
  line: 1, // 1 to 3: how far lines stand apart
  letters: 1, // 1 to 3: how far letters do
  reach: device.reach, // whether all that is operated stands in the band that everybody reaches
  rate: 1,
  pauses: 1, // times the usual ones
  single: false, // one sentence at a time
  volume: 6, // a level from 1 to 10
  spoke: false, // whether this visit has used speech
  audio: false, // whether audio mode is on
  route: "speaker", // or "headphones"
  hushed: false, // whether headphones were pulled out, and nobody has chosen the loudspeaker since
  told: "", // which kinds of screens have been explained to the ear
  curtain: false, // whether the screen is covered, by choice
  article: "", // the article it was last in
  advice: false, // whether the advice is owed on the next screen
  place: null, // where settings and help lead back to: {url, index, ...} (place.js)
  search: null, // what was typed into the search, and where in its results: {text, page, showing}
});

function load() {
  try {
    return { ...DEFAULTS, ...JSON.parse(sessionStorage.getItem(KEY)) };
  } catch {
    return { ...DEFAULTS };
  }
}

export const visit = load();
visit.id ??= crypto.getRandomValues(new Uint32Array(2)).join("-");

let over = false;

/** Keep changes of the visit. The window is told: "kept". */
export function keep(changes) {
  // The page of a visit that has ended may stay a moment longer: it keeps nothing any more.
  if (over) return;
  Object.assign(visit, changes);
  sessionStorage.setItem(KEY, JSON.stringify(visit));
  dispatchEvent(new Event("kept"));
}

/** Keep where a page is left, and nothing else that this page remembers: it may be an old copy. */
export function leaveAt(place) {
  const now = load();
  if (over || now.id !== visit.id) return;
  sessionStorage.setItem(KEY, JSON.stringify({ ...now, place }));
}

/** Whether anybody has touched anything that the next visitor should not find. */
export function used() {
  return Object.keys(DEFAULTS).some((key) => visit[key] !== DEFAULTS[key]);
}

/** The start screen in the kiosk's own language, which every visit begins with. */
export const START = "/";

/** End the visit: everything of it is forgotten, its language too, and the start screen is shown. */
export function end() {
  over = true;
  sessionStorage.clear();
  // What the screen itself is goes on being known; nothing of anybody does.
  Object.keys(localStorage).forEach((key) => key === "device" || localStorage.removeItem(key));
  location.replace(START);
}

// The browser's way back leads into no earlier visit (OPS-10): each entry of the history carries
// the visit it belongs to.
function belongsHere() {
  const stamp = history.state?.visit;
  if (stamp && stamp !== visit.id && location.pathname !== START) {
    location.replace(START);
    return false;
  }
  history.replaceState({ ...history.state, visit: visit.id }, "");
  return true;
}

export function open() {
  keep({});
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    // Shown again from memory: what was kept meanwhile counts, not what this copy remembers.
    const now = load();
    if (now.id !== visit.id) location.replace(START);
    else location.reload();
  });
  return belongsHere();
}
