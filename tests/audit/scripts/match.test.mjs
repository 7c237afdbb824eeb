/* When a word of the query and a word of the text mean the same. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { searchModule } from "./parts.mjs";

const { agree, answers, asPrinted, fold, parse, words } = await searchModule("match.js");

test("case, accents and the dots of ё do not count", () => {
  assert.deepEqual(["Osiér", "ЁЛКА", "Müllerson"].map(fold), ["osier", "елка", "mullerson"]);
});

test("a letter of its own is what is typed for it", () => {
  const words = ["Łódź", "Søren", "Straße", "STRAẞE", "Æsir", "İstanbul", "Diyarbakır", "Þór"];
  const plain = ["lodz", "soren", "strasse", "strasse", "aesir", "istanbul", "diyarbakir", "thor"];
  assert.deepEqual(words.map(fold), plain);
});

test("what was added to the index is not shown", () => {
  assert.equal(asPrinted("In Łódź-\u200bLodz, the Straße-\u200bStrasse-like 5"), "In Łódź, the Straße-like 5");
  assert.equal(asPrinted(undefined), "");
});

test("a text is its words, a figure is one of them", () => {
  assert.deepEqual(words("Oil-related: 1,234.5 т, «и»!"), ["oil", "related", "1,234.5", "т", "и"]);
  assert.deepEqual(words("<img src=x>"), ["img", "src", "x"]);
  assert.deepEqual(words("—…"), []);
});

test("a query in quotation marks of any kind is a phrase", () => {
  for (const text of ['"a b"', "“a b”", "„a b“", " «a b» "]) assert.equal(parse(text).phrase, true);
  for (const text of ["a b", '"a', 'a" b', '""', ""]) assert.equal(parse(text).phrase, false);
});

test("a word in another form is the same, one that begins so may be, any other is not", () => {
  const pairs = [
    ["migrations", "migration", 2], ["city", "cities", 2], ["мира", "миру", 2], ["12", "12", 2],
    ["migr", "migration", 1], ["12", "123", 0], ["kazoo", "kaznu", 0], ["in", "into", 0],
    ["", "a", 0],
  ];
  for (const [sought, found, expected] of pairs) assert.equal(agree(sought, found), expected);
});

test("a token answers each word of a query, whole and by its parts", () => {
  assert.deepEqual(answers(["oil", "related", "oilrelated"], "oil-related"), [2, 2, 2]);
  assert.deepEqual(answers(["oil"], "…"), [0]);
  assert.deepEqual(answers([], "oil"), []);
});
