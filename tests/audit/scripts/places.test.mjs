/* Where a hash leads, whatever somebody wrote into it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { partOf } from "./parts.mjs";

const asked = [];
const document = { getElementById: (id) => { asked.push(id); return `<${id}>`; } };
const { idOf, placeOf } = partOf("05-places.js", { document, decodeURIComponent });

test("a hash names an id, written as it is or as an address writes it", () => {
  const hashes = [
    ["#p12", "p12"], ["#%D0%BF", "п"], ["#п", "п"], ["#a%20b", "a b"], ["#", ""], ["", ""],
  ];
  for (const [hash, expected] of hashes) assert.equal(idOf(hash), expected);
});

test("a hash that no address may have is taken by its letters", () => {
  for (const id of ["%", "%E0%A4%A", "%zz", "100%"]) assert.equal(idOf(`#${id}`), id);
});

test("an empty hash leads nowhere, and nobody is asked", () => {
  asked.length = 0;
  assert.deepEqual([placeOf(""), placeOf("#"), placeOf("#p1")], [null, null, "<p1>"]);
  assert.deepEqual(asked, ["p1"]);
});
