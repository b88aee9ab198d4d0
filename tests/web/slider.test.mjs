// What number a hand means on a slider: steps that suit its pixels, published numbers, scales.

import assert from "node:assert/strict";
import test from "node:test";

import "./helpers/page.mjs";
import { marksOf } from "../../ui/web/card/claimmarks.js";
import { FULL, SHORT, scaleFor, shareOf } from "../../ui/web/slider/scale.js";
import { roundKm, snapKm, stepFor } from "../../ui/web/slider/snap.js";

const KM_PER_PX = (FULL.max - FULL.min) / 214; // a thumb's way on a slider of 230 px

test("the step is the smallest that is no finer than a pixel", () => {
  assert.deepEqual([1.2, 9.9, 10, 10.1, 40, 93, 480, 9000].map((each) => stepFor(each)), [10, 10, 10, 20, 50, 100, 500, 500]);
  assert.deepEqual([1, 60, 150].map((each) => stepFor(each, 50)), [50, 100, 200], "a quiz has steps of 50 km");
  assert.deepEqual([0.1, 0.3, 0.5].map((each) => stepFor(each, 0.5)), [0.5, 0.5, 0.5], "and an angle of half a degree");
});

test("every round thousand can be hit on a slider of 230 pixels", () => {
  for (let km = 1000; km < FULL.max; km += 1000) {
    const pixel = Math.round((km - FULL.min) / KM_PER_PX);
    assert.equal(roundKm(FULL.min + pixel * KM_PER_PX, KM_PER_PX), km);
  }
});

test("a thumb holds to a published number within six pixels, and to none beyond", () => {
  const at = (px) => snapKm(10_058 + px * KM_PER_PX, KM_PER_PX, [10_058]);
  assert.deepEqual([-5.9, -1, 0, 3, 5.9].map(at), Array(5).fill(10_058));
  assert.deepEqual([-6.2, 6.2].map((px) => at(px) % 100), [0, 0]);
});

test("between two published numbers a third of the way is free", () => {
  const at = (km) => snapKm(km, KM_PER_PX, [7000, 8000]);
  assert.deepEqual([7000, 7300, 7400, 7500, 7640, 7700, 8000].map(at), [7000, 7000, 7400, 7500, 7600, 8000, 8000]);
  assert.equal(snapKm(7050, KM_PER_PX, [7000, 7010, 7100]), 7100, "numbers that crowd leave room for round ones");
});

test("a range below 1,000 km has a short scale, and keeps it up to its end", () => {
  assert.deepEqual([10, 300, 999].map((km) => scaleFor(km)), [SHORT, SHORT, SHORT]);
  assert.deepEqual([1000, 1200, 19_900].map((km) => scaleFor(km)), [FULL, FULL, FULL]);
  assert.deepEqual([1000, 1499, 1500, 8000].map((km) => scaleFor(km, SHORT)), [SHORT, SHORT, FULL, FULL]);
  assert.ok(shareOf(600, SHORT) - shareOf(300, SHORT) > 0.2, "300 to 600 km is a fifth of the track");
});

const claim = (low, high, label) => ({ low, high, label, said_by: label });
const MISSILES = [
  { id: "one", sites: ["sohae"], claims: [claim(3000, 5500, "A"), claim(null, 8000, "B"), claim(8000, null, "C")] },
  { id: "two", sites: ["sinpo"], claims: [claim(500, 500, "D")] },
];
const kmsOf = (ring, rings = [ring]) => marksOf(ring, rings, MISSILES).map(({ km }) => km);

test("the numbers are those said of the ring's missile, else of those quoted beside it or flown from its site", () => {
  assert.deepEqual(kmsOf({ site: "sinpo", missile: "one" }), [3000, 5500, 8000]);
  assert.deepEqual(kmsOf({ site: "sinpo", missile: "" }), [500]);
  assert.deepEqual(kmsOf({ site: "40,125", missile: "" }), []);
  assert.deepEqual(kmsOf({ site: "40,125", missile: "" }, [{ missile: "two" }, { missile: "" }]), [500]);
  const [, , last] = marksOf({ site: "sinpo", missile: "one" }, [], MISSILES);
  assert.deepEqual(last, { km: 8000, said: ["B", "C"] });
});
