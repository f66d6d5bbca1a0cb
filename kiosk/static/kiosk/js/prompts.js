// The interface's own words. What a screen says of itself is found by what it shows: a text that is
// shown without a clip is silent, and nothing is ever said that is not shown.

import { unfold } from "./items.js";

// Up to here a page says "Page 2 of 4"; kiosk/prompts/shapes.py has the reasons.
const FEW_PAGES = 8;
const MOST_PAGES = 16;
// Prompts that stand in a file of their own, fetched by the screens that need them.
const FAMILIES = {
  "own-name": "names",
  "page-of": "pages",
  "page-of-many": "long",
  "page-alone": "long",
  "of-pages": "long",
  "still-seconds": "seconds",
  "search-title": "search",
  "search-hint": "search",
  "search-spelling": "search",
  "search-space": "search",
  "search-delete": "search",
  "search-clear": "search",
  "search-show": "search",
  "search-change": "search",
  "search-found": "search",
  "search-many": "search",
  "search-many-then": "search",
  "search-near": "search",
  "search-near-found": "search",
  "search-none": "search",
  "search-none-then": "search",
  "search-empty": "search",
  "search-empty-then": "search",
  "search-short": "search",
  "search-short-then": "search",
  "search-failed": "search",
  "letter": "letters",
  "digit": "letters",
};
// All that the help tells is in one.
const GUIDE = "guide";

function familyOf(prompt) {
  return FAMILIES[prompt] ?? (prompt.startsWith(`${GUIDE}-`) ? GUIDE : "");
}

export class Prompts {
  #texts;
  #language;
  #files = new Map();
  #clips = new Map(); // by language and text

  /** `texts`: the words that scripts fill, by prompt; `language`: that they are in. */
  constructor(texts, language) {
    this.#texts = texts ?? {};
    this.#language = language;
  }

  /** A prompt's words with its slots filled. */
  words(prompt, values = {}) {
    let text = this.#texts[prompt];
    if (typeof text === "object") {
      const first = String(Object.values(values)[0]);
      text = text[first] ?? text[first === "1" ? "one" : "other"];
    }
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  /** An element that shows a prompt and is found by whoever reads the screen. */
  element(prompt, values) {
    const element = document.createElement("span");
    element.dataset.prompt = prompt;
    // On a page whose language has no words of its own.
    if (this.#language !== document.documentElement.lang) element.lang = this.#language;
    element.textContent = this.words(prompt, values);
    return element;
  }

  /**
   * Fetch what is said of these prompts, once a page. Never fails: what does not come is silent.
   * One of another language than the page's is named as in "es:own-name".
   */
  load(prompts = []) {
    const names = new Set([this.#language, ...prompts.map((prompt) => this.#file(prompt))]);
    return Promise.all([...names].map((name) => {
      if (!this.#files.has(name)) this.#files.set(name, this.#fetch(name));
      return this.#files.get(name);
    }));
  }

  #file(named) {
    const [prompt, language = this.#language] = named.split(":").reverse();
    const family = familyOf(prompt);
    return family ? `${language}.${family}` : language;
  }

  async #fetch(name) {
    try {
      const answer = await fetch(`/prompts/${name}.json`);
      if (!answer.ok) return;
      const { language, clips } = await answer.json();
      for (const [text, [digest, wav, words]] of Object.entries(clips)) {
        const one = { url: `/clips/${digest}.opus`, wav: `/clips/${wav}.wav`, words };
        unfold(one);
        this.#clips.set(`${language}:${text}`, one);
      }
    } catch {
      this.#files.delete(name);
    }
  }

  /**
   * What is said of a text, as sentences for the player: none, or one. Only after it was loaded.
   * `language`: of a text that is not in the page's.
   */
  said(text, language) {
    const clip = this.#clips.get(`${language || this.#language}:${text}`);
    return clip ? [clip] : [];
  }
}

/** Where one is: the prompts that say it, each with its values. */
export function position(page, pages) {
  if (pages > MOST_PAGES) return [["page-alone", { page }], ["of-pages", { pages }]];
  return [[pages > FEW_PAGES ? "page-of-many" : "page-of", { page, pages }]];
}
