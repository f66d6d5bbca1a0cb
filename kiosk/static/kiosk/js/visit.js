// What is remembered for the length of one visit, in this tab alone, and forgotten with it (TIM-7).

const KEY = "visit";
export const DEFAULTS = Object.freeze({
  size: 3,
  theme: "plain",
  line: 1, // 1 to 3: how far lines stand apart
  letters: 1, // 1 to 3: how far letters do
  reach: false, // whether all that is operated stands in the band that everybody reaches
  rate: 1,
  pauses: 1, // times the usual ones
  single: false, // one sentence at a time
  volume: 6, // a level from 1 to 10
  spoke: false, // whether this visit has used speech
  audio: false, // whether audio mode is on
  route: "speaker", // or "headphones"
  curtain: false, // whether the screen is covered, by choice
  article: "", // the article it was last in
  advice: false, // whether the advice is owed on the next screen
  place: null, // where settings and help lead back to: {url, index}
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

export function keep(changes) {
  // The page of a visit that has ended may stay a moment longer: it keeps nothing any more.
  if (over) return;
  Object.assign(visit, changes);
  sessionStorage.setItem(KEY, JSON.stringify(visit));
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
