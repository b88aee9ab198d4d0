// Handles of a radar on the map: where they stand, and what a drag makes of a sector.

import assert from "node:assert/strict";
import test from "node:test";

import "../helpers/page.mjs";
import { inverse } from "../../../ui/web/earth/geodesic.js";
import { gripsOf, nearTo, turnedTo, widenedTo } from "../../../ui/web/radar/grips.js";

const SECTOR = { lat: 36.049, lon: 128.226, km: 600, azimuth: 347, width: 120 };

test("handles stand in the middle of the arc and at its right end", () => {
  const { middle, end } = gripsOf(SECTOR);
  for (const [[lat, lon], azimuth] of [[middle, 347], [end, 47]]) {
    const way = inverse(SECTOR.lat, SECTOR.lon, lat, lon);
    assert.ok(Math.abs(way.km - 600) < 1e-6 && Math.abs(way.azimuth - azimuth) < 1e-6);
  }
});

test("a drag sets whole degrees and tens of kilometres within what links take", () => {
  assert.deepEqual(turnedTo({ km: 1234, azimuth: 359.6 }, 6000), { km: 1230, azimuth: 0 });
  assert.deepEqual(turnedTo({ km: 9000, azimuth: 12.4 }, 6000), { km: 6000, azimuth: 12 });
  assert.deepEqual(turnedTo({ km: 1, azimuth: 0 }, 6000), { km: 10, azimuth: 0 });
});

test("the right end sets the width on both sides, up to all around, and never less than something", () => {
  const width = (azimuth) => widenedTo({ km: 1, azimuth }, 347).width;
  assert.deepEqual([width(47), width(77.2), width(347), width(340), width(160), width(200)], [120, 180, 2, 2, 346, 360]);
});

test("a longitude is told in the copy of the world that is looked at", () => {
  assert.equal(nearTo(-170, 150), 190);
  assert.equal(nearTo(170, -150), -190);
  assert.equal(nearTo(10, 0), 10);
});
