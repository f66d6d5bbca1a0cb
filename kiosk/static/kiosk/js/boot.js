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
})();
