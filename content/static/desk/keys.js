// The keys of the review page, and their legend. Single keys can be switched off for this device
// (WCAG 2.1.4); none works while somebody types, and none decides anything.

const SWITCH = "desk-keys-off";
const legend = document.getElementById("keyboard");
const box = document.getElementById("keyboard-on");

function areOn() {
  try {
    return localStorage.getItem(SWITCH) === null;
  } catch {
    return true;
  }
}

function turn(on) {
  try {
    if (on) localStorage.removeItem(SWITCH);
    else localStorage.setItem(SWITCH, "1");
  } catch {
    // Not kept on this device; the box still holds for this page.
  }
}

function go(id) {
  const place = document.getElementById(id);
  if (!place) return;
  place.closest("details")?.setAttribute("open", "");
  place.focus();
}

/** Where the keyboard is: on the sentence that has the focus, or had it last. */
let last = null;

export function listenToKeys({ rows, play, playMust, comment }) {
  const here = () => {
    const row = document.activeElement?.closest?.(".desk-sentence");
    if (row) last = row;
    return last;
  };
  const move = (by) => {
    const at = rows.indexOf(here());
    const next = rows[at === -1 ? (by > 0 ? 0 : rows.length - 1) : at + by];
    if (next) {
      last = next;
      next.focus();
    }
  };
  const focusOn = (id, instead) => {
    const control = document.getElementById(id);
    if (control && !control.disabled) control.focus();
    else go(instead);
  };
  const keys = {
    j: () => move(1),
    k: () => move(-1),
    p: () => play(here() ?? rows[0]),
    m: playMust,
    c: () => comment(here()),
    1: () => go("changes"),
    2: () => go("checks"),
    3: () => go("comments"),
    4: () => go("listen"),
    5: () => go("history"),
    6: () => go("decide"),
    a: () => focusOn("approve", "decide"),
    r: () => focusOn("id_reason", "decide"),
    "?": () => legend.showModal(),
  };

  document.getElementById("keyboard-open").hidden = false;
  document.getElementById("keyboard-open").addEventListener("click", () => legend.showModal());
  box.checked = areOn();
  box.addEventListener("change", () => turn(box.checked));
  document.addEventListener("focusin", here);
  document.addEventListener("keydown", (event) => {
    if (!box.checked || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.defaultPrevented || legend.open) return;
    if (event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")) return;
    const act = keys[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
