// What a page says about values of a link that it could not use.

import assert from "node:assert/strict";
import { test } from "node:test";

import "./helpers/page.mjs";
import { visibly } from "../../ui/web/base/problems.js";

test("a sign that is not seen, or turns words around, is shown by its code", () => {
  assert.equal(visibly("\u202Emap\u2066x\u200F"), "\\u202emap\\u2066x\\u200f"); // UAX #9: Bidi_Control
  assert.equal(visibly("a\tb\n\u0000\u2028\u007F"), "a\\u0009b\\u000a\\u0000\\u2028\\u007f");
  assert.equal(visibly("half of one: \uD83D"), "half of one: \\ud83d");
});

test("words, signs and pictures of a language stay as they are", () => {
  const words = "괌에 닿나? Where's Guam? 👩‍🚀 עברית — “8,000 km”";
  assert.equal(visibly(words), words);
});
