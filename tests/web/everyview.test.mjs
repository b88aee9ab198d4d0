// A view is never of nothing, wherever a ring lies and whatever the size of its map: boxes drawn by lot, from a seed.

import assert from "node:assert/strict";
import test from "node:test";

import "./helpers/page.mjs";
import { frameOf } from "../../ui/web/camera/framing.js";
import { rangeRing } from "../../ui/web/earth/geodesic.js";

const RUNS = 400;
const MAP_EDGE = 85.05; // degrees: what Web Mercator shows
const ring = (lat, lon, km, more = {}) => ({ site: `${lat},${lon}`, name: "", lat, lon, label: "", low: null, best: km, high: null, ...more });

/** Numbers from 0 to 1, the same ones in each run (mulberry32). */
function lots(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Of the vertices that the map can show, the share that is in view, by the formulas of Web Mercator. */
function shareOf({ x, y }, { center, zoom }, { lat, lon, best }) {
  const world = 256 * 2 ** zoom;
  const north = (deg) => Math.asinh(Math.tan((deg * Math.PI) / 180)) / (2 * Math.PI);
  const shown = rangeRing(lat, lon, best).filter(([at]) => Math.abs(at) < MAP_EDGE);
  const seen = shown.filter(([at, east]) => {
    const turns = (east - center[1]) / 360;
    const [dx, dy] = [(turns - Math.round(turns)) * world, (north(at) - north(center[0])) * world];
    return Math.abs(dx) < x / 2 && Math.abs(dy) < y / 2;
  });
  return shown.length ? seen.length / shown.length : 1;
}

/** A view that exists, and that the map can show: no more than the world from north to south. */
function assertShown(size, frame, told) {
  assert.ok([...frame.center, frame.zoom].every(Number.isFinite), `${told}: ${frame.center}, ${frame.zoom}`);
  assert.ok(Math.abs(frame.center[0]) <= MAP_EDGE, `${told}: ${frame.center}`);
}

const NAMED = [
  ring(-90, 0, 3000), ring(-75, 0, 1000), ring(-57, 0, 100), ring(83, -30, 100), ring(88, 0, 300), ring(90, 0, 10), ring(85.5, 0, 10),
  ring(-90, 0, 15000), ring(90, 0, 15000), ring(0, 0, 15000), ring(0, 0, 19900), ring(39.66, 124.705, 19900), ring(90, 0, 19900), ring(-60, -179.9, 10),
];
const SIZES = [[320, 480], [320, 256], [320, 130], [390, 490], [976, 690], [1616, 970], [3100, 1330], [3500, 2050], [4780, 1330], [2160, 3000]].map(([x, y]) => ({ x, y }));

for (const size of SIZES) {
  test(`most of what a map can show of a ring near a pole is in view, at ${size.x} x ${size.y}`, () => {
    for (const named of NAMED) {
      const frame = frameOf(size, [named], []);
      const told = `${named.site}~${named.best}`;
      assertShown(size, frame, told);
      assert.ok(shareOf(size, frame, named) >= 0.5, `${told}: ${shareOf(size, frame, named)} in ${frame.center}, ${frame.zoom}`);
    }
  });
}

test("every view is of something, and shows most of its ring on a map of a usual shape", () => {
  const lot = lots(16);
  for (let run = 0; run < RUNS; run += 1) {
    const lat = Math.round((Math.asin(2 * lot() - 1) * 180000) / Math.PI) / 1000;
    const one = ring(lat, Math.round(lot() * 360000 - 180000) / 1000, Math.round(10 + lot() * 19890));
    const height = Math.round(200 + lot() * 2000);
    const size = { x: Math.max(320, Math.round(height * (0.75 + lot() * 3))), y: height };
    const frame = frameOf(size, [one], []);
    const told = `run ${run}: ${one.site}~${one.best} at ${size.x} x ${size.y}`;
    assertShown(size, frame, told);
    // On an upright map, which shows less than the world's width, who looks at the Pacific is spared the ice.
    const least = size.x < size.y && one.lon >= 60 && one.lon <= 170 ? 1 / 3 : 0.5;
    assert.ok(shareOf(size, frame, one) >= least, `${told}: ${shareOf(size, frame, one)} in ${frame.center}, ${frame.zoom}`);
  }
});

test("many rings, bands and places anywhere, on a map of any size, have a view", () => {
  const lot = lots(61);
  const ends = [-90, -89.99, -57, -45, 0, 70, 77, 85.06, 90];
  const lats = () => (lot() < 0.5 ? ends[Math.floor(lot() * ends.length)] : lot() * 180 - 90);
  for (let run = 0; run < RUNS / 2; run += 1) {
    const rings = Array.from({ length: 1 + Math.floor(lot() * 5) }, () => {
      const km = 10 + lot() * 19890;
      return ring(lats(), lot() * 360 - 180, km, { low: lot() < 0.3 ? km / 2 : null, high: lot() < 0.3 ? Math.min(19900, km * 1.2) : null, hidden: lot() < 0.2 });
    });
    const places = Array.from({ length: Math.floor(lot() * 4) }, () => ({ lat: lats(), lon: lot() * 360 - 180 }));
    const size = { x: 1 + Math.floor(lot() ** 3 * 5200), y: 1 + Math.floor(lot() ** 3 * 3000) };
    assertShown(size, frameOf(size, rings, places), `run ${run} at ${size.x} x ${size.y}`);
  }
});

test("a wall or a very wide screen shows five sixths of a long ring, as a desk's screen does", () => {
  for (const size of SIZES.filter(({ x }) => x >= 3000)) {
    for (const km of [3000, 5000, 8000, 10000]) {
      const long = ring(39.66, 124.705, km);
      const share = shareOf(size, frameOf(size, [long], []), long);
      assert.ok(share >= 5 / 6, `${km} km at ${size.x} x ${size.y}: ${share}`);
    }
  }
});
