// Finding articles by a word, forgiving of its spelling. All of it happens here: what is typed is sent
// nowhere (PRV-3). MiniSearch finds; what it does not forgive is made alike before it looks.

import MiniSearch from "../vendor/minisearch/minisearch.js";

/** As many articles are shown at most; kiosk/prompts/shapes.py says the same. */
export const MOST_FOUND = 24;
const AT_ONCE = 50; // articles taken in before the screen answers again
const WEIGHTS = { title: 6, terms: 4, summary: 2, text: 1 };
// What carries nothing in a question that is typed as a sentence.
const EMPTY = {
  en: "a about am an and are at can do does for from have how i if in is it me my of on or the to what when with you",
  es: "a al como con cual cuando de del el en es la las lo los me mi no o para por que qué se si sin su un una y yo",
};

// Letters that sound alike are written alike, so that "farmacy" finds "pharmacy".
const ALIKE = {
  en: [
    [/^ps/, "s"], [/^kn/, "n"], [/^wr/, "r"], [/^x/, "s"], [/ph/g, "f"], [/rrh|rh/g, "r"], [/th/g, "t"],
    [/[ao]e/g, "e"], [/sch|ch|ck/g, "k"], [/gh/g, "f"], [/sc(?=[eiy])/g, "s"], [/c(?=[eiy])/g, "s"], [/[cq]/g, "k"], [/ku/g, "k"], [/x/g, "ks"],
    [/z/g, "s"], [/y/g, "i"], [/ou/g, "o"],
  ],
  es: [
    [/^ps/, "s"], [/ph/g, "f"], [/ch/g, "C"], [/h/g, ""], [/qu/g, "k"], [/gu(?=[ei])/g, "g"], [/g(?=[ei])/g, "j"],
    [/sc(?=[ei])/g, "s"], [/c(?=[ei])/g, "s"], [/c/g, "k"], [/z/g, "s"], [/x/g, "ks"], [/v/g, "b"], [/ll|y/g, "i"],
  ],
};

/** A word as it is compared: small, without accents, letters that sound alike made the same. */
export function alike(word, language) {
  let text = word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  for (const [from, to] of ALIKE[language] ?? []) text = text.replace(from, to);
  return text.replace(/(\D)\1+/gu, "$1");
}

/** How many letters may be wrong: none in the shortest words, where every change is another word. */
function wrong(word) {
  if (word.length < 4) return false;
  return word.length < 6 ? 1 : 0.2;
}

export class Finder {
  #articles = new Map();
  #search;
  #empty;
  #language;
  #known = new Map(); // words as they are compared: the same few come in every article

  /** Make a finder of what `/search/LANGUAGE.json` holds. */
  static async of(index) {
    const finder = new Finder(index.language);
    await finder.#take(index.articles);
    return finder;
  }

  constructor(language) {
    this.#language = language;
    this.#empty = new Set((EMPTY[language] ?? "").split(" ").map((word) => alike(word, language)));
    this.#search = new MiniSearch({
      idField: "slug",
      fields: Object.keys(WEIGHTS),
      extractField: (article, field) => {
        const value = article[field];
        if (Array.isArray(value)) return value.join(" ");
        return value?.text ?? value ?? "";
      },
      processTerm: (word) => this.#alike(word) || null,
      searchOptions: { boost: WEIGHTS, prefix: (word) => word.length > 1, maxFuzzy: 2 },
    });
  }

  #alike(word) {
    let known = this.#known.get(word);
    if (known === undefined) this.#known.set(word, (known = alike(word, this.#language)));
    return known;
  }

  async #take(articles) {
    for (const one of articles) this.#articles.set(one.slug, one);
    await this.#search.addAllAsync(articles, { chunkSize: AT_ONCE });
  }

  /**
   * The articles for what was typed, the likeliest first: `{articles, near, more}`. `near` says that
   * nothing is spelled like it and these only come close; `more` that there are more than these.
   */
  find(typed) {
    const every = { combineWith: "AND" };
    const close = { fuzzy: wrong };
    // Nothing that only comes close stands among what is really meant: names of medicines are alike.
    const tries = [
      [every, false],
      [{ ...every, ...close }, true],
      [{ combineWith: "OR", ...close }, true],
    ];
    const kept = typed.split(" ").filter((word) => !this.#empty.has(this.#alike(word)));
    const asked = (kept.length ? kept : [typed]).join(" ");
    // Two letters begin too many words of texts to be looked for in a moment.
    const fields = Object.keys(WEIGHTS).filter((field) => field !== "text" || asked.length > 2);
    for (const [how, near] of tries) {
      const rows = this.#search.search(asked, { ...how, fields });
      if (!rows.length) continue;
      const articles = rows.slice(0, MOST_FOUND).map((row) => this.#articles.get(row.id));
      return { articles, near, more: rows.length > MOST_FOUND };
    }
    return { articles: [], near: false, more: false };
  }
}
