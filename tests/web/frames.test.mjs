// Words that change while a thumb moves: told at once, then no more often than asked, and never the last one lost.

import assert from "node:assert/strict";
import test from "node:test";

import "./helpers/page.mjs";
import { atMost, sparing } from "../../ui/web/base/frames.js";

/** A function that is told at most four times a second, and what it was told. */
function told(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const heard = [];
  return { heard, tell: atMost(4, (...words) => heard.push(words.join(" "))) };
}

test("what comes after a rest is told at once", (t) => {
  const { heard, tell } = told(t);
  tell("8,000", "km");
  assert.deepEqual(heard, ["8,000 km"]);
  t.mock.timers.tick(250);
  tell("9,000 km");
  assert.deepEqual(heard, ["8,000 km", "9,000 km"]);
});

test("of sixty changes in a second about five are told, the last one among them", (t) => {
  const { heard, tell } = told(t);
  for (let frame = 0; frame <= 60; frame += 1) {
    tell(frame);
    if (frame < 60) t.mock.timers.tick(1000 / 60);
  }
  t.mock.timers.tick(10_000);
  assert.ok(heard.length <= 6, heard.join());
  assert.ok(heard.length >= 4, heard.join());
  assert.equal(heard.at(-1), "60");
});

test("what waits is told at once when it has come to rest, and only once", (t) => {
  const { heard, tell } = told(t);
  tell("first");
  tell("passed over");
  tell("last");
  assert.deepEqual(heard, ["first"]);
  tell.now();
  assert.deepEqual(heard, ["first", "last"]);
  tell.now();
  t.mock.timers.tick(10_000);
  assert.deepEqual(heard, ["first", "last"]);
});

test("after a telling by now() it is again too early for the next", (t) => {
  const { heard, tell } = told(t);
  tell("first");
  tell("second");
  tell.now();
  t.mock.timers.tick(100);
  tell("third");
  assert.deepEqual(heard, ["first", "second"]);
  t.mock.timers.tick(250);
  assert.deepEqual(heard, ["first", "second", "third"]);
});

/** A drawing that takes 10 ms of a clock of its own, and when it was begun. */
function drawn(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const clock = { ms: 1000 };
  t.mock.method(performance, "now", () => clock.ms);
  const begun = [];
  const draw = sparing(() => {
    begun.push(clock.ms);
    clock.ms += 10;
  });
  const pass = (ms) => {
    clock.ms += ms;
    t.mock.timers.tick(ms);
  };
  return { begun, draw, pass };
}

test("a drawing after a rest is begun at once", (t) => {
  const { begun, draw, pass } = drawn(t);
  draw();
  pass(30);
  draw();
  assert.deepEqual(begun, [1000, 1040]);
});

test("in a burst a drawing takes a quarter of the time, and the last call is drawn", (t) => {
  const { begun, draw, pass } = drawn(t);
  for (let move = 0; move < 100; move += 1) {
    draw();
    pass(5);
  }
  assert.ok(draw.isWaiting());
  pass(1000);
  assert.ok(!draw.isWaiting());
  const [gaps, first] = [begun.slice(1).map((at, i) => at - begun[i]), begun.length];
  assert.ok(gaps.every((gap) => gap >= 40), gaps.join());
  assert.ok(first > 10, begun.join());
  pass(1000);
  assert.equal(begun.length, first);
});

test("a drawing that is asked for at once is, and what waited is drawn with it", (t) => {
  const { begun, draw, pass } = drawn(t);
  draw();
  draw();
  draw.now();
  assert.deepEqual(begun, [1000, 1010]);
  pass(1000);
  assert.equal(begun.length, 2);
  draw.now();
  assert.equal(begun.length, 3);
});
