// Reads sentences aloud, one clip after the other, and says where it is.

export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];
export const VOLUMES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
const PAUSE_MS = 350; // between two sentences at the usual speed
const RESTART_S = 2; // "back" within this time goes to the sentence before
const STALLED_MS = 10_000; // a clip that is not there by then does not come

const opus = document.createElement("audio").canPlayType("audio/ogg; codecs=opus") !== "";

/**
 * Events: "sentence" {index}, "playing", "paused", "time" {index, ms}, "ended", "failed".
 * Sentences: {id, url, wav, ms, words}.
 */
export class Player extends EventTarget {
  #audio = document.createElement("audio");
  #ahead = document.createElement("audio");
  #timer = 0;
  #frame = 0;
  #guard = 0;
  #loaded = -1;

  /** `id`: of the audio element, where there may be other players on the page. */
  constructor(sentences, id = "voice") {
    super();
    this.sentences = sentences;
    this.index = 0;
    this.wanted = false;
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
    this.#audio.defaultPlaybackRate = rate;
    this.#audio.playbackRate = rate;
  }

  get rate() {
    return this.#audio.playbackRate;
  }

  set volume(volume) {
    this.#audio.volume = volume;
  }

  get volume() {
    return this.#audio.volume;
  }

  /** Speak from where it stands, or from a sentence. Resolves to whether the browser allows it. */
  async play(index = this.index) {
    if (!this.sentences.length) return false;
    clearTimeout(this.#timer);
    // A clip that failed while nobody wanted it is asked for once more.
    if (index !== this.#loaded || this.#audio.error) this.#load(index);
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

  /** The next sentence; behind the last one, the end. */
  next() {
    if (this.index + 1 < this.sentences.length) this.#go(this.index + 1);
    else if (this.wanted) this.#finish();
  }

  /** The start of this sentence; within its first two seconds the one before. */
  previous() {
    const near = this.#audio.currentTime < RESTART_S;
    this.#go(Math.max(0, near ? this.index - 1 : this.index));
  }

  /** This sentence once more, aloud. */
  again() {
    this.#audio.currentTime = 0;
    return this.play(this.index);
  }

  #go(index) {
    const speak = this.wanted;
    this.#load(index);
    if (speak) this.play(index);
    else this.#tell("sentence", { index });
  }

  #load(index) {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.index = index;
    this.#loaded = index;
    const rate = this.#audio.playbackRate;
    this.#audio.src = this.#source(index);
    this.#audio.playbackRate = rate;
    if (index + 1 < this.sentences.length) this.#ahead.src = this.#source(index + 1);
  }

  #source(index) {
    const sentence = this.sentences[index];
    return opus ? sentence.url : sentence.wav;
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
    if (this.index + 1 >= this.sentences.length) {
      this.#finish();
      return;
    }
    // Slower speech lengthens its pauses first.
    const pause = PAUSE_MS / Math.min(1, this.rate);
    this.#timer = setTimeout(() => this.play(this.index + 1), pause);
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
