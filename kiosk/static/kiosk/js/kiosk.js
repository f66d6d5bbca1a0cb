// One page of the kiosk: wires the visit, the voice, the pages and the clock to what is on it.

import { Answers } from "./answers.js";
import { forTheEar } from "./ear.js";
import { Marker } from "./highlight.js";
import { chime, watch } from "./idle.js";
import { unfold } from "./items.js";
import { ListPages, Pages } from "./paging.js";
import { Player, VOLUMES } from "./player.js";
import { Prompts, position } from "./prompts.js";
import { Screen } from "./screen.js";
import { fetchWavs } from "./source.js";
import { end, keep, open, used, visit } from "./visit.js";

const AFTER_CLOSING_S = 30;
const TWICE_MS = 500;
// What people press several times in a row, and mean it.
const OFTEN = new Set(["slower", "faster", "quieter", "louder", "next", "previous", "page-on", "page-back"]);
const THEMES = ["plain", "dark", "light", "soft"];
const AFTER_CHIME_MS = 700;
const REMIND_S = 20; // before the end the question says the time once more

const data = JSON.parse(document.getElementById("data").textContent);
unfold(data);
const preview = document.body.hasAttribute("data-preview");
const root = document.documentElement;
const banner = document.getElementById("banner");
const marker = new Marker();
const player = new Player(data.sentences);
const prompts = new Prompts(data.texts, data.language);
const screen = new Screen(data, player, prompts);
const answers = new Answers(prompts, document.getElementById("status"), {
  // Never over the reading: what changes there is heard in it.
  may: () => visit.spoke && !preview && !player.speaking && !held?.speaking && !answers.firm,
  mark: (element) => (element ? marker.sentence(element) : remark()),
  at: (words, ms) => marker.at(words, ms),
  visit,
});
const actions = {};
let pages = null;
let lists = null;
let following = true;
let pressed = { what: "", at: -Infinity };

player.rate = visit.rate;
player.pauses = visit.pauses;
player.single = visit.single;
player.volume = visit.volume;
fetchWavs(data.wav).then((came) => came && (player.speaking ? player.play() : player.stop()));

function remark() {
  marker.clear();
  if (player.speaking || player.waiting || player.index > 0) marker.sentence(screen.elements[player.index] ?? null);
}

function failed() {
  answers.give(["voice-failed"], ["voice-failed-then"]);
}

function every(name, change) {
  document.querySelectorAll(`[data-do="${name}"]`).forEach(change);
}

// The voice

function spoke() {
  if (!visit.spoke && !preview) keep({ spoke: true });
}

function begun() {
  answers.stop();
  following = true;
  spoke();
}

function begin(index) {
  begun();
  return player.play(index);
}

/** Where Listen begins: where it stands, or, where somebody has turned pages since, on this page. */
function here() {
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

function step(list, value, by) {
  const nearest = list.reduce((best, one, index) =>
    Math.abs(one - value) < Math.abs(list[best] - value) ? index : best, 0);
  return list[Math.max(0, Math.min(list.length - 1, nearest + by))];
}

function changeVolume(by) {
  const volume = step(VOLUMES, player.volume, by);
  const same = volume === player.volume;
  player.volume = volume;
  answers.volume = volume;
  keep({ volume });
  const end = by > 0 ? "volume-most" : "volume-least";
  answers.give(same ? [end] : ["volume", { volume: VOLUMES.indexOf(volume) + 1 }]);
}

const held = forTheEar(player, {
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
});
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
  if (data.kind === "article" && !preview) location.assign("/closing/");
});

function follow(target) {
  if (!pages || !following || !box.contains(target.startContainer ?? target)) return;
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

// Pages

/** Say whether a key leads on. It keeps the focus where it does not: nobody is thrown out of the row. */
function stand(button, leads) {
  button.disabled = false;
  if (leads) button.removeAttribute("aria-disabled");
  else button.setAttribute("aria-disabled", "true");
}

/** Show which page it is, in the prompts that also say it. */
function show(place, { page, count }) {
  place.replaceChildren(...position(page + 1, count).flatMap(([prompt, values], index) =>
    [...(index ? [" "] : []), prompts.element(prompt, values)]));
}

const box = document.querySelector("[data-paged]");
if (box) {
  pages = new Pages(box);
  const place = document.getElementById("position");
  const showPosition = () => {
    every("page-back", (button) => stand(button, pages.page > 0));
    every("page-on", (button) => stand(button, pages.page < pages.count - 1));
    for (const name of ["page-back", "page-on"]) {
      every(name, (button) => (button.hidden = pages.count < 2));
    }
    if (!place) return;
    place.hidden = pages.count < 2;
    show(place, pages);
  };
  pages.addEventListener("page", showPosition);
  showPosition();
  const turn = (by) => {
    // Who turns pages alone is not pulled back by the voice.
    following = false;
    pages.show(pages.page + by);
    answers.tell(...position(pages.page + 1, pages.count));
  };
  actions["page-back"] = () => turn(-1);
  actions["page-on"] = () => turn(1);
}

const list = document.querySelector("[data-list]");
if (list) {
  lists = new ListPages(list, Number(list.dataset.perScreen), document.getElementById("main"));
  const place = document.getElementById("position");
  const showPosition = () => {
    every("list-back", (button) => stand(button, lists.page > 0));
    every("list-on", (button) => stand(button, lists.page < lists.count - 1));
    document.querySelector("[data-list-keys]").hidden = lists.count < 2;
    show(place, lists);
  };
  lists.addEventListener("page", showPosition);
  showPosition();
  const turn = (by) => {
    // What was being read is not on the screen any more.
    player.pause();
    lists.show(lists.page + by);
    answers.tell(...position(lists.page + 1, lists.count));
  };
  actions["list-back"] = () => turn(-1);
  actions["list-on"] = () => turn(1);
}

// How it looks

actions.size = () => {
  const size = (Number(root.dataset.size) % 4) + 1;
  root.dataset.size = String(size);
  keep({ size });
  pages?.layout();
  lists?.layout();
  answers.give(["size-is", { size }]);
};
actions.theme = () => {
  const theme = THEMES[(THEMES.indexOf(root.dataset.theme) + 1) % THEMES.length];
  root.dataset.theme = theme;
  keep({ theme });
  answers.give(["theme", { theme }]);
};

/** Say what is visible in a part of the page, where answers may be said. */
async function sayAll(part) {
  if (!visit.spoke) return;
  const sentences = await screen.sentencesOf(part);
  if (!player.speaking && !answers.speaking) await answers.say(sentences);
}

// Leaving: every way out of an article carries the advice.

function owe() {
  if (data.kind === "article" && !preview) keep({ article: data.slug, advice: true });
}

/** Show the advice where it is owed; resolves to whether it is said as well. */
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
  keep({ advice: false });
  if (!visit.spoke) return false;
  const advice = { ...data.closing, element: text };
  const main = document.getElementById("main");
  const then = data.kind === "gone" ? await screen.sentencesOf(main) : [];
  answers.say([advice, ...then], true);
  return true;
}

actions.finish = () => end();

document.addEventListener("click", (event) => {
  const key = event.target.closest("[data-do]");
  if (!key) {
    answers.stop();
    return;
  }
  const act = actions[key.dataset.do];
  if (!act) return;
  if (key.tagName === "A") event.preventDefault();
  const again = pressed.what === key.dataset.do && event.timeStamp - pressed.at < TWICE_MS;
  pressed = { what: key.dataset.do, at: event.timeStamp };
  // A second touch of a trembling hand does not undo the first (TCH-5).
  if (again && !OFTEN.has(key.dataset.do)) return;
  if (key.getAttribute("aria-disabled") !== "true") act();
});
// A key that is held presses once (KEY-3).
addEventListener("keydown", (event) => {
  if (event.repeat && (event.key === "Enter" || event.key === " ")) event.preventDefault();
}, { capture: true });
document.addEventListener("contextmenu", (event) => event.preventDefault());
document.addEventListener("dragstart", (event) => event.preventDefault());

// What begins by itself

if (preview) {
  // A reviewer's page: it remembers nothing, ends nothing, and its ways out lead nowhere.
  document.addEventListener("click", (event) => {
    if (event.target.closest("a[href]")) event.preventDefault();
  });
} else if (open()) {
  if (data.kind === "closing") {
    keep({ advice: false });
    const back = document.querySelector('[data-leads="back"]');
    if (back && visit.article) {
      back.href = `/a/${visit.article}/`;
      back.hidden = false;
    }
    if (visit.spoke) screen.gather().then(() => player.play(0));
  } else {
    // A screen that stands in the place of what was asked for says so, behind the advice.
    payAdvice().then((said) => {
      if (data.kind === "gone" && !said) sayAll(document.getElementById("main"));
    });
    owe();
  }
  const dialog = document.getElementById("still-there");
  const seconds = document.getElementById("still-there-seconds");
  actions.stay = () => dialog.close();
  dialog.addEventListener("close", () => answers.stop());
  const left = (count) => {
    const text = prompts.words("still-seconds", { seconds: count });
    if (seconds.textContent === text) return;
    seconds.textContent = text;
    if (count === REMIND_S) answers.tell(["still-seconds", { seconds: count }]);
  };
  watch(dialog, left, {
    busy: () => player.speaking || answers.firm || Boolean(held?.speaking),
    spoke: () => visit.spoke,
    wanted: () => data.kind !== "home" || used(),
    limit: () => (data.kind === "closing" ? AFTER_CLOSING_S : undefined),
    warn: () => {
      chime(visit.volume);
      setTimeout(() => dialog.open && sayAll(dialog), AFTER_CHIME_MS);
    },
    over: () => {
      if (data.kind === "article") location.replace("/closing/");
      else end();
    },
  });
}

root.classList.add("ready");
