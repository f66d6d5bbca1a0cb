// "On that day": plays the stored clips of a page as it was. Without this script the browser's own
// players stand there.

const root = document.getElementById("on-day");
const rows = [...root.querySelectorAll("li[data-clip]")];
const status = document.getElementById("on-day-status");
const stop = document.getElementById("on-day-stop");
const player = new Audio();

let waiting = [];

function mark(row) {
  for (const other of rows) {
    if (other === row) other.setAttribute("aria-current", "true");
    else other.removeAttribute("aria-current");
    other.querySelector(".audit-play").textContent = other === row ? "Stop" : "Play";
  }
  stop.disabled = row === null;
}

function halt(text = "") {
  waiting = [];
  player.pause();
  mark(null);
  status.textContent = text;
}

async function next() {
  const row = waiting.shift();
  if (!row) return halt();
  mark(row);
  player.src = row.dataset.clip;
  try {
    await player.play();
  } catch (error) {
    // Another sentence was chosen meanwhile.
    if (error.name !== "AbortError") halt("This sentence cannot be played: its stored clip is damaged.");
  }
}

function play(chosen) {
  halt();
  waiting = chosen;
  next();
}

player.addEventListener("ended", next);
stop.addEventListener("click", () => halt());
document.getElementById("on-day-all").addEventListener("click", () =>
  play(rows.filter((row) => !row.querySelector(".audit-play").disabled)),
);
for (const row of rows) {
  const button = row.querySelector(".audit-play");
  button.hidden = false;
  button.addEventListener("click", () => (row.hasAttribute("aria-current") ? halt() : play([row])));
}
root.querySelector(".audit-players").hidden = false;
