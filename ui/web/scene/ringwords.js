// Words about a ring: its range as whoever claims it said it (a floor, a ceiling, about so much), its
// name in a sentence, and the words on the ring itself. The words of geo/records/statements.py; a browser test
// compares the two.

import { KM_PER_UNIT } from "../base/facts.js";
import { decimal, t } from "../base/words.js";
import { limitKm, isUnlimited } from "./edges.js";
import { length } from "./lengths.js";
import { OWN, inMarks, saidBy } from "./saidby.js";
import { fittingText } from "./spreadwords.js";

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
 * A length that somebody published, no more exact than it was given: the rule of format_published in geo/words/units.py.
 * @param {number} km
 * @param {Units} units
 * @returns {string}
 */
export function published(km, units) {
  if (units === "km") return length(km, units);
  const digits = Number(km.toPrecision(2)) === km ? 2 : 3;
  return `${decimal(Number((km / KM_PER_UNIT[units]).toPrecision(digits)))} ${units}`;
}

/** @typedef {Edges & Partial<Quote> & Pick<Ring, "spread" | "rotating">} ToldEdges */

/** @param {string} text @param {Units} units @returns {string} */
const bare = (text, units) => (text.endsWith(` ${units}`) ? text.slice(0, -units.length - 1) : text);

/**
 * The numbers of a claim in these units, without them: as they were given if that was in these, else as round.
 * @param {string | undefined} original
 * @param {(number | null)[]} kms
 * @param {Units} units
 * @returns {string[]}
 */
function endsSaid(original, kms, units) {
  if (original?.endsWith(` ${units}`)) return bare(original, units).split("\u2013");
  return [...new Set(kms.flatMap((km) => (km === null ? [] : [bare(published(km, units), units)])))];
}

/**
 * The range of one edge of a ring: of a published number as exact as that, of one's own exact.
 * @param {ToldEdges} ring
 * @param {number} km
 * @param {Units} units
 * @returns {string}
 */
export function edgeText({ kind, low, best, high, original, spread }, km, units) {
  if (spread) return fittingText(km, units);
  if (kind === "best") return published(km, units);
  if (kind !== "claim") return length(km, units);
  const ends = endsSaid(original, [low, best ?? high], units);
  return `${ends[km === low ? 0 : ends.length - 1]} ${units}`;
}

/**
 * The number alone, for where a unit has no room.
 * @param {ToldEdges} ring
 * @param {number} km
 * @param {Units} units
 * @returns {string}
 */
export const edgeNumber = (ring, km, units) => bare(edgeText(ring, km, units), units);

/**
 * The words of a range: that without rotation, to which the curve drawn adds it.
 * @param {string} text
 * @param {ToldEdges} ring
 * @returns {string}
 */
const turned = (text, { rotating }) => (rotating ? t("{range} \u00b1 Earth's rotation", { range: text }) : text);

/**
 * A range where words have no room: with rotation, a sign says that it is no radius.
 * @param {string} text
 * @param {ToldEdges} ring
 * @returns {string}
 */
export const marked = (text, { rotating }) => (rotating ? `${text} \u00b1` : text);

/**
 * The range of one edge, and whether it takes in the Earth's rotation.
 * @param {ToldEdges} ring
 * @param {number} km
 * @param {Units} units
 * @returns {string}
 */
export const edgeSaid = (ring, km, units) => turned(edgeText(ring, km, units), ring);

/**
 * "3,000–5,500 km" or "8,000 km", as round as it was published; with rotation, it says so.
 * @param {ToldEdges} ring
 * @param {Units} units
 * @returns {string}
 */
export const rangeTold = (ring, units) => turned(bareRange(ring, units), ring);

/** @param {ToldEdges} ring @param {Units} units @returns {string} */
function bareRange(ring, units) {
  const high = edgeText(ring, limitKm(ring), units);
  if (ring.low === null) return high;
  if (isUnlimited(ring)) return t("{range} to no limit", { range: edgeText(ring, ring.low, units) });
  return `${edgeNumber(ring, ring.low, units)}\u2013${high}`;
}

/**
 * The range of a claim as it was said.
 * @param {Claim} claim
 * @param {Units} units
 * @returns {string}
 */
export function claimedText(claim, units) {
  const { low, high, statement, original } = claim;
  return worded(statement, `${endsSaid(original, [low, high], units).join("\u2013")} ${units}`);
}

/**
 * The range of a ring as whoever claims it said it; bare where it is nobody's claim.
 * @param {Ring} ring
 * @param {Units} units
 * @returns {string}
 */
export const rangeSaid = (ring, units) => worded(ring.statement, rangeTold(ring, units));

/**
 * The range as it stands after "within": "about 6,700 km", but no floor or ceiling.
 * @param {Ring} ring
 * @param {Units} units
 * @returns {string}
 */
export const rangeAbout = (ring, units) => (
  ring.statement === "about" ? rangeSaid(ring, units) : rangeTold(ring, units));

/**
 * "8,000 km (experts via Yonhap: a ceiling)": it stands after "within".
 * @param {Ring} ring
 * @param {Units} units
 * @returns {string}
 */
export const ringName = (ring, units) => `${rangeAbout(ring, units)}${whoNamed(ring)}`;

/**
 * Who claims a ring as it stands behind the range in its name, "" if nobody does.
 * @param {Ring} ring
 * @returns {string}
 */
export const whoNamed = (ring) => (ring.label ? ` (${named(ring.statement, saidBy(ring))})` : "");

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
 * The words on the ring itself; on an outline of several, its own number.
 * @param {Ring} ring
 * @param {Units} units
 * @param {number | null} [km] of that outline
 * @returns {string}
 */
export function ringLabel(ring, units, km = null) {
  const range = km === null ? rangeSaid(ring, units) : edgeSaid(ring, km, units);
  return ring.label ? `${range}, ${saidOnRing(ring)}` : range;
}
