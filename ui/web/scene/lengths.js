// Numbers and lengths as they are read: in the units chosen, and as short as a link has them.

import { KM_PER_UNIT } from "../base/facts.js";
import { decimal } from "../base/words.js";
import { limitKm } from "./edges.js";

export const REPORTED_DECIMALS = 3;

/**
 * 8000 -> "8,000" in the units chosen.
 * @param {number} km
 * @param {Units} units
 * @returns {string}
 */
export function number(km, units) {
  return decimal(km / KM_PER_UNIT[units]);
}

/**
 * 8000 -> "8,000 km" in the units chosen.
 * @param {number} km
 * @param {Units} units
 * @returns {string}
 */
export const length = (km, units) => `${number(km, units)} ${units}`;

/**
 * 6248.5 -> "6,248.5 km": a length that somebody reports keeps the digits that were printed; in other units it is whole.
 * @param {number} km
 * @param {Units} units
 * @param {number} [least] decimals of kilometres, zeros too
 * @returns {string}
 */
export const reported = (km, units, least = 0) => (units === "km" ? `${decimal(km, REPORTED_DECIMALS, least)} km` : length(km, units));

/**
 * "3,000–5,500 km" or "8,000 km".
 * @param {Edges} ring
 * @param {Units} units
 * @returns {string}
 */
export function rangeText(ring, units) {
  const high = length(limitKm(ring), units);
  return ring.low === null ? high : `${number(ring.low, units)}\u2013${high}`;
}

/**
 * Shortest decimal text of a number, without an exponent.
 * @param {number} value
 * @param {number} [decimals]
 * @returns {string}
 */
export function short(value, decimals = 6) {
  return String(Number(value.toFixed(decimals)));
}
