// The voice: reading on, back and forth, from what is touched; the marks follow it.

import { forTheEar } from "./ear.js";
import { actions, answers, data, every, marker, parts, player, preview, remark, screen } from "./page.js";
import { fetchWavs } from "./source.js";
import { keep, visit } from "./visit.js";
import { LEVELS, gainOf } from "./volume.js";

let following = true; // whether the pages turn with the voice

player.rate = visit.rate;
player.pauses = visit.pauses;
player.single = visit.single;
player.volume = gainOf(visit.volume);
fetchWavs(data.wav).then((came) => came && (player.speaking ? player.play() : player.stop()));

function failed() {
  answers.give(["voice-failed"], ["voice-failed-then"]);
}

/** Who turns pages alone is not pulled back by the voice. */
export function letGo() {
  following = false;
}

/** Whether the pages turn with the voice. */
export function follows() {
  return following;
}

/** Remember that the visit uses speech. */
export function spoke() {
  if (!visit.spoke && !preview) keep({ spoke: true });
}

function begun() {
  answers.stop();
  following = true;
  spoke();
}

/** Read from a sentence. */
export function begin(index) {
  begun();
  return player.play(index);
}

/** Where Listen begins: where it stands, or, where somebody has turned pages since, on this page. */
export function here() {
  const { pages } = parts;
  if (following || !pages) return player.place;
  const onPage = screen.elements.findIndex((element) => element && pages.pageOf(element) === pages.page);
  return onPage >= 0 ? onPage : player.place;
}

actions.play = async () => {
  if (player.speaking) {
    player.pause();
    return;
  }
  await screen.gather();
  begin(here());
};
actions.next = async () => {
  answers.stop();
  following = true;
  await screen.gather();
  player.next();
};
actions.previous = async () => {
  answers.stop();
  following = true;
  await screen.gather();
  if (player.sentences.length) player.previous();
};

function changeVolume(by) {
  const level = Math.max(1, Math.min(LEVELS, visit.volume + by));
  const same = level === visit.volume;
  keep({ volume: level });
  player.volume = gainOf(level);
  answers.volume = gainOf(level);
  const end = by > 0 ? "volume-most" : "volume-least";
  return answers.give(same ? [end] : ["volume", { volume: level }]);
}

/** What the keys for the ear, and a word that is held, do with the page. */
export const use = {
  actions,
  keep,
  every,
  answer: (prompt) => answers.give(prompt),
  begun,
  spoke,
  voices: () => [player, answers],
  failed,
  restore: remark,
  terms: data.terms ?? [],
};
forTheEar(player, use);
if (screen.whole) {
  for (const name of ["again", "slowly"]) {
    const act = actions[name];
    actions[name] = () => screen.gather().then(act);
  }
}

actions.quieter = () => changeVolume(-1);
actions.louder = () => changeVolume(1);

player.addEventListener("sentence", ({ detail }) => {
  const element = screen.elements[detail.index];
  marker.sentence(element);
  if (element) follow(element);
});
player.addEventListener("time", ({ detail }) => {
  const range = marker.at(player.sentences[detail.index].words ?? [], detail.ms);
  if (range) follow(range);
});
player.addEventListener("failed", failed);
player.addEventListener("ended", () => {
  marker.clear();
  // Heard to its end: the closing screen says the advice once more, by itself.
  if (data.kind === "article" && !preview) location.assign(data.to.closing);
});

function follow(target) {
  const { pages } = parts;
  if (!pages || !following || !pages.has(target)) return;
  const page = pages.pageOf(target);
  if (page !== pages.page) pages.show(page);
  pages.hold(target);
}

// The text: touch a sentence, and it is read from there.

document.getElementById("text")?.addEventListener("click", (event) => {
  if (!player.sentences.length) return;
  const block = event.target.closest("p, li, h1, h2, figure");
  const touched = event.target.closest(".sentence") ?? block?.querySelector(".sentence");
  const index = screen.elements.indexOf(touched);
  if (index >= 0) begin(index);
});
