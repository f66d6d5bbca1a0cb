// The selfcheck: the real screens, measured in the browser that visitors use.

import "./frame.js";
import { measureAll } from "./measuring.js";
import { letters } from "./pad.js";
import { doing, send } from "./steps.js";
import { profile } from "./store.js";

const data = JSON.parse(document.getElementById("data").textContent);
const place = (id) => document.getElementById(id);
const known = profile();
const by = place("by");
let found = null;

letters(document.querySelector("[data-letters]"), [by]);
by.value = known.calibratedBy ?? "";
place("standing").textContent = known.pxPerMm > 0
  ? `${known.name}: ${known.pxPerMm} pixels a millimetre, seen from ${known.distanceMm} mm.`
  : "This screen is not calibrated: millimetres are those of a 24-inch screen, and no figure counts until it is.";

function complain(text) {
  place("trouble").textContent = text;
  place("trouble").hidden = !text;
}

async function run() {
  if (!by.value.trim()) {
    complain("Your name: enter who checks the screen, the record needs it.");
    by.focus();
    return;
  }
  complain("");
  const running = place("measuring");
  running.hidden = false;
  document.querySelector("main").inert = true;
  try {
    const rows = await measureAll(known, (text) => (running.firstElementChild.textContent = text));
    found = { rows: [...rows, ...data.byHand], screen: screenFacts(), device: known.name ?? "", by: by.value.trim() };
    show(found.rows);
    await keepRecord();
  } catch (error) {
    complain(`It broke off. ${error.message} Nothing was recorded. Is the kiosk itself working? Then start again.`);
  } finally {
    running.hidden = true;
    document.querySelector("main").inert = false;
    (place("after").hidden ? place("trouble") : place("verdict")).focus?.();
  }
}

function screenFacts() {
  return {
    "Window": `${innerWidth} × ${innerHeight} pixels, ${devicePixelRatio} device pixels each`,
    "Pixels a millimetre": known.pxPerMm > 0 ? String(known.pxPerMm) : "not calibrated",
    "Viewing distance": known.distanceMm > 0 ? `${known.distanceMm} mm` : "not calibrated, 570 mm taken",
    "Calibrated": known.calibratedOn ? `${known.calibratedOn}, by ${known.calibratedBy}` : "never",
    "Browser": navigator.userAgent,
  };
}

function show(rows) {
  const failed = rows.filter((row) => row.state === "fail").length;
  const not = rows.filter((row) => row.state === "not measured").length;
  place("verdict").textContent = failed ? `${failed} of the measured rules fail` : "All that was measured passes";
  if (not) place("verdict").textContent += `, ${not} not measured`;
  place("results").tBodies[0].replaceChildren(...rows.map((row) => {
    const line = document.createElement("tr");
    line.dataset.state = row.state;
    for (const key of ["id", "what", "value", "target", "state"]) {
      const cell = document.createElement(key === "id" ? "th" : "td");
      if (key === "id") cell.scope = "row";
      if (key === "state") cell.className = "state";
      cell.textContent = row[key];
      line.append(cell);
    }
    return line;
  }));
  place("before").hidden = true;
  place("after").hidden = false;
  scrollTo(0, 0);
}

async function keepRecord() {
  const answer = await send(data.to.records, found);
  document.querySelector('[data-do="keep"]').hidden = Boolean(answer.made);
  place("kept").textContent = answer.made
    ? `Kept on the server as record ${answer.made.url.match(/\d+/)[0]}.`
    : Object.values(answer.errors).join(" ");
}

doing({ run, keep: keepRecord, print: () => print() });
