// The place: where somebody was before a screen aside (settings, help, urgent help, the closing
// screen), and the way back to the very page and sentence.

import { data, parts, player } from "./page.js";
import { follows, letGo } from "./reading.js";
import { leaveAt, visit } from "./visit.js";

const ways = [...document.querySelectorAll('[data-leads="place"]')];
// What has the key Back is aside: it is looked at, and one goes on where one was. The closing screen
// leads back too, by a key of its own.
const aside = ways.length > 0 || data.kind === "closing";

/** The places from the one somebody was at last to the first, each {url, kind, index, ...}. */
function places() {
  const found = [];
  for (let one = visit.place; one; one = one.before) found.push(one);
  return found;
}

/** Where this page leads back to, null where it was not come to from anywhere. */
export function before() {
  const [last, ...earlier] = places();
  // Come back to, or loaded once more.
  if (last?.url === location.pathname) return last.before ?? null;
  // Each stands in the way back once: nobody is led round in a circle.
  return [last, ...earlier.filter((one) => one.url !== location.pathname)]
    .reduceRight((rest, one) => one && { ...one, before: rest }, null) ?? null;
}

/**
 * Where one stands on this page: `index` of the sentence; `text`, the characters before what
 * is seen, and whether the voice turns the pages (`following`); `item`, the first of a list that is
 * seen; whether it was `speaking`, by which `route`.
 */
function standing() {
  const { pages, lists } = parts;
  return {
    url: location.pathname,
    kind: data.kind,
    // What other screens say is gathered each time: they begin anew.
    index: data.sentences.length ? player.place : 0,
    text: pages?.offset ?? 0,
    item: lists ? lists.page * lists.perScreen : 0,
    following: follows(),
    speaking: data.kind === "article" && player.speaking,
    route: visit.route,
    before: aside ? before() : null,
  };
}

function stand(place) {
  const { pages, lists } = parts;
  if (lists && place.item) lists.reveal(place.item);
  if (place.index && place.index < player.sentences.length) player.stand(place.index);
  if (pages && data.sentences.length) pages.standAt(place.text);
  // Whoever had turned away from the voice is not pulled back to it.
  if (!place.following) letGo();
}

/** Keep where this page is left, and stand where it was left when somebody comes back to it. */
export function placed() {
  const way = before();
  let led = false;
  for (const one of ways) {
    if (way) one.href = way.url;
    if (way) one.hidden = false;
    one.addEventListener("click", () => (led = true));
  }
  const all = places();
  const at = all.findIndex((one) => one.url === location.pathname);
  if (at >= 0) stand(all[at]);
  // What was being read is read on, by the same way to the ear; in audio mode the focus speaks.
  const { speaking, index, route, back } = all[at] ?? {};
  if ((back || at > 0) && speaking && route === visit.route && !visit.audio) player.play(index);
  addEventListener("pagehide", () => {
    const place = standing();
    if (led) leaveAt(way && { ...way, back: true });
    // The start screen as everybody finds it is no place of a visit.
    else leaveAt(data.kind === "home" && !place.item ? null : place);
  });
}
