// The keypad of this screen: one that is known, one that is learned, or one from a file.

import "./frame.js";
import { capture, shown } from "./capture.js";
import { clean, problem } from "./key_profile.js";
import { Learning } from "./learning.js";
import { Steps, doing, facts } from "./steps.js";
import { keep, profile } from "./store.js";

const data = JSON.parse(document.getElementById("data").textContent);
const titles = data.actions;
const place = (id) => document.getElementById(id);
const steps = new Steps((step) => step === "choose" && standing());
const letters = place("letters");

let learning = null;
let chosen = null; // the profile that is tried

function standing(said = "") {
  const now = profile().keys;
  const what = now?.keys ? `Now: ${now.name}, ${Object.keys(now.keys).length} keys.` : "Now: none chosen. A keyboard and an EZ Access keypad work at once.";
  place("standing").textContent = said ? `${said} ${what}` : what;
}

function learn(order, needed) {
  learning = new Learning(order, needed, letters.checked);
  ask();
}

function ask(said = "") {
  if (!learning.action) {
    finish();
    return;
  }
  place("asked-position").textContent = `${learning.position} of ${learning.order.length}`;
  place("asked").textContent = `Press the key for: ${titles[learning.action]}`;
  place("asked-says").textContent = said;
  document.querySelector('[data-do="enough"]').hidden = !learning.enough;
  steps.show("ask");
}

function finish() {
  const made = learning.profile("learned");
  const why = problem(made, titles, true);
  if (why) {
    steps.show("choose");
    standing(`Not learned. ${why}`);
    return;
  }
  tryOut(made);
}

function tryOut(made) {
  chosen = made;
  place("tried").textContent = "Press a key";
  facts(place("learned"), Object.entries(made.keys).map(([key, action]) => [titles[action], shown(key)]));
  steps.show("try");
}

capture(() => steps.now !== "choose", (key) => {
  if (steps.now === "ask") {
    const action = learning.action;
    const why = learning.take(key, titles);
    if (why) place("asked-says").textContent = why;
    else ask(`${shown(key)} is now: ${titles[action]}.`);
    return;
  }
  const means = chosen.keys[key];
  place("tried").textContent = means ? `${shown(key)} means: ${titles[means]}` : `${shown(key) || "This key"} means nothing`;
});

doing({
  learn: () => learn([...data.needed, ...Object.keys(titles).filter((one) => !data.needed.includes(one) && one !== "move")], data.needed.length),
  "learn-two": () => learn(data.twoSwitches, data.twoSwitches.length),
  skip() {
    learning.skip();
    ask();
  },
  enough: finish,
  stop: () => steps.show("choose"),
  again: () => steps.show("choose"),
  usual() {
    keep({ keys: null });
    standing("Saved.");
  },
  save() {
    keep({ keys: chosen });
    steps.show("choose");
    standing("Saved for this screen.");
  },
  file() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(chosen, null, 2)], { type: "application/json" }));
    link.download = `${chosen.name}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  },
});
for (const tile of document.querySelectorAll("[data-profile]")) {
  tile.addEventListener("click", () => tryOut(data.shipped[tile.dataset.profile].profile));
}
place("file").addEventListener("change", async ({ target }) => {
  const file = target.files[0];
  if (!file) return;
  const says = place("file-says");
  let why = "";
  let loaded = null;
  try {
    loaded = JSON.parse(await file.text());
    why = problem(loaded, titles, letters.checked);
  } catch {
    why = "It is no JSON. Choose a file that was saved on this page.";
  }
  says.hidden = !why;
  says.textContent = why && `${file.name}: ${why}`;
  target.value = "";
  if (!why) tryOut(clean(loaded));
});
standing();
