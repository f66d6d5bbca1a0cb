// Runs before the page is drawn: what the visit has chosen is there from the first picture on.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  root.style.setProperty("--mm", root.dataset.scale + "px");
  var visit = {};
  try {
    visit = JSON.parse(sessionStorage.getItem("visit")) || {};
  } catch (error) {
    visit = {};
  }
  root.dataset.size = visit.size || 3;
  root.dataset.theme = visit.theme || "plain";
  // Where a script did not come or broke off, the page is read and heard as without scripts.
  addEventListener("load", function () {
    if (!root.classList.contains("ready")) root.classList.remove("js");
  });
})();
