// The egg-shaped curve: how far a missile reaches in each direction over a turning Earth, for the speed whose
// farthest range without rotation is that of a ring. The rules of geo/flight/bearings.py, which works it out by
// the same steps; a test holds the two together. What is kept here is asked again in the next frame of a drag.

import { EARTH, LIMITS } from "../base/facts.js";
import { leastSpeed } from "./kepler.js";
import { STEPS, atStep, farthestFrom } from "./rotation.js";

const [MIN_KM, MAX_KM] = LIMITS.km;
const STEP_DEG = EARTH.egg_step_deg;
const COUNT = 360 / STEP_DEG;
const KEEP = 400;

/** @typedef {{bearings: number[], ranges: number[]}} Curve its nodes, by growing bearing: one more at each end than a turn has */

/** @type {Map<string, (azimuthDeg: number) => number>} */
const kept = new Map();

/** @param {number} deg @returns {number} */
const wrapped = (deg) => ((deg % 360) + 360) % 360;

/**
 * How far the speed of a range reaches, in km by the azimuth of the place; the longest range where there is no limit.
 * @param {number} latDeg of the launch
 * @param {number} km the farthest range of the speed without rotation
 * @returns {(azimuthDeg: number) => number}
 */
export function rangesByBearing(latDeg, km) {
  const key = `${latDeg},${km}`;
  let ranges = kept.get(key);
  if (!ranges) {
    ranges = reader(curveOf(latDeg, leastSpeed(Math.min(km, MAX_KM))));
    if (kept.size >= KEEP) kept.delete(kept.keys().next().value ?? "");
    kept.set(key, ranges);
  }
  return ranges;
}

/** What lies between the nodes, on straight lines. @param {Curve} curve @returns {(azimuthDeg: number) => number} */
function reader({ bearings, ranges }) {
  return (azimuthDeg) => {
    const azimuth = wrapped(azimuthDeg);
    let [low, high] = [0, bearings.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (bearings[middle] <= azimuth) low = middle;
      else high = middle;
    }
    return ranges[low] + ((ranges[high] - ranges[low]) * (azimuth - bearings[low])) / (bearings[high] - bearings[low]);
  };
}

/** @param {number} latDeg @param {number} speedKmS @returns {Curve} */
function curveOf(latDeg, speedKmS) {
  const ends = impacts(latDeg, speedKmS);
  const offs = ends.map((end, i) => (end ? wrapped(end.azimuthDeg - i * STEP_DEG + 180) - 180 : null));
  const nodes = ends.map((end, i) => ({
    bearing: wrapped(i * STEP_DEG + (offs[i] ?? between(offs, i))),
    km: end ? Math.min(MAX_KM, Math.max(MIN_KM, end.rangeKm)) : MAX_KM,
  })).sort((a, b) => a.bearing - b.bearing);
  const [first, last] = [nodes[0], nodes[nodes.length - 1]];
  return {
    bearings: [last.bearing - 360, ...nodes.map(({ bearing }) => bearing), first.bearing + 360],
    ranges: [last.km, ...nodes.map(({ km }) => km), first.km],
  };
}

/**
 * Launches without a limit have no place where they come down: they fill what lies between the last ones that do.
 * @param {(number | null)[]} offs how far aside the others come down
 * @param {number} i
 * @returns {number}
 */
function between(offs, i) {
  let [back, on] = [1, 1];
  while (offs[(i - back + COUNT) % COUNT] === null) back += 1;
  while (offs[(i + on) % COUNT] === null) on += 1;
  const [before, behind] = [Number(offs[(i - back + COUNT) % COUNT]), Number(offs[(i + on) % COUNT])];
  return before + ((behind - before) * back) / (back + on);
}

/**
 * Where the farthest flights come down, by even azimuths of the launch; null where they have no limit. The best
 * elevation is looked for from that of the azimuth before.
 * @param {number} latDeg
 * @param {number} speedKmS
 * @returns {(Impact | null)[]}
 */
function impacts(latDeg, speedKmS) {
  let best = Math.round(STEPS / 2);
  return Array.from({ length: COUNT }, (_, i) => {
    const at = atStep(speedKmS, latDeg, i * STEP_DEG);
    if (at(0).rangeKm === Infinity) return null; // level, it would stay up
    const found = farthestFrom(at, best);
    best = found.step;
    return found.end.isPast ? null : found.end;
  });
}
