// The same flights above an Earth that turns: the site moves east and takes the missile along, and the
// ground moves on below it. How far one speed reaches then depends on the direction.

import { EARTH } from "../base/facts.js";
import { flight } from "./kepler.js";

const { radius_km: R, rotation: OMEGA } = EARTH;
const RAD = Math.PI / 180;
const MOST_DEG = 60;
/** Of the elevations that are tried, closer together where they are low. */
export const STEPS = 120;

/**
 * Where a flight from the ground comes down, as seen from the site. The distance counts on beyond the far side,
 * so that it has no step; an orbit's is Infinity.
 * @param {number} speedKmS against the ground
 * @param {number} latDeg
 * @param {number} azimuthDeg in which it is fired, clockwise from north
 * @param {number} elevationDeg
 * @returns {Impact}
 */
export function impact(speedKmS, latDeg, azimuthDeg, elevationDeg) {
  const [sinLat, cosLat] = [Math.sin(latDeg * RAD), Math.cos(latDeg * RAD)];
  const [across, up] = [speedKmS * Math.cos(elevationDeg * RAD), speedKmS * Math.sin(elevationDeg * RAD)];
  const north = across * Math.cos(azimuthDeg * RAD);
  const east = across * Math.sin(azimuthDeg * RAD) + OMEGA * R * cosLat; // against the stars
  const level = Math.hypot(north, east);
  const { rangeKm, timeMin, isOrbit } = flight(Math.hypot(level, up), Math.atan2(up, level) / RAD);
  if (isOrbit) return { rangeKm: Infinity, azimuthDeg, isPast: true };
  const psi = rangeKm / R;
  const [n, e] = [(Math.sin(psi) * north) / level, (Math.sin(psi) * east) / level]; // of the end, at the site
  const lat = Math.asin(Math.cos(psi) * sinLat + n * cosLat);
  const apart = Math.atan2(e, Math.cos(psi) * cosLat - n * sinLat) - OMEGA * timeMin * 60;
  return seen(latDeg * RAD, lat, apart, azimuthDeg * RAD, psi > Math.PI / 2);
}

/**
 * A place from another, by latitudes and how far apart in longitude they are, all in radians.
 * @param {number} from
 * @param {number} to
 * @param {number} apart
 * @param {number} azimuth in which it was fired
 * @param {boolean} isFar whether the flight may have passed the far side
 * @returns {Impact}
 */
function seen(from, to, apart, azimuth, isFar) {
  const east = Math.cos(to) * Math.sin(apart);
  const north = Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(apart);
  const up = Math.sin(from) * Math.sin(to) + Math.cos(from) * Math.cos(to) * Math.cos(apart);
  const angle = Math.atan2(Math.hypot(east, north), up);
  const forward = north * Math.cos(azimuth) + east * Math.sin(azimuth);
  const aside = Math.min(1, Math.abs(east * Math.cos(azimuth) - north * Math.sin(azimuth)));
  const isPast = forward < 0 && isFar;
  const passed = isFar ? 2 * (Math.PI - Math.asin(aside)) - angle : -angle;
  return { rangeKm: R * (forward >= 0 ? angle : passed), azimuthDeg: (Math.atan2(east, north) / RAD + 360) % 360, isPast };
}

/**
 * Where a speed that is fired in a direction comes down, by the steps of its elevation.
 * @param {number} speedKmS
 * @param {number} latDeg
 * @param {number} azimuthDeg
 * @returns {(step: number) => Impact}
 */
export const atStep = (speedKmS, latDeg, azimuthDeg) => (
  (step) => impact(speedKmS, latDeg, azimuthDeg, MOST_DEG * (step / STEPS) ** 2));

/**
 * Climb to the best of the elevations that are tried, and from there to the top of the curve through its neighbours.
 * @param {(step: number) => Impact} at
 * @param {number} from
 * @returns {{step: number, end: Impact}}
 */
export function farthestFrom(at, from) {
  let step = Math.min(STEPS - 1, Math.max(1, from));
  let [before, middle, behind] = [step - 1, step, step + 1].map((each) => at(each).rangeKm);
  while (before >= middle && step > 1) {
    step -= 1;
    [before, middle, behind] = [at(step - 1).rangeKm, before, middle];
  }
  while (behind > middle && step < STEPS - 1) {
    step += 1;
    [before, middle, behind] = [middle, behind, at(step + 1).rangeKm];
  }
  const vertex = (0.5 * (before - behind)) / (before - 2 * middle + behind);
  const shift = Number.isFinite(vertex) ? Math.min(1, Math.max(-1, vertex)) : 0;
  return { step, end: at(step + shift) };
}

/**
 * The farthest that a speed reaches when fired in a direction: where it comes down. Infinity where it passes the
 * far side of the Earth, for then every place is in reach.
 * @param {number} speedKmS
 * @param {number} latDeg
 * @param {number} azimuthDeg
 * @returns {Impact}
 */
export function farthestTo(speedKmS, latDeg, azimuthDeg) {
  const at = atStep(speedKmS, latDeg, azimuthDeg);
  const level = at(0);
  if (level.rangeKm === Infinity) return level; // it would stay up
  const { end } = farthestFrom(at, Math.round(STEPS / 2));
  return end.isPast ? { ...end, rangeKm: Infinity } : end;
}
