// Headphones: in, audio mode begins for them alone; out, all speech stops, and nothing is said until
// somebody chooses the loudspeaker (AUD-1, AUD-4, AUD-5).

import { actions, answers, data, parts, player, preview, screen } from "./page.js";
import { isOn, plugged, quiet, start } from "./audio_mode.js";
import { keep, visit } from "./visit.js";
import { begin } from "./reading.js";
import { gainOf } from "./volume.js";

const SPEAKS = '[data-do="play"], [data-do="previous"], [data-do="next"], [data-do="again"], [data-do="slowly"], [data-do="words"], #text .sentence';

function level() {
  player.volume = gainOf(visit.volume);
  answers.volume = gainOf(visit.volume);
}

/** Headphones are there: what the loudspeaker says stops, and is heard in them (AUD-4). */
function putIn() {
  quiet();
  document.getElementById("ask-speaker")?.close();
  keep({ route: "headphones", hushed: false });
  level();
  start();
}

/** They are gone: silence first, then the advice of an article is shown at once. */
function pulledOut() {
  quiet();
  parts.held?.close();
  keep({ route: "speaker", hushed: true });
  level();
  showAdvice();
}

function showAdvice() {
  const banner = document.getElementById("banner");
  if (!data.closing || data.kind === "closing" || !banner.hidden) return;
  const text = document.getElementById("banner-text");
  text.textContent = data.closing.text;
  screen.know(text, data.closing);
  banner.hidden = false;
  // Whom to call comes first (COG-12).
  if (data.kind === "urgent") document.getElementById("main").after(banner);
}

if (!preview) {
  plugged.push((action) => (action === "headphones-in" ? putIn() : pulledOut()));

  // Whoever touches what speaks is asked first, once: people near the screen would hear it.
  const question = document.getElementById("ask-speaker");
  let wanted = null;
  document.addEventListener("click", (event) => {
    const what = visit.hushed && event.target.closest(SPEAKS);
    if (!what) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    wanted = what;
    question.showModal();
  }, { capture: true });
  actions["speaker-yes"] = () => {
    keep({ hushed: false });
    question.close();
    level();
    if (isOn()) start();
    else if (wanted?.matches("[data-do]")) actions[wanted.dataset.do]();
    else begin(Math.max(0, screen.elements.indexOf(wanted)));
  };
  actions["speaker-no"] = () => question.close();

  watchOutputs();
}

/** Headphones that the browser names and that are gone count as pulled out, new ones as put in. */
async function watchOutputs() {
  const devices = navigator.mediaDevices;
  if (!devices?.enumerateDevices) return;
  const named = async () => {
    const all = await devices.enumerateDevices().catch(() => []);
    return all.filter((one) => one.kind === "audiooutput" && /head(phone|set)/i.test(one.label)).length;
  };
  let before = await named();
  devices.addEventListener("devicechange", async () => {
    const now = await named();
    if (now < before) pulledOut();
    else if (now > before) putIn();
    before = now;
  });
}
