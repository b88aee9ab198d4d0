// Who follows on a slow device sees the newest view of the leader, not all of them one after the other.

import assert from "node:assert/strict";
import test from "node:test";

import "./helpers/page.mjs";

document.querySelector = () => null; // no map yet
const frames = [];
globalThis.requestAnimationFrame = (act) => frames.push(act);
globalThis.fetch = () => Promise.reject(new Error("no server"));
const { followView } = await import("../../ui/web/classroom/follower.js");

/** Let a frame pass. */
const paint = () => frames.splice(0).forEach((act) => act());
const ring = (best) => ({ site: "sohae", lat: 39.66, lon: 124.7, low: null, best, high: null, label: "" });
const moved = (km) => ({ scene: { rings: [ring(km)], at: null } });

/** A follower, and the ranges that its panel was told to show. */
function followed() {
  const shown = [];
  const panel = {
    scene: { rings: [], at: null },
    tab: { on: () => () => {}, send: () => {} },
    show: ({ rings }) => shown.push(rings[0].best),
  };
  return { shown, follower: followView(panel, () => {}) };
}

test("of what comes between two frames the newest is shown", () => {
  const { shown, follower } = followed();
  for (const km of [5000, 5100, 5200, 5300]) follower.hear(moved(km));
  assert.deepEqual(shown, [5000], "the first at once");
  paint();
  assert.deepEqual(shown, [5000, 5300]);
  paint();
  assert.deepEqual(shown, [5000, 5300], "nothing is shown twice");
});

test("a view that rests is shown at once", () => {
  const { shown, follower } = followed();
  follower.hear(moved(5000));
  follower.hear({ ...moved(6000), query: "ring=sohae~6000" });
  assert.deepEqual(shown, [5000, 6000]);
  paint();
});

test("what waits for a frame is not shown to who has left", () => {
  const { shown, follower } = followed();
  follower.hear(moved(5000));
  follower.hear(moved(5100));
  follower.close();
  paint();
  assert.deepEqual(shown, [5000]);
});
