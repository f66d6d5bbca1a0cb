// Audio mode: every screen by ear and with a few keys (SPK-1, AUD-1). This module begins and ends it,
// says what a screen is when it comes, and does what each key asks.

import { actions, answers, data, parts, player, preview, prompts, root, screen } from "./page.js";
import { begin, spoke } from "./reading.js";
import { choiceHint, choices, forget, jump, load, move, pending, placeIn, readBehind, sayStop, stand, step, where, wordsOf } from "./moving.js";
import { Presses, isPlain, meant, twoSwitches, typed } from "./keys.js";
import { hints, keyed, warm } from "./hints.js";
import { isText, stops } from "./stops.js";
import { keep, visit } from "./visit.js";
import { mayBeHeard } from "./hush.js";
import { startOf } from "./items.js";

const LOUDNESS = new Set(["quieter", "louder"]);
const presses = new Presses();
let asking = false; // whether the next key is only named (KEY-5)
let arrivals = 0;

export function isOn() {
  return visit.audio && !preview;
}

/** Stop all speech, before anything else is done (SPK-6). */
export function quiet() {
  arrivals += 1;
  forget();
  parts.held?.close();
  player.pause();
  answers.stop();
}

/** Begin audio mode here: the first word comes at once (SPK-16). */
export async function start() {
  if (preview) return;
  quiet();
  keep({ audio: true });
  spoke();
  root.dataset.audio = "";
  await load();
  arrive(hints(["am-on"], keyed("am-keys")));
}

/** End it; that is said as well as shown (KEY-8). */
export async function stop() {
  quiet();
  asking = false;
  parts.words?.end();
  await answers.give(["am-off"]);
  keep({ audio: false });
  delete root.dataset.audio;
}

/** Explain something once a visit. */
function once(topic, ...wanted) {
  if (visit.told.split(" ").includes(topic)) return [];
  keep({ told: `${visit.told} ${topic}`.trim() });
  return hints(...wanted);
}

/** Say which screen has come and what to do on it, behind what comes `before`; a text is read on. */
export async function arrive(before = []) {
  const mine = (arrivals += 1);
  await load();
  if (data.kind === "closing") await screen.gather();
  if (mine !== arrivals) return;
  // The advice is not cut off by a change of the volume (TIM-9).
  const firm = before.some((one) => one.firm);
  if (player.sentences.length && document.getElementById("text")) {
    // Whom to call, and the advice, are said before anything else.
    const reads = ["urgent", "closing"].includes(data.kind) ? [] : once("text", keyed("am-article"));
    const first = player.sentences[0];
    const from = firstToRead();
    stand(document.getElementById(first.id ?? first.of));
    await readBehind([...before, ...reads], from);
    return;
  }
  // The last text before there is something to choose: the next press leads there.
  const all = stops();
  const main = all.filter((stop) => stop.part.matches("main, dialog"));
  const chosen = main.findIndex((stop) => stop.control);
  const said = main.slice(0, chosen < 0 ? main.length : chosen);
  const title = said.at(-1) ?? all[0];
  if (title) stand(title.element);
  await answers.say([...before, ...said.flatMap(wordsOf), ...hints(choiceHint())], firm);
  warm([choices()[0]].filter(Boolean).flatMap(wordsOf));
}

/** A text is read from where the visit had been in it, else from its beginning. */
function firstToRead() {
  return player.index > 0 && player.index < player.sentences.length ? startOf(player.sentences, player.index) : 0;
}

/** Choose what a stop is. */
async function choose(stop) {
  const { element } = stop;
  if (element.disabled || element.getAttribute("aria-disabled") === "true") {
    sayStop(stop);
    return;
  }
  const before = element.getAttribute("aria-pressed") ?? element.getAttribute("aria-expanded");
  const leads = { previous: true, next: true }[element.dataset.do];
  if (leads) {
    // These keys lead from sentence to sentence of what is read: it is read on from there.
    await actions[element.dataset.do]();
    if (!player.speaking) begin(startOf(player.sentences, player.index));
    return;
  }
  if (element.matches("input:not([type=checkbox], [type=radio]), textarea, select")) {
    element.focus();
    return;
  }
  element.click();
  const after = element.getAttribute("aria-pressed") ?? element.getAttribute("aria-expanded");
  if (before !== after) {
    // Where the page itself gives no answer, how the key stands now is the answer (COG-10).
    setTimeout(() => {
      if (!answers.speaking && !player.speaking && element.isConnected) sayStop(stop);
    }, 250);
  }
}

/** Go on or stop: what is read by itself, at the sentence where it is. */
function pauseOrGoOn(reading) {
  if (reading !== null || !player.sentences.length) {
    answers.give(["am-paused"]);
    return;
  }
  begin(player.waiting ? player.place : startOf(player.sentences, player.index));
}

async function select(reading) {
  const all = stops();
  const at = placeIn(all);
  const stop = all[at];
  if (stop?.control) choose(stop);
  else if (!stop || (isText(stop) && screen.elements.includes(stop.element))) pauseOrGoOn(reading);
  else sayStop(stop);
}

/** Do something that is confirmed by voice, and read on behind that (AUD-10). */
async function confirmed(act, reading) {
  const mine = arrivals;
  pending.from = reading;
  await act();
  if (mine !== arrivals || reading === null) return;
  answers.then(() => {
    pending.from = null;
    begin(reading);
  });
}

function repeat(reading, at) {
  if (reading !== null) {
    begin(startOf(player.sentences, at));
    return;
  }
  const all = stops();
  const stop = all[placeIn(all)];
  if (stop) sayStop(stop);
  else arrive();
}

/** Follow a link of this screen, so that what it owes is paid on the way. */
function follow(address) {
  const link = [...document.querySelectorAll("a[href]")].find((one) => one.getAttribute("href") === address);
  if (link) link.click();
  else location.assign(address);
}

function urgent() {
  if (data.kind === "urgent") begin(0);
  else if ([...document.querySelectorAll("a[href]")].some((one) => one.getAttribute("href") === data.to.urgent)) {
    follow(data.to.urgent);
  } else answers.give(["am-not-here"]);
}

function finish() {
  if (data.kind === "closing" || !data.closing) actions.finish();
  else location.assign(data.to.closing);
}

function language() {
  const key = document.querySelector('[data-do="language"], a[hreflang]');
  if (key) key.click();
  else answers.give(["am-not-here"]);
}

async function help() {
  asking = true;
  const mine = arrivals;
  await load();
  if (mine === arrivals) answers.say(hints(choiceHint(), ["am-what"]));
}

/** Name a key and say what it does; nothing else happens (KEY-5). */
async function explain(action) {
  asking = false;
  if (action === "help") {
    follow(data.to.help);
    return;
  }
  const mine = arrivals;
  await load();
  if (mine === arrivals) answers.say(hints(action ? ["am-key", { action }] : ["am-no-key"]));
}

// What each key asks for. `reading`: the sentence that was being read when it was pressed, else null;
// `at`: the sentence that the voice stands at.
const DOES = {
  up: (reading) => step(-1, reading !== null),
  down: (reading) => step(1, reading !== null),
  back: (reading) => jump(-1, reading !== null),
  next: (reading) => jump(1, reading !== null),
  move,
  select,
  pause: pauseOrGoOn,
  repeat,
  where,
  help,
  language,
  urgent,
  finish,
  quieter: (reading) => confirmed(() => actions.quieter(), reading),
  louder: (reading) => confirmed(() => actions.louder(), reading),
  slower: (reading) => confirmed(() => actions.slower(), reading),
  faster: (reading) => confirmed(() => actions.faster(), reading),
  curtain: (reading) => confirmed(() => actions.curtain(), reading),
  audio: stop,
};

/** Who is told of "headphones-in" and "headphones-out". */
export const plugged = [];

function pressed(action) {
  if (answers.firm && LOUDNESS.has(action)) {
    // The advice goes on while the volume is changed (TIM-9).
    actions[action]();
    return;
  }
  const at = player.index;
  const reading = player.speaking ? at : pending.from;
  quiet();
  if (asking) explain(action);
  else if (!parts.words?.deals(action)) DOES[action]?.(reading, at);
}

/** Whether a key begins audio mode where it is off (AUD-1). */
function begins(event, action) {
  if (["audio", "help"].includes(action)) return true;
  if (!["up", "down", "select", "back", "next", "move"].includes(action)) return false;
  // A keypad's own keys do on every screen; on the start screen a keyboard's do too, but for
  // those that press what has the focus.
  if (!isPlain(event)) return true;
  const focused = !document.activeElement?.matches("body, main");
  return data.kind === "home" && event.key.startsWith("Arrow") && !focused;
}

if (!preview) {
  addEventListener("keydown", (event) => {
    const action = meant(event);
    if (action?.startsWith("headphones")) {
      // At any time: what is pulled out is never heard by others (AUD-4).
      if (!event.repeat) plugged.forEach((tell) => tell(action));
      return;
    }
    // The key that answers the question does nothing else (TIM-4).
    if (document.getElementById("still-there").open || typed(event)) return;
    if (!isOn()) {
      if (!action || event.repeat) return;
      const may = begins(event, action);
      if (!may && isPlain(event)) return;
      event.preventDefault();
      if (!presses.count(event, action)) return;
      if (may && mayBeHeard()) start();
      else if (!may) (actions[action] ?? DOES[action])?.(null, player.index);
      return;
    }
    if (!action) {
      if (event.repeat || /^(Shift|Control|Alt|Meta|Tab)/.test(event.key)) return;
      quiet();
      if (asking) explain(null);
      return;
    }
    event.preventDefault();
    if (document.querySelector("dialog[open]") && action === "back") {
      document.querySelector("dialog[open]").close();
      return;
    }
    if (presses.count(event, action)) pressed(action);
  }, { capture: true });

  // Who moves the focus in another way hears where it is.
  let tabbed = false;
  addEventListener("keydown", (event) => (tabbed = event.key === "Tab"), { capture: true });
  document.addEventListener("focusin", ({ target }) => {
    if (!tabbed || !isOn()) return;
    tabbed = false;
    const stop = stops().find((one) => one.element === target);
    if (!stop) return;
    quiet();
    sayStop(stop);
  });
  document.addEventListener("pointerdown", ({ target }) => {
    const stop = isOn() && stops().findLast((one) => one.element.contains(target));
    if (stop) stand(stop.element);
  }, { capture: true });

  player.addEventListener("sentence", ({ detail }) => {
    if (!isOn() || !player.speaking) return;
    const { id, of } = player.sentences[detail.index];
    const element = screen.elements[detail.index];
    const at = document.getElementById(id ?? of) ?? element;
    stand(stops().find((one) => one.element === at || one.said.includes(at))?.element);
  });
  player.addEventListener("ended", () => {
    // Nothing more is read: what can be done now.
    if (!isOn() || data.kind === "article") return;
    load().then(() => !player.speaking && answers.say(hints(keyed("am-after"))));
  });
}

if (isOn()) root.dataset.audio = "";
