// The review page: plays the stored clips, and ticks what has played to its end.
// Without this script the same checkboxes are ticked by hand beside the browser's own players.

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
  return left;
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
document.getElementById("play-must").addEventListener("click", () => {
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
});
stop.addEventListener("click", halt);
progress();
