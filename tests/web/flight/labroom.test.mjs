// Words in the lab's picture keep off each other, the less important ones are left out.

import assert from "node:assert/strict";
import test from "node:test";

import { Room, lineAt, turnedLine } from "../../../ui/web/lab/room.js";

const UP = [0, -1];
const spotsAt = (room, x, y, ways = [UP]) => room.beside(["5,865 km"], [x, y], ways);

test("the second words at a place take the next spot, and the third none", () => {
  const room = new Room(400, 300);
  const [first, second, third] = [1, 2, 3].map(() => room.take(spotsAt(room, 200, 150, [UP, [0, 1]])));
  assert.ok(first.at[1] < 150 && second.at[1] > 150);
  assert.equal(third, null);
});

test("words clear the point they stand beside, in every direction, and stay in the picture", () => {
  const room = new Room(400, 300);
  room.block([200, 150], 5);
  for (let deg = 0; deg < 360; deg += 15) {
    const way = [Math.sin((deg * Math.PI) / 180), -Math.cos((deg * Math.PI) / 180)];
    assert.ok(room.find(spotsAt(room, 200, 150, [way])), `${deg}`);
  }
  const [{ boxes: [corner] }] = spotsAt(room, 399, 2);
  assert.ok(corner.x1 <= 400 && corner.y0 >= 0);
  assert.equal(room.find([lineAt("5,000", [398, 100])]), null, "a tick's words are not moved");
});

test("a line is kept off where that can be", () => {
  const room = new Room(400, 300);
  room.cross([[200, 130]]);
  assert.ok(room.take(spotsAt(room, 200, 150, [UP, [0, 1]])).at[1] > 150);
  assert.equal(room.take(spotsAt(room, 200, 150), false), null);
  assert.ok(room.take(spotsAt(room, 200, 150)), "where it cannot, words lie on it");
});

test("turned words cover what they cross, not the corners of their box", () => {
  const room = new Room(400, 300);
  room.take([turnedLine("space station, 386 km", [200, 150], Math.PI / 4)]);
  assert.equal(room.find([lineAt("5,000", [200, 150])]), null);
  assert.ok(room.find([lineAt("5,000", [240, 110])]));
});

test("words that move keep off those that stand, and off each other", () => {
  const room = new Room(400, 300);
  room.take(spotsAt(room, 100, 150));
  const [moving] = spotsAt(room, 110, 150);
  assert.equal(room.find([moving]), null);
  const [other] = spotsAt(room, 300, 150);
  assert.ok(room.find([other]));
  assert.equal(room.find([other], other.boxes), null);
});
