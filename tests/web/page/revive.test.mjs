// After a lost connection: one run is asked for, and it is told of when that run has answered, seen running or not.

import assert from "node:assert/strict";
import test from "node:test";

import { pretendPage } from "../helpers/page.mjs";

pretendPage();
const { Revival } = await import("../../../ui/web/page/revive.js");

/** A revival, and what it asked and told. */
function watched() {
  const said = [];
  const revival = new Revival(() => said.push("ask"), (what) => said.push(what));
  return { revival, said };
}

test("a page that keeps its connection asks for nothing", () => {
  const { revival, said } = watched();
  for (const isRunning of [false, true, false]) {
    revival.look(true, isRunning);
    revival.hear();
  }
  assert.deepEqual(said, []);
});

test("after a loss a run is asked for once, and told of when it has ended", () => {
  const { revival, said } = watched();
  revival.look(false, false);
  revival.look(true, false);
  revival.look(true, false);
  assert.deepEqual(said, ["lost", "ask"]);
  revival.look(true, true);
  revival.hear();
  revival.look(true, true);
  assert.deepEqual(said, ["lost", "ask"]);
  revival.look(true, false);
  revival.look(true, false);
  assert.deepEqual(said, ["lost", "ask", "revived"]);
});

test("a run too short to be seen is known by its answer", () => {
  const { revival, said } = watched();
  revival.look(false, false);
  revival.look(true, false);
  revival.hear();
  revival.look(true, false);
  assert.deepEqual(said, ["lost", "ask", "revived"]);
});

test("a connection that is lost again is asked for again, answered or not", () => {
  for (const isAnswered of [false, true]) {
    const { revival, said } = watched();
    revival.look(false, false);
    revival.look(true, true);
    if (isAnswered) revival.hear();
    revival.look(false, true);
    revival.look(true, true);
    revival.look(true, false);
    assert.deepEqual(said, ["lost", "ask", "lost", "ask"]);
    revival.hear();
    revival.look(true, false);
    assert.deepEqual(said, ["lost", "ask", "lost", "ask", "revived"]);
  }
});
