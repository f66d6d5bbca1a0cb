// One page of the kiosk: wires the visit, the voice, the pages and the clock to what is on it.

import { forTheEar } from "./ear.js";
import { Marker } from "./highlight.js";
import { chime, watch } from "./idle.js";
import { elementOf, unfold } from "./items.js";
import { ListPages, Pages } from "./paging.js";
import { Player, VOLUMES } from "./player.js";
import { fetchWavs } from "./source.js";
import { end, keep, open, used, visit } from "./visit.js";

const AFTER_CLOSING_S = 30;
const TWICE_MS = 500;
// What people press several times in a row, and mean it.
const OFTEN = new Set(["slower", "faster", "quieter", "louder", "next", "previous", "page-on", "page-back"]);
const NO_VOICE = "The voice is not there just now. You can read on, or ask at the desk.";
const THEMES = ["plain", "dark", "light", "soft"];
const THEME_NAMES = { plain: "Paper", dark: "White on black", light: "Black on white", soft: "Soft" };

const data = JSON.parse(document.getElementById("data").textContent);
unfold(data);
const preview = document.body.hasAttribute("data-preview");
const root = document.documentElement;
const status = document.getElementById("status");
const banner = document.getElementById("banner");
const marker = new Marker();
const player = new Player(data.sentences);
const elements = data.sentences.map(elementOf);
const actions = {};
let pages = null;
let lists = null;
let following = true;
let aside = null; // the voice of a banner, which is not part of the page's own text
let statusTimer = 0;
let pressed = { what: "", at: -Infinity };

player.rate = visit.rate;
player.pauses = visit.pauses;
player.single = visit.single;
player.volume = visit.volume;
fetchWavs(data.wav).then((came) => came && (player.speaking ? player.play() : player.stop()));

function say(text) {
  status.textContent = text;
  clearTimeout(statusTimer);
  statusTimer = setTimeout(() => (status.textContent = ""), 2500);
}

function every(name, change) {
  document.querySelectorAll(`[data-do="${name}"]`).forEach(change);
}

// The voice

function spoke() {
  if (!visit.spoke && !preview) keep({ spoke: true });
}

function begun() {
  aside?.pause();
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
  const onPage = elements.findIndex((element) => element && pages.pageOf(element) === pages.page);
  return onPage >= 0 ? onPage : player.place;
}

actions.play = () => (player.speaking ? player.pause() : begin(here()));
actions.next = () => {
  aside?.pause();
  following = true;
  player.next();
};
actions.previous = () => {
  aside?.pause();
  following = true;
  player.previous();
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
  if (aside) aside.volume = volume;
  keep({ volume });
  const end = by > 0 ? "Loudest volume" : "Quietest volume";
  say(same ? end : `Volume ${VOLUMES.indexOf(volume) + 1} of ${VOLUMES.length}`);
}

const held = forTheEar(player, {
  actions,
  keep,
  every,
  say,
  begun,
  spoke,
  voices: () => (aside ? [player, aside] : [player]),
  failed: () => say(NO_VOICE),
  restore: () => marker.sentence(player.index || player.waiting ? elements[player.index] : null),
  terms: data.terms ?? [],
});

actions.quieter = () => changeVolume(-1);
actions.louder = () => changeVolume(1);

player.addEventListener("sentence", ({ detail }) => {
  const element = elements[detail.index];
  marker.sentence(element);
  if (element) follow(element);
});
player.addEventListener("time", ({ detail }) => {
  const range = marker.at(player.sentences[detail.index].words ?? [], detail.ms);
  if (range) follow(range);
});
player.addEventListener("failed", () => say(NO_VOICE));
player.addEventListener("ended", () => {
  marker.clear();
  // Heard to its end: the closing screen says the advice once more, by itself.
  if (data.kind === "article" && !preview) location.assign("/closing/");
});

function follow(target) {
  if (!pages || !following) return;
  const page = pages.pageOf(target);
  if (page !== pages.page) pages.show(page);
  pages.hold(target);
}

// The text: touch a sentence, and it is read from there.

document.getElementById("text")?.addEventListener("click", (event) => {
  if (!data.sentences.length) return;
  const block = event.target.closest("p, li, h1, h2");
  const touched = event.target.closest(".sentence") ?? block?.querySelector(".sentence");
  const index = elements.indexOf(touched);
  if (index >= 0) begin(index);
});

// Pages

/** Say whether a key leads on. It keeps the focus where it does not: nobody is thrown out of the row. */
function stand(button, leads) {
  button.disabled = false;
  if (leads) button.removeAttribute("aria-disabled");
  else button.setAttribute("aria-disabled", "true");
}

const box = document.querySelector("[data-paged]");
if (box) {
  pages = new Pages(box);
  const position = document.getElementById("position");
  const showPosition = () => {
    every("page-back", (button) => stand(button, pages.page > 0));
    every("page-on", (button) => stand(button, pages.page < pages.count - 1));
    for (const name of ["page-back", "page-on"]) {
      every(name, (button) => (button.hidden = pages.count < 2));
    }
    if (!position) return;
    position.hidden = pages.count < 2;
    position.textContent = `Page ${pages.page + 1} of ${pages.count}`;
  };
  pages.addEventListener("page", showPosition);
  showPosition();
  const turn = (by) => {
    // Who turns pages alone is not pulled back by the voice.
    following = false;
    pages.show(pages.page + by);
  };
  actions["page-back"] = () => turn(-1);
  actions["page-on"] = () => turn(1);
}

const list = document.querySelector("[data-list]");
if (list) {
  lists = new ListPages(list, Number(list.dataset.perScreen), document.getElementById("main"));
  const position = document.getElementById("position");
  const showPosition = () => {
    every("list-back", (button) => stand(button, lists.page > 0));
    every("list-on", (button) => stand(button, lists.page < lists.count - 1));
    document.querySelector("[data-list-keys]").hidden = lists.count < 2;
    position.textContent = `Page ${lists.page + 1} of ${lists.count}`;
  };
  lists.addEventListener("page", showPosition);
  showPosition();
  actions["list-back"] = () => lists.show(lists.page - 1);
  actions["list-on"] = () => lists.show(lists.page + 1);
}

// How it looks

actions.size = () => {
  const size = (Number(root.dataset.size) % 4) + 1;
  root.dataset.size = String(size);
  keep({ size });
  pages?.layout();
  lists?.layout();
  say(`Text size ${size} of 4`);
};
actions.theme = () => {
  const theme = THEMES[(THEMES.indexOf(root.dataset.theme) + 1) % THEMES.length];
  root.dataset.theme = theme;
  keep({ theme });
  say(THEME_NAMES[theme]);
};

// Leaving: every way out of an article carries the advice.

function owe() {
  if (data.kind === "article" && !preview) keep({ article: data.slug, advice: true });
}

async function payAdvice() {
  if (!visit.advice || !data.closing || data.kind === "closing") return;
  if (data.kind === "article" && data.slug === visit.article) return;
  // An article has the same advice at its top already.
  const own = data.kind === "article" ? document.getElementById(data.closing.id) : null;
  const text = own ?? document.getElementById("banner-text");
  if (!own) {
    text.textContent = data.closing.text;
    banner.hidden = false;
  }
  if (data.kind === "urgent") {
    // Whom to call comes first (COG-12): here the advice stands below, and stays owed to the ear.
    document.getElementById("main").after(banner);
    return;
  }
  keep({ advice: false });
  if (!visit.spoke) return;
  aside = new Player([data.closing], "voice-aside");
  aside.rate = visit.rate;
  aside.pauses = visit.pauses;
  aside.volume = visit.volume;
  const mark = new Marker();
  aside.addEventListener("sentence", () => mark.sentence(text));
  aside.addEventListener("time", ({ detail }) => mark.at(data.closing.words, detail.ms));
  aside.addEventListener("ended", () => mark.clear());
  aside.addEventListener("paused", () => mark.clear());
  await aside.play();
}

actions.finish = () => end();

document.addEventListener("click", (event) => {
  const key = event.target.closest("[data-do]");
  if (!key) {
    aside?.pause();
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
    if (visit.spoke) player.play(0);
  } else {
    payAdvice();
    owe();
  }
  const dialog = document.getElementById("still-there");
  const seconds = document.getElementById("still-there-seconds");
  actions.stay = () => dialog.close();
  watch(dialog, seconds, {
    busy: () => player.speaking || Boolean(aside?.speaking || held?.speaking),
    spoke: () => visit.spoke,
    wanted: () => data.kind !== "home" || used(),
    limit: () => (data.kind === "closing" ? AFTER_CLOSING_S : undefined),
    warn: () => chime(visit.volume),
    over: () => {
      if (data.kind === "article") location.replace("/closing/");
      else end();
    },
  });
}

root.classList.add("ready");
