/* What Pagefind answers, turned into passages: with an engine that answers what a test says. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { searchModule } from "./parts.mjs";

const { addressOf, find } = await searchModule("engine.js");

const base = new URL("https://host.example/a/b/");
const TEXT = "Head Salt is old . Brine and salt are sold here .";

/** An engine that has one page. */
function engineOf(data) {
  const asked = [];
  const page = {
    content: TEXT, raw_url: "/en/brine.html", meta: { title: "Brine", author: "Q|R" },
    locations: [1, 6], anchors: [
      { id: "h", element: "h2", text: "Head", location: 0 },
      { id: "p1", element: "p", text: "", location: 1 },
      { id: "p2", element: "p", text: "", location: 5 },
      { id: "fnref-1", element: "a", text: "1", location: 6 },
    ], ...data,
  };
  const search = async (text) => {
    asked.push(text);
    return { results: [{ data: async () => page }] };
  };
  return { asked, engine: { pagefind: { search }, base } };
}

test("a word in plain letters finds the one with letters of its own, which is shown", async () => {
  const { asked, engine } = engineOf({
    content: "Head Łódź-\u200bLodz is old .", meta: { title: "Straße-\u200bStrasse" },
    anchors: [{ id: "h", element: "h2", text: "Ø-\u200bO", location: 0 }], locations: [1],
  });
  for (const query of ["Łódź", "lodz"]) {
    const { pages: [page] } = await find(engine, query);
    assert.equal(page.title, "Straße");
    assert.equal(page.passages[0].heading, "Ø");
    assert.deepEqual(page.passages[0].excerpt[0], { hit: true, text: "Łódź" });
  }
  assert.deepEqual(asked, ["lodz", "lodz"]);
});

test("a hit belongs to the last place that begins before it; a mark is none", async () => {
  const { engine } = engineOf({ locations: [1, 7] });
  const { begins, pages: [page] } = await find(engine, "salt");
  assert.equal(begins, false);
  assert.deepEqual(page.passages.map(({ id, heading }) => [id, heading]), [["p1", "Head"], ["p2", "Head"]]);
  assert.deepEqual(page.passages[0].excerpt, [{ hit: true, text: "Salt" }, { hit: false, text: "is old ." }]);
  assert.equal(page.url, "https://host.example/a/b/en/brine.html?q=salt");
  assert.equal(page.passages[1].url, "https://host.example/a/b/en/brine.html?q=salt#p2");
  assert.deepEqual(page.facets.author, ["Q", "R"]);
});

test("a page that lacks a word of the query is left out", async () => {
  const { engine } = engineOf({ locations: [1] });
  assert.deepEqual((await find(engine, "salt brine")).pages, []);
});

test("where no word occurs itself, words that begin so are found", async () => {
  const { engine } = engineOf({ locations: [5] });
  const { begins, pages } = await find(engine, "bri");
  assert.deepEqual([begins, pages.length], [true, 1]);
});

test("nothing is asked for a single letter, and a phrase is asked for in quotation marks", async () => {
  const { asked, engine } = engineOf({});
  assert.deepEqual(await find(engine, "s"), { begins: false, pages: [] });
  await find(engine, "«Salt is»");
  assert.deepEqual(asked, ['"salt is"']);
});

test("markup in what the index holds, or in the query, is a text like any other", async () => {
  const { engine } = engineOf({
    content: "<mark>salt</mark> <img src=x onerror=a()>", locations: [0], anchors: [],
    meta: { title: "<b>x</b>" },
  });
  const { pages: [page] } = await find(engine, "salt <script>");
  assert.equal(page, undefined);
  const { pages: [found] } = await find(engine, "salt");
  assert.equal(found.title, "<b>x</b>");
  assert.deepEqual(found.passages[0].excerpt.map(({ text }) => text), ["<mark>salt</mark>", "<img src=x onerror=a()>"]);
});

test("whatever the index has for an address, it leads into the site", () => {
  const paths = [
    ["en/a.html", "en/a.html"], ["/en/a.html", "en/a.html"], ["//evil.example/a", "evil.example/a"],
    ["javascript:a()", "javascript:a()"], ["https://evil.example/", "https://evil.example/"],
    ["\\\\evil.example/a", "evil.example/a"], ["data:text/html,x", "data:text/html,x"],
  ];
  for (const [path, expected] of paths) assert.equal(addressOf(path, base).href, `${base.href}${expected}`);
});
