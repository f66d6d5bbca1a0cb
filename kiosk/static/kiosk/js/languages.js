// Another language: the same screen in it, and from an article its translation, or the word that there
// is none, from where one comes back to the article.

import { data, preview } from "./page.js";
import { keep, visit } from "./visit.js";

// These two are no place of their own: they lead to where somebody was before them.
const BETWEEN = ["languages", "not-translated"];

if (!preview && BETWEEN.includes(data.kind)) {
  for (const key of document.querySelectorAll("a[hreflang]")) {
    key.href = visit.ways?.[key.hreflang] ?? key.href;
  }
  const back = document.querySelector('[data-leads="back"]');
  if (back && visit.article) {
    back.href = `/a/${visit.article}/`;
    back.hidden = false;
  }
} else if (!preview) {
  // Forgotten with the visit, and no choice of anybody: used() does not know it.
  keep({ ways: data.ways });
}
