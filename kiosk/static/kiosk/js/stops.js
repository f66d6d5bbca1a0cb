// The stops of a screen: all that is visible on it, one after the other, as somebody hears it who
// moves on with a key. Text first, then the keys of the dock, the bar last.

import { data, screen } from "./page.js";

const CONTROL = "a[href], button, input, select, textarea, summary, [role=button], [role=radio], [role=option]";
const SPEAKABLE = ".sentence[id], [data-prompt]";
const GROUP = ".row, .chips, .tiles, ul, ol, section, .notice, .banner, dialog, header, footer";
const HEADING = "h1, h2, h3";
// Not part of the screen: what comes and goes over it.
const ASIDE = ".word, .status, .curtain, dialog, script, audio";

function visible(element) {
  return element.checkVisibility() && element.getClientRects().length > 0;
}

/** The parts of the screen in their order; an open question is all there is. */
function parts() {
  const asked = document.querySelector("dialog[open]");
  if (asked) return [asked];
  const all = [...document.body.children].filter((one) => !one.matches(ASIDE));
  const late = (one) => (one.matches(".bar") ? 2 : one.matches("main, .banner") ? 0 : 1);
  // Whom to call comes before the advice (COG-12).
  const early = (one) => (data.kind === "urgent" && one.matches(".banner") ? 0.5 : 0);
  return all.sort((one, other) => late(one) + early(one) - late(other) - early(other));
}

/**
 * Every stop of the screen now, in order: {element, control, said, part}. `element` takes the focus;
 * `control` says that it can be chosen; `said` are the elements whose words it says; `part` is the
 * part of the screen that it stands in.
 */
export function stops() {
  const found = [];
  for (const part of parts()) {
    for (const element of part.querySelectorAll(`${CONTROL}, ${SPEAKABLE}`)) {
      if (!visible(element)) continue;
      const control = element.closest(CONTROL);
      if (control === element) {
        // What is typed into a field is said behind its name.
        const typed = element.matches("[data-spelled]") && element.value;
        found.push({ element, control: true, said: typed ? [element] : [], part });
      } else if (element.textContent.trim()) {
        if (control && found.at(-1)?.element === control) found.at(-1).said.push(element);
        else if (!control) found.push({ element, control: false, said: [element], part });
      }
    }
  }
  return found.filter((one) => one.said.length || nameOf(one.element));
}

/** The name of a control that shows no words of its own. */
export function nameOf(element) {
  const by = element.getAttribute("aria-labelledby");
  const label = by ? document.getElementById(by) : element.labels?.[0];
  return (label?.textContent ?? element.getAttribute("aria-label") ?? "").trim();
}

/** The sentences of a stop for a player, each with its `element`. */
export function sentencesOf(stop) {
  return stop.said.flatMap((element) => screen.said(element));
}

/** Whether a stop is the text of a screen, which is read on by itself. */
export function isText(stop) {
  return !stop.control && Boolean(stop.element.closest("#text"));
}

/** Where each group of stops begins: a heading, a list, a row of keys. */
export function groupStarts(all) {
  const group = (stop) => stop.element.closest(HEADING) ?? stop.element.closest(GROUP) ?? stop.part;
  return all.flatMap((stop, index) => {
    const before = all[index - 1];
    const heads = stop.element.closest(HEADING);
    if (!before || heads) return before && heads && before.element.closest(HEADING) === heads ? [] : [index];
    // What follows a heading belongs to it.
    if (before.element.closest(HEADING) && before.part === stop.part && !stop.control) return [];
    return group(before) === group(stop) ? [] : [index];
  });
}
