// The calibration of a screen, step by step; it begins with the present values.

import "./frame.js";
import { Card } from "./card.js";
import { letters, number } from "./pad.js";
import * as sound from "./sound.js";
import { Steps, doing, facts, send } from "./steps.js";
import { clear, draft, keep, profile } from "./store.js";
import * as said from "./sayings.js";

const data = JSON.parse(document.getElementById("data").textContent);
const place = (id) => document.getElementById(id);
const FIRST = "names";
const STEP_OF = {
  name: "names", calibratedBy: "names", pxPerMm: "card", distanceMm: "distance", bottomMm: "height",
  speaker: "speaker", headset: "headset",
};
const ROUTES = ["speaker", "headset"];

const texts = ["name", "calibratedBy"].map(place);
const [name, by] = texts;
const numbers = Object.fromEntries(["distanceMm", "bottomMm", ...ROUTES].map((field) => {
  const where = document.querySelector(`[data-number="${field}"]`);
  return [field, number(where, () => ({ distanceMm: 570, bottomMm: 900, speaker: 75, headset: 85 })[field])];
}));
letters(document.querySelector("[data-letters]"), texts);

const steps = new Steps((step) => {
  sound.stop();
  showSound();
  const work = steps.names.slice(1);
  const at = work.indexOf(step);
  place("feet").hidden = at < 0;
  place("position").textContent = `Step ${at + 1} of ${work.length}`;
  document.querySelector('[data-do="on"] span').textContent = step === "save" ? "Save" : "Next";
  if (step === "save") facts(place("summary"), said.summary(values()));
  if (step === "overview") overview();
});
const card = new Card((scale) => {
  place("card-says").textContent = said.card(scale, data.bounds.pxPerMm);
  place("ruler").style.width = `${100 * scale}px`;
  remember();
});

/** What is entered, as a device profile; a number that is none is kept as it was typed. */
function values() {
  const figure = (field) => {
    const text = numbers[field].value.trim().replace(",", ".");
    return text === "" ? null : Number.isFinite(Number(text)) ? Number(text) : text;
  };
  const known = profile();
  const loudness = {};
  for (const route of ROUTES) {
    const maxDb = figure(route);
    const before = known.loudness?.[route];
    if (maxDb === null) continue;
    loudness[route] = before?.maxDb === maxDb && !measured[route]
      ? before
      : { maxDb, on: data.today, by: by.value.trim() };
  }
  return {
    version: 1, name: name.value.trim(), calibratedBy: by.value.trim(), pxPerMm: card.scale,
    distanceMm: figure("distanceMm"), bottomMm: figure("bottomMm"), loudness,
    reach: document.querySelector('[name="reach"]:checked').value === "true",
  };
}

// A figure that is typed again is measured today, even where it is the same.
let measured = {};
let ready = false;

function remember() {
  if (ready) draft.set({ ...values(), measured, step: steps.now });
}

function fill(from) {
  ready = false;
  name.value = from.name ?? "";
  by.value = from.calibratedBy ?? "";
  card.scale = from.pxPerMm > 0 ? from.pxPerMm : Number(document.documentElement.dataset.scale);
  numbers.distanceMm.value = from.distanceMm ?? 570;
  numbers.bottomMm.value = from.bottomMm ?? "";
  for (const route of ROUTES) numbers[route].value = from.loudness?.[route]?.maxDb ?? "";
  document.querySelector(`[name="reach"][value="${from.reach === true}"]`).checked = true;
  measured = from.measured ?? {};
  ready = true;
  explain();
}

function explain() {
  const now = values();
  place("distance-says").textContent = said.distance(now.distanceMm);
  place("height-says").textContent = said.height(now.bottomMm, innerHeight / card.scale);
  place("reach-says").textContent = said.reach(now.bottomMm, innerHeight / card.scale);
  for (const route of ROUTES) place(`${route}-says`).textContent = said.loudness(numbers[route].value, profile().loudness?.[route]);
}

/** What is wrong with a step's own fields: each named, with its remedy. */
function wrong(step) {
  const now = values();
  const found = [];
  for (const [field, where] of Object.entries(STEP_OF)) {
    if (where !== step) continue;
    if (data.named[field]) {
      if (!now[field]) found.push([field, `${data.named[field].what}: ${data.named[field].remedy}`]);
      continue;
    }
    const { least, most, what, remedy } = data.bounds[field];
    const value = ROUTES.includes(field) ? now.loudness[field]?.maxDb ?? null : now[field];
    const empty = value === null && field !== "distanceMm";
    if (!empty && !(typeof value === "number" && value >= least && value <= most)) found.push([field, `${what}: ${remedy}`]);
  }
  return found;
}

function complain(found) {
  document.querySelectorAll("[aria-invalid]").forEach((one) => one.removeAttribute("aria-invalid"));
  const list = place("errors");
  const section = document.querySelector(`[data-step="${steps.now}"]`);
  section.append(list);
  list.hidden = found.length === 0;
  const lines = document.createElement("ul");
  list.replaceChildren(lines);
  lines.append(...found.map(([field, text]) => {
    place(field)?.setAttribute("aria-invalid", "true");
    const line = document.createElement("li");
    line.textContent = text;
    return line;
  }));
  if (found.length) (place(found[0][0]) ?? list).focus?.();
}

async function save() {
  const answer = await send(data.to.records, values());
  if (answer.errors?.pin) {
    remember();
    location.assign(data.to.pin);
    return;
  }
  if (answer.errors) {
    const found = Object.entries(answer.errors);
    const step = STEP_OF[found[0][0]];
    if (step) steps.show(step);
    complain(found);
    return;
  }
  keep(answer.made.profile);
  draft.drop();
  ready = false;
  document.documentElement.style.setProperty("--mm", `${answer.made.profile.pxPerMm}px`);
  steps.show("overview");
  place("standing").textContent = `Saved for this screen, with record ${answer.made.url.match(/\d+/)[0]} on the server.`;
}

function overview() {
  const now = profile();
  const known = now.pxPerMm > 0;
  document.querySelector('[data-do="begin"]').textContent = known ? "Calibrate again" : "Calibrate";
  place("clear").hidden = Object.keys(now).length === 0;
  place("clear-question").hidden = true;
  if (known) place("standing").textContent = `Calibrated on ${now.calibratedOn}, by ${now.calibratedBy}.`;
  facts(place("facts"), known ? said.summary(now) : []);
}

function showSound() {
  for (const key of document.querySelectorAll('[data-do="sound"] span')) {
    key.textContent = sound.isPlaying() ? "Stop the sound" : "Play the test sound";
  }
  for (const one of document.querySelectorAll(".sound-says")) {
    one.textContent = sound.isPlaying() ? "It rises for five seconds, then read the meter." : "";
  }
}

doing({
  begin() {
    fill(profile());
    steps.show(FIRST);
  },
  back() {
    complain([]);
    const names = steps.names;
    steps.show(names[names.indexOf(steps.now) - 1]);
    remember();
  },
  on() {
    const found = wrong(steps.now);
    complain(found);
    if (found.length) return;
    if (steps.now === "save") {
      save();
      return;
    }
    steps.show(steps.names[steps.names.indexOf(steps.now) + 1]);
    explain();
    remember();
  },
  "card-smaller": () => card.grow(-1),
  "card-larger": () => card.grow(1),
  "card-much-smaller": () => card.grow(-1, true),
  "card-much-larger": () => card.grow(1, true),
  async sound() {
    if (sound.isPlaying()) sound.stop();
    else await sound.start();
    showSound();
  },
  "ask-clear"() {
    place("clear-question").hidden = false;
    document.querySelector('[data-do="keep-all"]').focus();
  },
  "keep-all"() {
    place("clear-question").hidden = true;
    place("clear").focus();
  },
  clear() {
    clear();
    draft.drop();
    location.reload();
  },
});
document.addEventListener("input", (event) => {
  if (ROUTES.includes(event.target.id)) measured[event.target.id] = true;
  explain();
  remember();
});
addEventListener("pagehide", () => sound.stop());

const open = draft.get();
if (steps.names.includes(open.step) && open.step !== "overview") {
  fill(open);
  steps.show(open.step);
} else {
  fill(profile());
  ready = false;
  steps.show("overview", false);
}
