// The drawing of a bank card: as large as the card itself, it tells the pixels of a millimetre.

const WIDE_MM = 85.6; // ISO/IEC 7810, ID-1
const HIGH_MM = 53.98;
const STEP_PX = 1;
const LEAP_PX = 20;

/** `changed(pxPerMm)`: called whenever the drawing has another size. */
export class Card {
  #card = document.getElementById("card");
  #scale = 1;

  constructor(changed) {
    this.changed = changed;
    let from = null;
    this.#card.addEventListener("pointerdown", (event) => {
      from = { x: event.clientX, wide: this.#scale * WIDE_MM };
      this.#card.setPointerCapture(event.pointerId);
    });
    this.#card.addEventListener("pointermove", (event) => {
      if (from) this.scale = (from.wide + event.clientX - from.x) / WIDE_MM;
    });
    for (const over of ["pointerup", "pointercancel"]) this.#card.addEventListener(over, () => (from = null));
  }

  get scale() {
    return this.#scale;
  }

  /** CSS pixels a millimetre. */
  set scale(pxPerMm) {
    this.#scale = Math.max(0.5, Math.min(20, Math.round(pxPerMm * 1000) / 1000));
    this.#card.style.width = `${this.#scale * WIDE_MM}px`;
    this.#card.style.height = `${this.#scale * HIGH_MM}px`;
    this.changed(this.#scale);
  }

  /** Larger or smaller by a pixel, or by a leap. */
  grow(steps, leap = false) {
    this.scale = (this.#scale * WIDE_MM + steps * (leap ? LEAP_PX : STEP_PX)) / WIDE_MM;
  }
}
