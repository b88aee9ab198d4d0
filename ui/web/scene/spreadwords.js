// Words about a ring of a report: which report it fits, and what share of the assumptions reaches a place. The words
// of geo/reach/shares.py; a test compares the two. A share is one of the assumptions, never a chance.

import { KM_PER_UNIT } from "../base/facts.js";
import { STATE_WORDS } from "../base/layers.js";
import { decimal, t } from "../base/words.js";
import { MAX_KM, mainKm } from "./edges.js";
import { reported, short } from "./lengths.js";
import { shareReaching } from "./spread.js";
import { reachKm } from "./turning.js";

const EDGE_SHARE = 0.05; // nearer to none or to all than that, hundredths are told

/**
 * "in 7 of 10 of the assumptions": what is not all is never called all, and what is not none never none.
 * @param {number} share 0 to 1
 * @returns {string}
 */
export function shareText(share) {
  if (share >= 1) return t("in all of the assumptions");
  if (share <= 0) return t("in none of the assumptions");
  if (share > 0.99) return t("in more than 99 of 100 of the assumptions");
  if (share < 0.01) return t("in fewer than 1 of 100 of the assumptions");
  const of = share < EDGE_SHARE || share > 1 - EDGE_SHARE ? 100 : 10;
  return t("in {n} of {of} of the assumptions", { n: Math.min(of - 1, Math.max(1, Math.floor(share * of + 0.5))), of });
}

/**
 * How a ring reaches a place within a sentence: "inside", or its share.
 * @param {Ring} ring
 * @param {Way} way
 * @param {ReachState} state
 * @returns {string}
 */
export const reachText = (ring, way, state) => (ring.spread ? shareText(shareAt(ring, ring.spread, way)) : STATE_WORDS[state]);

/**
 * The share of the assumptions, 0 to 1, under which a ring reaches a place.
 * @param {RingStart} ring
 * @param {Spread} spread
 * @param {Way} way
 * @returns {number}
 */
export const shareAt = (ring, spread, { km, azimuth }) => shareReaching(spread, km, (range) => reachKm(ring, range, azimuth));

/**
 * The words of a range, with that the Earth's rotation is left out of it.
 * @param {string} range
 * @returns {string}
 */
export const withoutRotation = (range) => t("{range} without Earth's rotation", { range });

/**
 * Which report a ring fits, or comes from where its minutes do not fit, in words that stand behind its range; "" for others.
 * @param {Pick<Ring, "spread">} ring
 * @param {Units} units
 * @returns {string}
 */
export function reportText({ spread }, units) {
  if (!spread) return "";
  const told = { apogee: reported(spread.apogee, units), distance: reported(spread.distance, units) };
  return spread.unfitting ? t("computed from the report: apogee {apogee}, {distance} away", told)
    : t("fits the report: apogee {apogee}, {distance} away", told);
}

/**
 * A range that fits a report, no more exact than three digits, or "no limit".
 * @param {number} km
 * @param {Units} units
 * @returns {string}
 */
export function fittingText(km, units) {
  if (km >= MAX_KM) return t("no limit");
  const value = km / KM_PER_UNIT[units];
  const step = 10 ** Math.max(0, String(Math.trunc(value)).length - 3);
  return `${decimal(Math.floor(value / step + 0.5) * step)} ${units}`;
}

/**
 * Say that the printed minutes do not fit the apogee, if that is so.
 * @param {Spread} spread
 * @returns {string}
 */
export function misfitText({ minutes, unfitting }) {
  if (!unfitting || minutes === null) return "";
  const [least, most] = unfitting;
  return t("The {minutes} minutes of the report do not fit it: by this apogee and distance a flight takes {least} to {most}.",
    { minutes: short(minutes), least, most });
}

/**
 * What a ring of a report is, and what it is not; "" for others.
 * @param {Ring} ring
 * @param {Units} units
 * @returns {string}
 */
export function spreadSentences(ring, units) {
  if (!ring.spread) return "";
  const range = fittingText(mainKm(ring), units);
  const told = { report: reportText(ring, units), range: ring.rotating ? withoutRotation(range) : range };
  const said = mainKm(ring) >= MAX_KM ? t("Half of the assumptions or more give no limit ({report}).", told)
    : t("Half of the assumptions give {range} or more ({report}).", told);
  return [said, t("A share of the assumptions, not a chance."), misfitText(ring.spread)].filter(Boolean).join(" ");
}
