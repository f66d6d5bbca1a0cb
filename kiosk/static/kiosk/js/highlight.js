// Marks the sentence and the word that are being said, over text that stays whole.

const supported = "highlights" in CSS && typeof Highlight === "function";

/** A Range over [offset, offset + length) of an element's text, in code points. */
export function rangeOf(element, offset, length) {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let passed = 0;
  let started = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const points = Array.from(node.data);
    if (!started && offset < passed + points.length) {
      range.setStart(node, units(points, offset - passed));
      started = true;
    }
    if (started && offset + length <= passed + points.length) {
      range.setEnd(node, units(points, offset + length - passed));
      return range;
    }
    passed += points.length;
  }
  return null;
}

// JavaScript counts UTF-16 units, the server code points: converted here and nowhere else.
function units(points, count) {
  let total = 0;
  for (let index = 0; index < count; index += 1) total += points[index].length;
  return total;
}

export class Marker {
  #element = null;
  #word = -1;

  sentence(element) {
    this.#element = element;
    this.#word = -1;
    if (!supported) {
      element?.classList.add("said");
      return;
    }
    CSS.highlights.delete("word");
    if (!element) {
      CSS.highlights.delete("sentence");
      return;
    }
    const range = document.createRange();
    range.selectNodeContents(element);
    CSS.highlights.set("sentence", new Highlight(range));
  }

  /** Mark the word said at a time of the clip; words are [start_ms, end_ms, offset, length]. */
  at(words, ms) {
    const index = wordAt(words, ms);
    if (index === this.#word || !this.#element) return null;
    this.#word = index;
    if (!supported) return null;
    if (index < 0) {
      CSS.highlights.delete("word");
      return null;
    }
    const range = rangeOf(this.#element, words[index][2], words[index][3]);
    if (!range) return null;
    const mark = new Highlight(range);
    mark.priority = 1;
    CSS.highlights.set("word", mark);
    return range;
  }

  /** Mark a range of an element's text as a word, without its sentence. */
  word(element, offset, length) {
    this.sentence(null);
    const range = supported ? rangeOf(element, offset, length) : null;
    if (range) CSS.highlights.set("word", new Highlight(range));
  }

  clear() {
    this.sentence(null);
  }
}

/** The index of the word that is said at a time, or -1 in a pause. Binary search. */
export function wordAt(words, ms) {
  let low = 0;
  let high = words.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (words[middle][0] <= ms) low = middle + 1;
    else high = middle - 1;
  }
  return high >= 0 && ms < words[high][1] ? high : -1;
}
