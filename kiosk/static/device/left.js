// What a visit leaves in the browser when it has ended.

import { until } from "./stage.js";

/** Storage of every kind, as rows; what the installed screen keeps for itself (its profile) is named so. */
export async function kept() {
  const rows = [];
  for (const [kind, storage] of [["visit", sessionStorage], ["browser", localStorage]]) {
    for (let at = 0; at < storage.length; at += 1) {
      const key = storage.key(at);
      rows.push(`${kind}: ${key} = ${plain(storage.getItem(key))}`);
    }
  }
  if (document.cookie) rows.push(`cookies: ${document.cookie}`);
  for (const name of (await globalThis.caches?.keys()) ?? []) rows.push(`cache: ${name}`);
  for (const { name } of (await indexedDB.databases?.()) ?? []) rows.push(`database: ${name}`);
  return rows.sort();
}

/** Each visit has a number of its own, which says nothing. */
function plain(text) {
  try {
    const { id: _, ...rest } = JSON.parse(text);
    return JSON.stringify(rest, Object.keys(rest).sort());
  } catch {
    return text;
  }
}

/** Go through a visit that chooses much, end it, and resolve to what is there that was not before. */
export async function afterVisit(stage, article) {
  const home = stage.data.to.home;
  sessionStorage.clear();
  await stage.open(home);
  const before = await kept();
  const visit = JSON.parse(sessionStorage.getItem("visit")) ?? {};
  sessionStorage.setItem("visit", JSON.stringify({ ...visit, size: 1, theme: "dark", rate: 2, volume: 10, spoke: true }));
  await stage.open(article);
  await stage.open(stage.data.to.closing);
  const shown = stage.document;
  stage.document.querySelector('[data-do="finish"]').click();
  await until(() => stage.document && stage.document !== shown && stage.ready, "The end of the visit");
  await stage.settled();
  const after = await kept();
  return after.filter((row) => !before.includes(row));
}
