// Says two minutes before that the session ends (WCAG 2.2.1), and keeps it while somebody types.

const bar = document.getElementById("desk-session");
const says = document.getElementById("desk-session-says");
const form = document.getElementById("desk-session-form");
const login = document.getElementById("desk-session-login");

const WARN_S = 120;
const TYPED_EVERY_MS = 5 * 60 * 1000;
const LOOK_MOST_MS = 2 ** 31 - 1;

let timer;
let kept = Date.now();

/** Ask how long there is, or with POST go on; the page of a dead server keeps its time. */
async function ask(method) {
  const options = { method, headers: { Accept: "application/json" } };
  if (method === "POST") options.body = new FormData(form);
  const answer = await fetch(form.action, options);
  if (answer.status === 403) return { seconds: 0, why: bar.dataset.why };
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function say(text) {
  // An alert is read again only when its words change.
  if (says.textContent !== text) says.textContent = text;
}

function plan({ seconds, why, csrf }) {
  if (csrf) {
    // After a sign-in in another tab the forms of this page go on working.
    for (const input of document.querySelectorAll('input[name="csrfmiddlewaretoken"]')) input.value = csrf;
  }
  clearTimeout(timer);
  bar.dataset.why = why;
  if (seconds > WARN_S) {
    bar.hidden = true;
    say("");
    timer = setTimeout(look, Math.min((seconds - WARN_S) * 1000, LOOK_MOST_MS));
    return;
  }
  bar.hidden = false;
  const over = seconds <= 0;
  form.hidden = over || why === "age";
  login.hidden = !over;
  if (over) {
    say("You are signed out. What you typed is still on this page: sign in again, then go on here.");
    return;
  }
  const minutes = seconds > 60 ? "2 minutes" : "1 minute";
  say(
    why === "age"
      ? `Your session ends in ${minutes}, as every session does after some hours. Save what you are doing.`
      : `You will be signed out in ${minutes}, because nothing was done here for a while.`,
  );
  timer = setTimeout(look, (seconds > 60 ? seconds - 60 : seconds + 1) * 1000);
}

/** Other tabs may have gone on meanwhile, so the server is asked before anything is said. */
async function look() {
  try {
    plan(await ask("GET"));
  } catch {
    timer = setTimeout(look, 15_000);
  }
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    plan(await ask("POST"));
  } catch {
    say("The desk does not answer. Try once more.");
  }
});

addEventListener("input", async () => {
  if (Date.now() - kept < TYPED_EVERY_MS) return;
  kept = Date.now();
  try {
    plan(await ask("POST"));
  } catch {
    // The next key asks again; what was typed is on the page.
    kept = 0;
  }
});

// A machine that slept has not counted.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && !bar.hidden) look();
});

login.href = `${bar.dataset.login}?next=${encodeURIComponent(location.pathname)}`;
plan({ seconds: Number(bar.dataset.seconds), why: bar.dataset.why });
