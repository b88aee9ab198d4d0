// The ranges that fit a report of a lofted flight: what share of the assumptions reaches so far, and where
// the shade of a ring grows lighter. The rules of geo/link/spreads.py; a test holds the two together.

import { SPREAD } from "../base/facts.js";

/**
 * What lies between the points (xs, ys) on straight lines, as numpy.interp has it.
 * @param {number} x
 * @param {readonly number[]} xs growing
 * @param {readonly number[]} ys
 * @returns {number}
 */
function between(x, xs, ys) {
  const last = xs.length - 1;
  if (x >= xs[last]) return ys[last];
  const above = Math.max(1, xs.findIndex((each) => each > x));
  if (x <= xs[0]) return ys[0];
  return ys[above - 1] + ((ys[above] - ys[above - 1]) * (x - xs[above - 1])) / (xs[above] - xs[above - 1]);
}

/**
 * Ranges, growing, and how many percent of the assumptions do not pass each.
 * @param {Spread} spread
 * @returns {{kms: number[], percents: number[]}}
 */
function stepsOf({ km, limited }) {
  const percents = SPREAD.percents.slice(0, km.length);
  if (km.length === SPREAD.percents.length) return { kms: km, percents };
  return { kms: [...km, SPREAD.no_limit_km], percents: [...percents, limited] };
}

/**
 * The range that so many percent of the assumptions do not pass; one without a limit is SPREAD.no_limit_km.
 * @param {Spread} spread
 * @param {number} percent
 * @returns {number}
 */
export function kmAt(spread, percent) {
  const { kms, percents } = stepsOf(spread);
  return between(percent, percents, kms);
}

/**
 * The share of the assumptions, 0 to 1, under which a distance is in reach; `toKm` says how far a range goes in that
 * direction, where that differs.
 * @param {Spread} spread
 * @param {number} distanceKm
 * @param {(km: number) => number} [toKm]
 * @returns {number}
 */
export function shareReaching(spread, distanceKm, toKm = (km) => km) {
  const { kms: ranges, percents } = stepsOf(spread);
  const kms = ranges.map(toKm);
  if (distanceKm <= kms[0]) return 1;
  return distanceKm > kms[kms.length - 1] ? 0 : 1 - between(distanceKm, kms, percents) / 100;
}

/**
 * The ranges at which a shade of so many disks grows lighter, the widest first: of these disks a place lies in
 * as many as its share says, rounded.
 * @param {Spread} spread
 * @returns {number[]}
 */
export function shadeKm(spread) {
  return Array.from({ length: SPREAD.steps }, (_, step) => kmAt(spread, 100 * (1 - (step + 0.5) / SPREAD.steps)));
}
