// The keyboard on the screen: real keys with names, for no system keyboard shows over a full-screen page
// (OPS-5). docs/visitor.md says why its letters stand as they do.

const LEAST_MM = 12.7;

/** What may be typed: letters, digits, and one space between words. */
function clean(text, most) {
  return text.replace(/[^\p{L}\p{N}\p{M} ]/gu, " ").replace(/ +/g, " ").replace(/^ /, "").slice(0, most);
}

/**
 * Have the letters stand as on a keyboard where ten in a row are large enough, else by the alphabet, and
 * so wherever they are gone through one by one (`stepped`). `mm`: pixels of a millimetre.
 */
export function arrange(letters, mm, stepped) {
  const keys = [...letters.children];
  const across = letters.clientWidth - 9 * parseFloat(getComputedStyle(letters).columnGap);
  const rows = !stepped && across / mm >= 10 * LEAST_MM;
  if (rows === letters.classList.contains("rows")) return;
  letters.classList.toggle("rows", rows);
  const typed = letters.dataset.rows.replaceAll(" ", "");
  const compare = new Intl.Collator(document.documentElement.lang).compare;
  const order = rows
    ? (one, other) => typed.indexOf(one.dataset.key) - typed.indexOf(other.dataset.key)
    : (one, other) => compare(one.dataset.key, other.dataset.key);
  const focused = document.activeElement;
  letters.append(...keys.sort(order));
  if (letters.contains(focused)) focused.focus();
}

/**
 * Have keys write into a field; adds to `actions` what they do.
 * `use`: wrote(prompts): something was typed, with the prompts that say it, none where only the field
 * has changed; changed(): after every change of what is typed.
 */
export function keyboard(field, actions, use) {
  const write = (text, prompts) => {
    const before = field.value;
    field.value = clean(text, field.maxLength);
    field.setSelectionRange(field.value.length, field.value.length);
    use.wrote(prompts);
    if (field.value !== before) use.changed();
  };
  actions.type = (key) => {
    const letter = key.dataset.key;
    write(field.value + letter.toLowerCase(), [["letter", { letter }]]);
  };
  actions.space = () => write(`${field.value} `, [["search-space"]]);
  actions["delete-one"] = () => write([...field.value].slice(0, -1).join(""), [["search-delete"]]);
  actions["start-again"] = () => write("", [["search-clear"]]);

  // Who touches a key of the screen goes on typing where the mark stands.
  document.querySelector(".keyboard").addEventListener("mousedown", (event) => {
    if (document.activeElement === field) event.preventDefault();
  });
  field.addEventListener("input", (event) => {
    const cleaned = clean(field.value, field.maxLength);
    // What is being composed, an accent and its letter, is left alone until it is whole.
    if (cleaned !== field.value && !event.isComposing) field.value = cleaned;
    use.typed(event.data ?? "");
    use.changed();
  });
}
