// What of the facts is known on the day that is shown, and what of a ring is not (geo/records/known.py has the rule).

import { bestLabel } from "../scene/quotes.js";
import { isKnown } from "../base/known.js";
import { isLater } from "../scene/scene.js";
import { dateText, t } from "../base/words.js";

const NO_DAY = "9999"; // the year of what was printed on no known day

/**
 * The facts that are offered for a ring on a day; what it has already stays among them. How often a site was used
 * is counted to this day, so no site is the busiest of another one.
 * @param {Facts} facts
 * @param {string | null} date
 * @param {Ring} ring
 * @returns {Facts}
 */
export function factsOn({ sites, missiles }, date, ring) {
  if (!date) return { sites, missiles };
  return {
    sites: sites.filter(({ id, known }) => id === ring.site || isKnown(known, date)).map((site) => ({ ...site, tests_count: 0 })),
    missiles: missiles
      .map((missile) => ({ ...missile, claims: missile.claims.filter(({ printed }) => isKnown(printed, date)) }))
      .filter(({ id, claims, best_known: best }) => id === ring.missile || claims.length || (best && isKnown(best, date))),
  };
}

/**
 * What of a ring is of a later day than the one that is shown, "" for nothing.
 * @param {Ring} ring
 * @param {Pick<Facts, "sites" | "missiles">} facts
 * @param {string | null} date
 * @returns {string}
 */
export function datedText(ring, { sites, missiles }, date) {
  const site = sites.find(({ id, known }) => id === ring.site && !isKnown(known, date));
  const used = site ? t("First launch on record from here: {date}, after this day.", { date: dateText(site.first_used) }) : "";
  return [printedText(ring, date), standInText(ring, missiles, date), used].filter(Boolean).join(" ");
}

/** @param {Ring} ring @param {string | null} date @returns {string} */
function printedText(ring, date) {
  if (!isLater(ring, date)) return "";
  const { printed = "", claimed } = ring;
  if (printed.startsWith(NO_DAY)) return t("No day is known on which this was printed: it is on no map of a day.");
  if (!claimed) return t("Known from {date} on, after this day: not drawn.", { date: dateText(printed) });
  if (claimed.length < 10) return t("Printed in {date}, on a day that is not known: not drawn before its end.", { date: dateText(claimed) });
  return t("Printed on {date}, after this day: not drawn.", { date: dateText(claimed) });
}

/**
 * What flew before anyone's number of it was printed has that of today, which the reader of a day is to know.
 * @param {Ring} ring
 * @param {Missile[]} missiles
 * @param {string | null} date
 * @returns {string}
 */
function standInText(ring, missiles, date) {
  if (ring.kind !== "best" || !date || isLater(ring, date)) return "";
  const missile = missiles.find((each) => bestLabel(each) === ring.label);
  if (!missile || missile.claims.some(({ printed }) => isKnown(printed, date))) return "";
  return t("No number printed by this day is in the data: today's figure stands in.");
}
