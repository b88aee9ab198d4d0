// Flights without engine and air: a piece of a Kepler ellipse above a sphere that does not turn.
//
// The formulas are those of Bate, Mueller and White, Fundamentals of Astrodynamics, chapter 6. Lengths are
// kilometres, speeds km/s, angles at the middle of the Earth radians. Python's geo/flight is the reference;
// tests/web/flight/ holds the two together. A range that has no limit is Infinity.

import { EARTH } from "../base/facts.js";

const { mu: MU, radius_km: R } = EARTH;
/** Half the way around the Earth. */
export const HALF_WAY_KM = Math.PI * R;
const RAD = Math.PI / 180;
const GRAZING_KM = 1e-6; // a level path at the ground, but for the last digits of its numbers
const UPRIGHT = 1e-6; // radians: a path up and down again, whose angles tell nothing of its points
const HALVINGS = 80; // of an interval below 1: past what a number can tell apart

/** @param {number} x @returns {number} */
const acos = (x) => Math.acos(Math.min(1, Math.max(-1, x)));

/**
 * The angle from the highest point of an ellipse down to a radius, seen from the middle of the Earth.
 * @param {number} e
 * @param {number} topKm radius of the highest point
 * @param {number} radiusKm
 * @returns {number}
 */
const fromTop = (e, topKm, radiusKm) => acos((1 - (topKm * (1 - e)) / radiusKm) / e);

/**
 * Seconds from a radius up to the highest point, or down from there: Kepler's equation.
 * @param {number} e
 * @param {number} axisKm half the long axis
 * @param {number} radiusKm
 * @returns {number}
 */
function secondsToTop(e, axisKm, radiusKm) {
  const anomaly = acos((1 - radiusKm / axisKm) / e);
  return (Math.PI - anomaly + e * Math.sin(anomaly)) * Math.sqrt(axisKm ** 3 / MU);
}

/**
 * The speed, in km/s, at which a body would circle the Earth at a height.
 * @param {number} [altitudeKm]
 * @returns {number}
 */
export const circularSpeed = (altitudeKm = 0) => Math.sqrt(MU / (R + altitudeKm));

/**
 * The flight of a body that is let go of at a height, with a speed and an angle above the horizontal, down to
 * the ground. Where it never comes down, or never up again, it has no end: range and time are Infinity.
 * @param {number} speedKmS
 * @param {number} elevationDeg
 * @param {number} [altitudeKm]
 * @returns {FreeFlight}
 */
export function flight(speedKmS, elevationDeg, altitudeKm = 0) {
  const r = R + altitudeKm;
  const across = speedKmS * Math.cos(elevationDeg * RAD);
  const axisKm = 1 / (2 / r - speedKmS ** 2 / MU);
  const p = (r * across) ** 2 / MU;
  const e = Math.sqrt(Math.max(0, 1 - p / axisKm));
  const topKm = axisKm * (1 + e);
  const flown = { speedKmS, elevationDeg, altitudeKm, e, axisKm, topKm, apogeeKm: topKm - R };
  const isOrbit = axisKm <= 0 || axisKm * (1 - e) >= R - GRAZING_KM;
  if (isOrbit) return { ...flown, isOrbit, rise: 0, fall: 0, rangeKm: Infinity, timeMin: Infinity };
  const [rise, fall] = [fromTop(e, topKm, r), fromTop(e, topKm, R)];
  const seconds = secondsToTop(e, axisKm, r) + secondsToTop(e, axisKm, R);
  return { ...flown, isOrbit, rise, fall, rangeKm: R * (rise + fall), timeMin: seconds / 60 };
}

/**
 * The flight that a highest point and a distance on the ground tell of, let go of at a height.
 * @param {number} apogeeKm
 * @param {number} groundRangeKm
 * @param {number} [altitudeKm]
 * @returns {FreeFlight}
 */
export function flightOf(apogeeKm, groundRangeKm, altitudeKm = 0) {
  const [r, topKm, psi] = [R + altitudeKm, R + apogeeKm, groundRangeKm / R];
  let [wide, narrow] = [(topKm - R) / (topKm + R), 1]; // the ellipse that grazes the ground, and straight up
  for (let i = 0; i < HALVINGS; i += 1) {
    const e = (wide + narrow) / 2;
    if (fromTop(e, topKm, r) + fromTop(e, topKm, R) > psi) wide = e;
    else narrow = e;
  }
  const e = (wide + narrow) / 2;
  const axisKm = topKm / (1 + e);
  const speed = Math.sqrt(MU * (2 / r - 1 / axisKm));
  const elevation = acos(Math.sqrt(MU * topKm * (1 - e)) / (r * speed));
  return flight(speed, elevation / RAD, altitudeKm);
}

/**
 * The farthest range at a speed, from a height down to the ground; Infinity where no place is out of reach.
 * Its ellipse has its other focus on the chord between the ends, which is 4a - r - R long.
 * @param {number} speedKmS
 * @param {number} [altitudeKm]
 * @returns {number}
 */
export function farthestKm(speedKmS, altitudeKm = 0) {
  const r = R + altitudeKm;
  const chordKm = 4 / (2 / r - speedKmS ** 2 / MU) - r - R;
  if (!(chordKm >= 0 && chordKm < r + R)) return Infinity;
  return R * acos((r * r + R * R - chordKm * chordKm) / (2 * r * R));
}

/**
 * The angle above the horizontal of the farthest range: half way between straight up and the chord. Where the
 * range has no limit, 0: the flatter, the farther.
 * @param {number} speedKmS
 * @param {number} [altitudeKm]
 * @returns {number}
 */
export function bestElevationDeg(speedKmS, altitudeKm = 0) {
  const psi = farthestKm(speedKmS, altitudeKm) / R;
  if (psi === Infinity) return 0;
  const r = R + altitudeKm;
  const chordUp = Math.atan2(R * Math.cos(psi) - r, R * Math.sin(psi)); // of the way straight to the end, above the horizontal
  return (Math.PI / 2 + chordUp) / 2 / RAD;
}

/**
 * The least speed for a range, from the ground to the ground.
 * @param {number} rangeKm below half the way around
 * @returns {number}
 */
export function leastSpeed(rangeKm) {
  const sin = Math.sin(rangeKm / R / 2);
  return Math.sqrt((((2 * sin) / (1 + sin)) * MU) / R);
}

/**
 * The other angle at which the same speed comes down at the same place, from the ground; null where there is none.
 * @param {FreeFlight} flown
 * @returns {number | null}
 */
export function otherElevationDeg({ elevationDeg, rangeKm, altitudeKm }) {
  const psi = rangeKm / R;
  const other = (Math.PI - psi) / 2 / RAD - elevationDeg; // of sin(2 elevation + psi / 2), which the two share
  return altitudeKm === 0 && psi < Math.PI && other > 0 && other < 90 ? other : null;
}

/**
 * Points [angle at the middle of the Earth, radius] along a flight; of an orbit, once around.
 * @param {FreeFlight} flown
 * @param {number} steps
 * @returns {[angle: number, radiusKm: number][]}
 */
export function arcPoints({ e, axisKm, topKm, altitudeKm, rise, fall, isOrbit }, steps) {
  if (!isOrbit && rise + fall < UPRIGHT) return [[0, R + altitudeKm], [rise, topKm], [rise + fall, R]];
  const [from, to] = isOrbit ? [0, 2 * Math.PI] : [-rise, fall]; // from the highest point
  const start = isOrbit ? Math.PI : rise;
  const p = axisKm * (1 - e * e);
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = from + ((to - from) * i) / steps;
    return [angle + (isOrbit ? 0 : start), p / (1 - e * Math.cos(angle + (isOrbit ? Math.PI : 0)))];
  });
}
