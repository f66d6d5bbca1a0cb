// What the kiosk answers to an action: always shown, and said where the visit uses speech.
// A voice beside the text's own, and never over it.

import { mayBeHeard } from "./hush.js";
import { Player } from "./player.js";

const SHOWN_MS = 2500;

export class Answers {
  #prompts;
  #status;
  #use;
  #player = null;
  #timer = 0;
  #turn = 0;
  #after = null; // what happens when all is said
  #captioned = false; // whether the status shows what is being said

  /**
   * `status`: where answers are shown. `use`: may(): whether an answer may be said now;
   * mark(element): marks what is being said, null for nothing; at(words, ms): the word of it;
   * pace(): its rate, pauses and volume now.
   */
  constructor(prompts, status, use) {
    this.#prompts = prompts;
    this.#status = status;
    this.#use = use;
    this.firm = false;
    // It ends with the next touch or key, before that does anything (SPK-6). What is firm, the
    // advice, goes on while the volume or the look is changed (TIM-9).
    for (const type of ["pointerdown", "keydown"]) {
      addEventListener(type, (event) => {
        // A key that is held is one action (KEY-3); in audio mode only what counts as one ends it.
        const counts = type !== "keydown" || !(event.repeat || "audio" in document.documentElement.dataset);
        if (counts && !this.firm) this.stop();
      }, { capture: true });
    }
  }

  /** Whether an answer may be said now. */
  get sayable() {
    return this.#use.may();
  }

  get speaking() {
    return Boolean(this.#player?.speaking);
  }

  set rate(rate) {
    if (this.#player) this.#player.rate = rate;
  }

  set pauses(pauses) {
    if (this.#player) this.#player.pauses = pauses;
  }

  set volume(volume) {
    if (this.#player) this.#player.volume = volume;
  }

  /** Show prompts, each [id, values], as one answer, and say it where that may be. */
  async give(...answer) {
    const texts = answer.map(([prompt, values]) => this.#prompts.words(prompt, values));
    this.#status.replaceChildren(...answer.flatMap(([prompt, values], index) =>
      [index ? " " : "", this.#prompts.element(prompt, values)]));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#status.replaceChildren(), SHOWN_MS);
    if (this.#use.may()) await this.#sayPrompts(answer.map(([prompt]) => prompt), texts);
  }

  /** Say prompts that are shown elsewhere, where that may be. */
  async tell(...answer) {
    const texts = answer.map(([prompt, values]) => this.#prompts.words(prompt, values));
    if (this.#use.may()) await this.#sayPrompts(answer.map(([prompt]) => prompt), texts);
  }

  async #sayPrompts(prompts, texts) {
    this.stop();
    const turn = this.#turn;
    await this.#prompts.load(prompts);
    // Whoever did something else meanwhile has another answer, or reads on.
    if (turn !== this.#turn || !this.#use.may()) return;
    await this.say(texts.flatMap((text) => this.#prompts.said(text)));
  }

  /**
   * Say sentences one after the other, marking the elements of those that have one. What has a
   * `caption` is shown while it is said. `after`: what happens then, unless something else does first.
   */
  async say(sentences, firm = false, after = null) {
    this.stop();
    if (!sentences.length || !mayBeHeard()) {
      after?.();
      return;
    }
    const player = (this.#player ??= this.#made());
    player.sentences = sentences;
    Object.assign(player, this.#use.pace());
    player.stop();
    this.firm = firm;
    this.#after = after;
    await player.play(0);
  }

  /** Do something when what is being said has been heard to its end, at once where nothing is. */
  then(after) {
    if (this.speaking) this.#after = after;
    else after();
  }

  /** Every voice can be paused; an answer is not gone on with. */
  pause() {
    this.stop();
  }

  stop() {
    this.#turn += 1;
    this.firm = false;
    this.#after = null;
    this.#player?.pause();
  }

  // What is said and stands nowhere on the screen is shown while it is said (SPK-13).
  #caption(element) {
    if (!element && !this.#captioned) return;
    this.#captioned = Boolean(element);
    clearTimeout(this.#timer);
    this.#status.replaceChildren(...(element ? [element] : []));
  }

  #made() {
    const player = new Player([], "voice-aside");
    const element = (index) => player.sentences[index].element;
    player.addEventListener("sentence", ({ detail }) => {
      if (player.speaking) this.#caption(player.sentences[detail.index].caption);
      if (player.speaking && element(detail.index)) this.#use.mark(element(detail.index));
    });
    player.addEventListener("time", ({ detail }) => {
      if (element(detail.index)) this.#use.at(player.sentences[detail.index].words ?? [], detail.ms);
    });
    player.addEventListener("paused", () => {
      this.firm = false;
      this.#caption(null);
      if (element(player.index)) this.#use.mark(null);
    });
    player.addEventListener("ended", () => {
      const after = this.#after;
      this.#after = null;
      after?.();
    });
    return player;
  }
}
