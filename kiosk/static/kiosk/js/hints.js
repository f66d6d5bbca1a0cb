// What is said only for the ear, and shown while it is said (SPK-13), and two small sounds.

import { mayBeHeard } from "./hush.js";
import { twoSwitches } from "./keys.js";
import { prompts } from "./page.js";
import { visit } from "./visit.js";
import { gainOf } from "./volume.js";

/** What is said of prompts, each [prompt, values]; what has no clip is left out. Only after they were loaded. */
export function hints(...wanted) {
  return wanted.flatMap(([prompt, values]) =>
    prompts.said(prompts.words(prompt, values)).map((one) =>
      ({ ...one, caption: prompts.element(prompt, values) })));
}

/** A prompt that names keys, as this screen's keys are named. */
export function keyed(prompt, values) {
  return [twoSwitches ? `${prompt}-two` : prompt, values];
}

/** A short low sound: there is nothing further this way (KEY-6). */
export function edge() {
  if (!mayBeHeard()) return;
  try {
    const context = new AudioContext();
    const gain = context.createGain();
    gain.gain.value = 0.2 * gainOf(visit.volume);
    gain.connect(context.destination);
    const tone = context.createOscillator();
    tone.frequency.value = 196;
    tone.connect(gain);
    tone.start();
    tone.stop(context.currentTime + 0.15);
    setTimeout(() => context.close(), 600);
  } catch {
    // The words say it as well.
  }
}

const warmed = new Set();

/** Fetch clips that are likely to be said next, so that they begin at once (SPK-16). */
export function warm(sentences) {
  for (const { url } of sentences) {
    if (!url || warmed.has(url)) continue;
    warmed.add(url);
    fetch(url, { priority: "low" }).catch(() => warmed.delete(url));
  }
}
