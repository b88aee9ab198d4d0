// The steps of the lab's scales.

import { KM_PER_UNIT } from "../base/facts.js";

const ROUND = [100, 200, 500, 1000, 2000, 5000];

/**
 * The least step between ticks that is round in the reader's units, in km.
 * @param {number} leastKm that leaves room between them
 * @param {Units} units
 * @param {number} [least] which no step is below, in these units
 * @returns {number}
 */
export function roundStepKm(leastKm, units, least = 0) {
  const unitKm = KM_PER_UNIT[units];
  return unitKm * (ROUND.find((n) => n >= least && n * unitKm >= leastKm) ?? ROUND[ROUND.length - 1]);
}
