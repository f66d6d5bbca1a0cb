// Takes the presses of a keypad for itself, so that they do nothing else on the page.

const MODIFIERS = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Fn", "NumLock"]);

/** What a profile calls a key: `event.key`, or `code:` and `event.code` where the key has no name. */
export function nameOf(event) {
  if (event.key && !["Unidentified", "Process", "Dead"].includes(event.key)) return event.key;
  return event.code ? `code:${event.code}` : "";
}

/** A key's name as people read it. */
export function shown(name) {
  return name === " " ? "Space" : name.replace(/^code:/, "");
}

/** Whether a key types a letter, digit or sign (WCAG 2.1.4 leaves the space alone). */
export function isLetter(name) {
  return [...name].length === 1 && name !== " ";
}

export function isModifier(name) {
  return MODIFIERS.has(name);
}

/**
 * While `wanted()` is true, give each press to `pressed(name)`, once however long it is held. Tab stays
 * the browser's, and so do Enter and Space on a key of the page that Tab led to: a keyboard can leave.
 */
export function capture(wanted, pressed) {
  addEventListener("keydown", (event) => {
    if (!wanted() || event.key === "Tab" || event.ctrlKey || event.altKey || event.metaKey) return;
    if ((event.key === "Enter" || event.key === " ") && document.activeElement?.matches("button:focus-visible, a:focus-visible")) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) pressed(nameOf(event));
  }, { capture: true });
}
