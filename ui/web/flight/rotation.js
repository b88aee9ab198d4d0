// The same flights above an Earth that turns: the site moves east and takes the missile along, and the
// ground moves on below it. How far one speed reaches then depends on the direction.

import { EARTH } from "../base/facts.js";
import { flight } from "./kepler.js";

const { radius_km: R, rotation: OMEGA } = EARTH;
const RAD = Math.PI / 180;
const [LOWEST_DEG, HIGHEST_DEG, STEP_DEG] = [5, 85, 2.5]; // flatter ones stay in the air
const NARROWINGS = 24; // by two thirds each

/**
 * Where a flight from the ground comes down, as seen from the site: how far, and in which direction.
 * @param {number} speedKmS against the ground
 * @param {number} latDeg
 * @param {number} azimuthDeg in which it is fired, clockwise from north
 * @param {number} elevationDeg
 * @returns {{rangeKm: number, azimuthDeg: number}}
 */
export function impact(speedKmS, latDeg, azimuthDeg, elevationDeg) {
  const [sinLat, cosLat] = [Math.sin(latDeg * RAD), Math.cos(latDeg * RAD)];
  const [across, up] = [speedKmS * Math.cos(elevationDeg * RAD), speedKmS * Math.sin(elevationDeg * RAD)];
  const north = across * Math.cos(azimuthDeg * RAD);
  const east = across * Math.sin(azimuthDeg * RAD) + OMEGA * R * cosLat; // against the stars
  const level = Math.hypot(north, east);
  const { rangeKm, timeMin, isOrbit } = flight(Math.hypot(level, up), Math.atan2(up, level) / RAD);
  if (isOrbit) return { rangeKm: Infinity, azimuthDeg };
  const psi = rangeKm / R;
  const [n, e] = [(Math.sin(psi) * north) / level, (Math.sin(psi) * east) / level]; // of the end, at the site
  const [lat, turned] = [
    Math.asin(Math.cos(psi) * sinLat + n * cosLat),
    Math.atan2(e, Math.cos(psi) * cosLat - n * sinLat) - OMEGA * timeMin * 60,
  ];
  return way(latDeg * RAD, lat, turned);
}

/**
 * The great circle between two latitudes so far apart in longitude, all in radians.
 * @param {number} from
 * @param {number} to
 * @param {number} apart
 * @returns {{rangeKm: number, azimuthDeg: number}}
 */
function way(from, to, apart) {
  const east = Math.cos(to) * Math.sin(apart);
  const north = Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(apart);
  const up = Math.sin(from) * Math.sin(to) + Math.cos(from) * Math.cos(to) * Math.cos(apart);
  return { rangeKm: R * Math.atan2(Math.hypot(east, north), up), azimuthDeg: (Math.atan2(east, north) / RAD + 360) % 360 };
}

/**
 * The farthest that a speed reaches when fired in a direction: where it comes down.
 * @param {number} speedKmS
 * @param {number} latDeg
 * @param {number} azimuthDeg
 * @returns {{rangeKm: number, azimuthDeg: number}}
 */
export function farthestTo(speedKmS, latDeg, azimuthDeg) {
  const at = (/** @type {number} */ deg) => impact(speedKmS, latDeg, azimuthDeg, deg);
  let best = LOWEST_DEG;
  for (let deg = LOWEST_DEG; deg <= HIGHEST_DEG; deg += STEP_DEG) {
    if (at(deg).rangeKm > at(best).rangeKm) best = deg;
  }
  let [low, high] = [Math.max(LOWEST_DEG, best - STEP_DEG), Math.min(HIGHEST_DEG, best + STEP_DEG)];
  for (let i = 0; i < NARROWINGS; i += 1) {
    const third = (high - low) / 3;
    if (at(low + third).rangeKm < at(high - third).rangeKm) low += third;
    else high -= third;
  }
  return at((low + high) / 2);
}
