// Help in layers: this screen, that is the one somebody came from; the whole kiosk; something to try.

import { actions, answers, every, parts, player, screen } from "./page.js";
import { before } from "./place.js";
import { spoke } from "./reading.js";

const box = document.querySelector("[data-guide]");
if (box) {
  const abouts = [...box.querySelectorAll("[data-about]")];
  const kind = before()?.kind ?? "home";
  const about = abouts.find((one) => one.dataset.about === kind) ?? abouts[0];
  abouts.forEach((one) => one.classList.toggle("shown", one === about));
  const layers = [...box.querySelectorAll("[data-layer]")];

  const open = (layer) => {
    player.pause();
    for (const one of layers) {
      one.classList.toggle("shown", one === layer);
      every(`layer-${one.dataset.layer}`, (key) =>
        key.setAttribute("aria-pressed", String(one === layer)));
    }
    parts.pages.hold(layer.querySelector("h1"));
    parts.pages.layout();
  };
  for (const layer of layers) {
    actions[`layer-${layer.dataset.layer}`] = async () => {
      open(layer);
      const title = await screen.sentencesOf(layer.querySelector("h1"));
      if (answers.sayable) answers.say(title);
    };
  }
  actions["try-hear"] = async () => {
    spoke();
    player.pause();
    answers.say(await screen.sentencesOf(document.getElementById("practice")));
  };
  parts.pages.layout();
}
