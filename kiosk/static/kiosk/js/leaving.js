// Leaving: every way out of an article carries the advice, and whoever went away is asked after.

import { arrive, isOn } from "./audio_mode.js";
import { mayBeHeard } from "./hush.js";
import { chime, watch } from "./idle.js";
import { actions, answers, data, parts, player, preview, prompts, screen } from "./page.js";
import { placed } from "./place.js";
import { START, end, keep, open, used, visit } from "./visit.js";
import { gainOf } from "./volume.js";

const AFTER_CLOSING_S = 30;
const AFTER_CHIME_MS = 700;
const REMIND_S = 20; // before the end the question says the time once more
// What stands in the place of what was asked for says so by itself.
const INSTEAD = ["gone", "not-translated"];
const banner = document.getElementById("banner");

/** Say what is visible in a part of the page, where answers may be said. */
async function sayAll(part) {
  if (!visit.spoke) return;
  const sentences = await screen.sentencesOf(part);
  if (!player.speaking && !answers.speaking) await answers.say(sentences);
}

function owe() {
  if (data.kind === "article" && !preview) keep({ article: data.slug, advice: true });
}

/**
 * Show the advice where it is owed; resolves to whether it is said as well, in audio mode to what is
 * to be said first.
 */
async function payAdvice() {
  if (!visit.advice || !data.closing || data.kind === "closing") return false;
  if (data.kind === "article" && data.slug === visit.article) return false;
  // An article has the same advice at its top already.
  const own = data.kind === "article" ? document.getElementById(data.closing.id) : null;
  const text = own ?? document.getElementById("banner-text");
  if (!own) {
    text.textContent = data.closing.text;
    screen.know(text, data.closing);
    banner.hidden = false;
  }
  if (data.kind === "urgent") {
    // Whom to call comes first (COG-12): here the advice stands below, and stays owed to the ear.
    document.getElementById("main").after(banner);
    return false;
  }
  // Between two languages: it is owed in the one that is chosen, too.
  keep({ advice: data.kind === "languages" });
  if (!visit.spoke) return false;
  const advice = { ...data.closing, element: text };
  const main = document.getElementById("main");
  if (isOn()) return [{ ...advice, firm: true }];
  const then = INSTEAD.includes(data.kind) ? await screen.sentencesOf(main) : [];
  answers.say([advice, ...then], true);
  return true;
}

/** Whether the visit may not end before the advice was on a screen, and said where that is owed. */
function owing() {
  return visit.advice && Boolean(data.closing) && data.kind !== "closing";
}

/** Ends the visit at once (TIM-6), through the closing screen where the advice is still owed. */
actions.finish = () => {
  if (owing()) location.assign(data.to.closing);
  else end();
};

if (preview) {
  // A reviewer's page: it remembers nothing, ends nothing, and its ways out lead nowhere.
  document.addEventListener("click", (event) => {
    if (event.target.closest("a[href]")) event.preventDefault();
  });
} else if (open()) {
  placed();
  if (data.kind === "closing") {
    keep({ advice: false });
    const back = document.querySelector('[data-leads="back"]');
    if (back && visit.article) {
      back.href = `/a/${visit.article}/`;
      back.hidden = false;
    }
    if (isOn()) arrive();
    else if (visit.spoke) screen.gather().then(() => player.play(0));
  } else {
    // Behind the advice.
    payAdvice().then((said) => {
      if (isOn()) arrive(said || []);
      else if (INSTEAD.includes(data.kind) && !said) sayAll(document.getElementById("main"));
    });
    owe();
  }
  const dialog = document.getElementById("still-there");
  const seconds = document.getElementById("still-there-seconds");
  actions.stay = () => dialog.close();
  dialog.addEventListener("close", () => {
    answers.stop();
    if (isOn()) answers.give(["am-go-on"]);
  });
  const left = (count) => {
    const text = prompts.words("still-seconds", { seconds: count });
    if (seconds.textContent === text) return;
    seconds.textContent = text;
    if (count === REMIND_S) answers.tell(["still-seconds", { seconds: count }]);
  };
  watch(dialog, left, {
    busy: () => player.speaking || answers.speaking || Boolean(parts.held?.speaking),
    spoke: () => visit.spoke,
    // In another language the start screen is not as everybody finds it (TIM-7).
    wanted: () => data.kind !== "home" || data.to.home !== START || used(),
    limit: () => (data.kind === "closing" ? AFTER_CLOSING_S : undefined),
    warn: () => {
      // Nothing that speaks is drowned, and nothing is heard by others than before (SPK-8, AUD-4).
      if (visit.route !== "headphones" && mayBeHeard()) chime(gainOf(visit.volume));
      setTimeout(() => dialog.open && sayAll(dialog), AFTER_CHIME_MS);
    },
    over: () => {
      if (owing()) location.replace(data.to.closing);
      else end();
    },
  });
}
