// What is there for the ear besides reading on: the pace, a sentence slowly, one at a time.

import { named, stepped } from "./speed.js";

/**
 * Give the keys for the ear what they do. `use`: actions, by name; voices(), all that keep the pace;
 * visit and keep(), of the visit; every(name, change), for each key; answer(prompt); begun(), when
 * reading begins; spoke(), when the visit uses speech; quiet(), so that nothing speaks; failed(); restore(), the marks; terms.
 */
export function forTheEar(player, use) {
  const { actions, keep, answer } = use;

  const change = (by) => {
    const pace = stepped(player, by);
    use.voices().forEach((voice) => Object.assign(voice, pace));
    keep(pace);
    return answer(named(pace));
  };
  actions.slower = () => change(-1);
  actions.faster = () => change(1);

  actions.again = () => {
    use.begun();
    player.again();
  };
  actions.slowly = () => {
    use.begun();
    player.again(true);
  };

  const showSingle = () => use.every("single", (key) =>
    key.setAttribute("aria-pressed", String(player.single)));
  actions.single = () => {
    player.single = !player.single;
    keep({ single: player.single });
    showSingle();
    answer([player.single ? "single-on" : "single-off"]);
  };
  showSingle();

  for (const [event, state] of [["playing", "speaking"], ["waiting", "waiting"]]) {
    player.addEventListener(event, () => document.body.classList.add(state));
  }
  player.addEventListener("paused", () => document.body.classList.remove("speaking"));
  for (const event of ["playing", "stopped"]) {
    player.addEventListener(event, () => document.body.classList.remove("waiting"));
  }

  // The words of an announcement stand nowhere in the text: shown while they are said (SPK-13).
  const caption = document.getElementById("caption");
  const show = (text = "") => {
    if (!caption) return;
    caption.textContent = text;
    caption.hidden = !text;
  };
  player.addEventListener("paused", () => show());
  player.addEventListener("sentence", ({ detail }) =>
    show(player.speaking && player.sentences[detail.index].of ? player.sentences[detail.index].text : ""));
}
