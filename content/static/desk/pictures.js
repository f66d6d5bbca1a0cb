// The pictures of a draft: one is taken in without leaving the page, and its line written where the
// cursor stood. Without this script the same button saves the draft with the line at its end.

const form = document.getElementById("words-form");
const body = form.elements.namedItem("body");
const file = form.elements.namedItem("picture");
const shows = form.elements.namedItem("picture_shows");
const button = document.getElementById("add-picture");
const status = document.getElementById("picture-status");
const list = document.getElementById("picture-list");
const MOST_BYTES = 10 * 1024 * 1024;

document.getElementById("picture-where").textContent =
  "Its line is written into the text where the cursor is.";

// Where the cursor was, once it has been in the text at all: before that, at the end.
let cursor = null;
for (const event of ["blur", "select", "keyup", "click"]) {
  body.addEventListener(event, () => {
    cursor = body.selectionEnd;
  });
}

/** Say why it was not done, at the field it is about. */
function refuse(why, field) {
  for (const one of [file, shows]) {
    one.removeAttribute("aria-invalid");
    document.getElementById(`${one.id}_why`)?.remove();
  }
  status.textContent = "";
  if (!why) return;
  if (!field) {
    status.textContent = why;
    return;
  }
  const told = document.createElement("p");
  told.id = `${field.id}_why`;
  told.className = "desk-picture-why";
  told.textContent = why;
  told.setAttribute("role", "alert");
  field.after(told);
  field.setAttribute("aria-invalid", "true");
  field.focus();
}

/** Write a line as a paragraph of its own behind the paragraph that the cursor is in. */
function insert(line) {
  const text = body.value;
  let at = cursor ?? text.trimEnd().length;
  const gap = text.indexOf("\n\n", at);
  if (cursor !== null && text.slice(0, at).trim() && !text.slice(0, at).endsWith("\n\n")) {
    at = gap < 0 ? text.trimEnd().length : gap;
  }
  const before = text.slice(0, at).trimEnd();
  const behind = text.slice(at).replace(/^\s+/, "");
  const start = before ? before.length + 2 : 0;
  body.value = `${before}${before ? "\n\n" : ""}${line}\n${behind ? `\n${behind}` : ""}`;
  body.setSelectionRange(start + line.length, start + line.length);
  cursor = start + line.length;
  body.dispatchEvent(new Event("input", { bubbles: true }));
  const height = Number.parseFloat(getComputedStyle(body).lineHeight) || 24;
  body.scrollTop = Math.max(0, (text.slice(0, at).split("\n").length - 4) * height);
}

function show({ url, name, description }) {
  const item = document.createElement("li");
  const image = document.createElement("img");
  image.className = "desk-picture";
  image.src = url;
  image.alt = "";
  const words = document.createElement("p");
  const code = document.createElement("code");
  code.textContent = `image:${name}`;
  words.append(`${description} `, code);
  item.append(image, words);
  list.append(item);
  list.hidden = false;
  document.getElementById("no-pictures").hidden = true;
}

button.addEventListener("click", async (event) => {
  event.preventDefault();
  const [chosen] = file.files;
  refuse("");
  if (!chosen) return refuse("Choose the file of the picture.", file);
  if (chosen.size > MOST_BYTES) {
    return refuse("This picture is larger than 10 MiB. Save it smaller.", file);
  }
  if (!shows.value.trim()) return refuse("Say what the picture shows.", shows);
  const data = new FormData();
  data.set("picture", chosen);
  data.set("picture_shows", shows.value);
  data.set("csrfmiddlewaretoken", form.elements.namedItem("csrfmiddlewaretoken").value);
  button.disabled = true;
  status.textContent = "The picture is being read.";
  try {
    const answer = await fetch(button.formAction, {
      method: "POST",
      body: data,
      headers: { Accept: "application/json" },
    });
    const told = await answer.json();
    if (answer.ok) {
      insert(told.line);
      show(told);
      file.value = shows.value = "";
      status.textContent = "The picture is in the text now, and is kept when you save.";
      body.focus({ preventScroll: true });
    } else {
      refuse(told.why, { picture: file, picture_shows: shows }[told.field]);
    }
  } catch {
    refuse("The picture did not arrive. Your words are still here: try again, or sign in again in another tab first.");
  } finally {
    button.disabled = false;
  }
});
