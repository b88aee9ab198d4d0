// From where to where a slider goes. On the full scale a rocket's 300 km are four pixels wide, so short
// ranges have a scale of their own. It changes only when the thumb rests.

import { MAX_KM, MIN_KM } from "../scene/edges.js";

/** @type {Scale} */
export const FULL = { min: MIN_KM, max: MAX_KM };
/** @type {Scale} */
export const SHORT = { min: MIN_KM, max: 1500 };
const SHORT_BELOW_KM = 1000;

/**
 * The scale for a ring that reaches so far, whose slider has a scale now: one that is short stays so up to
 * its own end, or the thumb would jump away from under a hand that passes 1,000 km.
 * @param {number} limitKm
 * @param {Scale} [now]
 * @returns {Scale}
 */
export function scaleFor(limitKm, now = FULL) {
  const most = now === SHORT ? SHORT.max : SHORT_BELOW_KM;
  return limitKm < most ? SHORT : FULL;
}

/**
 * Where a number stands on a scale, from 0 to 1.
 * @param {number} km
 * @param {Scale} scale
 * @returns {number}
 */
export const shareOf = (km, { min, max }) => Math.min(1, Math.max(0, (km - min) / (max - min)));
