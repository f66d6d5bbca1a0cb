// Everything the selfcheck measures, as rows: {id, what, value, target, state}.

import { afterVisit } from "./left.js";
import { decibels, levels, touches, unplugged } from "./heard.js";
import { contrastRead, faintest, least, running, smallest } from "./letters.js";
import { Stage } from "./stage.js";
import { heights, smallestGap, smallestTarget } from "./touch.js";

const DISTANCE_MM = 570;
const CAPITAL_MM = 4.8;
const DEGREES = 0.7;
const SIZES = { 1: [3.5, 4.2], 2: [4.8, 5.6], 3: [6.4, 7.1], 4: [8.5, 9] }; // TXT-4
const CONTRAST = { plain: 10, dark: 10, light: 10, soft: 7 }; // TXT-6: "soft" is for eyes that light hurts
const STRONG = { dark: 18, light: 18 }; // of the text that is read: about 20
const TARGET_MM = 12.7;
const GAP_MM = 2.54;
const ROUNDING_MM = 0.15; // half a pixel of a coarse screen
const BAND_MM = [380, 1220];
const STOP_MS = 200;
const SOUND_MS = 1000;

const degrees = (mm, distance) => (180 * mm) / (Math.PI * distance);
const short = (text) => (text.length > 40 ? `${text.slice(0, 40)} …` : text);
const row = (id, what, value, target, passes) => ({ id, what, value, target, state: passes === null ? "not measured" : passes ? "pass" : "fail" });

/** Measure all; `tell(text)` says what is measured now. `device`: the profile of this screen. */
export async function measureAll(device, tell) {
  const pxPerMm = device.pxPerMm > 0 ? device.pxPerMm : Number(document.documentElement.dataset.scale);
  const use = { device, tell, pxPerMm, distance: device.distanceMm > 0 ? device.distanceMm : DISTANCE_MM };
  sessionStorage.removeItem("visit");
  const stage = new Stage();
  try {
    const screens = await addresses(stage);
    const rows = [
      ...(await looks(stage, screens, use)),
      ...(await speech(stage, screens, use)),
      ...(await storage(stage, screens, use)),
      ...(await loudness(stage, screens, use)),
    ];
    return device.pxPerMm > 0 ? rows : rows.map(unclaimed);
  } finally {
    stage.close();
    sessionStorage.removeItem("visit");
  }
}

/** Without a calibration no millimetre is known, so nothing that rests on them is claimed. */
function unclaimed(one) {
  return /^(TXT-[124]|TCH-1|RCH-1)$/.test(one.id)
    ? { ...one, state: "not measured", value: `${one.value} (not calibrated)` }
    : one;
}

/** One screen of each kind, by the links that visitors follow. */
async function addresses(stage) {
  await stage.open("/");
  const { to } = stage.data;
  const link = (part) => stage.document.querySelector(`main a[href*="${part}"]`)?.getAttribute("href");
  const topic = link("/t/");
  if (topic) await stage.open(topic);
  const article = link("/a/");
  const found = [to.home, topic, article, to.urgent, to.closing];
  for (const name of ["search", "settings", "help"]) {
    if (to[name] && stage.document.querySelector(`a[href="${to[name]}"]`)) found.push(to[name]);
  }
  return { article, all: found.filter(Boolean) };
}

/** Letters, contrast and keys of every screen, in each size and theme. */
async function looks(stage, screens, use) {
  const seen = { caps: [], wide: [], sides: [], gaps: [], heights: [], sizes: {}, faint: {}, read: {} };
  const bottom = use.device.bottomMm;
  for (const address of screens.all) {
    use.tell(`Letters, contrast and keys: ${address}`);
    await stage.open(address);
    for (const size of Object.keys(SIZES)) {
      await stage.looking({ size }, (page) => {
        seen.wide.push(page.documentElement.scrollWidth - page.documentElement.clientWidth);
        seen.sides.push(smallestTarget(page, use.pxPerMm));
        seen.gaps.push(smallestGap(page, use.pxPerMm));
        if (bottom >= 0 && bottom !== null) seen.heights.push(heights(page, use.pxPerMm, bottom));
        if (size === "4") seen.caps.push(smallest(page, use.pxPerMm));
        if (address === screens.article) seen.sizes[size] = running(page, use.pxPerMm);
      });
    }
    for (const theme of Object.keys(CONTRAST)) {
      await stage.looking({ theme }, (page) => {
        (seen.faint[theme] ??= []).push(faintest(page));
        if (address === screens.article) seen.read[theme] = contrastRead(page);
      });
    }
  }
  return [...letterRows(seen, use), ...contrastRows(seen), ...keyRows(seen)];
}

function letterRows({ caps, sizes, wide }, use) {
  const cap = least(caps, "mm");
  const needed = (DEGREES * Math.PI * use.distance) / 180;
  const seen = (mm) => `${mm.toFixed(2)} mm, ${degrees(mm, use.distance).toFixed(2)} degrees at ${use.distance} mm`;
  const asked = `${DEGREES} degrees, here ${needed.toFixed(2)} mm`;
  const rows = [
    row("TXT-1", "Smallest capital of all words, at the largest text", `${seen(cap.mm)} ("${short(cap.text)}")`, asked, cap.mm >= needed),
    row("TXT-2", "Smallest capital of all words, at the largest text", `${cap.mm.toFixed(2)} mm`, `${CAPITAL_MM} mm`, cap.mm >= CAPITAL_MM),
  ];
  if (sizes[4]) {
    rows.push(row("TXT-1", "Capitals of the text that is read, at the largest", seen(sizes[4]), asked, sizes[4] >= needed));
    for (const [size, [low, high]] of Object.entries(SIZES)) {
      rows.push(row("TXT-4", `Capitals of the text that is read, size ${size}`, `${sizes[size].toFixed(2)} mm`, `${low} to ${high} mm`,
        sizes[size] >= low - 0.005 && sizes[size] <= high + 0.005));
    }
  }
  rows.push(row("TXT-5", "Wider than the screen, at any size", `${Math.max(...wide)} pixels`, "0", Math.max(...wide) <= 0));
  return rows;
}

function contrastRows({ faint, read }) {
  const ratio = (figure, text = "") => `${figure.toFixed(1)} : 1${text}`;
  const rows = Object.entries(CONTRAST).map(([theme, asked]) => {
    const found = least(faint[theme], "ratio");
    return row("TXT-6", `Least contrast of all words, theme ${theme}`, ratio(found.ratio, ` ("${short(found.text)}")`), ratio(asked), found.ratio >= asked);
  });
  const strong = Object.entries(STRONG).filter(([theme]) => read[theme]);
  return [...rows, ...strong.map(([theme, asked]) =>
    row("TXT-6", `Contrast of the text that is read, theme ${theme}`, ratio(read[theme]), ratio(asked), read[theme] >= asked))];
}

function keyRows({ sides, gaps, heights: all }) {
  const side = least(sides, "mm");
  const gap = least(gaps, "mm");
  const low = Math.min(...all.map((one) => one.low));
  const high = Math.max(...all.map((one) => one.high));
  const band = `${BAND_MM[0]} to ${BAND_MM[1]} mm`;
  return [
    row("TCH-1", "Shortest side of a key", `${side.mm.toFixed(1)} mm ("${short(side.text)}")`, `${TARGET_MM} mm`, side.mm >= TARGET_MM - ROUNDING_MM),
    row("TCH-1", "Smallest gap between two keys", `${gap.mm.toFixed(2)} mm (${short(gap.text)})`, `${GAP_MM} mm`, gap.mm >= GAP_MM - ROUNDING_MM),
    all.length
      ? row("RCH-1", "Keys above the floor", `${Math.round(low)} to ${Math.round(high)} mm`, band, low >= BAND_MM[0] && high <= BAND_MM[1])
      : row("RCH-1", "Keys above the floor", "The height of the screen was not entered", band, null),
  ];
}

async function speech(stage, screens, use) {
  if (!screens.article) return [row("SPK-16", "Touch to sound", "There is no article", "1 s at most", null)];
  use.tell("Speech: how soon it begins and ends");
  await stage.open(screens.article);
  const { sound, silence, most } = await touches(stage);
  const plug = await unplugged(stage, use.device.keys?.keys);
  const said = (all) => (all.some(Number.isNaN) ? "It did not happen" : `${all.map((one) => Math.round(one)).join(", ")} ms`);
  const within = (all, ms) => !all.some(Number.isNaN) && Math.max(...all) <= ms;
  return [
    row("SPK-16", "From the touch of Listen to the first sound", said(sound), "1 s at most; 100 ms is what we aim at", within(sound, SOUND_MS)),
    row("SPK-6", "From the touch of Pause to silence", said(silence), `${STOP_MS} ms`, within(silence, STOP_MS)),
    row("SPK-8", "Sounds at once while an article is read", String(most), "1", most === 1),
    row("AUD-4", "From the key for headphones out to silence",
      plug === null ? "This version knows no such key" : said([plug]), `${STOP_MS} ms`, plug === null ? null : within([plug], STOP_MS)),
  ];
}

async function storage(stage, screens, use) {
  if (!screens.article) return [row("TIM-7", "What a visit leaves in the browser", "There is no article", "nothing", null)];
  use.tell("What a visit leaves behind");
  const left = await afterVisit(stage, screens.article);
  return [row("TIM-7", "What a visit leaves in the browser", left.length ? short(left.join("; ")) : "nothing", "nothing", left.length === 0)];
}

async function loudness(stage, screens, use) {
  const rows = [];
  for (const [route, what] of [["speaker", "Loudspeaker"], ["headset", "Headset"]]) {
    const record = use.device.loudness?.[route];
    rows.push(row("AUD-11", `${what}: record of loudness`, record ? `${record.maxDb} dB on ${record.on}, by ${record.by}` : "none: nothing is claimed", "a dated record", record ? true : null));
    if (!record || !screens.article) {
      const why = "Not claimed without a record of loudness";
      if (route === "speaker") rows.push(row("AUD-7", `${what}, at its loudest`, why, "65 dB or more", null));
      rows.push(row("AUD-8", `${what}, after a visit`, why, "65 dB at most", null));
      continue;
    }
    use.tell(`Loudness: ${what}`);
    const way = route === "headset" ? "headphones" : "speaker";
    const { gains, usual: began } = await levels(stage, screens.article, way);
    const usual = decibels(began, record.maxDb);
    const all = gains.map((gain) => decibels(gain, record.maxDb));
    const steps = all.slice(1).map((one, at) => one - all[at]);
    if (route === "speaker") rows.push(row("AUD-7", `${what}, at its loudest`, `${all.at(-1).toFixed(1)} dB`, "65 dB or more", all.at(-1) >= 65));
    rows.push(
      row("AUD-8", `${what}, after a visit`, `${usual.toFixed(1)} dB`, "65 dB at most", usual <= 65.05),
      row("AUD-9", `${what}, largest of ${steps.length} steps`, `${Math.max(...steps).toFixed(1)} dB, from ${all[0].toFixed(1)} to ${all.at(-1).toFixed(1)} dB`, "10 dB at most", Math.max(...steps) <= 10.05 && Math.min(...steps) >= 0),
    );
  }
  return rows;
}
