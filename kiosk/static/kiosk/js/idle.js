// Asks whether anybody is still there, waits, and then ends the visit (TIM-1 to TIM-4).

export const IDLE_S = 120;
export const IDLE_SPOKEN_S = 300;
export const WARNING_S = 45;
const SWALLOW_MS = 700;

/**
 * @param {object} use  busy(): whether speech plays; spoke(): whether the visit used speech;
 *   wanted(): whether there is anything to clear; warn(): once, when the question appears;
 *   over(): the time is up.
 */
export function watch(dialog, seconds, use) {
  let last = Date.now();
  let warnedAt = 0;
  let swallowUntil = 0;

  const touched = (event) => {
    if (warnedAt) {
      // The touch that answers does not also press what lies under it (TIM-4).
      event.preventDefault();
      event.stopImmediatePropagation();
      swallowUntil = Date.now() + SWALLOW_MS;
      dialog.close();
      warnedAt = 0;
    }
    last = Date.now();
  };
  for (const type of ["pointerdown", "keydown", "wheel"]) {
    addEventListener(type, touched, { capture: true, passive: false });
  }
  for (const type of ["click", "pointerup", "keyup"]) {
    addEventListener(
      type,
      (event) => {
        if (Date.now() >= swallowUntil) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true },
    );
  }
  dialog.addEventListener("close", () => {
    warnedAt = 0;
    last = Date.now();
  });

  setInterval(() => {
    const now = Date.now();
    // No countdown while speech plays (TIM-2).
    if (use.busy()) last = now;
    if (warnedAt) {
      const left = WARNING_S - Math.floor((now - warnedAt) / 1000);
      seconds.textContent = String(Math.max(0, left));
      if (left <= 0) {
        warnedAt = 0;
        use.over();
      }
      return;
    }
    if (!use.wanted()) return;
    const limit = use.limit?.() ?? (use.spoke() ? IDLE_SPOKEN_S : IDLE_S);
    if (now - last < limit * 1000) return;
    if (use.warn()) {
      warnedAt = now;
      seconds.textContent = String(WARNING_S);
      dialog.showModal();
    } else {
      use.over();
    }
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
