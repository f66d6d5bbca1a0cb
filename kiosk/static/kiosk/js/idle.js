// Asks whether anybody is still there, waits, and then ends the visit (TIM-1 to TIM-4).

export const IDLE_S = 120;
export const IDLE_SPOKEN_S = 300;
export const WARNING_S = 45;
const SWALLOW_MS = 400; // after the release of the touch that answers

/**
 * @param {function} show  shows how many seconds are left
 * @param {object} use  busy(): whether speech plays; spoke(): whether the visit used speech;
 *   wanted(): whether there is anything to clear; limit(): seconds before the question, where it is
 *   another than usual; warn(): once, when the question appears; over(): the time is up.
 */
export function watch(dialog, show, use) {
  // Not the time of day: setting the clock ends no visit.
  const now = () => performance.now();
  let last = now();
  let warnedAt = null;
  let held = false; // the answering touch or key is still down
  let swallowUntil = 0;

  const swallow = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const answered = () => {
    warnedAt = null;
    held = false;
    last = now();
    swallowUntil = now() + SWALLOW_MS;
    dialog.close();
  };
  const down = (event) => {
    last = now();
    if (warnedAt === null && !held) return;
    // The touch that answers does not also press what lies under it, however long it is held.
    swallow(event);
    warnedAt = null;
    if (event.type === "wheel") answered();
    else held = true;
  };
  const up = (event) => {
    last = now();
    if (held) {
      swallow(event);
      answered();
    } else if (now() < swallowUntil) {
      swallow(event);
    }
  };
  for (const type of ["pointerdown", "keydown", "wheel"]) {
    addEventListener(type, down, { capture: true, passive: false });
  }
  for (const type of ["pointerup", "pointercancel", "keyup"]) {
    addEventListener(type, up, { capture: true });
  }
  addEventListener("click", (event) => {
    if (held || now() < swallowUntil) swallow(event);
  }, { capture: true });
  dialog.addEventListener("close", () => {
    warnedAt = null;
    held = false;
    last = now();
  });

  setInterval(() => {
    // No countdown while speech plays (TIM-2).
    if (use.busy()) last = now();
    if (warnedAt !== null) {
      const left = WARNING_S - Math.floor((now() - warnedAt) / 1000);
      show(Math.max(0, left));
      if (left <= 0) {
        warnedAt = null;
        use.over();
      }
      return;
    }
    if (held || !use.wanted()) return;
    const limit = use.limit?.() ?? (use.spoke() ? IDLE_SPOKEN_S : IDLE_S);
    if (now() - last < limit * 1000) return;
    warnedAt = now();
    show(WARNING_S);
    dialog.showModal();
    use.warn();
  }, 500);
}

/** Two soft tones, under a second: the question is heard as well as seen (TIM-3). */
export function chime(volume) {
  try {
    const context = new AudioContext();
    const gain = context.createGain();
    gain.gain.value = 0.15 * volume;
    gain.connect(context.destination);
    [523, 392].forEach((pitch, index) => {
      const tone = context.createOscillator();
      tone.frequency.value = pitch;
      tone.connect(gain);
      tone.start(context.currentTime + index * 0.3);
      tone.stop(context.currentTime + index * 0.3 + 0.25);
    });
    setTimeout(() => context.close(), 1500);
  } catch {
    // A screen without sound still shows the question.
  }
}
