// Kepler arcs of the browser's half against Python's geo/flight, which is the reference: a grid of flights.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";

import "../helpers/page.mjs";
import { bestElevationDeg, farthestKm, flight, flightOf } from "../../../ui/web/flight/kepler.js";
import { rangesByBearing } from "../../../ui/web/flight/bearings.js";
import { farthestTo } from "../../../ui/web/flight/rotation.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const grid = (...axes) => axes.reduce((rows, axis) => rows.flatMap((row) => axis.map((value) => [...row, value])), [[]]);
const CASES = {
  lofted: grid([150, 550, 2802, 3724.9, 6040.9, 7687.5, 20_000], [60, 933, 4500], [0, 60, 140]),
  arcs: grid([1, 3, 6.2, 7.5, 7.95, 8.5], [1, 5, 20, 45, 83, 90], [0, 150]),
  turning: grid([2, 4.5, 6.2, 7.2, 7.6, 7.9, 8.3], [0, 39.9, -60], [0, 45, 90, 200, 270, 315]),
  bearings: grid([10, 1000, 8000, 12_000, 13_000, 15_000, 19_900], [0, 39.66, -60, 85, 90, -90]),
};
const PYTHON = JSON.parse(execFileSync(`${ROOT}.venv/bin/python`, ["-m", "tests.web.helpers.flights"],
  { cwd: ROOT, encoding: "utf8", input: JSON.stringify(CASES) }));

const near = (found, wanted, off, about) => {
  if (wanted === null) assert.ok(!Number.isFinite(found), `${found}, not endless: ${about}`);
  else assert.ok(Math.abs(found - wanted) <= off, `${found}, not ${wanted}: ${about}`);
};

test("what a lofted flight tells of", () => {
  CASES.lofted.forEach((asked, i) => {
    const [speed, elevation, minutes, farthest, best] = PYTHON.lofted[i];
    const flown = flightOf(...asked);
    near(flown.speedKmS, speed, 1e-7, asked);
    near(flown.elevationDeg, elevation, 1e-5, asked);
    near(flown.timeMin, minutes, 1e-5, asked);
    near(farthestKm(speed, asked[2]), farthest, 1e-3, asked);
    near(bestElevationDeg(speed, asked[2]), best, 1e-4, asked);
  });
});

test("arcs of any speed and angle", () => {
  CASES.arcs.forEach((asked, i) => {
    const [range, apogee, minutes] = PYTHON.arcs[i];
    const flown = flight(...asked);
    near(flown.rangeKm, range, 1e-4, asked);
    if (range !== null) near(flown.apogeeKm, apogee, 1e-4, asked);
    near(flown.timeMin, minutes, 1e-5, asked);
  });
});

test("ranges above a turning Earth", () => {
  CASES.turning.forEach((asked, i) => {
    const [range, bearing] = PYTHON.turning[i];
    const found = farthestTo(...asked);
    near(found.rangeKm, range, 1, asked);
    if (bearing !== null) near(Math.abs(((found.azimuthDeg - bearing + 540) % 360) - 180), 0, 0.2, asked);
  });
});

test("the curve of ranges by direction is Python's to a metre, wherever it has no limit, too", () => {
  CASES.bearings.forEach(([range, lat], i) => {
    const ranges = rangesByBearing(lat, range);
    PYTHON.bearings[i].forEach((km, third) => near(ranges(3 * third), km, 0.001, [range, lat, 3 * third]));
  });
});
