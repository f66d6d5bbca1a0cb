// Plays a prompt in its place. Without this script the link opens the sound by itself.

const player = new Audio();
let playing = null;

function show(link) {
  if (playing) playing.firstChild.data = "Play";
  playing = link;
  if (link) link.firstChild.data = "Stop";
}

player.addEventListener("ended", () => show(null));
player.addEventListener("error", () => show(null));
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.desk-play");
  if (!link) return;
  event.preventDefault();
  player.pause();
  if (link === playing) {
    show(null);
    return;
  }
  show(link);
  player.src = link.href;
  player.play().catch(() => show(null));
});
