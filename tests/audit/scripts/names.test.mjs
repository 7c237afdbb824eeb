/* Names in any spelling, and the words around what is found. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { searchModule } from "./parts.mjs";

const { findNames } = await searchModule("names.js");
const { fill, hitOf, otherLanguage, placeName } = await searchModule("wording.js");

const index = {
  groups: [["brine", "Brine", "Рассол"]],
  names: [
    { a: "quill", en: "Quill, A.", ru: "Квилл, А.", v: ["Quill", "Квилл"], m: [[0, "p1", "fn-2"]] },
    { a: "old", en: "Quill, Old", ru: "Квилл, старший", v: ["Old Quill"], m: [[0, ["brine.html", "Title", "Заглавие"]]] },
    { a: "none", en: "Nobody", ru: "Никто", v: [], m: [[0, "p1"]] },
    { a: "unsaid", en: "Unsaid", ru: "Несказанный", v: ["Quill"], m: [] },
  ],
};

test("a name is found by any of its spellings, the whole ones first", () => {
  const found = findNames(index, "quill", "ru");
  assert.deepEqual(found.map(({ name, count }) => [name.a, count]), [["quill", 2], ["old", 1]]);
  assert.deepEqual(found[0].groups, [{
    title: "Рассол",
    places: [{ address: "brine.html#p1", id: "p1" }, { address: "brine.html#fn-2", id: "fn-2" }],
  }]);
  assert.deepEqual(found[1].groups[0].places, [{ address: "brine.html", label: "Заглавие" }]);
  assert.deepEqual(findNames(index, "Квилл", "en").map(({ name }) => name.a), ["quill"]);
});

test("nothing is found by a letter, by nothing, in nothing, or for a name without spellings", () => {
  for (const text of ["q", "", "—", "nobody", "quill brine"]) assert.deepEqual(findNames(index, text, "en"), []);
  assert.deepEqual(findNames(null, "quill", "en"), []);
});

test("a gap is filled with what is given for it, and with nothing that every object has", () => {
  assert.equal(fill("{n} of {all}, {constructor} {toString}", { n: 1, all: "$&" }), "1 of $&, {constructor} {toString}");
});

test("the id of a place says what it is", () => {
  const words = { note: "note {n}", reference: "reference {n}" };
  const names = ["p12", "fn-3", "fn-4a", "fn--double-dagger-asterisk", "ref-4", "abstract", "", "p", "p1x", "__proto__"].map((id) => placeName(id, words));
  assert.deepEqual(names, ["¶ 12", "note 3", "note 4a", "note ‡*", "reference 4", "", "", "", "", ""]);
});

test("what stands around a word that is found is no part of it", () => {
  const hits = [
    ["(salt),", "(", "salt", "),"], ["salt", "", "salt", ""], ["<b>", "<", "b", ">"],
    ["—", "—", "", ""], ["a\nb", "", "a\nb", ""], ["", "", "", ""],
  ];
  for (const [text, before, found, after] of hits) assert.deepEqual(hitOf(text), { before, found, after });
});

test("a text in the other language says so", () => {
  const texts = [["соль", "en", "ru"], ["соль", "ru", null], ["salt", "ru", "en"], ["12", "en", null]];
  for (const [text, lang, expected] of texts) assert.equal(otherLanguage(text, lang), expected);
});
