// What a day of the timeline says: the last change up to it, in a sentence, and what had come about by then.

import { claimedText } from "../scene/ringwords.js";
import { dateText, longDateText, plural, t } from "../base/words.js";
import { dateOf, dayOf } from "./days.js";

/**
 * The moment that was last on a day, or null before the first.
 * @param {Moment[]} moments
 * @param {string} date
 * @returns {Moment | null}
 */
export const momentOn = (moments, date) => moments.filter(({ day }) => day <= date).at(-1) ?? null;

/**
 * The next moment after a day, or the one before it; null at the end.
 * @param {Moment[]} moments
 * @param {string} date
 * @param {number} by 1 or -1
 * @returns {Moment | null}
 */
export const momentFrom = (moments, date, by) => (
  by > 0 ? moments.find(({ day }) => day > date) : moments.filter(({ day }) => day < date).at(-1)) ?? null;

/** @param {string | null} date @returns {string} a day in words; the last one without a date */
export const dayText = (date) => longDateText(date ?? dateOf(dayOf(null)));

/**
 * Names, each with its date where that is no whole day.
 * @param {Dated[]} all
 * @returns {string}
 */
const namesOf = (all) => all.map(({ name, date }) => (date.length < 10 ? `${name} (${dateText(date)})` : name)).join(", ");

/**
 * What was printed: the claim that gives the arsenal its reach, else the first, and how many more.
 * @param {string[]} printed
 * @param {ReachStep | null} reach
 * @param {Facts} facts
 * @param {Units} units
 * @returns {string}
 */
function printedText(printed, reach, { missiles }, units) {
  const claims = missiles.flatMap((missile) => missile.claims.filter(({ id }) => printed.includes(id)).map((claim) => ({ claim, missile })));
  const first = claims.find(({ claim }) => claim.id === reach?.claim) ?? claims[0];
  if (!first) return "";
  const told = { missile: first.missile.name, range: claimedText(first.claim, units), who: first.claim.said_by || first.claim.label };
  const said = first.claim.label.includes(first.missile.names[0]) ? t("In print: {range}, {who}", told) : t("In print: {missile}, {range}, {who}", told);
  return claims.length > 1 ? `${said} ${plural("and 1 more", "and {n} more", claims.length - 1)}` : said;
}

/**
 * What changed in a moment, in one sentence or two.
 * @param {Moment} moment
 * @param {ReachStep | null} reach the arsenal's reach that day
 * @param {Facts} facts
 * @param {Units} units
 * @returns {string}
 */
export function changeText({ flown, printed, come, gone }, reach, facts, units) {
  return [
    flown.length ? t("First flight: {names}", { names: namesOf(flown) }) : "",
    printedText(printed, reach, facts, units),
    come.length ? t("In place: {names}", { names: namesOf(come) }) : "",
    gone.length ? t("No longer in place: {names}", { names: namesOf(gone) }) : "",
  ].filter(Boolean).map((text) => `${text}.`).join(" ");
}

/**
 * "12 types flown, 31 claims in print": what had come about by a day.
 * @param {Moment[]} moments
 * @param {string} date
 * @returns {string}
 */
export function countsText(moments, date) {
  const past = moments.filter(({ day }) => day <= date);
  const count = (/** @type {"flown" | "printed"} */ of) => past.reduce((sum, moment) => sum + moment[of].length, 0);
  return [plural("1 type flown", "{n} types flown", count("flown")), plural("1 claim in print", "{n} claims in print", count("printed"))].join(", ");
}
