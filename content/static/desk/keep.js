// Keeps what is typed into a form with data-keep in this tab (sessionStorage) until the server has
// taken it, and offers it again after a lost session, a crash or a way back. Nothing is ever put
// over newer words by itself. Without this script the server still gives back what it refused.
//
// Of each form is kept {current, waiting}: what is being typed, and older words that were offered
// and neither put back nor thrown away. Words are {typed, base, at}: the values of its fields, those
// that the server had given, and when.

const user = document.querySelector('meta[name="desk-user"]')?.content;
const PREFIX = "desk-kept:";
const MOST_WAITING = 5;

const nameOf = (form) => `${PREFIX}${user}:${form.dataset.keep}`;

function read(name) {
  try {
    return { current: null, waiting: [], ...JSON.parse(sessionStorage.getItem(name)) };
  } catch {
    return { current: null, waiting: [] };
  }
}

function write(name, kept) {
  try {
    if (kept.current || kept.waiting.length > 0) sessionStorage.setItem(name, JSON.stringify(kept));
    else sessionStorage.removeItem(name);
  } catch {
    // No room or no storage: the warning on leaving still stands.
  }
}

const ticked = (field) => /^(checkbox|radio)$/.test(field.type);
const keyOf = (field) => (ticked(field) ? `${field.name}=${field.value}` : field.name);
const valueOf = (field) => (ticked(field) ? field.checked : field.value);

/** The value that the server gave, whatever a browser has filled in on a way back. */
function givenOf(field) {
  if (ticked(field)) return field.defaultChecked;
  if (!field.matches("select")) return field.defaultValue;
  return ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value ?? "";
}

/** The fields that hold typed or chosen words; not what the page itself brings along. */
const fieldsOf = (form) =>
  [...form.elements].filter(
    (field) =>
      field.name &&
      field.name !== "heard" &&
      (field.matches("textarea, select") ||
        (field.matches("input") && !/^(hidden|file|password|submit|button|reset)$/.test(field.type))),
  );
const wordsOf = (form, of) => Object.fromEntries(fieldsOf(form).map((field) => [keyOf(field), of(field)]));

/** What is in `words` and otherwise in `others`; a field that the page no longer has is left out. */
const differing = (words, others) =>
  Object.entries(words).filter(([key, value]) => key in others && others[key] !== value);

const dirty = new Set();
const bases = new Map();
let sending = null;

function keep(form) {
  const name = nameOf(form);
  const typed = wordsOf(form, valueOf);
  const base = bases.get(form);
  const changed = differing(typed, base).length > 0;
  if (changed) dirty.add(form);
  else dirty.delete(form);
  write(name, { ...read(name), current: changed ? { typed, base, at: Date.now() } : null });
}

function put(form, typed) {
  for (const field of fieldsOf(form)) {
    const key = keyOf(field);
    if (!(key in typed)) continue;
    if (ticked(field)) field.checked = typed[key];
    else field.value = typed[key];
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function dismiss(form, words) {
  const kept = read(nameOf(form));
  write(nameOf(form), { ...kept, waiting: kept.waiting.filter((one) => one.at !== words.at) });
}

function button(text, act) {
  const one = document.createElement("button");
  one.type = "button";
  one.className = "button";
  one.textContent = text;
  one.addEventListener("click", act);
  return one;
}

function offer(form, words) {
  const box = document.createElement("div");
  box.className = "desk-kept";
  box.setAttribute("role", "status");
  const said = document.createElement("p");
  const at = new Date(words.at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  said.textContent = `Your unsaved words from ${at} are here.`;
  const shown = document.createElement("blockquote");
  shown.textContent = differing(words.typed, wordsOf(form, valueOf))
    .map(([, value]) => value)
    .filter((value) => typeof value === "string" && value)
    .join("\n");
  const done = () => {
    dismiss(form, words);
    box.remove();
    fieldsOf(form).find((field) => field.matches("textarea"))?.focus();
  };
  const back = button("Put them back", () => {
    const before = { typed: wordsOf(form, valueOf), base: bases.get(form), at: Date.now() };
    put(form, words.typed);
    done();
    keep(form);
    // What stood there until now is newer, and is not lost either.
    if (differing(before.typed, before.base).length > 0) wait(form, before);
  });
  box.append(said);
  if (shown.textContent) box.append(shown);
  box.append(back, button("Throw away", done));
  form.closest("details")?.setAttribute("open", "");
  form.prepend(box);
}

/** Keep words beside what is typed now, and offer them. */
function wait(form, words) {
  const kept = read(nameOf(form));
  const others = kept.waiting.filter((one) => one.at !== words.at);
  write(nameOf(form), { ...kept, waiting: [...others, words].slice(-MOST_WAITING) });
  offer(form, words);
}

function watch(form) {
  const name = nameOf(form);
  const { current, waiting } = read(name);
  const given = wordsOf(form, givenOf);
  const shown = wordsOf(form, valueOf);
  bases.set(form, given);
  waiting
    .filter((words) => differing(words.typed, shown).length > 0)
    .forEach((words) => wait(form, words));
  if (current && differing(current.typed, given).length === 0) {
    // The server gave it back with a refusal, or has it.
    if (document.querySelector(".desk-refused")) bases.set(form, current.base);
    keep(form);
  } else if (current && current.aside && differing(current.base, given).length === 0) {
    // Another form of this page was sent meanwhile: these words go on where they were.
    form.closest("details")?.setAttribute("open", "");
    put(form, current.typed);
    keep(form);
  } else if (current && differing(current.typed, shown).length > 0) {
    write(name, { ...read(name), current: null });
    wait(form, current);
  }
  const changed = () => keep(form);
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  // Fields that stand outside of it and belong to it.
  for (const field of fieldsOf(form).filter((one) => !form.contains(one))) {
    field.addEventListener("input", changed);
    field.addEventListener("change", changed);
  }
  // What the browser filled in on a way back counts as typed.
  if (differing(wordsOf(form, valueOf), bases.get(form)).length > 0) keep(form);
}

/** Let go of what the messages of this page say that the server has taken. */
function letGo() {
  for (const message of document.querySelectorAll('.messagelist [class*="desk-took-"]')) {
    for (const one of message.classList) {
      if (!one.startsWith("desk-took-")) continue;
      const name = `${PREFIX}${user}:${one.slice("desk-took-".length)}`;
      write(name, { ...read(name), current: null });
    }
  }
}

if (user) {
  letGo();
  document.querySelectorAll("form[data-keep]").forEach(watch);
  document.addEventListener("submit", (event) => {
    if (event.target.method === "dialog") return;
    sending = event.target;
    for (const form of dirty) {
      const kept = read(nameOf(form));
      if (form === sending || !kept.current) continue;
      write(nameOf(form), { ...kept, current: { ...kept.current, aside: true } });
    }
  });
  addEventListener("pageshow", () => {
    sending = null;
  });
  addEventListener("beforeunload", (event) => {
    // What is sent is on its way; what stands in other forms of the page comes along with it.
    if (!sending && dirty.size > 0) event.preventDefault();
  });
}
