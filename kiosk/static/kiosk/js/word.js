// A word that is touched and held is said alone, slowly, with its meaning where the page has it.

import { mayBeHeard } from "./hush.js";
import { Marker, rangeOf } from "./highlight.js";
import { elementOf } from "./items.js";
import { Player } from "./player.js";
import { source } from "./source.js";
import { RATES } from "./speed.js";

const HOLD_MS = 500;
const STILL_MM = 7; // a finger that trembles this far is still held
const NEAR_MM = 6; // this far beside a word still means it
const BEFORE_MEANING_MS = 500;
const STAYS_MS = 6000; // after all is said, and longer for what there is to read
const STAYS_A_WORD_MS = 400;

export class HeldWord {
  #text;
  #panel;
  #use;
  #audio = document.createElement("audio");
  #meaning = null;
  #marker = new Marker();
  #timer = 0; // until a touch is held, later until the panel closes
  #frame = 0;
  #from = null; // where the finger went down
  #swallow = false; // whether the next click belongs to this
  #said = null; // while the word is said: {from, until}, in ms of its clip
  #term = null; // what the word means
  first = 0; // the index of the first word that is shown

  /**
   * `text` holds the sentences, `panel` shows the word. `use`: items(), of the page; terms, each
   * {words, sentences}; rate(), volume(); quiet(): nothing else speaks any more; spoke(): the visit
   * uses speech; failed(): the sound does not come; restore(): mark again what was marked.
   */
  constructor(text, panel, use) {
    this.#text = text;
    this.#panel = panel;
    this.#use = use;
    this.#audio.id = "voice-word";
    this.#audio.hidden = true;
    this.#audio.preservesPitch = true;
    this.#audio.addEventListener("loadedmetadata", () => {
      // Never 0: what is there already is not sought, and nothing would begin.
      this.#audio.currentTime = Math.max(0.001, this.#said.from / 1000);
    });
    this.#audio.addEventListener("seeked", () => this.#play());
    this.#audio.addEventListener("error", () => this.#failed());
    document.body.append(this.#audio);
    addEventListener("pointerdown", (event) => this.#down(event), { capture: true });
    addEventListener("pointermove", (event) => this.#move(event), { capture: true, passive: true });
    for (const type of ["pointerup", "pointercancel"]) {
      addEventListener(type, () => this.#release(), { capture: true });
    }
    addEventListener("scroll", () => this.#release(), { capture: true, passive: true });
    addEventListener("keydown", (event) => event.repeat || this.close(), { capture: true });
    addEventListener("click", (event) => this.#click(event), { capture: true });
  }

  get open() {
    return !this.#panel.hidden;
  }

  get speaking() {
    return this.#said !== null || Boolean(this.#meaning?.speaking);
  }

  close() {
    if (!this.open) return;
    this.#silence();
    this.#panel.hidden = true;
    this.#marker.clear();
    this.#use.restore();
  }

  #down(event) {
    this.#release();
    this.#swallow = false;
    if (this.open) {
      // The touch that closes it does nothing else, unless it is on a key.
      this.close();
      this.#swallow = !event.target.closest("[data-do], a[href]");
    }
    const element = event.target.closest(".sentence");
    if (!event.isPrimary || event.button !== 0 || !element || !this.#text.contains(element)) return;
    this.#from = { x: event.clientX, y: event.clientY };
    this.#timer = setTimeout(() => this.#held(element), HOLD_MS);
  }

  #move({ clientX, clientY }) {
    if (!this.#from) return;
    const moved = Math.hypot(clientX - this.#from.x, clientY - this.#from.y);
    if (moved > STILL_MM * mm()) this.#release();
  }

  #release() {
    if (!this.#from) return;
    this.#from = null;
    clearTimeout(this.#timer);
  }

  #click(event) {
    if (!this.#swallow) return;
    this.#swallow = false;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  #held(element) {
    const { x, y } = this.#from;
    this.#from = null;
    const item = this.#use.items().find((one) => one.id && elementOf(one) === element);
    const index = item ? nearest(element, item.words, x, y, NEAR_MM * mm()) : -1;
    if (index < 0) return;
    this.#swallow = true;
    this.show(element, item, index);
  }

  /**
   * Show a word of a sentence and say it, with what it means. Returns the index of the last word that
   * it stands for: several words may be one term.
   */
  show(element, item, index) {
    this.#use.quiet();
    this.#use.spoke();
    const { term, first, last } = meant(this.#use.terms, item.words, element.textContent, index);
    const [from, , start] = item.words[first];
    const [, until, offset, length] = item.words[last];
    const end = offset + length;
    const [word, meaning] = this.#panel.children;
    word.textContent = Array.from(element.textContent).slice(start, end).join("");
    meaning.replaceChildren(...(term?.sentences ?? []).flatMap(({ id, text }) => {
      const sentence = document.createElement("span");
      sentence.className = "sentence";
      sentence.id = `word-${id}`;
      sentence.textContent = text;
      return [sentence, " "];
    }));
    this.#panel.hidden = false;
    this.#marker.word(element, start, end - start);
    this.#term = term;
    this.first = first;
    this.#said = { from, until };
    this.#audio.src = source(item);
    this.#audio.volume = this.#use.volume();
    this.#audio.defaultPlaybackRate = RATES[0];
    this.#audio.playbackRate = RATES[0];
    return last;
  }

  async #play() {
    if (!this.#said || !mayBeHeard()) return;
    try {
      await this.#audio.play();
    } catch {
      this.#failed();
      return;
    }
    const step = () => {
      if (!this.#said) return;
      const over = this.#audio.ended || this.#audio.currentTime * 1000 >= this.#said.until;
      if (over) this.#saidIt();
      else this.#frame = requestAnimationFrame(step);
    };
    step();
  }

  #saidIt() {
    this.#said = null;
    this.#audio.pause();
    if (!this.#term) this.#stay();
    else this.#timer = setTimeout(() => this.#explain(this.#term.sentences), BEFORE_MEANING_MS);
  }

  #explain(sentences) {
    this.#meaning ??= this.#voiceOfMeaning();
    const player = this.#meaning;
    player.sentences = sentences;
    player.rate = this.#use.rate();
    player.volume = this.#use.volume();
    player.stop();
    player.play(0);
  }

  #voiceOfMeaning() {
    const player = new Player([], "voice-meaning");
    const said = (index) => document.getElementById(`word-${player.sentences[index].id}`);
    player.addEventListener("sentence", ({ detail }) => this.#marker.sentence(said(detail.index)));
    player.addEventListener("time", ({ detail }) =>
      this.#marker.at(player.sentences[detail.index].words, detail.ms));
    player.addEventListener("ended", () => this.#stay());
    player.addEventListener("failed", () => this.#failed());
    return player;
  }

  #failed() {
    if (!this.open) return;
    this.#silence();
    this.#use.failed();
    this.#stay();
  }

  #stay() {
    this.#marker.clear();
    const words = this.#panel.textContent.split(/\s+/).length;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.close(), STAYS_MS + STAYS_A_WORD_MS * words);
  }

  #silence() {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.#said = null;
    this.#audio.pause();
    this.#meaning?.pause();
  }
}

/** A millimetre of the screen in CSS pixels. */
function mm() {
  return parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--mm"));
}

/** The index of the word that is nearest to a point, or -1 where none is within `far` pixels. */
function nearest(element, words, x, y, far) {
  let best = -1;
  let least = far;
  words.forEach(([, , offset, length], index) => {
    for (const box of rangeOf(element, offset, length)?.getClientRects() ?? []) {
      const across = Math.max(box.left - x, 0, x - box.right);
      const down = Math.max(box.top - y, 0, y - box.bottom);
      const away = Math.hypot(across, down);
      if (away >= least) continue;
      best = index;
      least = away;
    }
  });
  return best;
}

/** The term that a word belongs to, the longest first, and the first and last word of it there. */
function meant(terms, words, text, index) {
  const [, , offset, length] = words[index];
  const points = (part) => Array.from(part).length;
  let best = null;
  for (const term of terms) {
    for (const match of term.words.flatMap((form) => [...text.matchAll(whole(form))])) {
      const start = points(text.slice(0, match.index));
      const end = start + points(match[0]);
      if (start >= offset + length || end <= offset) continue;
      if (!best || end - start > best.end - best.start) best = { term, start, end };
    }
  }
  if (!best) return { term: null, first: index, last: index };
  return {
    term: best.term,
    first: words.findIndex(([, , at, long]) => at + long > best.start),
    last: words.findLastIndex(([, , at]) => at < best.end),
  };
}

/** What finds a written form as whole words, whatever its capitals, spaces and curly signs. */
function whole(form) {
  const pattern = form
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\s+/g, "\\s+")
    .replace(/['’‘]/g, "['’‘]")
    .replace(/[-‐‑]/g, "[-‐‑]");
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, "giu");
}
