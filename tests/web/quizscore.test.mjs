// What an answer in the quiz is worth.

import assert from "node:assert/strict";
import test from "node:test";

import { points, total } from "../../ui/web/quiz/score.js";

const REACH = { kind: "reach", answer: "in" };
const FAR = { kind: "distance", distance_km: 1000 };

test("in or out is all or nothing", () => {
  assert.deepEqual(["in", "out"].map((answer) => points(REACH, answer)), [100, 0]);
});

test("each percent of error costs two points, on either side, down to none", () => {
  const kms = [1000, 1010, 990, 1250, 1500, 9000];
  assert.deepEqual(kms.map((km) => points(FAR, km)), [100, 98, 98, 50, 0, 0]);
});

test("the total is of what was answered", () => {
  assert.equal(total([REACH, FAR, FAR], ["in", 1100]), 180);
  assert.equal(total([REACH], []), 0);
});
