// Kepler arcs of the browser's half: against a textbook's worked example and tables that were computed apart
// from this code (spherical Earth of 6,371 km, mu 398,600.44 km3/s2).

import assert from "node:assert/strict";
import test from "node:test";

import "./helpers/page.mjs";
import { EARTH } from "../../ui/web/base/facts.js";
import {
  arcPoints, bestElevationDeg, circularSpeed, farthestKm, flight, flightOf, leastSpeed, otherElevationDeg,
} from "../../ui/web/flight/kepler.js";
import { farthestTo, impact } from "../../ui/web/flight/rotation.js";

const near = (found, wanted, off, what = "") => assert.ok(Math.abs(found - wanted) <= off, `${found}, not ${wanted} ${what}`);
const { mu: MU, radius_km: R } = EARTH;

test("Bate, Mueller and White, p. 290: burnout at 1/5 of a radius, 2/3 of circular speed, apogee at 1/2", () => {
  const speed = (2 / 3) * Math.sqrt(MU / R);
  near((speed ** 2 * 1.2 * R) / MU, 0.533, 5e-4, "Q");
  let [low, high] = [0, 89]; // the elevation that gives this apogee
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (flight(speed, middle, 0.2 * R).apogeeKm < 0.5 * R) low = middle;
    else high = middle;
  }
  near(low, 51.32, 0.005, "degrees");
  const freeFlightDeg = (2 * flight(speed, low, 0.2 * R).rise * 180) / Math.PI;
  near(freeFlightDeg, 36.4, 0.05, "degrees");
});

// range km, burnout speed km/s, elevation deg, apogee of that arc km, flight min, apogee straight up km
const LEAST_ENERGY = [
  [1000, 3.016, 42.8, 240, 7.9, 499], [2000, 4.113, 40.5, 459, 11.7, 996], [3000, 4.865, 38.3, 655, 14.9, 1486],
  [4000, 5.433, 36.0, 828, 17.9, 1967], [5000, 5.883, 33.8, 976, 20.6, 2436], [5500, 6.075, 32.6, 1041, 21.9, 2665],
  [6000, 6.249, 31.5, 1098, 23.2, 2890], [8000, 6.805, 27.0, 1264, 28.0, 3742], [10_000, 7.198, 22.5, 1319, 32.2, 4502],
  [12_000, 7.480, 18.0, 1265, 35.7, 5152], [13_000, 7.588, 15.8, 1196, 37.2, 5430], [15_000, 7.751, 11.3, 978, 39.6, 5884],
];
for (const [rangeKm, speedKmS, elevationDeg, apogeeKm, timeMin, straightUpKm] of LEAST_ENERGY) {
  test(`the least speed for ${rangeKm} km, and what it does`, () => {
    const speed = leastSpeed(rangeKm);
    near(speed, speedKmS, 6e-4);
    near(farthestKm(speed), rangeKm, 1e-6);
    near(bestElevationDeg(speed), elevationDeg, 0.051);
    const best = flight(speed, bestElevationDeg(speed));
    near(best.rangeKm, rangeKm, 1e-3);
    near(best.apogeeKm, apogeeKm, 0.6);
    near(best.timeMin, timeMin, 0.06);
    near(flight(speed, 90).apogeeKm, straightUpKm, 0.6);
  });
}

// apogee km, distance km, speed km/s, elevation deg, farthest range from a burnout at 0, 100, 200 km, minutes
const LOFTED = [
  [1413.6, 400, 4.78, 85, 2869, 2743, 2616], [550, 500, 3.23, 76, 1163, 1056, 943], [560, 500, 3.26, 76, 1182, 1075, 961],
  [2111.5, 787, 5.61, 83, 4356, 4216, 4077, 27.9], [2802, 933, 6.20, 83, 5865, 5706, 5549, 34.4],
  [3724.9, 998, 6.81, 84, 8022, 7829, 7640, 43.1], [4475, 950, 7.20, 85, 9983, 9747, 9518, 50.3],
  [910, 450, 3.98, 82, 1858, 1743, 1623], [2000, 800, 5.49, 83, 4124, 3987, 3850, 26.9],
  [6248.5, 1090, 7.88, 85, 17_766, 16_837, 16_131, 67.9], [6040.9, 999.2, 7.81, 85, 16_024, 15_439, 14_925, 65.8],
  [5768.5, 989, 7.72, 85, 14_525, 14_089, 13_686, 63.0], [6045, 1000.2, 7.81, 85, 16_051, 15_462, 14_946, 65.8],
  [6648.4, 1001.2, 8.00, 86, Infinity, Infinity, Infinity, 72.0], [6518.2, 1002.3, 7.96, 86, Infinity, Infinity, 18_733, 70.7],
  [7687.5, 1001.2, 8.28, 86, Infinity, Infinity, Infinity, 82.9],
];
for (const [apogeeKm, distanceKm, speedKmS, elevationDeg, ...rest] of LOFTED) {
  test(`a lofted flight of ${apogeeKm} by ${distanceKm} km`, () => {
    [0, 100, 200].forEach((altitudeKm, i) => {
      const flown = flightOf(apogeeKm, distanceKm, altitudeKm);
      near(flown.apogeeKm, apogeeKm, 1e-6);
      near(flown.rangeKm, distanceKm, 1e-6);
      const farthest = farthestKm(flown.speedKmS, altitudeKm);
      if (rest[i] === Infinity) assert.equal(farthest, Infinity);
      else near(farthest, rest[i], 0.6);
    });
    const { speedKmS: speed, elevationDeg: deg, timeMin } = flightOf(apogeeKm, distanceKm);
    near(speed, speedKmS, 0.0051);
    near(deg, elevationDeg, 0.51);
    if (rest[3]) near(timeMin, rest[3], 0.06);
  });
}

test("energy is the same all along, and the ends are on the ground", () => {
  for (const [speed, deg, altitudeKm] of [[3, 80, 0], [6.2, 33, 0], [6.2, 33, 150], [7.9, 5, 0], [8.3, 20, 200]]) {
    const flown = flight(speed, deg, altitudeKm);
    const points = arcPoints(flown, 400);
    const energy = speed ** 2 / 2 - MU / (R + altitudeKm);
    near(-MU / 2 / flown.axisKm, energy, 1e-9);
    near(points[0][1], R + altitudeKm, 1e-6);
    near(points.at(-1)[1], R, 1e-6);
    near(points.at(-1)[0] * R, flown.rangeKm, 1e-6);
    near(Math.max(...points.map(([, radius]) => radius)), flown.topKm, 0.002 * R);
    // Time by summing areas: the line from the middle of the Earth sweeps them evenly.
    const area = points.slice(1).reduce((sum, [angle, radius], i) => (
      sum + ((angle - points[i][0]) * (radius ** 2 + points[i][1] ** 2)) / 4), 0);
    const swept = ((R + altitudeKm) * speed * Math.cos((deg * Math.PI) / 180)) / 2;
    near(area / swept / 60, flown.timeMin, flown.timeMin * 1e-3);
  }
});

test("the angle of the farthest range, from whatever height: both sides of it fall short", () => {
  for (const [speed, altitudeKm] of [[2, 0], [6.2, 0], [6.2, 200], [7.2, 100], [7.75, 0]]) {
    const best = bestElevationDeg(speed, altitudeKm);
    near(flight(speed, best, altitudeKm).rangeKm, farthestKm(speed, altitudeKm), 1e-6);
    for (const off of [-3, -0.5, 0.5, 3]) {
      assert.ok(flight(speed, best + off, altitudeKm).rangeKm < farthestKm(speed, altitudeKm), `${speed} km/s, ${off} off`);
    }
  }
});

test("a lofted and a depressed angle come down at the same place, and meet at the best one", () => {
  for (const speed of [3, 5, 6.2, 7.5]) {
    const best = bestElevationDeg(speed);
    near(otherElevationDeg(flight(speed, best)), best, 1e-6);
    for (const deg of [best + 2, best + 10, 80]) {
      const flown = flight(speed, deg);
      const other = otherElevationDeg(flown);
      if (other === null) continue;
      assert.ok(other < best);
      near(flight(speed, other).rangeKm, flown.rangeKm, 1e-6);
    }
  }
  assert.equal(otherElevationDeg(flight(8.3, 10)), null);
});

test("at and above circular speed there is no limit, and level flight never comes down", () => {
  near(circularSpeed(), 7.91, 0.005);
  assert.equal(farthestKm(circularSpeed()), Infinity);
  assert.ok(flight(8.2, 0).isOrbit);
  assert.equal(flight(8.2, 0).rangeKm, Infinity);
  assert.ok(flight(12, 10).isOrbit, "an open path");
  assert.ok(farthestKm(circularSpeed() - 0.001) < Math.PI * R);
});

// Eastwards the table has 19,275 km for the last row: its angles end at 5 degrees, and flatter ones pass the far side.
// Range by direction at 39.5 degrees north, for a missile that reaches so far without rotation: N, NE, E ... NW.
const TURNING = [
  [4500, [4498, 4686, 4779, 4702, 4520, 4357, 4289, 4342]], [6700, [6694, 7119, 7337, 7147, 6731, 6383, 6248, 6359]],
  [8000, [7991, 8628, 8966, 8664, 8038, 7540, 7352, 7509]], [10_400, [10_384, 11_659, 12_420, 11_708, 10_450, 9570, 9261, 9528]],
  [13_000, [12_980, 16_025, Infinity, 16_082, 13_062, 11_555, 11_078, 11_501]],
];
for (const [stillKm, kms] of TURNING) {
  test(`a turning Earth: ${stillKm} km by direction`, () => {
    kms.forEach((km, i) => {
      const found = farthestTo(leastSpeed(stillKm), 39.5, 45 * i).rangeKm;
      if (km === Infinity) assert.equal(found, km);
      else near(found, km, 1, `to ${45 * i} degrees`);
    });
  });
}

test("the last row eastwards, at the table's flattest angle", () => {
  near(impact(leastSpeed(13_000), 39.5, 90, 5).rangeKm, 19_275, 1);
});

test("rotation carries a lofted flight west", () => {
  for (const [apogeeKm, km] of [[2800, 290], [3725, 430], [6000, 840]]) {
    const { speedKmS } = flightOf(apogeeKm, 1e-3);
    const { rangeKm, azimuthDeg } = impact(speedKmS, 39.5, 270, 90);
    near(rangeKm, km, km * 0.05);
    near(azimuthDeg, 270, 12);
  }
});

test("points of a flight straight up are numbers", () => {
  for (const deg of [89.999999, 90]) assert.ok(arcPoints(flight(6.2, deg), 20).flat().every(Number.isFinite));
});
