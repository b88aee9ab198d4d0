// What the panel changes of a radar: what is published becomes an assumption, whole, and goes again.

import assert from "node:assert/strict";
import test from "node:test";

import "../helpers/page.mjs";
import { claimedRanges, joinEqual, publish, radarModel, reach, toggleRange, turn } from "../../../ui/web/sectors/choice.js";
import { seeingOf } from "../../../ui/web/sectors/seen.js";
import { shownSectors } from "../../../ui/web/sectors/sectors.js";

const claim = (id, low, high, more = {}) => ({ id, said: id, by: id, date: "", printed: "", low, high, drawn: true, azimuth: null, ...more });
const RADAR = { id: "a", name: "Radar A", short: "Radar A", lat: 36, lon: 128, azimuth: 350, width: 120, direction: "ours", mode: "", moves: false, claims: [0, 1, 2] };
const FACTS = {
  claims: [claim("one", 600, 800), claim("two", 600, 600, { azimuth: 290 }), claim("three", 900, null, { drawn: false })],
  radars: [RADAR, { ...RADAR, id: "b", direction: "none", width: 360, azimuth: 0, claims: [] }],
};
const scene = (more = {}) => ({ rings: [], show: ["cities", "radar"], layers: ["cities", "bases", "radar"], radars: [], date: null, ...more });
const STANDING = new Set(["a", "b"]);
const model = (of, km = null) => radarModel(FACTS, of, STANDING, km);
const drawn = (of) => model(of).drawn.map(({ km, azimuth, width }) => [km, azimuth, width]);

test("a claim's ranges stand once each, with all who name them", () => {
  assert.deepEqual(claimedRanges(FACTS.claims).map(({ km, claims }) => [km, claims.map(({ id }) => id)]),
    [[600, ["one", "two"]], [800, ["one"]], [900, ["three"]]]);
});

test("the first turn assumes all that is published, turned together", () => {
  const changed = scene();
  assert.deepEqual(drawn(changed), [[800, 350, 120], [600, 350, 120]]);
  turn(changed, model(changed), { azimuth: 10 });
  assert.deepEqual(changed.radars, [{ id: "a", name: "Radar A", km: 800, azimuth: 10, width: 120 }, { id: "a", name: "Radar A", km: 600, azimuth: 10, width: 120 }]);
  turn(changed, model(changed), { width: 90 });
  assert.deepEqual(drawn(changed), [[800, 10, 90], [600, 10, 90]]);
});

test("the range of the sector that was pressed moves, else that of the widest", () => {
  const changed = scene();
  reach(changed, model(changed), 1500);
  assert.deepEqual(drawn(changed).map(([km]) => km), [1500, 600]);
  reach(changed, model(changed, 600), 700);
  assert.deepEqual(drawn(changed).map(([km]) => km), [1500, 700]);
});

test("a claimed range comes and goes; the last sector stays", () => {
  const changed = scene({ radars: [{ id: "a", km: 600, azimuth: 20, width: 60 }] });
  toggleRange(changed, model(changed), 600);
  assert.deepEqual(drawn(changed), [[600, 20, 60]]);
  toggleRange(changed, model(changed), 900);
  assert.deepEqual(drawn(changed), [[900, 20, 60], [600, 20, 60]]);
  toggleRange(changed, model(changed), 600);
  assert.deepEqual(drawn(changed), [[900, 20, 60]]);
});

test("what is published is drawn again, with its layer, and other radars' assumptions stay", () => {
  const other = { id: "b", km: 1000, azimuth: 0, width: 360 };
  const changed = scene({ show: ["cities"], radars: [{ id: "a", km: 600, azimuth: 20, width: 60 }, other] });
  publish(changed, model(changed));
  assert.deepEqual([changed.radars, changed.show], [[other], ["cities", "radar"]]);
});

test("a radar without a published range begins with an assumption", () => {
  const changed = scene({ radar: "b" });
  assert.deepEqual([model(changed).id, model(changed).drawn], ["b", []]);
  turn(changed, model(changed), { azimuth: 45 });
  assert.deepEqual(changed.radars, [{ id: "b", name: "Radar A", km: 1000, azimuth: 45, width: 360 }]);
});

test("a sector that was dragged onto another one is one with it", () => {
  const same = { id: "a", km: 600, azimuth: 20, width: 60 };
  const changed = scene({ radars: [same, { ...same }, { ...same, km: 800 }] });
  joinEqual(changed);
  assert.deepEqual(changed.radars, [same, { ...same, km: 800 }]);
});

test("without facts yet the panel has what the link says", () => {
  const { id, active, isAssumed } = radarModel(null, scene({ radars: [{ id: "a", km: 600, azimuth: 20, width: 60 }] }), new Set(), null);
  assert.deepEqual([id, active.km, active.azimuth, active.width, isAssumed], ["a", 600, 20, 60, true]);
});

test("a place is told the least range that sees it, and no radar sees itself", () => {
  const sectors = shownSectors(FACTS, scene(), STANDING);
  const seen = (id, lat, lon) => seeingOf(sectors, { id, lat, lon }).map(({ km }) => km);
  assert.deepEqual(seen("near", 40, 128), [600]);
  assert.deepEqual(seen("far", 42, 128), [800]);
  assert.deepEqual(seen("beyond", 44, 128), []);
  assert.deepEqual(seen("behind", 33, 128), []);
  assert.deepEqual(seen("a", 36, 128), []);
});
