// Turns long text into screenfuls: columns as wide as the screen, shown one at a time (TXT-8).

const WIDEST_EM = 36; // a wider column would have lines of more than 80 characters (TXT-7)
// Where the screen is as small as this the text scrolls instead (WCAG 1.4.10); kiosk.css says the same.
const small = matchMedia("(max-width: 500px), (max-height: 500px)");

export class Pages extends EventTarget {
  #box;
  #step = 0;
  #place = null; // the text that stays on the screen when the layout changes

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

  /** Whether a range or an element is part of the text. */
  has(target) {
    return this.#box.contains(target.startContainer ?? target);
  }

  get #rtl() {
    return getComputedStyle(this.#box).direction === "rtl";
  }

  /** Keep this range or element on the screen when the layout changes. */
  hold(target) {
    this.#place = target;
  }

  /** Lay out anew, staying with the text that is on the screen. */
  layout() {
    const box = this.#box;
    box.querySelectorAll(":scope > .filler").forEach((filler) => filler.remove());
    if (small.matches) {
      box.style.columnWidth = "";
      this.#step = 0;
      this.count = 1;
      this.#turn(0);
      return;
    }
    const em = parseFloat(getComputedStyle(box).fontSize);
    const width = box.clientWidth;
    const gap = Math.round(em * 1.2);
    const columns = "single" in box.dataset ? 1 : Math.ceil(width / (WIDEST_EM * em));
    const column = (width - gap * (columns - 1)) / columns;
    box.style.columnGap = `${gap}px`;
    box.style.columnWidth = `${Math.floor(column)}px`;
    this.#fitPictures();
    this.#step = width + gap;
    const filled = Math.max(1, Math.round((box.scrollWidth + gap) / (column + gap)));
    // The last page is filled up with empty columns, or it could not be scrolled to.
    for (let left = filled % columns; left && left < columns; left += 1) {
      const filler = document.createElement("div");
      filler.className = "filler";
      box.append(filler);
    }
    this.count = Math.ceil(filled / columns);
    this.#turn(this.#place ? this.pageOf(this.#place) : this.page);
  }

  /** Give each picture the height that its description leaves of a page, and at least this part. */
  #fitPictures(least = 0.45) {
    const high = this.#box.clientHeight;
    for (const picture of this.#box.querySelectorAll(".picture")) {
      const parts = [...picture.querySelector("figcaption").getClientRects()];
      // A pixel is lost to rounding, and what stands higher than its page would be cut.
      const room = Math.floor(high - parts.reduce((sum, part) => sum + part.height, 0)) - 1;
      const tall = Math.max(room, Math.floor(least * high));
      const [across, down] = ["width", "height"].map((side) =>
        Number(picture.querySelector("img").getAttribute(side)));
      picture.classList.toggle("long", room < least * high);
      picture.style.setProperty("--picture-high", `${tall}px`);
      // No wider than the picture, or the white beside it would dazzle on a black screen.
      picture.style.setProperty("--picture-wide", `${Math.ceil((tall * across) / down)}px`);
    }
  }

  /** Show a page, and stay with its text from then on. */
  show(page) {
    this.#turn(page);
    this.#place = this.#first();
  }

  /** How many characters of the text stand before what it stays with, or the first on the screen. */
  get offset() {
    const kept = this.#place ?? this.#first();
    if (!kept) return 0;
    const range = document.createRange();
    range.selectNodeContents(this.#box);
    if (kept.startContainer) range.setEnd(kept.startContainer, kept.startOffset);
    else range.setEndBefore(kept);
    return range.toString().length;
  }

  /** Show the page with the character that has so many before it, and stay with it. */
  standAt(offset) {
    const walker = document.createTreeWalker(this.#box, NodeFilter.SHOW_TEXT);
    let left = offset;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (left >= node.length) {
        left -= node.length;
        continue;
      }
      const range = document.createRange();
      range.setStart(node, left);
      range.setEnd(node, left + 1);
      this.#place = range;
      this.layout();
      return;
    }
  }

  /** The page that an element or a range begins on. */
  pageOf(target) {
    const rects = target.getClientRects();
    if (!rects.length || !this.#step) return this.page;
    const box = this.#box.getBoundingClientRect();
    // Where lines run from the right, the pages go on to the left and scrollLeft is negative.
    const from = this.#rtl ? box.right - rects[0].right - this.#box.scrollLeft : rects[0].left - box.left + this.#box.scrollLeft;
    return Math.max(0, Math.floor((from + 2) / this.#step));
  }

  #turn(page) {
    this.page = Math.max(0, Math.min(page, this.count - 1));
    this.#box.scrollLeft = this.page * this.#step * (this.#rtl ? -1 : 1);
    this.dispatchEvent(new CustomEvent("page"));
  }

  /** The first character on the screen as a range, or null. */
  #first() {
    const box = this.#box.getBoundingClientRect();
    const walker = document.createTreeWalker(this.#box, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.data.trim()) continue;
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()];
      if (!rects.some((rect) => rect.right > box.left + 2 && rect.left < box.right)) continue;
      // A long text may have begun on an earlier page: find the first of it that is on this one.
      let low = 0;
      let high = node.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        range.setStart(node, middle);
        range.setEnd(node, middle + 1);
        const rect = range.getBoundingClientRect();
        if (this.#rtl ? rect.right <= box.right + 2 : rect.left >= box.left - 2) high = middle;
        else low = middle + 1;
      }
      range.setStart(node, low);
      range.setEnd(node, Math.min(low + 1, node.length));
      return range;
    }
    return null;
  }

  #settle() {
    if (!this.#step) return;
    const box = this.#box;
    const wanted = Math.min(this.page * this.#step, box.scrollWidth - box.clientWidth);
    const scrolled = Math.abs(box.scrollLeft);
    if (Math.abs(scrolled - wanted) > 1) {
      this.show(Math.floor((scrolled + this.#step / 2) / this.#step));
    }
    box.scrollTop = 0;
  }
}

/** Shows a list in screenfuls of at most `most` items, fewer where the room does not hold them. */
export class ListPages extends EventTarget {
  #list;
  #room;

  constructor(list, most, room) {
    super();
    this.#list = list;
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
    const room = this.#room;
    const across = getComputedStyle(this.#list).gridTemplateColumns.split(" ").length;
    // By whole rows, so that no row stands half empty.
    for (let most = this.most; ; most -= most % across || across) {
      this.perScreen = Math.max(1, most);
      this.count = Math.max(1, Math.ceil(this.items.length / this.perScreen));
      this.show(Math.floor(first / this.perScreen));
      if (most <= across || small.matches || room.scrollHeight <= room.clientHeight) return;
    }
  }

  /** Show the screenful that an item is on, by its number in the list. */
  reveal(item) {
    this.show(Math.floor(item / this.perScreen));
  }

  show(page) {
    this.page = Math.max(0, Math.min(page, this.count - 1));
    this.items.forEach((item, index) => {
      item.hidden = Math.floor(index / this.perScreen) !== this.page;
    });
    this.dispatchEvent(new CustomEvent("page"));
  }
}
