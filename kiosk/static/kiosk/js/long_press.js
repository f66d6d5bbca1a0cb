// A long press anywhere on the start screen that is not a control begins audio mode (AUD-1).

import { data, preview } from "./page.js";
import { isOn, start } from "./audio_mode.js";
import { mayBeHeard } from "./hush.js";

const HOLD_MS = 1000;
const TREMBLES_MM = 20; // a hand that trembles this far still holds

if (data.kind === "home" && !preview) {
  let timer = 0;
  let from = null;
  let swallows = false;
  const release = () => {
    clearTimeout(timer);
    from = null;
  };
  addEventListener("pointerdown", (event) => {
    release();
    swallows = false;
    if (isOn() || !mayBeHeard() || !event.isPrimary || event.button !== 0) return;
    if (event.target.closest("a, button, input, dialog, .curtain")) return;
    from = { x: event.clientX, y: event.clientY };
    timer = setTimeout(() => {
      release();
      swallows = true;
      start();
    }, HOLD_MS);
  });
  addEventListener("pointermove", (event) => {
    if (!from) return;
    const mm = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--mm"));
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > TREMBLES_MM * mm) release();
  }, { passive: true });
  for (const type of ["pointerup", "pointercancel"]) addEventListener(type, release);
  // The release of this press is no touch of its own: it would end the welcome.
  addEventListener("click", (event) => {
    if (!swallows) return;
    swallows = false;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: true });
}
