// Two ways from one point to another: the straight line of a Mercator map, and the shortest way.
//
// A straight line on Mercator is a rhumb line: it crosses all meridians at the same angle. On the
// ellipsoid that angle follows from isometric latitude, and the length from the distance along the
// meridian (which is a geodesic, so inverse() knows it).

import { ECCENTRICITY2, geodesicPath, inverse } from "../earth/geodesic.js";
import { parallelKm } from "./paper.js";

const E = Math.sqrt(ECCENTRICITY2);
const RAD = Math.PI / 180;
const NEARLY_LEVEL_DEG = 0.03; // below, a quotient of differences is noise, and the middle is good to a metre

/**
 * Return the isometric latitude in radians: what stands upright on an ellipsoid's Mercator map.
 * @param {number} lat
 * @returns {number}
 */
export function isometric(lat) {
  const sin = Math.sin(lat * RAD);
  return Math.atanh(sin) - E * Math.atanh(E * sin);
}

/**
 * Return the latitude in degrees of an isometric latitude.
 * @param {number} psi
 * @returns {number}
 */
export function latOfIsometric(psi) {
  let sin = Math.tanh(psi);
  for (let i = 0; i < 8; i += 1) sin = Math.tanh(psi + E * Math.atanh(E * sin)); // e2 closer each time
  return Math.asin(sin) / RAD;
}

/**
 * Return the km northward from one latitude to another, negative southward.
 * @param {number} lat1
 * @param {number} lat2
 * @returns {number}
 */
export const alongMeridianKm = (lat1, lat2) => Math.sign(lat2 - lat1) * inverse(lat1, 0, lat2, 0).km;

/**
 * Return the difference of two longitudes in [-180, 180): the shorter way round.
 * @param {number} lon1
 * @param {number} lon2
 * @returns {number}
 */
function eastward(lon1, lon2) {
  const turn = lon2 - lon1;
  return turn - 360 * Math.floor((turn + 180) / 360);
}

/**
 * Return {km, azimuth} of the rhumb line between two points.
 * @param {number} lat1
 * @param {number} lon1
 * @param {number} lat2
 * @param {number} lon2
 * @returns {Way}
 */
export function rhumb(lat1, lon1, lat2, lon2) {
  const turn = eastward(lon1, lon2) * RAD;
  const rise = isometric(lat2) - isometric(lat1);
  const north = alongMeridianKm(lat1, lat2);
  const level = Math.abs(lat2 - lat1) < NEARLY_LEVEL_DEG;
  const perRadian = level ? parallelKm((lat1 + lat2) / 2) / (2 * Math.PI) : north / rise;
  const km = Math.hypot(north, perRadian * turn);
  return { km, azimuth: (Math.atan2(turn, rise) / RAD + 360) % 360 };
}

/**
 * Return `steps + 1` points [lat, lon] of the rhumb line, longitudes unwrapped.
 * @param {number} lat1
 * @param {number} lon1
 * @param {number} lat2
 * @param {number} lon2
 * @param {number} [steps]
 * @returns {LatLonPair[]}
 */
export function rhumbPath(lat1, lon1, lat2, lon2, steps = 128) {
  const turn = eastward(lon1, lon2);
  const [start, rise] = [isometric(lat1), isometric(lat2) - isometric(lat1)];
  return Array.from({ length: steps + 1 }, (_, i) => (
    [latOfIsometric(start + (rise * i) / steps), lon1 + (turn * i) / steps]));
}

/**
 * Return both ways to a place: paths, lengths, and the northernmost point of the shortest.
 * @param {LatLon} site
 * @param {LatLon} place
 * @returns {BothWays}
 */
export function bothWays(site, place) {
  /** @type {[number, number, number, number]} */
  const ends = [site.lat, site.lon, place.lat, place.lon];
  /** @type {LatLonPair[]} */
  const shortest = geodesicPath(...ends, 512);
  const top = shortest.reduce((best, point) => (point[0] > best[0] ? point : best));
  return {
    straight: rhumbPath(...ends), straightKm: rhumb(...ends).km,
    shortest, shortestKm: inverse(...ends).km,
    top, poleKm: alongMeridianKm(top[0], 90),
  };
}
