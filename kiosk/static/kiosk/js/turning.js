// Turning: long text page by page, lists screen by screen.

import { ListPages, Pages } from "./paging.js";
import { actions, answers, every, parts, player, prompts, stand } from "./page.js";
import { position } from "./prompts.js";
import { letGo } from "./reading.js";

/** Show which page it is, in the prompts that also say it. */
function show(place, { page, count }) {
  place.replaceChildren(...position(page + 1, count).flatMap(([prompt, values], index) =>
    [...(index ? [" "] : []), prompts.element(prompt, values)]));
}

const box = document.querySelector("[data-paged]");
if (box) {
  const pages = (parts.pages = new Pages(box));
  const place = document.getElementById("position");
  const showPosition = () => {
    every("page-back", (button) => stand(button, pages.page > 0));
    every("page-on", (button) => stand(button, pages.page < pages.count - 1));
    for (const name of ["page-back", "page-on"]) {
      every(name, (button) => (button.hidden = pages.count < 2));
    }
    if (!place) return;
    place.hidden = pages.count < 2;
    show(place, pages);
  };
  pages.addEventListener("page", showPosition);
  showPosition();
  const turn = (by) => {
    letGo();
    pages.show(pages.page + by);
    answers.tell(...position(pages.page + 1, pages.count));
  };
  actions["page-back"] = () => turn(-1);
  actions["page-on"] = () => turn(1);
}

const list = document.querySelector("[data-list]");
if (list) {
  const lists = (parts.lists = new ListPages(list, Number(list.dataset.perScreen), document.getElementById("main")));
  const place = document.getElementById("position");
  const showPosition = () => {
    every("list-back", (button) => stand(button, lists.page > 0));
    every("list-on", (button) => stand(button, lists.page < lists.count - 1));
    document.querySelector("[data-list-keys]").hidden = lists.count < 2;
    show(place, lists);
  };
  lists.addEventListener("page", showPosition);
  showPosition();
  const turn = (by) => {
    // What was being read is not on the screen any more.
    player.pause();
    lists.show(lists.page + by);
    answers.tell(...position(lists.page + 1, lists.count));
  };
  actions["list-back"] = () => turn(-1);
  actions["list-on"] = () => turn(1);
}
