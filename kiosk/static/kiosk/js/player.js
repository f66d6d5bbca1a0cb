// Reads sentences aloud, one clip after the other, and says where it is.

import { behind, startOf } from "./items.js";
import { source } from "./source.js";
import { slowly } from "./speed.js";

const PAUSE_MS = 350; // behind an item that says no other (content/pacing.py)
const RESTART_S = 2; // "back" within this time goes to the sentence before
const STALLED_MS = 10_000; // a clip that is not there by then does not come

/**
 * Events: "sentence" {index}, "playing", "paused", "waiting", "time" {index, ms}, "ended", "failed".
 * Sentences: {id, url, words, pause}, and announcements: {of, text, url, pause} (items.js).
 */
export class Player extends EventTarget {
  #audio = document.createElement("audio");
  #ahead = document.createElement("audio");
  #timer = 0;
  #frame = 0;
  #guard = 0;
  #loaded = -1;
  #rate = 1;
  #slow = false; // whether this sentence is wanted slowly

  /** `id`: of the audio element, where there may be other players on the page. */
  constructor(sentences, id = "voice") {
    super();
    this.sentences = sentences;
    this.index = 0;
    this.wanted = false;
    this.pauses = 1; // how many times as long as usual
    this.single = false; // one sentence at a time: it waits behind each
    this.waiting = false;
    for (const audio of [this.#audio, this.#ahead]) {
      audio.preload = "auto";
      audio.preservesPitch = true;
      audio.hidden = true;
    }
    this.#audio.id = id;
    this.#audio.addEventListener("ended", () => this.#ended());
    this.#audio.addEventListener("error", () => this.#failed());
    this.#audio.addEventListener("playing", () => this.#watch());
    document.body.append(this.#audio);
    if (sentences.length) this.#load(0);
  }

  get speaking() {
    return this.wanted;
  }

  set rate(rate) {
    this.#rate = rate;
    this.#setRate();
  }

  /** The usual rate, also while a sentence is said slowly. */
  get rate() {
    return this.#rate;
  }

  /** Where it goes on: behind the sentence it waits at, else at the one it stands at. */
  get place() {
    return this.waiting ? this.index + 1 : this.index;
  }

  set volume(volume) {
    this.#audio.volume = volume;
  }

  get volume() {
    return this.#audio.volume;
  }

  /** Speak from where it stands, or from a sentence. Resolves to whether the browser allows it. */
  async play(index = this.place) {
    if (!this.sentences.length) return false;
    clearTimeout(this.#timer);
    if (index >= this.sentences.length) {
      this.#finish();
      return true;
    }
    this.waiting = false;
    // A clip that failed while nobody wanted it is asked for once more.
    if (index !== this.#loaded || this.#audio.error || !this.#audio.src) this.#load(index);
    const started = !this.wanted;
    this.wanted = true;
    this.#tell("sentence", { index: this.index });
    if (started) this.#tell("playing");
    this.#watchOver();
    try {
      await this.#audio.play();
      return true;
    } catch (error) {
      if (error.name === "NotAllowedError") {
        this.pause();
        return false;
      }
      if (error.name === "NotSupportedError") this.#failed();
      return this.wanted;
    }
  }

  pause() {
    clearTimeout(this.#timer);
    clearTimeout(this.#guard);
    cancelAnimationFrame(this.#frame);
    this.#audio.pause();
    if (!this.wanted) return;
    this.wanted = false;
    this.#tell("paused");
    if (this.#audio.ended && this.index + 1 < this.sentences.length) {
      // Between two sentences: what has been said is not said again.
      this.#load(this.index + 1);
      this.#tell("sentence", { index: this.index });
    }
  }

  /** Stop and go back to the first sentence. */
  stop() {
    this.pause();
    this.#tell("stopped");
    if (this.sentences.length) this.#load(0);
  }

  /** Stand at a sentence without saying it. */
  stand(index) {
    this.pause();
    this.waiting = false;
    if (index !== this.#loaded) this.#load(index);
    this.#tell("sentence", { index });
  }

  /** The next sentence; behind the last one, the end. */
  next() {
    const next = behind(this.sentences, this.index);
    if (next < this.sentences.length) this.#go(next);
    else if (this.wanted || this.waiting) this.#finish();
  }

  /** The start of this sentence; within its first two seconds the one before. */
  previous() {
    const near = !this.waiting && this.#audio.currentTime < RESTART_S;
    const before = Math.max(0, startOf(this.sentences, this.index) - 1);
    this.#go(near ? startOf(this.sentences, before) : this.index);
  }

  /** This sentence once more, aloud, or slowly; the next one is said as usual. */
  again(inSlowness = false) {
    this.#slow = inSlowness;
    this.#setRate();
    this.#audio.currentTime = 0;
    return this.play(this.index);
  }

  #go(index) {
    const speak = this.wanted || this.waiting;
    this.waiting = false;
    this.#load(index);
    if (speak) this.play(index);
    else this.#tell("sentence", { index });
  }

  #load(index) {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    // From an announcement to its sentence it stays as slow.
    const same = index === this.index || (this.sentences[this.index]?.of && index === this.index + 1);
    if (!same) this.#slow = false;
    this.waiting = false;
    this.index = index;
    this.#loaded = index;
    this.#give(this.#audio, index);
    this.#setRate();
    if (index + 1 < this.sentences.length) this.#give(this.#ahead, index + 1);
  }

  #give(audio, index) {
    const address = source(this.sentences[index]);
    if (address) audio.src = address;
    else audio.removeAttribute("src");
  }

  #setRate() {
    const rate = this.#slow ? slowly(this.#rate) : this.#rate;
    this.#audio.defaultPlaybackRate = rate;
    this.#audio.playbackRate = rate;
  }

  #watch() {
    cancelAnimationFrame(this.#frame);
    const step = () => {
      if (!this.wanted) return;
      this.#tell("time", { index: this.index, ms: this.#audio.currentTime * 1000 });
      this.#frame = requestAnimationFrame(step);
    };
    step();
  }

  /** Ends what does not come: else it would count as speech, and the visit would never end. */
  #watchOver() {
    clearTimeout(this.#guard);
    this.#guard = setTimeout(() => {
      if (!this.wanted) return;
      if (this.#audio.readyState < HTMLMediaElement.HAVE_FUTURE_DATA && !this.#audio.ended) {
        this.#failed();
      } else {
        this.#watchOver();
      }
    }, STALLED_MS);
  }

  #finish() {
    clearTimeout(this.#timer);
    clearTimeout(this.#guard);
    this.wanted = false;
    this.#audio.pause();
    this.#tell("paused");
    this.#tell("ended");
    this.#load(0);
  }

  #ended() {
    cancelAnimationFrame(this.#frame);
    if (!this.wanted) return;
    const said = this.sentences[this.index];
    if (this.single && !said.of) {
      this.#wait();
      return;
    }
    if (this.index + 1 >= this.sentences.length) {
      this.#finish();
      return;
    }
    const pause = ((said.pause ?? PAUSE_MS) * this.pauses) / Math.max(1, this.#rate);
    this.#timer = setTimeout(() => this.play(this.index + 1), pause);
  }

  /** Stay at the sentence that has been said, until somebody asks for the next. */
  #wait() {
    clearTimeout(this.#guard);
    this.wanted = false;
    this.waiting = true;
    this.#tell("paused");
    this.#tell("waiting");
  }

  #failed() {
    if (!this.wanted) return;
    this.pause();
    this.#tell("failed");
  }

  #tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
