// The review page: plays the stored clips, ticks what has played to its end, and counts what is
// missing. Its keys are in keys.js.
// Without this script the same checkboxes are ticked by hand beside the browser's own players.

import { listenToKeys } from "./keys.js";

const listen = document.getElementById("listen");
const rows = [...listen.querySelectorAll(".desk-sentence")];
const approve = document.getElementById("approve");
const why = document.getElementById("cannot-approve");
const status = document.getElementById("heard-status");
const stop = document.getElementById("play-stop");
const must = new Set(
  rows.filter((row) => row.classList.contains("desk-must")).map((row) => row.dataset.digest),
);
// What the desk saw played before, on this machine or another, comes ticked.
const heard = new Set();
const player = new Audio();
player.preload = "auto";

let waiting = [];
let current = null;

/** Let the desk keep what was played: it goes with the decision. */
async function report(digest) {
  if (!listen.dataset.heard) return;
  const form = new FormData(document.getElementById("approve-form"));
  form.set("digest", digest);
  form.delete("heard");
  try {
    const answer = await fetch(listen.dataset.heard, { method: "POST", body: form });
    if (!answer.ok) throw new Error(String(answer.status));
  } catch {
    tell("The desk could not note that you heard this sentence. It counts when you approve from this page.");
  }
}

function show() {
  for (const row of rows) {
    const done = heard.has(row.dataset.digest);
    const box = row.querySelector('input[name="heard"]');
    if (box) box.checked = done;
    row.querySelector(".desk-heard-mark").hidden = !done;
    row.classList.toggle("desk-done", done);
  }
  const left = [...must].filter((digest) => !heard.has(digest)).length;
  if (approve?.hasAttribute("data-listen-first")) {
    approve.disabled = left > 0;
    why.hidden = left === 0;
    if (left === 0) approve.removeAttribute("aria-describedby");
    else approve.setAttribute("aria-describedby", why.id);
  }
  count(left);
  return left;
}

/** Say in the bar what is still missing: unheard sentences, answers that are asked for. */
function count(left) {
  const bar = document.querySelector(".review-bar");
  if (!bar) return;
  document.getElementById("missing-heard").textContent = `${must.size - left} of ${must.size} heard`;
  const asked = [...document.querySelectorAll("[data-answer]")];
  const open = asked.filter((field) => !field.value.trim()).length;
  if (asked.length > 0) {
    bar.querySelector('[data-missing="answers"]').hidden = open === 0;
    document.getElementById("missing-answers").textContent =
      `${open} warning${open === 1 ? "" : "s"} unanswered`;
  }
  const comments = bar.querySelector('li:not([hidden]) > a[href="#comments"]');
  document.getElementById("missing-nothing").hidden =
    left > 0 || open > 0 || Boolean(comments) || Boolean(document.getElementById("missing-other"));
}

function tell(text) {
  status.textContent = text;
}

function progress() {
  const left = show();
  if (must.size === 0) return;
  tell(
    left === 0
      ? "You have heard everything that must be heard."
      : `${must.size - left} of ${must.size} heard that must be heard.`,
  );
}

function mark(row) {
  for (const other of rows) {
    const playing = other === row;
    other.toggleAttribute("aria-current", playing);
    if (playing) other.setAttribute("aria-current", "true");
    other.querySelector(".desk-play").firstChild.data = playing ? "Stop" : "Play";
  }
  current = row;
  stop.disabled = row === null;
}

function halt() {
  waiting = [];
  player.pause();
  mark(null);
}

function next() {
  const row = waiting.shift();
  if (!row) {
    mark(null);
    return;
  }
  mark(row);
  row.scrollIntoView({ block: "nearest" });
  player.src = row.dataset.clip;
  player.play().catch(() => {
    // A new clip was asked for meanwhile, or "error" below tells what is wrong.
  });
}

function play(list) {
  halt();
  waiting = list;
  next();
}

player.addEventListener("ended", () => {
  if (current) {
    heard.add(current.dataset.digest);
    report(current.dataset.digest);
  }
  progress();
  next();
});

player.addEventListener("error", () => {
  if (!current) return;
  const number = rows.indexOf(current) + 1;
  halt();
  tell(`Sentence ${number} cannot be played: its clip did not load. Reload the page, and if that does not help, tell the operator.`);
});

for (const row of rows) {
  const button = row.querySelector(".desk-play");
  button.hidden = false;
  button.addEventListener("click", () => (current === row ? halt() : play([row])));
  // Ticked by what was really played; the hidden boxes still go with the form.
  const label = row.querySelector(".desk-heard");
  if (label) {
    label.hidden = true;
    if (label.querySelector("input").checked) heard.add(row.dataset.digest);
  }
}
listen.querySelector(".desk-players").hidden = false;
document.getElementById("play-all").addEventListener("click", () => play([...rows]));
function playMust() {
  const left = new Set([...must].filter((digest) => !heard.has(digest)));
  const wanted = left.size > 0 ? left : must;
  const seen = new Set();
  play(
    rows.filter(({ dataset: { digest } }) => {
      if (!wanted.has(digest) || seen.has(digest)) return false;
      seen.add(digest);
      return true;
    }),
  );
}

document.getElementById("play-must").addEventListener("click", playMust);
stop.addEventListener("click", halt);
document.addEventListener("input", (event) => {
  if (event.target.matches("[data-answer]")) show();
});
progress();

// Nothing to lead to where there are no checks.
const checks = document.getElementById("checks");
if (!checks) document.querySelector('[data-section="checks"]').hidden = true;

/** Go to the form for comments with a sentence chosen; Escape leads back to the sentence. */
function comment(row) {
  const select = document.getElementById("comment-sentence");
  const id = row?.querySelector(".desk-say")?.dataset.sentence;
  if (!select || (row && !id)) return;
  if (id) {
    select.value = id;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }
  const text = document.getElementById("comment-text");
  (id ? text : select).focus();
  text.closest("form").dataset.from = row?.id ?? "";
}

document.getElementById("new-comment")?.addEventListener("keydown", (event) => {
  const from = document.getElementById(event.currentTarget.dataset.from);
  if (event.key === "Escape" && from) from.focus();
});
for (const link of document.querySelectorAll(".desk-say")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    comment(link.closest(".desk-sentence"));
  });
}
// Where a link leads is where the keyboard goes on.
for (const link of document.querySelectorAll('a[href^="#"]')) {
  link.addEventListener("click", () => document.getElementById(link.hash.slice(1))?.focus());
}

listenToKeys({
  rows,
  play: (row) => (current === row ? halt() : play([row])),
  playMust,
  comment,
});
