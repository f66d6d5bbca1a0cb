// The draft page: a finding leads to its line in the text. The review page: what was typed as answers
// goes with a return as well, so that it is there again where the return is refused.

const body = document.getElementById("id_body");

for (const button of document.querySelectorAll("[data-line]")) {
  if (!body) break;
  button.hidden = false;
  button.previousElementSibling.hidden = true;
  button.addEventListener("click", () => {
    const lines = body.value.split("\n");
    const number = Math.min(Number(button.dataset.line), lines.length);
    const start = lines.slice(0, number - 1).reduce((length, line) => length + line.length + 1, 0);
    body.focus();
    body.setSelectionRange(start, start + lines[number - 1].length);
    body.scrollTop = (body.scrollHeight / lines.length) * Math.max(0, number - 4);
  });
}

const giveBack = document.getElementById("return-form");

giveBack?.addEventListener("formdata", (event) => {
  for (const answer of document.querySelectorAll('textarea[form="approve-form"][name^="answer-"]')) {
    event.formData.set(answer.name, answer.value);
  }
});
