// How large and how far apart the keys of a real screen are, and how high above the floor.

import { least } from "./letters.js";

const TARGETS = 'a[href], button, summary, select, textarea, input:not([type="hidden"]), [role="button"]';

/** Every key that can be seen: {text, box}. Sentences in running text are exempt, as inline text is. */
export function targets(page) {
  return [...page.querySelectorAll(TARGETS)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".sentence"))
    .map((one) => ({ text: (one.getAttribute("aria-label") ?? one.textContent).trim().replace(/\s+/g, " "), box: one.getBoundingClientRect(), element: one }))
    .filter(({ box }) => box.width > 0 && box.height > 0);
}

/** The key of the shortest side: {mm, text}. */
export function smallestTarget(page, pxPerMm) {
  return least(targets(page).map(({ text, box }) => ({ mm: Math.min(box.width, box.height) / pxPerMm, text })), "mm");
}

/** The two keys that are nearest to each other: {mm, text}. */
export function smallestGap(page, pxPerMm) {
  const all = targets(page);
  const rows = [];
  all.forEach((one, at) => {
    for (const other of all.slice(at + 1)) {
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const across = Math.max(one.box.left, other.box.left) - Math.min(one.box.right, other.box.right);
      const down = Math.max(one.box.top, other.box.top) - Math.min(one.box.bottom, other.box.bottom);
      rows.push({ mm: Math.max(across, down) / pxPerMm, text: `${one.text} / ${other.text}` });
    }
  });
  return least(rows, "mm");
}

/** How high above the floor the lowest and the highest key are: {low, high} in mm. */
export function heights(page, pxPerMm, bottomMm) {
  const foot = page.defaultView.innerHeight;
  const above = (y) => bottomMm + (foot - y) / pxPerMm;
  const all = targets(page).map(({ box }) => box);
  return { low: Math.min(...all.map((box) => above(box.bottom))), high: Math.max(...all.map((box) => above(box.top))) };
}
