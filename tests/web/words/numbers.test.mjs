// Numbers are those of CLDR in any language, as Python writes them: tests/words/test_units.py has the same table.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import "../helpers/page.mjs";
import { written } from "../../../ui/web/base/numbers.js";
import { edgeNumber, edgeText, published, rangeSaid } from "../../../ui/web/scene/ringwords.js";
import { length, rangeText, reported } from "../../../ui/web/scene/lengths.js";

const { rows, published: told, reported: printed } = JSON.parse(readFileSync(new URL("../../data/numbers.json", import.meta.url), "utf8"));

for (const locale of ["en_US", "ko_KR", "de_DE", "fr_FR"]) {
  test(`numbers are written as CLDR says for ${locale}`, () => {
    const said = rows.map(({ value, decimals }) => written(value, locale.replace("_", "-"), decimals, decimals));
    assert.deepEqual(said, rows.map((row) => row[locale]));
  });
}

test("digits are those of the links, whatever a language counts with", () => {
  assert.equal(written(1234, "ar-EG", 0, 0), "1,234");
});

test("a range halfway between two whole numbers is the even one, as in Python's files", () => {
  assert.equal(length(2500.5, "km"), "2,500 km");
  assert.equal(rangeText({ low: 2500.5, best: null, high: 2501.5 }, "km"), "2,500\u20132,502 km");
});

test("a published number is told as round as it is", () => {
  for (const [km, units, text] of told) assert.equal(published(km, units), text);
});

test("a reported length keeps the digits that were printed", () => {
  for (const [km, units, text] of printed) assert.equal(reported(km, units), text);
});

test("a ring's number is round where it is published, as it was given where that was in these units, and else exact", () => {
  const ring = { kind: "claim", low: 3000, best: null, high: 5500, original: "1,864\u20133,418 mi" };
  assert.equal(rangeSaid(ring, "mi"), "1,864\u20133,418 mi");
  assert.equal(edgeText(ring, 3000, "mi"), "1,864 mi");
  assert.equal(edgeNumber(ring, 5500, "mi"), "3,418");
  assert.equal(rangeSaid({ ...ring, original: "" }, "mi"), "1,900\u20133,400 mi");
  assert.equal(rangeSaid({ kind: "claim", low: null, best: 6700, high: null, statement: "about" }, "mi"), "about 4,200 mi");
  for (const kind of ["", "ours", "words"]) assert.equal(rangeSaid({ ...ring, kind, original: "" }, "mi"), "1,864\u20133,418 mi");
});
