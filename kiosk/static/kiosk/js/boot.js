// Runs before the page is drawn: what is known of the screen, and what the visit has chosen, are there
// from the first picture on, so that nothing moves afterwards.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");

  function stored(storage, key) {
    try {
      var found = JSON.parse(window[storage].getItem(key));
      return found && typeof found === "object" ? found : {};
    } catch (error) {
      return {};
    }
  }
  function number(value, least, most, otherwise) {
    return typeof value === "number" && value >= least && value <= most ? value : otherwise;
  }

  var visit = stored("sessionStorage", "visit");
  // A reviewer's page is shown as on the kiosk, whatever screen the reviewer sits at.
  var device = "preview" in root.dataset ? {} : stored("localStorage", "device");
  if (device.version !== 1) device = {};
  var mm = number(device.pxPerMm, 1, 20, Number(root.dataset.scale));
  var distance = number(device.distanceMm, 200, 2000, 570);
  var bottom = number(device.bottomMm, 0, 2000, null);
  // What 0.7 degrees are at this distance (EN 301 549 5.1.4, TXT-1).
  var sight = distance * 0.01222;
  var CAPS = [4, 5.3, 7, 8.5];
  // The usual size is the third, or the fourth where the third is too small for the distance.
  var usual = CAPS[2] >= sight ? 3 : 4;

  root.style.setProperty("--mm", mm + "px");
  root.style.setProperty("--sight", sight.toFixed(3));
  root.dataset.usual = usual;
  root.dataset.size = number(visit.size, 1, 4, usual);
  root.dataset.theme = visit.theme || "plain";
  root.dataset.line = number(visit.line, 1, 3, 1);
  root.dataset.letters = number(visit.letters, 1, 3, 1);
  root.toggleAttribute("data-reach", Boolean(visit.reach === undefined ? device.reach : visit.reach));
  root.toggleAttribute("data-audio", Boolean(visit.audio));
  root.toggleAttribute("data-curtain", Boolean(visit.curtain));

  // The band that everybody reaches (RCH-1), as [from, to] in mm above the screen's lower edge. It grows
  // towards what may be used at all where less than this of it is on the screen.
  var LEAST_MM = 180;
  function band(high) {
    if (bottom === null) return [0, Math.min(high, 300)];
    var from = Math.min(Math.max(800 - bottom, 0), high);
    var to = Math.max(Math.min(1100 - bottom, high), 0);
    if (to - from < LEAST_MM) from = Math.min(Math.max(Math.min(from, to - LEAST_MM), 380 - bottom, 0), high);
    if (to - from < LEAST_MM) to = Math.min(Math.max(to, from + LEAST_MM), Math.max(1220 - bottom, from), high);
    return to - from < 100 ? [0, Math.min(high, LEAST_MM)] : [from, to];
  }

  // How the keys stand: "tall" and "wide" show all of them below the text. Where there is no room for
  // that, the seldom ones are under More controls, "folded" below the text or at its "side".
  function lay() {
    var high = innerHeight / mm;
    var wide = innerWidth / mm;
    var small = matchMedia("(max-width: 500px), (max-height: 500px)").matches;
    var room = root.hasAttribute("data-reach") && !small ? band(high) : [0, high];
    root.style.setProperty("--below", room[0].toFixed(2));
    root.style.setProperty("--above", Math.max(0, high - room[1]).toFixed(2));
    high = room[1] - room[0];
    root.style.setProperty("--high", high.toFixed(2));
    var size = Number(root.dataset.size);
    // On a screen too small for its distance the keys' words stay smaller than that, or none would fit.
    var words = Math.min(sight, 0.0412 * Math.min(high, wide));
    root.style.setProperty("--label-sight", words.toFixed(3));
    var label = 1.497 * (size === 4 ? Math.max(5.3, words) : size === 1 ? 3.6 : 4.9);
    // What the start screen needs beside the bar and the dock: more than six lines of text.
    var cap = CAPS[size - 1];
    var layout = "scroll";
    if (!small && wide > 0.9 * high) layout = wide / label > 56 && high > 145 + 16 * cap ? "wide" : "side";
    else if (!small) layout = wide / label > 27 && high > 150 + 4 * label + 26 * cap ? "tall" : "folded";
    if (root.dataset.layout !== layout) root.dataset.layout = layout;
  }
  lay();
  // Before anything that asks how large it is now.
  addEventListener("resize", lay, { capture: true });
  new MutationObserver(lay).observe(root, { attributeFilter: ["data-size", "data-reach"] });

  // Where a script did not come or broke off, the page is read and heard as without scripts.
  addEventListener("load", function () {
    if (!root.classList.contains("ready")) root.classList.remove("js");
  });
})();
