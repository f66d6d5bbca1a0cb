// Keys on the screen for what has to be typed: digits, and letters for names.

const ROWS = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm.-"];

function key(text, press, name = "") {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "key";
  button.textContent = text;
  if (name) button.setAttribute("aria-label", name);
  button.addEventListener("click", press);
  return button;
}

function put(field, value) {
  if (field.maxLength > 0 && value.length > field.maxLength) return;
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Fill a place with the ten digits, one that deletes the last and one that deletes all. */
export function digits(place, field) {
  const type = (digit) => () => put(field, field.value + digit);
  for (const digit of "123456789") place.append(key(digit, type(digit)));
  place.append(
    key("⌫", () => put(field, field.value.slice(0, -1)), "Delete the last digit"),
    key("0", type("0")),
    key("C", () => put(field, ""), "Clear: delete all digits"),
  );
}

/** Fill a place with letters that type into the field of `fields` which was touched last. */
export function letters(place, fields) {
  let field = fields[0];
  let high = true;
  fields.forEach((one) => one.addEventListener("focus", () => {
    field = one;
    raise(!one.value);
  }));
  const board = document.createElement("div");
  board.className = "letters";
  board.setAttribute("role", "group");
  board.setAttribute("aria-label", "Letters");
  const keys = [];
  const shift = key("Shift", () => raise(!high));
  function raise(now) {
    high = now;
    shift.setAttribute("aria-pressed", String(high));
    for (const one of keys) one.textContent = high ? one.textContent.toUpperCase() : one.textContent.toLowerCase();
  }
  for (const row of ROWS) {
    const line = document.createElement("div");
    for (const letter of row) {
      const one = key(letter, () => {
        put(field, field.value + one.textContent);
        raise(false);
      });
      keys.push(one);
      line.append(one);
    }
    board.append(line);
  }
  const space = key("Space", () => {
    put(field, `${field.value} `);
    raise(true);
  });
  const back = key("⌫", () => put(field, field.value.slice(0, -1)), "Delete the last letter");
  const next = key("Next field", () => fields[(fields.indexOf(field) + 1) % fields.length].focus());
  [shift, space, back, next].forEach((one) => one.classList.add("wide"));
  const line = document.createElement("div");
  line.append(shift, space, back, ...(fields.length > 1 ? [next] : []));
  board.append(line);
  place.append(board);
  raise(true);
}

/**
 * Make a field for a number of the place's `data-label`, `-unit` and `-by`: large keys for a little
 * less and more, and digits. Returns the field; `start()` is where less and more begin when it is empty.
 */
export function number(place, start) {
  const { label, unit, by } = place.dataset;
  const field = document.createElement("input");
  field.id = place.dataset.number;
  field.inputMode = "none";
  field.autocomplete = "off";
  field.maxLength = 6;
  const named = document.createElement("label");
  named.append(`${label}, ${unit} `, field);
  const step = (change) => () => {
    const now = Number.parseFloat(field.value);
    put(field, String(Number.isFinite(now) ? Math.max(0, now + change) : start()));
  };
  const pair = document.createElement("div");
  pair.className = "pair";
  pair.append(key(`− ${by}`, step(-by), `${by} ${unit} less`), key(`+ ${by}`, step(Number(by)), `${by} ${unit} more`));
  const left = document.createElement("div");
  left.append(named, pair);
  const pad = document.createElement("div");
  pad.className = "numbers";
  pad.setAttribute("role", "group");
  pad.setAttribute("aria-label", "Digits");
  digits(pad, field);
  place.className = "number";
  place.append(left, pad);
  return field;
}
