// A screen's script: all that is visible on it, in the order it stands there, with what is said of it.

import { elementOf } from "./items.js";

const SPEAKABLE = ".sentence[id], [data-prompt]";

/** The elements of a part of the page that are visible and have something to say, in their order. */
export function spoken(root) {
  return [...root.querySelectorAll(SPEAKABLE)].filter(
    (one) => one.textContent.trim() && one.checkVisibility() && one.getClientRects().length,
  );
}

/** The language of an element that is in another than the page's, else nothing (SPK-10). */
function languageOf(element) {
  const { lang } = element.closest("[lang]");
  return lang === document.documentElement.lang ? "" : lang;
}

/**
 * The sentences of parts of the page for the player, each with its `element`.
 * `known`: see below; `prompts`: of the interface, loaded.
 */
export function script(roots, known, prompts) {
  return roots.flatMap(spoken).flatMap((element) => {
    const said = known.get(element.id) ?? prompts.said(element.textContent.trim(), languageOf(element));
    return said.map((one) => ({ ...one, element: one.of ? elementOf(one) : element }));
  });
}

/** Sentences by the id of their element, each behind what announces it. */
export function knownOf(sentences) {
  const known = new Map();
  let before = [];
  for (const one of sentences) {
    before.push(one);
    if (one.of) continue;
    known.set(one.id, before);
    before = [];
  }
  return known;
}

/** The prompts that parts of the page show, whose files are wanted. */
export function promptsOf(roots) {
  return roots.flatMap(spoken).map((element) => {
    const language = languageOf(element);
    return `${language && `${language}:`}${element.dataset.prompt ?? ""}`;
  });
}
