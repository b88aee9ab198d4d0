// Geodesics of the browser's half: published rows, near the antipode, and rings around the poles.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import {
  directFrom, geodesicPath, inverse, polesInside, rangeRing,
} from "../../ui/web/earth/geodesic.js";

const ONE_MM_KM = 1e-6;
const HALF_MERIDIAN_KM = 20003.93145862545; // pole to pole: GeographicLib
const near = (found, wanted, off) => assert.ok(Math.abs(found - wanted) <= off, `${found}, not ${wanted}`);
const turned = (azimuth, wanted) => Math.abs(((azimuth - wanted + 540) % 360) - 180);
const gapKm = ([lat1, lon1], [lat2, lon2]) => inverse(lat1, lon1, lat2, lon2).km;

const SITES = [
  [39.66, 124.706], [40.03, 126.09], [0, 0], [0, 180], [0, -180], [90, 0], [-90, 0],
  [89.999, 30], [-45, 179.999], [66, -180], [-60, -179],
];
const RANGES_KM = [
  10, 50, 300, 1000, 3000, 4376, 5000, 5500, 5504.6, 5610, 8000, 10000, 10002, 13000, 14394, 15000,
  18000, 19500, 19900,
];
const each = (use) => SITES.forEach(([lat, lon]) => RANGES_KM.forEach((km) => use(lat, lon, km)));

const rows = readFileSync(new URL("../data/geodesic_reference.csv", import.meta.url), "utf8").trim()
  .split("\n").filter((line) => /^-?\d/.test(line)).map((line) => line.split(",").map(Number));

test("the 20 published rows, by the direct problem and by the inverse", () => {
  assert.equal(rows.length, 20);
  for (const [lat1, lon1, azi1, lat2, lon2, , s12] of rows) {
    near(gapKm(directFrom(lat1, lon1)(azi1, s12 / 1000), [lat2, lon2]), 0, ONE_MM_KM);
    const { km, azimuth } = inverse(lat1, lon1, lat2, lon2);
    near(km, s12 / 1000, ONE_MM_KM);
    near(turned(azimuth, azi1), 0, 1e-9);
  }
});

// GeographicLib's own cases, by their names there: lat1, lon1, lat2, lon2, then metres.
for (const [name, ends, s12, off] of [
  ["GeodSolve0, far from it", [40.6, -73.8, 49.01666667, 2.55], 5853226, 0.5],
  ["GeodSolve74, a few steps away", [54.1589, 15.3872, 54.1591, 15.3877], 39.527686385, 5e-9],
  ["GeodSolve6", [88.202499451857, 0, -88.202499451857, 179.98102203299285], 20003898.214, 5e-4],
  ["GeodSolve6, the second", [89.262080389218, 0, -89.262080389218, 179.992207982775], 20003925.854, 5e-4],
  ["GeodSolve33, antipodes on the equator", [0, 0, 0, 180], 20003931.4586, 5e-5],
  ["GeodSolve33, half a degree beside", [0, 0, 0.5, 179.5], 19936288.579, 5e-4],
  ["GeodSolve33, along the equator", [0, 0, 0, 179], 19926188.852, 5e-4],
  ["GeodSolve78", [27.2, 0, -27.1, 179.5], 19974354.765767, 5e-7],
  ["pole to pole", [90, 12, -90, 34], HALF_MERIDIAN_KM * 1000, 1e-6],
]) {
  test(`the distance is exact, near the antipode as well: ${name}`, () => near(inverse(...ends).km * 1000, s12, off));
}

test("azimuths are within [0, 360) and longitudes within [-180, 180)", () => {
  for (const end of [[10, 0], [-10, 0], [0, -1e-13], [1, -1e-13], [-39.66, -55.294]]) {
    const { azimuth } = inverse(0, 0, ...end);
    assert.ok(azimuth >= 0 && azimuth < 360, `${azimuth}`);
  }
  assert.equal(directFrom(0, 180)(0, 0)[1], -180);
});

test("every vertex is at the range, and longitudes run on without a jump", () => {
  each((lat, lon, km) => {
    const ring = rangeRing(lat, lon, km);
    assert.equal(ring.length, 361);
    ring.forEach((vertex, i) => {
      near(gapKm([lat, lon], vertex), km, ONE_MM_KM);
      if (i) assert.ok(Math.abs(vertex[1] - ring[i - 1][1]) <= 180, `${[lat, lon, km, i]}`);
    });
  });
});

test("a pole is inside when it is nearer than the range, by a metre or a kilometre", () => {
  for (const [lat, lon] of [[39.66, 124.706], [40.03, 126.09], [0, 180], [-60, -179], [89, 10]]) {
    for (const [pole, poleLat] of [["north", 90], ["south", -90]]) {
      for (const more of [-1, -0.05, -0.001, 0.001, 0.05, 1]) {
        const km = inverse(lat, lon, poleLat, 0).km + more;
        const { north, south } = polesInside(lat, km);
        assert.equal({ north, south }[pole], more > 0);
        const ring = rangeRing(lat, lon, km);
        assert.equal(Math.round((ring[360][1] - ring[0][1]) / 360), Number(south) - Number(north));
      }
    }
  }
});

test("a ring is the same whatever was asked before, though only so many lines are kept", () => {
  const before = rangeRing(39.66, 124.706, 5500);
  for (let i = 0; i < 100; i += 1) rangeRing(i / 2, i, 8000, 0.5); // more lines than are kept
  assert.deepEqual(rangeRing(39.66, 124.706, 5500), before);
  assert.deepEqual(rangeRing(39.66, 124.706, 5500, 3), before.filter((_, i) => i % 3 === 0));
});

test("the path between two points has even steps and ends where it should", () => {
  for (const end of [[40.71, -74.01], [-33.9, 151.2], [39.66, -55.294], [-39.6, -55.2]]) {
    const path = geodesicPath(39.66, 124.706, ...end, 64);
    const { km } = inverse(39.66, 124.706, ...end);
    assert.equal(path.length, 65);
    near(gapKm(path[64], end), 0, ONE_MM_KM);
    path.slice(1).forEach((point, i) => near(gapKm(path[i], point), km / 64, ONE_MM_KM));
  }
});
