// Words about a ring: its range as whoever claims it said it (a floor, a ceiling, about so much), its
// name in a sentence, and the words on the ring itself. The words of geo/records/statements.py; a browser test
// compares the two.

import { OWN, inMarks, length, number, rangeText, saidBy } from "./scene.js";
import { t } from "../base/words.js";

/**
 * A length as it was said: "at least 5,500 km", "up to 8,000 km", "about 6,700 km".
 * @param {string | undefined} statement
 * @param {string} text
 * @returns {string}
 */
function worded(statement, text) {
  if (statement === "floor") return t("at least {length}", { length: text });
  if (statement === "ceiling") return t("up to {length}", { length: text });
  if (statement === "about") return t("about {length}", { length: text });
  return statement === "flown" ? t("{length} flown", { length: text }) : text;
}

/**
 * Who says so with what it is that they say: "experts via Yonhap: a ceiling".
 * @param {string | undefined} statement
 * @param {string} who
 * @returns {string}
 */
function named(statement, who) {
  if (statement === "floor") return t("{who}: a floor", { who });
  if (statement === "ceiling") return t("{who}: a ceiling", { who });
  return statement === "flown" ? t("{who}: distance flown", { who }) : who;
}

/**
 * The number that was given, such as "3,500 mi", if it was in these units; else the one computed from it.
 * @param {{original?: string}} original
 * @param {Units} units
 * @param {string} computed
 * @returns {string}
 */
const inOwnUnits = ({ original }, units, computed) => (original?.endsWith(` ${units}`) ? original : computed);

/**
 * The range of a claim as it was said.
 * @param {Claim} claim
 * @param {Units} units
 * @returns {string}
 */
export function claimedText(claim, units) {
  const { low, high, statement } = claim;
  const most = length(/** @type {number} */ (high ?? low), units);
  const isOne = low === null || high === null || low === high;
  return worded(statement, inOwnUnits(claim, units, isOne ? most : `${number(low, units)}\u2013${most}`));
}

/**
 * The range of a ring as whoever claims it said it; bare where it is nobody's claim.
 * @param {Ring} ring
 * @param {Units} units
 * @returns {string}
 */
export const rangeSaid = (ring, units) => worded(ring.statement, inOwnUnits(ring, units, rangeText(ring, units)));

/**
 * The range as it stands after "within": "about 6,700 km", but no floor or ceiling.
 * @param {Ring} ring
 * @param {Units} units
 * @returns {string}
 */
export const rangeAbout = (ring, units) => (
  ring.statement === "about" ? rangeSaid(ring, units) : inOwnUnits(ring, units, rangeText(ring, units)));

/**
 * "8,000 km (experts via Yonhap: a ceiling)": it stands after "within".
 * @param {Ring} ring
 * @param {Units} units
 * @returns {string}
 */
export function ringName(ring, units) {
  const text = rangeAbout(ring, units);
  return ring.label ? `${text} (${named(ring.statement, saidBy(ring))})` : text;
}

/**
 * Who says so on the ring itself, which has a legend beside it: own words only in their marks.
 * @param {Ring} ring
 * @returns {string}
 */
function saidOnRing(ring) {
  const isOwnWords = ring.label !== OWN && (ring.kind === "words" || !ring.said);
  return isOwnWords ? inMarks(ring.label) : saidBy(ring);
}

/**
 * The words on the ring itself.
 * @param {Ring} ring
 * @param {Units} units
 * @returns {string}
 */
export function ringLabel(ring, units) {
  return ring.label ? `${rangeSaid(ring, units)}, ${saidOnRing(ring)}` : rangeText(ring, units);
}
