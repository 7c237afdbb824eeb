/* What the figures of a table are when it is sorted and copied. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { partOf } from "./parts.mjs";

const { plainFigure, numberOf, orderOf } = partOf("06-figures.js");

test("a figure is copied without its grouping, a unit that is a word stays apart", () => {
  const figures = [
    ["1,234.5", "en", "1234.5"], ["1\u00a0234,5", "ru", "1234,5"], ["\u22123.4", "en", "-3.4"],
    ["57 %", "en", "57%"], ["2.9 points", "en", "2.9 points"], ["1,234,567", "en", "1234567"],
    ["2,9 пункта", "ru", "2,9 пункта"], ["\u22121 – \u22122", "en", "-1–-2"], ["", "en", ""],
  ];
  for (const [text, lang, expected] of figures) assert.equal(plainFigure(text, lang), expected);
});

test("a figure is sorted by its number in either language's form", () => {
  const figures = [
    ["1,234.5", "en", 1234.5], ["1\u00a0234,5", "ru", 1234.5], ["\u22123.4", "en", -3.4],
    ["57 %", "en", 57], ["0,5%", "ru", 0.5], ["12 points", "en", 12], ["none", "en", NaN],
    ["", "ru", NaN], ["1\u202f000", "ru", 1000],
  ];
  for (const [text, lang, expected] of figures) assert.equal(numberOf(text, lang), expected);
});

test("figures are ordered as numbers, words by their language, and a gap is last both ways", () => {
  const { compare } = new Intl.Collator("en", { numeric: true });
  const sorted = (values, sign) => values.toSorted((a, b) => orderOf(a, b, sign, compare));
  assert.deepEqual(sorted([10, null, 9, -1, null], 1), [-1, 9, 10, null, null]);
  assert.deepEqual(sorted([10, null, 9, -1, null], -1), [10, 9, -1, null, null]);
  assert.deepEqual(sorted(["¶ 10", "¶ 9", null, "¶ 1"], 1), ["¶ 1", "¶ 9", "¶ 10", null]);
  assert.deepEqual(sorted(["b", 2, "a", null], -1), ["b", "a", 2, null]);
  assert.deepEqual(sorted([null, null], 1), [null, null]);
});

test("rows of one value keep the order of print", () => {
  const rows = [["a", 1], ["b", 1], ["c", 0]];
  const sorted = rows.toSorted(([, a], [, b]) => orderOf(a, b, -1, () => 0));
  assert.deepEqual(sorted.map(([name]) => name), ["a", "b", "c"]);
});
