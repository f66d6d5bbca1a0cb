// How large letters are, and how they stand out, on a real screen.

const AT_PX = 1000;

/** Every piece of text that can be seen: [{text, element, style}]. */
export function texts(page) {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent.trim();
    if (!text || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (element.closest("script, style, noscript, audio, [data-unseen]")) continue;
    const range = page.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    found.push({ text, element, style: page.defaultView.getComputedStyle(element) });
  }
  return found;
}

/** How high a capital H of a font is, in CSS pixels: the font's own H at 1000 px, scaled. */
export function capital(style) {
  const ratio = `${style.fontStyle} ${style.fontWeight} ${AT_PX}px ${style.fontFamily}`;
  if (!ratios.has(ratio)) {
    pen.font = ratio;
    ratios.set(ratio, pen.measureText("H").actualBoundingBoxAscent / AT_PX);
  }
  return ratios.get(ratio) * Number.parseFloat(style.fontSize);
}

const ratios = new Map();
const pen = document.createElement("canvas").getContext("2d");

/** The text of the smallest capitals: {mm, text}. */
export function smallest(page, pxPerMm) {
  return least(texts(page).map(({ text, style }) => ({ mm: capital(style) / pxPerMm, text })), "mm");
}

/** The capitals of the text that is read, in mm; NaN where there is none. */
export function running(page, pxPerMm) {
  const sentence = page.querySelector("#text p .sentence");
  return sentence ? capital(page.defaultView.getComputedStyle(sentence)) / pxPerMm : NaN;
}

/** The text of the least contrast: {ratio, text}. Keys that are switched off are exempt (WCAG 1.4.3). */
export function faintest(page) {
  const view = page.defaultView;
  const rows = texts(page)
    .filter(({ element }) => !element.closest(":disabled, [aria-disabled=true]"))
    .map(({ text, element, style }) => {
      const ground = groundOf(element, view);
      return { ratio: contrast(over(colour(style.color), ground), ground), text };
    });
  return least(rows, "ratio");
}

/** The contrast of the text that is read; NaN where there is none. */
export function contrastRead(page) {
  const sentence = page.querySelector("#text p .sentence");
  if (!sentence) return NaN;
  const ground = groundOf(sentence, page.defaultView);
  return contrast(over(colour(page.defaultView.getComputedStyle(sentence).color), ground), ground);
}

/** The contrast of two opaque colours (WCAG 2.2). */
export function contrast(one, other) {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance([red, green, blue]) {
  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Red, green, blue and alpha from 0 to 1 of a computed colour. */
function colour(text) {
  const numbers = text.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [0, 0, 0, 0];
  const [red, green, blue, alpha = 1] = text.startsWith("color(") ? numbers : [...numbers.slice(0, 3).map((one) => one / 255), ...numbers.slice(3)];
  return [red, green, blue, alpha];
}

function over([red, green, blue, alpha], ground) {
  return [red, green, blue].map((part, at) => part * alpha + ground[at] * (1 - alpha));
}

function groundOf(element, view) {
  const layers = [];
  for (let one = element; one; one = one.parentElement) {
    const layer = colour(view.getComputedStyle(one).backgroundColor);
    if (layer[3] > 0) layers.push(layer);
    if (layer[3] === 1) break;
  }
  return layers.reverse().reduce((ground, layer) => over(layer, ground), [1, 1, 1]);
}

/** The row whose figure is the least, of none {[by]: NaN, text: ""}. */
export function least(rows, by) {
  return rows.reduce((low, row) => (Number.isNaN(low[by]) || row[by] < low[by] ? row : low), { [by]: NaN, text: "" });
}
