// More controls: where there is no room for every key, the seldom ones are in a sheet over the text.
// They are the very keys of the page: they stand in the sheet while it is open, else in their place.

import { actions, root } from "./page.js";

const sheet = document.getElementById("more");
const places = new Map(); // each group of keys in the sheet, by the mark that keeps its place

/** Whether keys are hidden for want of room. */
function folded() {
  return ["folded", "side"].includes(root.dataset.layout);
}

function open() {
  const keys = sheet.querySelector(".sheet");
  for (const group of document.querySelectorAll("[data-more]")) {
    // What has room where it stands, stays there.
    if (group.closest("dialog") || group.hidden || group.checkVisibility()) continue;
    const mark = document.createComment("");
    group.before(mark);
    places.set(mark, group);
    keys.append(group);
  }
  sheet.showModal();
  sheet.querySelector(".key, .chip")?.focus({ focusVisible: false });
}

function putBack() {
  places.forEach((group, mark) => mark.replaceWith(group));
  places.clear();
}

if (sheet) {
  actions.more = () => (sheet.open ? sheet.close() : folded() && open());
  sheet.addEventListener("close", putBack);
  // A touch beside the sheet closes it, as its key does.
  sheet.addEventListener("click", (event) => event.target === sheet && sheet.close());
  new MutationObserver(() => sheet.open && !folded() && sheet.close())
    .observe(root, { attributeFilter: ["data-layout"] });
}
