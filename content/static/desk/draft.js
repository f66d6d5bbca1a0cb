// The draft page: a finding and an open comment lead to their line. What is typed: keep.js.

const form = document.getElementById("words-form");
const body = form.elements.namedItem("body");

function select(number) {
  const lines = body.value.split("\n");
  if (number > lines.length) return;
  const start = lines.slice(0, number - 1).reduce((sum, line) => sum + line.length + 1, 0);
  body.focus();
  body.setSelectionRange(start, start + lines[number - 1].length);
  const height = Number.parseFloat(getComputedStyle(body).lineHeight) || 24;
  body.scrollTop = Math.max(0, (number - 4) * height);
}

function lead(place, number) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "desk-link";
  button.textContent = `Go to line ${number}`;
  button.addEventListener("click", () => select(number));
  place.append(" ", button);
}

for (const finding of document.querySelectorAll(".desk-findings li")) {
  const line = /^Line (\d+)/.exec(finding.textContent);
  if (line) lead(finding, Number(line[1]));
}
// The lines of the checks' findings are led to by checks.js.
for (const place of document.querySelectorAll("[data-line]")) {
  const thread = place.closest(".desk-thread-on");
  if (thread) lead(thread, Number(place.dataset.line));
}
