// The draft page: a finding leads to its line, and leaving with unsaved words asks first.

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

for (const finding of document.querySelectorAll(".desk-findings li")) {
  const line = /^Line (\d+)/.exec(finding.textContent);
  if (!line) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "desk-link";
  button.textContent = `Go to line ${line[1]}`;
  button.addEventListener("click", () => select(Number(line[1])));
  finding.append(" ", button);
}

let typed = false;
form.addEventListener("input", () => {
  typed = true;
});
form.addEventListener("submit", () => {
  typed = false;
});
addEventListener("beforeunload", (event) => {
  if (typed) event.preventDefault();
});
