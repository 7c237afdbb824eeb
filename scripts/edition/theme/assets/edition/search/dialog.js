/* The search dialog once it is open: query, facets, results, keys. */

import { find, load } from "./engine.js";
import { highlight } from "./highlight.js";
import { findNames, loadNames } from "./names.js";
import { fill, hitOf, otherLanguage, placeName } from "./wording.js";

const SHOWN = 4;
/** Places of a name shown at once; the index has the rest. */
const PLACES = 12;
const PAUSE = 160;

/** An element with a class and children. */
const make = (tag, name, ...children) => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...children);
  return element;
};

export async function begin({ dialog, words, base }) {
  const input = dialog.querySelector(".search-query");
  const status = dialog.querySelector(".search-status");
  const results = dialog.querySelector(".search-results");
  const lists = dialog.querySelector(".search-lists");
  const selects = [...dialog.querySelectorAll("[data-facet]")];
  const [engine, index] = await Promise.all([load(base), loadNames(dialog, base).catch(() => null)]);
  const { lang } = document.documentElement;
  // A phone shows the results first; the narrowing opens when it is wanted.
  dialog.querySelector(".search-narrow").open = matchMedia("(min-width: 48rem)").matches;
  let pages = [];
  let begins = false;
  let turn = 0;
  let timer = 0;

  for (const select of selects) {
    for (const option of select.options) option.dataset.name = option.textContent;
    select.addEventListener("change", show);
  }

  async function search() {
    clearTimeout(timer);
    const mine = ++turn;
    const text = input.value;
    if (!text.trim()) {
      pages = [];
      show();
      return;
    }
    status.textContent = words.waiting;
    const found = await find(engine, text);
    if (mine !== turn) return;
    ({ begins, pages } = found);
    show();
  }

  const admits = (page, except) => selects.every((select) => {
    if (select === except || !select.value) return true;
    return page.facets[select.dataset.facet].includes(select.value);
  });

  function show() {
    for (const select of selects) count(select, pages.filter((page) => admits(page, select)), input.value);
    const shown = pages.filter((page) => admits(page));
    const names = findNames(index, input.value, lang);
    results.replaceChildren(
      ...(names.length ? [namesElement(names, words, base, lang)] : []),
      ...shown.map((page) => pageElement(page, words)),
    );
    const passages = shown.reduce((sum, page) => sum + page.passages.length, 0);
    lists.hidden = !input.value.trim() || shown.length > 0 || names.length > 0;
    if (!input.value.trim()) status.textContent = words.hint;
    else if (shown.length) status.textContent = fill(begins ? words.begins : words.found, { passages, pages: shown.length });
    else if (names.length) status.textContent = `${words.names}: ${names.length}`;
    else status.textContent = `${words.none} ${words.help}`;
    dialog.scrollTop = 0;
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE);
  });

  input.addEventListener("keydown", async ({ key }) => {
    if (key !== "Enter") return;
    await search();
    results.querySelector("a")?.focus();
  });

  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target.matches("select")) return;
    const stops = [...results.querySelectorAll("h2 a, .search-passages > li:not([hidden]) > a, .search-name a, button")];
    const at = stops.indexOf(document.activeElement);
    event.preventDefault();
    if (at + step < 0) input.focus();
    else stops[Math.min(at + step, stops.length - 1)]?.focus();
  });

  // A result on the page that is open already does not load it again.
  results.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    dialog.close();
    if (link.pathname !== location.pathname) return;
    event.preventDefault();
    highlight(new URL(link.href).searchParams.get("q") ?? input.value, document.querySelector(".page"));
    location.hash = link.hash;
    if (!link.hash) scrollTo(0, 0);
  });

  await search();
}

/** Put the number of pages behind each value of a facet; without a query there is none. */
function count(select, pages, query) {
  for (const option of select.options) {
    const { name } = option.dataset;
    const number = option.value
      ? pages.filter((page) => page.facets[select.dataset.facet].includes(option.value)).length
      : pages.length;
    option.textContent = query.trim() ? `${name} (${number})` : name;
    option.disabled = Boolean(query.trim() && option.value && !number && !option.selected);
  }
}

function pageElement(page, words) {
  const { author, section: [group], kind: [kind] } = page.facets;
  const context = [author.join(", "), group || kind].filter(Boolean).join(" · ").replace(page.title, "");
  const title = make("a", "", page.title);
  title.href = page.url;
  const section = make("section", "search-page", make("h2", "", title, make("small", "", context)));
  const most = Math.max(...page.passages.map((passage) => passage.weight));
  const best = new Set(page.passages.filter((passage) => passage.weight === most).slice(0, SHOWN));
  let list = null;
  let heading = null;
  for (const passage of page.passages) {
    const under = passage.inText ? words.text : passage.heading;
    if (list === null || under !== heading) {
      heading = under;
      list = make("ul", "search-passages");
      section.append(...(heading ? [speak(make("h3", "", heading), heading)] : []), list);
    }
    const item = make("li", "", passageLink(passage, words));
    item.hidden = !best.has(passage);
    list.append(item);
  }
  hideEmpty(section);
  const rest = page.passages.length - best.size;
  if (rest) section.append(moreButton(section, fill(words.more, { n: rest })));
  return section;
}

/** The names that the query spells, each with its places; they are found in any spelling. */
function namesElement(findings, words, base, lang) {
  const section = make("section", "search-page search-names", make("h2", "", words.names));
  for (const { name, groups, count } of findings) {
    const heading = make("a", "", name[lang]);
    heading.href = new URL(`${lang}/names.html#${name.a}`, base).href;
    const other = make("small", "", lang === "ru" ? name.en : name.ru);
    other.lang = lang === "ru" ? "en" : "ru";
    const block = make("div", "search-name", make("h3", "", heading, " ", other));
    let left = PLACES;
    for (const { title, places } of groups) {
      if (left <= 0) break;
      const line = make("p", "", `${title}: `);
      places.slice(0, left).forEach(({ address, id, label }, at) => {
        const url = new URL(`${lang}/${address}`, base);
        url.searchParams.set("q", name.v[0]);
        const link = spoken(make("a", "", label ?? placeName(id, words)), id ?? "", words);
        link.href = url.href;
        line.append(at ? ", " : "", link);
      });
      left -= places.length;
      block.append(line);
    }
    if (count > PLACES) {
      const all = make("a", "", fill(words.all, { n: count }));
      all.href = heading.href;
      block.append(make("p", "", all));
    }
    section.append(block);
  }
  return section;
}

/** A heading whose passages are all hidden is hidden too. */
function hideEmpty(section) {
  for (const list of section.querySelectorAll("ul")) {
    const empty = [...list.children].every((item) => item.hidden);
    list.hidden = empty;
    if (list.previousElementSibling.matches("h3")) list.previousElementSibling.hidden = empty;
  }
}

function moreButton(section, text) {
  const button = make("button", "search-more", text);
  button.type = "button";
  button.addEventListener("click", () => {
    const first = section.querySelector("li[hidden] > a");
    for (const item of section.querySelectorAll("li[hidden]")) item.hidden = false;
    hideEmpty(section);
    button.remove();
    first.focus();
  });
  return button;
}

function passageLink(passage, words) {
  const link = make("a", "");
  link.href = passage.url;
  const place = placeName(passage.id, words);
  const sign = make("span", "search-place", place);
  sign.lang = document.documentElement.lang;
  if (place) link.append(sign, " ");
  speak(link, passage.excerpt.map(({ text }) => text).join(" "));
  passage.excerpt.forEach(({ hit, text }, index) => {
    // A mark between a word and its comma is not searched, and leaves a space behind.
    if (index && !/^[,.;:!?)»”’]/.test(text)) link.append(" ");
    const { before, found, after } = hitOf(text);
    link.append(...(hit ? [before, make("mark", "", found), after] : [text]));
  });
  return link;
}

/** Give an element the language of its text, by the letters: a page may hold the other one's. */
function speak(element, text) {
  const lang = otherLanguage(text, document.documentElement.lang);
  if (lang) element.lang = lang;
  return element;
}

/** A link whose text is a sign and a number says to the ear what they mean. */
function spoken(link, id, words) {
  const [, number] = /^p(\d+)$/.exec(id) ?? [];
  if (number) link.setAttribute("aria-label", fill(words.paragraph, { n: number }));
  return link;
}
