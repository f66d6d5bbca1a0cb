// The search: a word is typed, and the articles that have it stand beside the keyboard, or in its place
// where there is no room for both.

import { Finder, MOST_FOUND } from "./finding.js";
import { unfold } from "./items.js";
import { arrange, keyboard } from "./keyboard.js";
import { actions, answers, data, parts, player, prompts, root, screen } from "./page.js";
import { spelling } from "./script.js";
import { keep, visit } from "./visit.js";

const LEAST_MM = 62; // what two results need; less is not worth standing beside the keyboard
const PAGES_MM = 24; // the keys that turn the results, where there are more
const TOLD_MS = 1500; // after the last letter: how many there are is not said into the typing
const LEAST_LETTERS = 2;

const box = document.getElementById("box");
const found = document.getElementById("found");
const list = document.getElementById("results");
const main = document.getElementById("main");
const letters = document.querySelector(".letters");
const template = document.getElementById("result");
const state = document.body.dataset;
const { lists } = parts;

let finder = null;
let failed = false;
let outcome = null; // of what is typed now; null while there is nothing to look for
let timer = 0;

/** What is shown of the search as it stands, as prompts. */
function told() {
  if (failed) return [["search-failed"], ["ask-desk"]];
  if (!outcome) return [["search-hint"], ["search-spelling"]];
  const count = outcome.articles.length;
  if (!count) return [["search-none"], ["search-none-then"]];
  if (outcome.more) return [["search-many", { count: MOST_FOUND }], ["search-many-then"]];
  return outcome.near ? [["search-near"], ["search-near-found", { count }]] : [["search-found", { count }]];
}

function tile(article) {
  const item = template.content.cloneNode(true).firstElementChild;
  const link = item.querySelector("a");
  link.href = `/a/${article.slug}/`;
  [article.title, article.summary].forEach((one, index) => {
    const element = item.querySelectorAll(".sentence")[index];
    if (!one) {
      element.parentElement.remove();
      return;
    }
    unfold(one);
    element.id = one.id;
    element.textContent = one.text;
    screen.know(element, one);
  });
  return item;
}

function remember() {
  keep({ search: box.value ? { text: box.value, page: lists.page, showing: state.showing } : null });
}

/** Look for what is typed and show what there is. */
function look() {
  const typed = box.value.trim();
  outcome = finder && typed.length >= LEAST_LETTERS ? finder.find(typed) : null;
  const articles = outcome?.articles ?? [];
  list.replaceChildren(...articles.map(tile));
  lists.items = [...list.children];
  lists.page = 0;
  lists.layout();
  const texts = told();
  const text = texts.map(([prompt, values]) => prompts.words(prompt, values)).join(" ");
  if (text !== found.textContent.trim()) {
    found.replaceChildren(...texts.flatMap(([prompt, values], index) =>
      [index ? " " : "", prompts.element(prompt, values)]));
  }
}

function show(showing) {
  state.showing = showing;
  fit();
  remember();
}

/** Say something where the visit uses speech; what was read is not what is on the screen any more. */
function say(...answer) {
  clearTimeout(timer);
  player.pause();
  answers.tell(...answer);
}

keyboard(box, actions, {
  wrote: (answer) => say(...answer),
  changed: () => {
    look();
    remember();
    clearTimeout(timer);
    if (outcome) timer = setTimeout(() => answers.speaking || answers.tell(...told()), TOLD_MS);
  },
  typed: (text) => {
    const answer = spelling(text);
    if (answer.length) say(...answer);
  },
});

actions["show-results"] = () => {
  player.pause();
  clearTimeout(timer);
  const typed = box.value.trim();
  if (!typed || typed.length < LEAST_LETTERS) {
    const which = typed ? "search-short" : "search-empty";
    // Named, and what to do (SPK-11, COG-13).
    answers.give([which], [`${which}-then`]);
    return;
  }
  if (outcome?.articles.length) {
    show("results");
    list.querySelector("li:not([hidden]) a").focus();
  }
  answers.tell(...told());
};
actions["change-word"] = () => {
  show("keys");
  box.focus();
};
document.getElementById("asked").addEventListener("submit", (event) => {
  event.preventDefault();
  actions["show-results"]();
});
lists.addEventListener("page", remember);

/** Decide how the keys stand, and whether results stand beside them. Measured as if they did, so it never flickers. */
function fit() {
  const mm = parseFloat(getComputedStyle(root).getPropertyValue("--mm"));
  const pages = document.querySelector("[data-list-keys]");
  state.room = "both";
  main.classList.add("measured");
  list.style.minHeight = `${(LEAST_MM + (pages.hidden ? PAGES_MM : 0)) * mm}px`;
  const fits = main.scrollHeight <= main.clientHeight;
  list.style.minHeight = "";
  main.classList.remove("measured");
  state.room = fits ? "both" : "one";
  if (letters.clientWidth) arrange(letters, mm, visit.audio);
  lists.layout();
}

state.showing = visit.search?.showing ?? "keys";
box.value = visit.search?.text ?? "";
const page = visit.search?.page ?? 0;
fit();
new ResizeObserver(fit).observe(main);
document.fonts?.ready.then(fit);
if (visit.spoke) prompts.load(["letter", "search-found"]);
if (!visit.search) box.focus({ preventScroll: true });

try {
  const answer = await fetch(data.index);
  finder = await Finder.of(await answer.json());
} catch {
  failed = true;
}
look();
if (box.value) lists.show(page);
