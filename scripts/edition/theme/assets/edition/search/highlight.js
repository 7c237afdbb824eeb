/* Mark the words of a search on the page that it led to, without touching the page's text. */

import { agree, fold, parse } from "./match.js";

export function highlight(text, page) {
  if (!page || !window.CSS?.highlights) return;
  const query = parse(text).words;
  const ranges = { 1: [], 2: [] };
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (const match of node.data.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      const found = fold(match[0]);
      const how = Math.max(...query.map((word) => agree(word, found)));
      if (!how) continue;
      const range = new Range();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      ranges[how].push(range);
    }
  }
  CSS.highlights.set("search", new Highlight(...(ranges[2].length ? ranges[2] : ranges[1])));
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") CSS.highlights.delete("search");
  }, { once: true });
}
