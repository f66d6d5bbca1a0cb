// A screen's script: all that is visible on it, in the order it stands there, with what is said of it.

import { elementOf } from "./items.js";

const SPEAKABLE = ".sentence[id], [data-prompt], [data-spelled]";

/** The elements of a part of the page that are visible and have something to say, in their order. */
export function spoken(root) {
  const own = root.matches(SPEAKABLE) ? [root] : [];
  return [...own, ...root.querySelectorAll(SPEAKABLE)].filter(
    (one) => textOf(one) && one.checkVisibility() && one.getClientRects().length,
  );
}

/** What an element shows: its text, or what is typed into it. */
function textOf(element) {
  return (element.value || element.textContent).trim();
}

/** The prompts that spell a text, letter by letter, each with its values. */
export function spelling(text) {
  return [...text].flatMap((one) => {
    if (one === " ") return [["search-space"]];
    // An accent is not said: it stands on no key.
    const letter = one === "ñ" ? one : one.normalize("NFD")[0];
    if (/\d/.test(letter)) return [["digit", { digit: letter }]];
    return /\p{L}/u.test(letter) ? [["letter", { letter: letter.toUpperCase() }]] : [];
  });
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
    const texts = "spelled" in element.dataset
      ? spelling(textOf(element)).map(([prompt, values]) => prompts.words(prompt, values))
      : [textOf(element)];
    const said = known.get(element.id) ?? texts.flatMap((text) => prompts.said(text, languageOf(element)));
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
  return roots.flatMap(spoken).flatMap((element) => {
    if ("spelled" in element.dataset) return spelling(textOf(element)).map(([prompt]) => prompt);
    const language = languageOf(element);
    return [`${language && `${language}:`}${element.dataset.prompt ?? ""}`];
  });
}
