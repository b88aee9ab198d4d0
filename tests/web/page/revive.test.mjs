// After a lost connection: one run is asked for, and it is told of when that run has answered, seen running or not.

import assert from "node:assert/strict";
import test from "node:test";

import { pretendPage } from "../helpers/page.mjs";

pretendPage();
const { Revival } = await import("../../../ui/web/page/revive.js");

/** A revival, and what it asked and told. */
function watched() {
  const said = [];
  const revival = new Revival(({ seq }) => said.push(`ask ${seq}`), () => said.push("tell"));
  return { revival, said };
}

test("a page that keeps its connection asks for nothing", () => {
  const { revival, said } = watched();
  for (const isRunning of [false, true, false]) {
    revival.look(true, isRunning);
    revival.hear(0);
  }
  assert.deepEqual(said, []);
});

test("after a loss a run is asked for once, and told of when it has ended", () => {
  const { revival, said } = watched();
  revival.look(false, false);
  revival.look(true, false);
  revival.look(true, true); // Streamlit's own run may come first
  revival.hear(0);
  revival.look(true, false);
  assert.deepEqual(said, ["ask 1"]);
  revival.look(true, true);
  revival.hear(1);
  revival.look(true, true);
  assert.deepEqual(said, ["ask 1"]);
  revival.look(true, false);
  revival.look(true, false);
  assert.deepEqual(said, ["ask 1", "tell"]);
});

test("a run too short to be seen is known by its answer", () => {
  const { revival, said } = watched();
  revival.look(false, false);
  revival.look(true, false);
  revival.hear(1);
  revival.look(true, false);
  assert.deepEqual(said, ["ask 1", "tell"]);
});

test("a connection that is lost again is asked for again, and an answer to the first does not count", () => {
  const { revival, said } = watched();
  for (const isConnected of [false, true, false, true]) revival.look(isConnected, false);
  revival.hear(1);
  revival.look(true, false);
  assert.deepEqual(said, ["ask 1", "ask 2"]);
  revival.hear(2);
  revival.look(true, false);
  assert.deepEqual(said, ["ask 1", "ask 2", "tell"]);
});
