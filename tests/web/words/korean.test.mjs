// A Korean page: its messages come from the made module, its numbers and dates have Korean counters.

import assert from "node:assert/strict";
import test from "node:test";

import "../helpers/koreanpage.mjs";
import { LANG, OTHERS, dateText, languageNames, people, plural, t, inContext } from "../../../ui/web/base/words.js";

test("messages are those of data/words/ko, with their values", () => {
  assert.equal(LANG, "ko");
  const said = plural("{inside} of the 1 city on this map", "{inside} of the {n} cities on this map", 133, { inside: 96 });
  assert.match(said, /\p{Script=Hangul}/u);
  assert.match(said, /96/);
  assert.match(said, /133/);
  assert.equal(t("no such message"), "no such message");
  assert.equal(plural("1 answer", "{n} answers", 1), "\ub2f5 1\uac1c");
  assert.equal(plural("no such {n}", "no such {n}s", 2), "no such 2s");
  assert.equal(inContext("key", "Space"), "\uc2a4\ud398\uc774\uc2a4");
  assert.deepEqual(OTHERS, [{ lang: "en", name: "English" }]);
  assert.equal(languageNames(["en", "ko"]), "\uc601\uc5b4 \ubc0f \ud55c\uad6d\uc5b4");
});

test("a date is as precise as it is known", () => {
  const dates = ["2017-07-04", "2017-07", "2017", "soon", undefined].map(dateText);
  assert.deepEqual(dates, ["2017\ub144 7\uc6d4 4\uc77c", "2017\ub144 7\uc6d4", "2017\ub144", "soon", ""]);
});

test("people are counted in tens of thousands and hundreds of millions", () => {
  const counts = [999, 12345, 1499999, 1432000000].map(people);
  assert.deepEqual(counts, ["999\uba85", "1.2\ub9cc \uba85", "150\ub9cc \uba85", "14.3\uc5b5 \uba85"]);
});
