// Where the real screens are shown while they are measured: a frame as large as the window, so that
// they stand in it as they do for visitors.

const LONG_MS = 15_000;
const TICK_MS = 20;

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves when `test()` is true; rejects with `what` when it never is. */
export async function until(test, what, ms = LONG_MS) {
  const end = performance.now() + ms;
  while (!test()) {
    if (performance.now() > end) throw new Error(`${what} did not happen.`);
    await pause(TICK_MS);
  }
}

export class Stage {
  #frame = document.createElement("iframe");

  constructor() {
    this.#frame.className = "stage";
    this.#frame.title = "The screen that is being measured";
    document.body.append(this.#frame);
  }

  get window() {
    return this.#frame.contentWindow;
  }

  get document() {
    return this.#frame.contentDocument;
  }

  get root() {
    return this.document.documentElement;
  }

  /** What the screen's own data says. */
  get data() {
    return JSON.parse(this.document.getElementById("data").textContent);
  }

  /** Show an address as a visitor would get it. Without an entry in the browser's history. */
  async open(address) {
    const before = this.window.document;
    this.window.location.replace(address);
    await until(() => this.document && this.document !== before && this.ready, `Opening ${address}`);
    await this.settled();
  }

  get ready() {
    return this.document?.readyState === "complete" && this.root.classList.contains("ready");
  }

  /** Wait until fonts are there and what was changed is drawn. */
  async settled() {
    await this.document.fonts.ready;
    await new Promise((resolve) => this.window.requestAnimationFrame(() => this.window.requestAnimationFrame(resolve)));
  }

  /** Measure with a look as visitors can choose it; `look` is of the root's attributes. */
  async looking(look, measure) {
    const before = { ...this.root.dataset };
    Object.assign(this.root.dataset, look);
    await this.settled();
    const found = measure(this.document);
    for (const key of Object.keys(look)) {
      if (key in before) this.root.dataset[key] = before[key];
      else delete this.root.dataset[key];
    }
    return found;
  }

  close() {
    this.#frame.remove();
  }
}
