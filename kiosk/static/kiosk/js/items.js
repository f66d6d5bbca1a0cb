// What the player says one after the other: sentences, and announcements of what has a shape.
// An announcement has no `id` of its own; it is `of` the sentence that it precedes.

/**
 * Unfold the words of all items anywhere in a page's data, in place: they come as one row of numbers,
 * each word's start from the end of the one before, its length in time, its offset likewise, its
 * length in code points. They become [start_ms, end_ms, offset, length].
 */
export function unfold(data) {
  for (const value of Object.values(data)) {
    if (value && typeof value === "object") unfold(value);
  }
  if (typeof data.words?.[0] !== "number") return;
  const words = [];
  let ms = 0;
  let at = 0;
  for (let index = 0; index < data.words.length; index += 4) {
    const [wait, long, gap, length] = data.words.slice(index, index + 4);
    words.push([ms + wait, ms + wait + long, at + gap, length]);
    ms += wait + long;
    at += gap + length;
  }
  data.words = words;
}

/** The element to mark while an item is said: the sentence, or the whole of what is announced. */
export function elementOf(item) {
  if (item.id) return document.getElementById(item.id);
  const sentence = item.of && document.getElementById(item.of);
  const point = sentence?.closest("li");
  // The first point of a list is announced together with the list.
  if (point) return point.previousElementSibling ? point : point.parentElement;
  return sentence?.closest("h2, .warning p, figcaption") ?? sentence ?? null;
}

/** Where the announcements of the sentence at an index begin; itself where it has none. */
export function startOf(items, index) {
  let start = index;
  while (start > 0 && items[start - 1].of) start -= 1;
  return start;
}

/** What comes behind the sentence at an index, or behind the one that is announced there. */
export function behind(items, index) {
  let last = index;
  while (items[last]?.of) last += 1;
  return last + 1;
}
