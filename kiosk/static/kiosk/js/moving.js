// Where one is on a screen, and the ways on and back: focus and speech move together (SPK-9).

import { answers, parts, player, prompts, screen } from "./page.js";
import { begin, letGo } from "./reading.js";
import { edge, hints, keyed, warm } from "./hints.js";
import { groupStarts, isText, nameOf, sentencesOf, stops } from "./stops.js";
import { position } from "./prompts.js";
import { promptsOf } from "./script.js";
import { startOf } from "./items.js";
import { twoSwitches } from "./keys.js";

let here = null; // the element of the stop one is at
let stayed = null; // the end that was reached: {by, said}
let turn = 0;

/** Where the reading goes on when what is said before it has been said, null where it does not. */
export const pending = { from: null };

/** Say something, and read on behind it. */
export function readBehind(before, from) {
  if (!before.length) return begin(from);
  pending.from = from;
  return answers.say(before, before.some((one) => one.firm), () => {
    pending.from = null;
    begin(from);
  });
}

/** Stand at an element: it has the focus, and is where the next key goes on from. */
export function stand(element) {
  if (!element) return;
  here = element;
  if (document.activeElement === element) return;
  if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  const { pages } = parts;
  if (pages?.has(element)) {
    const page = pages.pageOf(element);
    if (page !== pages.page) pages.show(page);
    pages.hold(element);
  }
}

/** The index of the stop one is at, -1 before the first. */
export function placeIn(all) {
  const at = all.findIndex((stop) => stop.element === here);
  if (at >= 0 || !here?.isConnected) return at;
  // What one was at is hidden by now: the last stop before it.
  return all.findLastIndex((stop) => here.compareDocumentPosition(stop.element) & Node.DOCUMENT_POSITION_PRECEDING);
}

const STATES = [
  ["aria-disabled", { true: "am-not-here" }],
  ["aria-pressed", { true: "am-is-on", false: "am-is-off" }],
  ["aria-checked", { true: "am-is-chosen" }],
  ["aria-selected", { true: "am-is-chosen" }],
  ["aria-current", { true: "am-is-chosen", page: "am-is-chosen" }],
  ["aria-expanded", { true: "am-is-open", false: "am-is-closed" }],
];

/** The prompts that tell how a control stands. */
function stateOf({ element, control }) {
  if (!control) return [];
  const found = STATES.map(([name, words]) => words[element.getAttribute(name)]).filter(Boolean);
  return element.disabled ? ["am-not-here"] : found;
}

/** All that is said of a stop. */
export function wordsOf(stop) {
  if (twoSwitches && isText(stop) && screen.elements.includes(stop.element)) {
    return [...hints(["am-text"]), ...sentencesOf(stop)];
  }
  const [label] = stop.element.labels ?? [];
  const named = label || !stop.said.length ? prompts.said(nameOf(stop.element)) : [];
  const shown = label?.querySelector("[data-prompt]") ?? stop.element;
  const name = named.map((one) => ({ ...one, element: shown }));
  return [...name, ...sentencesOf(stop), ...hints(...stateOf(stop).map((one) => [one]))];
}

/** Fetch what is said of all that is visible. */
export function load() {
  return prompts.load(promptsOf([document.body]));
}

/** Go to a stop and say it, behind what is said `before`. */
export async function sayStop(stop, before = []) {
  const mine = (turn += 1);
  stayed = null;
  stand(stop.element);
  const index = screen.elements.indexOf(stop.element);
  if (index >= 0) player.stand(index);
  await load();
  if (mine !== turn) return;
  await answers.say([...before, ...wordsOf(stop)]);
  const all = stops();
  const at = placeIn(all);
  warm([all[at + 1], all[at - 1]].filter(Boolean).flatMap(wordsOf));
}

/** Whatever was about to be said is not said any more. */
export function forget() {
  turn += 1;
  pending.from = null;
}

/** Read on from a stop where the text was being read, else go there and say it. */
function goTo(stop, reading, before = []) {
  const index = reading ? screen.elements.indexOf(stop.element) : -1;
  if (index < 0) return sayStop(stop, before);
  stayed = null;
  forget();
  stand(stop.element);
  const start = startOf(player.sentences, index);
  if (before.length) player.stand(index);
  return readBehind(before, start);
}

/** One stop on or back; at the end the last one once more with a sound, then that it is the end (KEY-6). */
export function step(by, reading) {
  const all = stops();
  if (!all.length) return;
  const at = placeIn(all);
  const next = at < 0 ? (by > 0 ? 0 : -1) : at + by;
  if (all[next]) {
    goTo(all[next], reading);
    return;
  }
  const end = Math.sign(by);
  if (stayed === end) {
    load().then(() => answers.say(hints([by > 0 ? "am-end" : "am-start"])));
    return;
  }
  edge();
  sayStop(all[by > 0 ? all.length - 1 : 0]);
  stayed = end;
}

/** For two switches: the next stop, round and round; the text that is read by itself is one. */
export function move() {
  const all = stops();
  if (!all.length) return;
  const read = (stop) => isText(stop) && screen.elements.includes(stop.element);
  const at = placeIn(all);
  let next = at;
  do next = (next + 1) % all.length;
  while (next !== at && read(all[next]) && all[next].element !== screen.elements[player.index]);
  sayStop(all[next]);
}

/** A page on or back, or the next group: a heading, a list, a row of keys (COG-11). */
export function jump(by, reading) {
  const all = stops();
  const at = placeIn(all);
  const { pages, lists } = parts;
  const inText = at < 0 || !all[at] || isText(all[at]) || !pages;
  if (pages && pages.count > 1 && inText) {
    const wanted = pages.page + by;
    if (wanted >= 0 && wanted < pages.count) {
      letGo();
      pages.show(wanted);
      const first = all.find((stop) => isText(stop) && pages.pageOf(stop.element) === wanted) ??
        all.findLast((stop) => isText(stop) && pages.pageOf(stop.element) <= wanted);
      const place = position(wanted + 1, pages.count);
      prompts.load(place.map(([prompt]) => prompt)).then(() => goTo(first, reading, hints(...place)));
      return;
    }
  }
  if (lists && lists.count > 1 && lists.page + by >= 0 && lists.page + by < lists.count) {
    lists.show(lists.page + by);
    const first = stops().find((stop) => stop.control);
    prompts.load(["page-of"]).then(() => sayStop(first, hints(...position(lists.page + 1, lists.count))));
    return;
  }
  const top = all.findIndex(isText);
  if (by < 0 && pages?.page === 0 && at > top && isText(all[at])) {
    goTo(all[top], reading);
    return;
  }
  const starts = groupStarts(all);
  const text = (index) => pages && pages.count > 1 && isText(all[index]);
  const on = by > 0
    ? starts.find((index) => index > at && !text(index))
    : starts.findLast((index) => index < at && (!text(index) || pages.pageOf(all[index].element) === pages.page));
  // Back from the beginning leads round to the bar: urgent help is one press away.
  if (by < 0 && (on === undefined || (at === top && pages))) goTo(all[starts.at(-1)], false);
  else if (on === undefined) step(all.length, reading);
  else goTo(all[on], reading);
}

/** Say where one is: the screen, the heading, the page, and which of the things to choose. */
export async function where() {
  const mine = (turn += 1);
  const all = stops();
  const at = placeIn(all);
  const { pages, lists } = parts;
  const turned = [pages, lists].find((one) => one?.count > 1);
  const place = turned ? position(turned.page + 1, turned.count) : [];
  await load();
  await prompts.load(place.map(([prompt]) => prompt));
  if (mine !== turn) return;
  const title = document.querySelector("h1");
  const heading = all.slice(0, at + 1).findLast((stop) => stop.element.closest("h2"))?.element;
  const said = [title, isText(all[at] ?? { control: true }) ? heading : null]
    .filter(Boolean)
    .flatMap((one) => screen.said(one));
  const item = all[at]?.control ? itemOf(all, at) : [];
  answers.say([...said, ...hints(...place, ...item)]);
}

/** Which of the things to choose in its part a control is. */
function itemOf(all, at) {
  const mates = all.filter((stop) => stop.control && stop.part === all[at].part);
  return [["am-item", { item: mates.indexOf(all[at]) + 1 }], ["am-of", { items: mates.length }]];
}

/** What can be chosen in the main part of the screen. */
export function choices() {
  return stops().filter((stop) => stop.control && stop.part.matches("main, dialog"));
}

/** Say how many things there are to choose, and how. */
export function choiceHint() {
  const count = choices().length;
  if (!count) return keyed("am-after");
  return count > 12 ? keyed("am-look") : keyed("am-choices", { count });
}
