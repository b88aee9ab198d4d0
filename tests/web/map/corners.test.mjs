// The emptiest corner of a map, for its legend.

import assert from "node:assert/strict";
import test from "node:test";

import { cornerBoxes, covering, emptiest, lengthIn } from "../../../ui/web/legend/corners.js";

const MAP = { x: 1000, y: 700 };
const SIZE = { x: 400, y: 50 };
const BUTTONS = { x0: 950, y0: 10, x1: 990, y1: 200 };
const SCALE = { x0: 880, y0: 660, x1: 995, y1: 695 };
const overlap = (a, b) => a.x0 < b.x1 && a.x1 > b.x0 && a.y0 < b.y1 && a.y1 > b.y0;
const boxOf = (corners, name) => corners.find(({ corner }) => corner === name).box;

test("a legend can stand in each corner, beside what stands there", () => {
  const corners = cornerBoxes(MAP, SIZE, [BUTTONS, SCALE]);
  assert.deepEqual(corners.map(({ corner }) => corner).sort(), ["bottomleft", "bottomright", "topleft", "topright"]);
  for (const { corner, box } of corners) {
    assert.ok(![BUTTONS, SCALE].some((other) => overlap(box, other)), corner);
    assert.ok(box.x0 >= 0 && box.y0 >= 0 && box.x1 <= MAP.x && box.y1 <= MAP.y, corner);
    assert.deepEqual([box.x1 - box.x0, box.y1 - box.y0], [SIZE.x, SIZE.y]);
  }
  assert.ok(boxOf(corners, "bottomright").y1 < SCALE.y0, "above the scale");
  assert.ok(boxOf(corners, "topright").x1 < BUTTONS.x0, "beside the buttons");
});

test("no corner is offered where there is no room", () => {
  const story = { x0: 0, y0: 0, x1: 500, y1: 700 };
  const corners = cornerBoxes(MAP, SIZE, [story, BUTTONS]).map(({ corner }) => corner);
  assert.deepEqual(corners.sort(), ["bottomright", "topright"]);
});

test("the length of a line in a box is that of the part between its sides", () => {
  const box = { x0: 0, y0: 0, x1: 10, y1: 10 };
  assert.equal(lengthIn(box, -5, 5, 20, 0), 10);
  assert.equal(lengthIn(box, 5, 5, 2, 0), 2, "all of it");
  assert.equal(lengthIn(box, -5, 15, 20, 0), 0, "above");
  assert.equal(lengthIn(box, 5, 20, 0, -40), 10);
  assert.ok(Math.abs(lengthIn(box, -10, -10, 40, 40) - Math.hypot(10, 10)) < 1e-9);
  assert.equal(lengthIn(box, 20, 20, -5, -5), 0, "it ends before");
});

test("what a box covers is the weight of its marks and the pixels of lines", () => {
  const box = { x0: 100, y0: 100, x1: 200, y1: 200 };
  const marks = [{ x: 150, y: 150, weight: 7 }, { x: 500, y: 150, weight: 100 }];
  assert.equal(covering(box, marks, []), 7);
  const line = { xs: [0, 150, 300], ys: [150, 150, 150], weight: 2 };
  assert.ok(Math.abs(covering(box, [], [line]) - 2 * 116) < 1e-9, "with the room around it");
});

test("the emptiest corner is chosen, the usual one where all are empty", () => {
  const corners = cornerBoxes(MAP, SIZE, []);
  assert.equal(emptiest(corners, [], [], null).corner, "bottomleft");
  const { x0, y0 } = boxOf(corners, "bottomleft");
  const seoul = { x: x0 + 30, y: y0 + 20, weight: 1000 };
  assert.equal(emptiest(corners, [seoul], [], null).corner, "bottomright");
  const ring = { xs: [600, 1000], ys: [670, 670], weight: 1 };
  assert.equal(emptiest(corners, [seoul], [ring], null).corner, "topleft");
});

test("it stays where it is until another corner is much better", () => {
  const corners = cornerBoxes(MAP, SIZE, []);
  assert.equal(emptiest(corners, [], [], "topleft").corner, "topleft");
  const { x0, y0 } = boxOf(corners, "topleft");
  const name = { x: x0 + 30, y: y0 + 20, weight: 1000 };
  assert.equal(emptiest(corners, [name], [], "topleft").corner, "bottomleft");
});
