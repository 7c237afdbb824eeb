/* Pagefind's answers, checked and turned into passages that a link can lead to. */

import { answers, asPrinted, parse } from "./match.js";

/** Pages looked at for one query; an issue has fewer. */
const EXAMINED = 60;
const BEFORE = 9;
const AFTER = 22;
/** Ids that are marks inside a paragraph, not places of their own. */
const MARKS = /^(fnref|cite|mark)-|-caption$/;
/** Where an article's text begins, which need not have a heading. */
const TEXT = "text";

/** What the page's policy asks before a text becomes the address of a script. */
const WORKER = "pagefind/pagefind-worker.js";

const isHeading = (place) => place.id === TEXT || /^h[2-6]$/i.test(place.element);

/** The address of a page of the site, whatever the index has for it. */
export const addressOf = (path, base) => new URL(`./${path.replace(/^[/\\]+/, "")}`, base);

/**
 * Let Pagefind start its worker where the policy of the page asks (Trusted Types): its address is
 * the only text that may become a script.
 */
function admitWorker(base) {
  if (!window.trustedTypes || window.trustedTypes.defaultPolicy) return;
  const worker = new URL(WORKER, base).href;
  window.trustedTypes.createPolicy("default", {
    createScriptURL: (text) => (new URL(text, location.href).href === worker ? worker : null),
  });
}

/** Load Pagefind and its index of the page's language. */
export async function load(base) {
  admitWorker(base);
  // eslint-disable-next-line no-unsanitized/method -- a file of the site; the policy allows no other
  const pagefind = await import(new URL("pagefind/pagefind.js", base).href);
  await pagefind.options({ baseUrl: base.pathname });
  await pagefind.init();
  return { pagefind, base };
}

/**
 * Find the pages that hold every word of a query, best first, each with its passages.
 *
 * Where the words themselves occur, in any form, only those are found; where they do not,
 * words that begin so (`begins` is true then).
 * @returns {Promise<{begins: boolean, pages: {title, url, facets, passages}[]}>}
 */
export async function find(engine, text) {
  const query = parse(text);
  if (query.words.join("").length < 2) return { begins: false, pages: [] };
  const asked = query.phrase ? `"${query.words.join(" ")}"` : query.words.join(" ");
  const { results } = await engine.pagefind.search(asked);
  const data = await Promise.all(results.slice(0, EXAMINED).map((result) => result.data()));
  const pages = (level) => data.map((one) => page(one, query, level, engine.base, text)).filter(Boolean);
  const whole = pages(2);
  if (whole.length || query.phrase) return { begins: false, pages: whole };
  return { begins: true, pages: pages(1) };
}

function page(data, query, level, base, text) {
  const tokens = asPrinted(data.content).split(/\s+/);
  const hits = [...new Set(data.locations)]
    .sort((a, b) => a - b)
    .map((at) => {
      const how = answers(query.words, tokens[at] ?? "");
      return { at, found: query.words.filter((word, index) => how[index] >= level) };
    })
    .filter((hit) => hit.found.length);
  if (new Set(hits.flatMap((hit) => hit.found)).size < new Set(query.words).size) return null;
  const link = (place) => {
    const url = addressOf(data.raw_url, base);
    url.searchParams.set("q", text.trim());
    url.hash = place;
    return url.href;
  };
  return {
    title: asPrinted(data.meta.title),
    url: link(""),
    facets: {
      author: data.meta.author?.split("|") ?? [],
      section: [data.meta.section],
      kind: [data.meta.kind],
    },
    passages: passages(data.anchors, tokens, hits).map((one) => ({ ...one, url: link(one.id) })),
  };
}

/** Group the hits by the last place that begins at or before them. */
function passages(anchors, tokens, hits) {
  const places = anchors
    .filter((anchor) => anchor.id && !MARKS.test(anchor.id))
    .map((anchor) => ({ ...anchor, text: asPrinted(anchor.text) }))
    .sort((a, b) => a.location - b.location);
  const groups = new Map();
  for (const hit of hits) {
    const index = places.findLastIndex((place) => place.location <= hit.at);
    const group = groups.get(index) ?? { index, hits: [], found: new Set() };
    group.hits.push(hit.at);
    for (const word of hit.found) group.found.add(word);
    groups.set(index, group);
  }
  return [...groups.values()].map(({ index, hits: at, found }) => {
    const heading = places.slice(0, index + 1).findLast(isHeading);
    let start = places[index]?.location ?? 0;
    // A heading stands over the passage already; its words are not repeated in it.
    const title = places[index] && isHeading(places[index]) ? (places[index].text ?? "").trim() : "";
    const after = start + (title ? title.split(/\s+/).length : 0);
    if (at[0] >= after) start = after;
    const end = places[index + 1]?.location ?? tokens.length;
    return {
      id: places[index]?.id ?? "",
      heading: heading && heading.id !== TEXT ? heading.text.trim().replace(/[.:]$/, "") : "",
      inText: heading?.id === TEXT,
      weight: found.size,
      excerpt: excerpt(tokens, at, start, end),
    };
  });
}

/** The words around the first hits, each hit marked: a list of texts and marked texts. */
function excerpt(tokens, hits, start, end) {
  const from = Math.max(start, hits[0] - BEFORE);
  const to = Math.min(end, hits[0] + AFTER);
  const marked = new Set(hits);
  const parts = [];
  for (let at = from; at < to; at += 1) {
    const hit = marked.has(at);
    const last = parts.at(-1);
    if (last && last.hit === hit) last.text += ` ${tokens[at]}`;
    else parts.push({ hit, text: tokens[at] });
  }
  if (from > start) parts.unshift({ hit: false, text: "…" });
  if (to < end) parts.push({ hit: false, text: "…" });
  return parts;
}
