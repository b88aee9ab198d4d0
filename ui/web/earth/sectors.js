// Sectors on WGS84: who is in one, and the line around it. The rules of geo/earth/sectors.py.

import { aroundPoles, directFrom, inverse, unwrap } from "./geodesic.js";

const LEG_KM = 50; // longest step along an edge
const ARC_DEG = 1;
const ROUNDING_DEG = 1e-9; // an azimuth on the way to a point and back may differ by so much
/** A sector of this width has no sides. */
export const WHOLE_TURN = 360;

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
 * How the line around a sector is walked, clockwise: from its centre along the left edge (0 to 1), along the arc (1 to 2)
 * and back (2 to 3); of a round one the arc alone. `params` are the steps.
 * @param {Sector} sector
 * @returns {{params: number[], pointAt(param: number): LatLonPair}}
 */
export function sectorWalk({ lat, lon, km, azimuth, width }) {
  const direct = directFrom(lat, lon);
  const left = azimuth - width / 2;
  const steps = Math.max(1, Math.ceil(width / ARC_DEG));
  const legs = Math.ceil(km / LEG_KM);
  const arc = Array.from({ length: steps + 1 }, (_, i) => 1 + i / steps);
  const out = Array.from({ length: legs }, (_, i) => i / legs);
  return {
    params: width >= WHOLE_TURN ? arc : [...out, ...arc, ...out.map((_, i) => 2 + (i + 1) / legs)],
    pointAt(param) {
      const along = Math.min(1, Math.max(0, param - 1)); // the arc
      return direct(turned(left + along * width), km * Math.min(param, 1, 3 - param));
    },
  };
}

/**
 * The line around a sector, [lat, lon] with longitudes unwrapped. It goes around exactly the poles inside.
 * @param {Sector} sector
 * @returns {LatLonPair[]}
 */
export function sectorLine(sector) {
  const { params, pointAt } = sectorWalk(sector);
  return aroundPoles(unwrap(params.map(pointAt)), polesWithin(sector));
}

/**
 * Which poles a sector holds.
 * @param {Sector} sector
 * @returns {{north: boolean, south: boolean}}
 */
export const polesWithin = (sector) => (
  { north: sees(sector, { lat: 90, lon: sector.lon }), south: sees(sector, { lat: -90, lon: sector.lon }) });

/** @param {number} azimuth @returns {number} */
const turned = (azimuth) => ((azimuth % 360) + 360) % 360;
