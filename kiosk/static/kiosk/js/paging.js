// Turns long text into screenfuls: columns as wide as the screen, shown one at a time (TXT-8).

const WIDEST_EM = 36; // a wider column would have lines of more than 80 characters (TXT-7)

export class Pages extends EventTarget {
  #box;
  #step = 0;

  constructor(box) {
    super();
    this.#box = box;
    this.page = 0;
    this.count = 1;
    new ResizeObserver(() => this.layout()).observe(box);
    // Focus, a search or assistive technology may scroll the box: it always stands on a page.
    box.addEventListener("scroll", () => this.#settle());
    document.fonts?.ready.then(() => this.layout());
    this.layout();
  }

  /** Lay out anew, staying with the text that is on the screen. */
  layout() {
    const box = this.#box;
    const em = parseFloat(getComputedStyle(box).fontSize);
    const width = box.clientWidth;
    const gap = Math.round(em * 1.2);
    const columns = "single" in box.dataset ? 1 : Math.ceil(width / (WIDEST_EM * em));
    const anchor = this.#step ? this.#firstVisible() : null;
    box.style.columnGap = `${gap}px`;
    box.style.columnWidth = `${Math.floor((width - gap * (columns - 1)) / columns)}px`;
    this.#step = width + gap;
    this.count = Math.max(1, Math.ceil((box.scrollWidth - 4) / this.#step));
    this.show(anchor ? this.pageOf(anchor) : Math.min(this.page, this.count - 1));
  }

  show(page) {
    this.page = Math.max(0, Math.min(page, this.count - 1));
    this.#box.scrollLeft = this.page * this.#step;
    this.dispatchEvent(new CustomEvent("page"));
  }

  /** The page that an element or a range begins on. */
  pageOf(target) {
    const rects = target.getClientRects();
    if (!rects.length) return this.page;
    const left = rects[0].left - this.#box.getBoundingClientRect().left + this.#box.scrollLeft;
    return Math.max(0, Math.floor((left + 2) / this.#step));
  }

  #firstVisible() {
    const box = this.#box.getBoundingClientRect();
    for (const element of this.#box.querySelectorAll(".sentence")) {
      const rect = element.getClientRects()[0];
      if (rect && rect.left >= box.left - 2 && rect.left < box.right) return element;
    }
    return null;
  }

  #settle() {
    const page = Math.round(this.#box.scrollLeft / this.#step);
    if (Math.abs(this.#box.scrollLeft - page * this.#step) > 1 || page !== this.page) {
      this.show(Math.floor((this.#box.scrollLeft + this.#step / 2) / this.#step));
    }
    this.#box.scrollTop = 0;
  }
}

/** Shows a list in screenfuls of at most `most` items, fewer where the room does not hold them. */
export class ListPages extends EventTarget {
  #room;

  constructor(list, most, room) {
    super();
    this.items = [...list.children];
    this.most = most;
    this.#room = room;
    this.page = 0;
    new ResizeObserver(() => this.layout()).observe(room);
    document.fonts?.ready.then(() => this.layout());
    this.layout();
  }

  /** Lay out anew, staying with the item that is first on the screen. */
  layout() {
    const first = this.page * (this.perScreen ?? this.most);
    for (this.perScreen = this.most; ; this.perScreen -= 1) {
      this.count = Math.max(1, Math.ceil(this.items.length / this.perScreen));
      this.show(Math.floor(first / this.perScreen));
      const room = this.#room;
      if (this.perScreen === 1 || room.scrollHeight <= room.clientHeight) return;
    }
  }

  show(page) {
    this.page = Math.max(0, Math.min(page, this.count - 1));
    this.items.forEach((item, index) => {
      item.hidden = Math.floor(index / this.perScreen) !== this.page;
    });
    this.dispatchEvent(new CustomEvent("page"));
  }
}
