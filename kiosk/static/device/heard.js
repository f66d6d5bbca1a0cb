// How soon the real screens speak, how soon they fall silent, and how loud they are.

import { pause, until } from "./stage.js";

const ROUNDS = 3;
const ONCE_MS = 600; // the same key counts again after this long (TCH-5)
const LEVELS = 10;
const SILENT_MS = 1000; // what is not silent by then does not fall silent

const voice = (stage) => stage.document.getElementById("voice");

function press(stage, name) {
  stage.document.querySelector(`[data-do="${name}"]`).click();
}

/** Milliseconds from the touch of Listen to the first sound. */
async function toSound(stage) {
  const audio = voice(stage);
  const heard = new Promise((resolve) => audio.addEventListener("playing", () => resolve(performance.now()), { once: true }));
  const start = performance.now();
  press(stage, "play");
  const end = await Promise.race([heard, pause(5000)]);
  return end ? end - start : NaN;
}

/** Milliseconds from an action to silence; NaN where it goes on. */
async function toSilence(stage, act) {
  const audio = voice(stage);
  const start = performance.now();
  act();
  try {
    await until(() => audio.paused, "Silence", SILENT_MS);
  } catch {
    return NaN;
  }
  return performance.now() - start;
}

/**
 * On an article: {sound: [ms], silence: [ms], most} of several touches; `most` is how many players were
 * heard at once.
 */
export async function touches(stage) {
  const found = { sound: [], silence: [], most: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    found.sound.push(await toSound(stage));
    await pause(ONCE_MS);
    const playing = [...stage.document.querySelectorAll("audio, video")].filter((one) => !one.paused);
    found.most = Math.max(found.most, playing.length);
    found.silence.push(await toSilence(stage, () => press(stage, "play")));
    await pause(ONCE_MS);
  }
  return found;
}

/**
 * Milliseconds from the key that says that headphones were pulled out to silence, while an article is
 * read; NaN where it goes on, null where this version knows no such key.
 */
export async function unplugged(stage, keys) {
  const name = Object.entries(keys ?? {}).find(([, action]) => action === "headphones-out")?.[0] ?? "F16";
  await toSound(stage);
  await pause(ONCE_MS);
  const event = new stage.window.KeyboardEvent("keydown", {
    key: name.replace(/^code:/, ""), code: name.replace(/^code:/, ""), bubbles: true, cancelable: true,
  });
  const took = await toSilence(stage, () => (stage.document.activeElement ?? stage.document.body).dispatchEvent(event));
  if (!Number.isNaN(took)) return took;
  press(stage, "play");
  return stage.window.performance.getEntriesByType("resource").some((one) => /headphones/.test(one.name)) ? NaN : null;
}

/**
 * The gains of the voice at every level, from the quietest, and `usual`, at which a visit by this route
 * begins: {gains, usual}. By the very keys that visitors press.
 */
export async function levels(stage, address, route) {
  sessionStorage.setItem("visit", JSON.stringify({ route }));
  await stage.open(address);
  const audio = voice(stage);
  const usual = audio.volume;
  const gains = [];
  for (let at = 0; at < LEVELS; at += 1) press(stage, "quieter");
  for (let at = 0; at < LEVELS; at += 1) {
    gains.push(audio.volume);
    press(stage, "louder");
  }
  sessionStorage.removeItem("visit");
  return { gains, usual };
}

/** Decibels of a gain, where `maxDb` is what a meter read at the whole. */
export function decibels(gain, maxDb) {
  return maxDb + 20 * Math.log10(gain);
}
