// Sentences of result on an English page, and what they count.

import assert from "node:assert/strict";
import test from "node:test";

import "../helpers/page.mjs";
import { views } from "../helpers/sentences.mjs";
import { countersText, resultOf } from "../../../ui/web/panel/sentences.js";

const place = (id, layer, more = {}) => ({ id, name: id.toUpperCase(), layer, us_soil: false, ...more });
const places = [place("a", "cities"), place("b", "cities"), place("c", "bases", { us_soil: true }), place("d", "thaad", { us_soil: true })];
const answer = { km: { a: 100, b: 3000, c: 2000, d: 2500 }, azimuth: {}, people: Array.from({ length: 20000 }, (_, km) => km * 1000) };
const ring = { site: "sohae", name: "Sohae", low: 1000, best: null, high: 2500, label: "" };
const sceneOf = (show, more = {}) => ({ rings: [ring], active: 0, show, units: "km", ...more });

test("only places that are shown are counted, and only those within the inner outline", () => {
  assert.equal(countersText(ring, answer, places, ["cities"]), "1 of the 2 cities on this map, 1 million people in towns over 15,000");
  assert.equal(countersText(ring, answer, places, ["cities", "bases"]),
    "1 of the 2 cities on this map, 0 of the 1 base, 1 million people in towns over 15,000 (and 1 more place in the band)");
  assert.equal(countersText(ring, answer, [], ["cities", "bases"]), "1 million people in towns over 15,000");
});

test("places in the band and the nearest US soil are told in the units chosen", () => {
  assert.deepEqual(resultOf(sceneOf(["cities", "bases", "thaad"]), answer, places), {
    counts: "Within 1,000\u20132,500 km: 1 of the 2 cities on this map, 0 of the 1 base, 1 million people in towns over 15,000 (and 2 more places in the band).",
    nearest: "Nearest US soil: C, 2,000 km, in the band.",
    spread: "",
    who: "",
  });
  const { counts, nearest } = resultOf(sceneOf(["thaad"], { units: "mi" }), answer, places);
  assert.equal(nearest, "Nearest US soil: D, 1,553 mi, in the band.");
  assert.match(counts, /\(and 1 more place in the band\)\.$/);
  assert.equal(resultOf(sceneOf(["cities"]), answer, places).nearest, "");
});

test("views with a band are among those compared with Python", () => {
  assert.ok(views.some((view) => view.said.some(({ counts }) => counts.includes("more places in the band"))));
});
