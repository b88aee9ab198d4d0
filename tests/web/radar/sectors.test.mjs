// Radar sectors: who is in one, by values of GeographicLib from outside; which a scene shows; their outlines.

import assert from "node:assert/strict";
import test from "node:test";

import "../helpers/page.mjs";
import { inverse } from "../../../ui/web/earth/geodesic.js";
import { isWithin, sectorLine, sees } from "../../../ui/web/earth/sectors.js";
import { sectorShape } from "../../../ui/web/earth/sectorshapes.js";
import { chosenRadar, drawnEnds, shownSectors, showsRadars } from "../../../ui/web/sectors/sectors.js";

const SEONGJU = { lat: 36.049, lon: 128.226 };
// From there by GeographicLib 2.0 in Python, to GeoNames' points: km and azimuth.
const TOWNS = {
  Dandong: [40.12917, 124.39472, 563.848, 324.587], Weihai: [37.50914, 122.11356, 569.073, 288.355],
  Beijing: [39.9075, 116.39723, 1122.882, 295.971],
};
const SECTOR = { ...SEONGJU, km: 600, azimuth: 347, width: 120 };

test("distances and azimuths from Seongju are those of GeographicLib", () => {
  for (const [town, [lat, lon, km, azimuth]] of Object.entries(TOWNS)) {
    const way = inverse(SEONGJU.lat, SEONGJU.lon, lat, lon);
    assert.ok(Math.abs(way.km - km) < 0.001 && Math.abs(way.azimuth - azimuth) < 0.001, `${town}: ${way.km}, ${way.azimuth}`);
  }
});

test("at 600 km Dandong and Weihai are in the sector, Beijing is not; direction decides as well", () => {
  const seen = (sector) => Object.entries(TOWNS).filter(([, [lat, lon]]) => sees(sector, { lat, lon })).map(([town]) => town);
  assert.deepEqual(seen(SECTOR), ["Dandong", "Weihai"]);
  assert.deepEqual(seen({ ...SECTOR, km: 565 }), ["Dandong"]);
  assert.deepEqual(seen({ ...SECTOR, km: 2000 }), ["Dandong", "Weihai", "Beijing"]);
  assert.deepEqual(seen({ ...SECTOR, azimuth: 20 }), ["Dandong"], "20 - 60 is 320: Weihai is left of it");
  assert.deepEqual(seen({ ...SECTOR, azimuth: 167 }), []);
  assert.deepEqual(seen({ ...SECTOR, azimuth: 167, width: 360 }), ["Dandong", "Weihai"]);
});

test("edges count, at north as elsewhere", () => {
  const way = (km, azimuth) => ({ km, azimuth });
  assert.ok(isWithin(SECTOR, way(600, 47)) && isWithin(SECTOR, way(600, 287)));
  assert.ok(!isWithin(SECTOR, way(600, 47.001)) && !isWithin(SECTOR, way(600, 286.999)) && !isWithin(SECTOR, way(600.001, 347)));
  assert.ok(isWithin({ km: 10, azimuth: 0, width: 2 }, way(5, 359)) && isWithin({ km: 10, azimuth: 359, width: 2 }, way(5, 0)));
  assert.ok(isWithin(SECTOR, way(0, 123)), "the radar itself");
});

test("an outline goes around the poles that are inside, and no other", () => {
  const turns = (sector) => {
    const line = sectorLine(sector);
    assert.ok(line.every(([, lon], i) => !i || Math.abs(lon - line[i - 1][1]) <= 180.000001));
    return Math.round((line[line.length - 1][1] - line[0][1]) / 360);
  };
  const clear = { lat: 64.291, lon: -149.187 }; // 2,870 km from the pole
  assert.equal(turns({ ...clear, km: 5556, azimuth: 304, width: 240 }), -1, "clockwise around the radar is westward around the pole");
  assert.equal(turns({ ...clear, km: 2800, azimuth: 304, width: 240 }), 0);
  assert.equal(turns({ ...clear, km: 5556, azimuth: 180, width: 240 }), 0, "it looks away");
  assert.equal(turns({ ...clear, km: 5556, azimuth: 0, width: 360 }), -1);
  for (const azimuth of [60, 300]) assert.equal(turns({ ...clear, km: 5556, azimuth, width: 120 }), -1, "an edge over the pole has it inside");
  assert.equal(turns({ lat: -64, lon: 170, km: 5556, azimuth: 180, width: 90 }), 1);
});

test("over the antimeridian a shape goes on, and its arc is that of the sector", () => {
  const shemya = { lat: 52.712, lon: 174.114, km: 3200, azimuth: 60, width: 120 };
  const { xs, ys, azimuths, arc, poles, minX, maxX } = sectorShape(shemya, 5);
  assert.ok(maxX > 1, "beyond 180 degrees east");
  assert.ok(maxX - minX < 0.3 && !poles.north && !poles.south);
  assert.equal(xs.length, ys.length);
  assert.deepEqual([azimuths[0], azimuths[azimuths.length - 1]], [0, 120]);
  assert.deepEqual([arc.azimuths[0], arc.azimuths[arc.azimuths.length - 1]], [0, 120]);
  for (let i = 0; i < arc.xs.length; i += 1) {
    const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * arc.ys[i]))) * 180) / Math.PI;
    assert.ok(Math.abs(inverse(shemya.lat, shemya.lon, lat, (arc.xs[i] - 0.5) * 360).km - 3200) < 1e-3);
  }
});

const claim = (low, high, more = {}) => ({ low, high, drawn: true, printed: "", said: "", ...more });
const FACTS = {
  claims: [claim(600, 600, { printed: "2016-12-31" }), claim(600, 800, { printed: "2017-05-16" }), claim(2000, null), claim(1200, 1200, { drawn: false }), claim(null, null)],
  radars: [
    { id: "one", azimuth: 347, width: 120, direction: "ours", moves: false, claims: [0, 1, 2, 3, 4], ...SEONGJU },
    { id: "ship", azimuth: 0, width: 360, direction: "none", moves: true, claims: [2], lat: 20, lon: -160 },
    { id: "silent", azimuth: 0, width: 360, direction: "none", moves: false, claims: [4], lat: 50, lon: 10 },
  ],
};
const ALL = new Set(["one", "ship", "silent"]);
const rows = (scene, standing = ALL) => shownSectors(FACTS, { show: ["radar"], radars: [], date: null, ...scene }, standing)
  .map(({ radar, km, azimuth, width, direction, claims }) => [radar.id, km, azimuth, width, direction, claims.length]);

test("a radar has a sector for each drawn claim, the widest first; one that moves or of which nothing is published has none", () => {
  assert.deepEqual(rows({}), [["one", 2000, 347, 120, "ours", 1], ["one", 800, 347, 120, "ours", 1], ["one", 600, 347, 120, "ours", 2]]);
  assert.deepEqual(drawnEnds(FACTS.claims), [2000, 800, 600]);
});

test("on a day there are only the claims in print by then, and only radars that stood", () => {
  assert.deepEqual(rows({ date: "2017-01-01" }).map(([, km, , , , said]) => [km, said]), [[2000, 1], [600, 1]]);
  assert.deepEqual(rows({}, new Set(["silent"])), []);
});

test("what a link assumes is drawn on any day, with the layer off, too, in place of the claims", () => {
  const radars = [{ id: "one", km: 600, azimuth: 10, width: 90 }, { id: "ship", km: 1000, azimuth: 0, width: 360 }, { id: "one", km: 900, azimuth: 10, width: 90 }];
  const expected = [["one", 900, 10, 90, "link", 0], ["one", 600, 10, 90, "link", 2], ["ship", 1000, 0, 360, "link", 0]];
  assert.deepEqual(rows({ radars }), expected);
  assert.deepEqual(rows({ radars, show: [] }, new Set()), expected);
  assert.deepEqual([showsRadars({ show: [], radars }), showsRadars({ show: ["radar"], radars: [] }), showsRadars({ show: ["cities"], radars: [] })], [true, true, false]);
});

test("the radar spoken of is the one chosen, else the link's first, else the first of all", () => {
  const sectors = shownSectors(FACTS, { show: ["radar"], radars: [{ id: "ship", km: 1000, azimuth: 0, width: 360 }], date: null }, ALL);
  assert.equal(chosenRadar({ radar: "one", radars: [] }, FACTS, sectors), "one");
  assert.equal(chosenRadar({ radar: "silent", radars: [{ id: "ship" }] }, FACTS, sectors), "ship");
  assert.equal(chosenRadar({ radars: [] }, FACTS, sectors), "one");
  assert.equal(chosenRadar({ radars: [] }, FACTS, []), "");
});
