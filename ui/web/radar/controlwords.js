// The words of the section "Radars": directions, whose assumption they are, who claims a range, what is in a sector.

import { decimal, dateText, plural, t } from "../base/words.js";
import { length, rangeText } from "../scene/lengths.js";
import { OURS, claimedRanges, isClaimed } from "../sectors/choice.js";
import { worded } from "./claimed.js";
import { byNote } from "../sectors/seen.js";
import { endsOf } from "../sectors/sectors.js";

/** @typedef {import("../sectors/choice.js").RadarModel} RadarModel */
/** @typedef {import("../sectors/choice.js").ClaimedRange} ClaimedRange */

const NAMED = 4; // places told by name
const POINTS = [
  t("north"), t("north-north-east"), t("north-east"), t("east-north-east"), t("east"), t("east-south-east"), t("south-east"), t("south-south-east"),
  t("south"), t("south-south-west"), t("south-west"), t("west-south-west"), t("west"), t("west-north-west"), t("north-west"), t("north-north-west"),
];

/**
 * "north-north-west".
 * @param {number} azimuth
 * @returns {string}
 */
export const pointOf = (azimuth) => POINTS[Math.round(azimuth / 22.5) % POINTS.length];

/** "347°". @param {number} deg @returns {string} */
export const degrees = (deg) => `${decimal(deg, 1)}\u00b0`;

/** "347 degrees", for those who hear it. @param {number} deg @returns {string} */
export const degreesTold = (deg) => plural("1 degree", "{n} degrees", Math.round(10 * deg) / 10);

/** "347 degrees, north-north-west". @param {number} azimuth @returns {string} */
export const azimuthTold = (azimuth) => t("{degrees}, {direction}", { degrees: degreesTold(azimuth), direction: pointOf(azimuth) });

/**
 * Whose assumption it is which way the sectors look.
 * @param {RadarModel} model
 * @returns {string}
 */
export function directionSaid({ drawn, active, directions, isAssumed }) {
  if (!drawn.length) return "";
  const { azimuth, width } = active;
  const direction = pointOf(azimuth);
  if (width >= 360) return isAssumed ? t("Drawn all around: an assumption of your own.") : t("Direction not published: drawn all around.");
  const list = directions.find((each) => each.azimuth === azimuth);
  if (list?.who === OURS) return t("Direction not published; drawn to the {direction}, our bearing to North Korea.", { direction });
  if (list) return t("Direction not published; drawn to the {direction}, as {who} assumes.", { direction, who: list.who });
  return t("Drawn to the {direction}: an assumption of your own.", { direction });
}

/**
 * What there is to say of a radar's published ranges, "" where they are drawn.
 * @param {RadarModel} model
 * @returns {string}
 */
export function rangesSaid({ radar, drawn, claims }) {
  if (!radar || drawn.length) return "";
  if (!claimedRanges(claims).length) return t("No range is published: nothing is drawn until you assume one.");
  return radar.moves ? t("It moves about: nothing is drawn until you assume a range where it was seen.")
    : t("Nothing is drawn of it until you choose or assume a range.");
}

/**
 * All who claim a range, with the day of each.
 * @param {ClaimedRange} range
 * @returns {string}
 */
export const claimantsLong = ({ claims }) => claims.map(({ by, date }) => (date ? `${by}, ${dateText(date)}` : by)).join("; ");

/**
 * "600–800 km: Han Min-koo, South Korea's defence minister, 2017-05-16. What else was said."
 * @param {RadarClaim} claim
 * @param {Units} units
 * @returns {string}
 */
export function claimSaid(claim, units) {
  const { by, date, detail } = claim;
  const [low, high] = endsOf(claim);
  const range = low === undefined ? t("no range named") : high === undefined ? worded(claim.statement, length(low, units))
    : rangeText({ low, best: null, high }, units);
  const who = date ? `${by}, ${dateText(date)}` : by;
  return [`${range}: ${who}.`, detail].filter(Boolean).join(" ");
}

/**
 * "By this claim it sees 12 of 160 places shown: Dandong, Weihai, ...".
 * @param {RadarModel} model
 * @param {Place[]} seen
 * @param {Place[]} shown
 * @param {Place[]} places all of the day
 * @returns {string}
 */
export function seenSaid({ id, radar, drawn, claims, directions }, seen, shown, places) {
  if (!drawn.length) return "";
  const isSaid = isClaimed(drawn[0], claims, directions, radar);
  const all = shown.length;
  if (!seen.length) {
    return isSaid ? plural("By this claim it sees none of the 1 place shown.", "By this claim it sees none of the {n} places shown.", all)
      : plural("By this assumption it sees none of the 1 place shown.", "By this assumption it sees none of the {n} places shown.", all);
  }
  const words = { seen: decimal(seen.length), places: namedFirst(id, seen, places) };
  return isSaid ? plural("By this claim it sees {seen} of 1 place shown: {places}", "By this claim it sees {seen} of {n} places shown: {places}", all, words)
    : plural("By this assumption it sees {seen} of 1 place shown: {places}", "By this assumption it sees {seen} of {n} places shown: {places}", all, words);
}

/** @param {string} id @param {Place[]} seen @param {Place[]} places @returns {string} */
function namedFirst(id, seen, places) {
  const names = seen.filter((place) => place.id !== id).sort(byNote(id, places)).map(({ name }) => name);
  return `${names.slice(0, NAMED).join(", ")}${names.length > NAMED ? ", \u2026" : ""}`;
}
