// A word's page: speaks what is typed at once, and says what is wrong with it where it is typed.
// Without this script the same buttons open the sound in a tab of its own.

const form = document.getElementById("word-form");
const status = document.getElementById("hear-status");
const facts = document.getElementById("heard-phonemes");
let context = null;
let source = null;

function tell(text) {
  status.textContent = text;
}

async function play(sound) {
  context ??= new AudioContext();
  await context.resume();
  const bytes = Uint8Array.from(atob(sound), (letter) => letter.charCodeAt(0));
  const buffer = await context.decodeAudioData(bytes.buffer);
  source?.stop();
  source = new AudioBufferSourceNode(context, { buffer });
  source.connect(context.destination);
  source.start();
}

async function hear(own) {
  const data = new FormData(form);
  if (own) data.set("own", "1");
  const typed = data.get("alias") || data.get("phonemes");
  if (!own && !typed) {
    tell("Write what it sounds like, or its phonemes, to hear it.");
    form.elements.namedItem("alias").focus();
    return;
  }
  tell("Being spoken…");
  try {
    const answer = await fetch(form.dataset.hear, { method: "POST", body: data });
    const said = await answer.json();
    if (!answer.ok) {
      tell(said.why);
      if (said.field) form.elements.namedItem(said.field)?.focus();
      return;
    }
    facts.hidden = false;
    document.getElementById(own ? "phonemes-own" : "phonemes-it").textContent = said.phonemes;
    await play(said.sound);
    tell(own ? "That was the engine's own attempt." : "That was what you wrote.");
  } catch {
    tell("The voice did not answer. Try again.");
  }
}

if (status) {
  for (const [id, own] of [["hear-it", false], ["hear-own", true]]) {
    document.getElementById(id).addEventListener("click", (event) => {
      event.preventDefault();
      hear(own);
    });
  }
}
