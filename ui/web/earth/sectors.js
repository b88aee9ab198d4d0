// Sectors on WGS84: who is in one, and the line around it. The rules of geo/earth/sectors.py.

import { directFrom, inverse, wrap } from "./geodesic.js";

const LEG_KM = 50; // longest step along an edge
const ARC_DEG = 1;
const ROUNDING_DEG = 1e-9; // an azimuth on the way to a point and back may differ by so much
const WHOLE_TURN = 360;

/**
 * How far a direction is off another, in degrees, 0 to 180.
 * @param {number} azimuth
 * @param {number} boresight
 * @returns {number}
 */
export const offBoresight = (azimuth, boresight) => Math.abs(((((azimuth - boresight + 180) % 360) + 360) % 360) - 180);

/**
 * Whether what is so far from its centre, in this direction, is in a sector.
 * @param {Pick<Sector, "km" | "azimuth" | "width">} sector
 * @param {Way} way
 * @returns {boolean}
 */
export function isWithin({ km: range, azimuth: boresight, width }, { km, azimuth }) {
  if (km > range) return false;
  return width >= WHOLE_TURN || km === 0 || offBoresight(azimuth, boresight) <= width / 2 + ROUNDING_DEG;
}

/**
 * Whether a point is in a sector.
 * @param {Sector} sector
 * @param {LatLon} point
 * @returns {boolean}
 */
export const sees = (sector, { lat, lon }) => isWithin(sector, inverse(sector.lat, sector.lon, lat, lon));

/**
 * The line around a sector, [lat, lon] with longitudes unwrapped, clockwise: from its centre along the left edge, along
 * the arc and back; of a round one the whole ring.
 * @param {Sector} sector
 * @returns {LatLonPair[]}
 */
export function sectorLine({ lat, lon, km, azimuth, width }) {
  const direct = directFrom(lat, lon);
  const left = azimuth - width / 2;
  const steps = Math.max(1, Math.ceil(width / ARC_DEG));
  const legs = Math.ceil(km / LEG_KM);
  const out = Array.from({ length: legs }, (_, i) => (i * km) / legs);
  const arc = Array.from({ length: steps + 1 }, (_, i) => direct(turned(left + (i * width) / steps), km));
  if (width >= WHOLE_TURN) return unwrapped(arc);
  const back = Array.from(out, (_, i) => out[legs - 1 - i]);
  return unwrapped([...out.map((each) => direct(turned(left), each)), ...arc, ...back.map((each) => direct(turned(left + width), each))]);
}

/** @param {number} azimuth @returns {number} */
const turned = (azimuth) => ((azimuth % 360) + 360) % 360;

/** @param {LatLonPair[]} line @returns {LatLonPair[]} */
function unwrapped(line) {
  /** @type {LatLonPair[]} */
  const whole = [[line[0][0], wrap(line[0][1])]];
  for (let i = 1; i < line.length; i += 1) {
    const before = whole[i - 1][1];
    whole.push([line[i][0], line[i][1] - 360 * Math.round((line[i][1] - before) / 360)]);
  }
  return whole;
}
