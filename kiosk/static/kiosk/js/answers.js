// What the kiosk answers to an action: always shown, and said where the visit uses speech.
// A voice beside the text's own, and never over it.

import { Player } from "./player.js";

const SHOWN_MS = 2500;

export class Answers {
  #prompts;
  #status;
  #use;
  #player = null;
  #timer = 0;
  #turn = 0;

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
      addEventListener(type, () => this.firm || this.stop(), { capture: true });
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

  /** Say sentences one after the other, marking the elements of those that have one. */
  async say(sentences, firm = false) {
    this.stop();
    if (!sentences.length) return;
    const player = (this.#player ??= this.#made());
    player.sentences = sentences;
    Object.assign(player, this.#use.pace());
    player.stop();
    this.firm = firm;
    await player.play(0);
  }

  /** Every voice can be paused; an answer is not gone on with. */
  pause() {
    this.stop();
  }

  stop() {
    this.#turn += 1;
    this.firm = false;
    this.#player?.pause();
  }

  #made() {
    const player = new Player([], "voice-aside");
    const element = (index) => player.sentences[index].element;
    player.addEventListener("sentence", ({ detail }) => {
      if (player.speaking && element(detail.index)) this.#use.mark(element(detail.index));
    });
    player.addEventListener("time", ({ detail }) => {
      if (element(detail.index)) this.#use.at(player.sentences[detail.index].words ?? [], detail.ms);
    });
    player.addEventListener("paused", () => {
      this.firm = false;
      if (element(player.index)) this.#use.mark(null);
    });
    return player;
  }
}
