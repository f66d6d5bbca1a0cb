// The settings, a row each: its name, what it is now in words, and two keys. What is chosen counts at
// once, for the very screen it is chosen on; what it is then is shown in the row and said (COG-10).

import { look, plain, step, stepsOf, turnTheme } from "./looks.js";
import { actions, answers, parts, player, prompts, root, screen } from "./page.js";
import { RATES } from "./speed.js";
import { DEFAULTS, keep, visit } from "./visit.js";
import { LEVELS, gainOf } from "./volume.js";

const PAUSES = [1, 2, 3.5]; // times the usual ones
const LONGER = ["longer", "longest"]; // what those beyond the usual are called
const STEPPED = ["size", "line", "letters"];
const SWITCHED = ["reach", "curtain", "audio"];

/** The prompt that says what a setting is now. */
const VALUES = {
  theme: () => ["theme", { theme: visit.theme }],
  rate: () => ["rate", { rate: visit.rate }],
  pauses: () => {
    const at = nearest(PAUSES, visit.pauses);
    return at ? ["pauses", { pauses: LONGER[at - 1] }] : ["pauses-usual", {}];
  },
  volume: () => ["step-of", { step: visit.volume, steps: LEVELS }],
};
for (const setting of STEPPED) {
  VALUES[setting] = () => ["step-of", { step: visit[setting], steps: stepsOf(setting) }];
}
for (const setting of SWITCHED) {
  VALUES[setting] = () => [visit[setting] ? "setting-on" : "setting-off", {}];
}

function nearest(all, value) {
  const far = (one) => Math.abs(one - value);
  return all.reduce((best, one, at) => (far(one) < far(all[best]) ? at : best), 0);
}

/** Have every voice of the page keep a pace or a volume. */
function speak(changes) {
  keep(changes);
  for (const voice of [player, answers]) {
    Object.assign(voice, { rate: visit.rate, pauses: visit.pauses, volume: gainOf(visit.volume) });
  }
}

function among(setting, all, by) {
  const at = nearest(all, visit[setting]) + by;
  speak({ [setting]: all[Math.max(0, Math.min(all.length - 1, at))] });
}

/** Turn a switch. Returns whether something else has answered already. */
function turn(setting, on) {
  if (visit[setting] === on) return false;
  // Audio mode and the cover do more than the look of it, where the page has them.
  if (actions[setting]) {
    actions[setting]();
    return true;
  }
  if (setting === "audio") {
    keep({ audio: on });
    root.toggleAttribute("data-audio", on);
  } else {
    look({ [setting]: on });
  }
  return false;
}

const list = document.querySelector("[data-settings]");
if (list) {
  const rows = [...list.querySelectorAll("[data-setting]")];
  const show = () => {
    for (const row of rows) {
      const { setting } = row.dataset;
      const value = row.querySelector(".setting-value");
      const now = prompts.element(...VALUES[setting]());
      if (now.textContent !== value.textContent) value.replaceChildren(now);
      row.querySelectorAll("[aria-pressed]").forEach((key, at) =>
        key.setAttribute("aria-pressed", String(Boolean(visit[setting]) === Boolean(at))));
    }
  };
  const rowOf = (setting) => rows.find((row) => row.dataset.setting === setting);
  /** Show a row as it is now, also where other screenfuls have other rows now, and say it. */
  const answer = async (setting) => {
    const row = rowOf(setting);
    parts.lists.layout();
    parts.lists.reveal(parts.lists.items.indexOf(row));
    if (!visit.spoke || answers.firm) return;
    player.pause();
    answers.stop();
    const said = await screen.sentencesOf(row.querySelector(".setting-text"));
    if (!answers.firm && !player.speaking) answers.say(said);
  };
  const change = (name, act) => {
    actions[name] = () => {
      const answered = act();
      show();
      if (!answered) answer(name.replace(/-\w+$/, ""));
    };
  };
  for (const [end, by] of [["less", -1], ["more", 1]]) {
    for (const setting of STEPPED) change(`${setting}-${end}`, () => step(setting, by));
    change(`theme-${end}`, () => turnTheme(by));
    change(`rate-${end}`, () => among("rate", RATES, by));
    change(`pauses-${end}`, () => among("pauses", PAUSES, by));
  }
  for (const setting of SWITCHED) {
    change(`${setting}-off`, () => turn(setting, false));
    change(`${setting}-on`, () => turn(setting, true));
  }
  /** As at the start of a visit. Audio mode stays: whoever needs it would be left without a way. */
  actions.reset = () => {
    plain();
    const { rate, pauses, single, volume } = DEFAULTS;
    player.single = single;
    speak({ rate, pauses, single, volume });
    player.pause();
    show();
    parts.lists.reveal(parts.lists.items.length - 1);
    answers.give(["reset-done"]);
  };
  // Other keys of the screen change settings too.
  addEventListener("kept", show);
  show();
  parts.lists.layout();
}
