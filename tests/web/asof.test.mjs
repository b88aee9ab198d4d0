// What a card says of the day that is shown, and which missiles are offered by then.

import assert from "node:assert/strict";
import test from "node:test";

import "./helpers/page.mjs";
import { datedText } from "../../ui/web/card/asof.js";
import { flownBy } from "../../ui/web/testflights/flights.js";

const missile = /** @type {any} */ ({ names: ["Hwasong-7"], best: 1300, claims: [{ printed: "1999-12-31" }] });
const facts = /** @type {any} */ ({ sites: [], missiles: [missile] });
/** @param {object} values @returns {Ring} */
const ring = (values) => /** @type {any} */ ({ site: "39,127", ...values });
const best = ring({ kind: "best", label: "Hwasong-7, best published", printed: "1990-05-31" });

test("a figure that nobody printed on its day is not said to be printed", () => {
  assert.equal(datedText(best, facts, "1984-04-01"), "Known from 1990-05-31 on, after this day: not drawn.");
});

test("that today's figure stands in is said, until there is a number of the time", () => {
  const standsIn = "No number printed by this day is in the data: today's figure stands in.";
  assert.equal(datedText(best, facts, "1990-06-01"), standsIn);
  assert.equal(datedText(best, facts, "1999-12-31"), "");
  assert.equal(datedText(best, facts, null), "");
  assert.equal(datedText(ring({ kind: "words", label: "mine" }), facts, "1990-06-01"), "");
});

test("a claim says when it was printed", () => {
  const said = "Printed on 2017-07-05, after this day: not drawn.";
  assert.equal(datedText(ring({ kind: "claim", printed: "2017-07-05", claimed: "2017-07-05" }), facts, "2017-07-04"), said);
});

test("only missiles that had flown by a day are offered", () => {
  const flights = /** @type {any} */ ([{ missile: "a", date: "2017-07-04" }, { missile: "b", date: "2017-11-29" }, { missile: "a", date: "2017-07-28" }]);
  assert.deepEqual([...flownBy(flights, "2017-07-04")], ["a"]);
  assert.deepEqual([...flownBy(flights, null)], ["a", "b"]);
});
