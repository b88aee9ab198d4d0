// The days of the timeline as numbers: of a slider, and one to the next.

import { LIMITS } from "../base/facts.js";

const DAY_MS = 86_400_000;
const [FIRST_DAY, LAST_DAY] = LIMITS.days;

/** @param {string} date @returns {number} the day, from the first one of the timeline */
export const numberOf = (date) => Math.round((Date.parse(date) - Date.parse(FIRST_DAY)) / DAY_MS);

/** @param {number} day @returns {string} */
export const dateOf = (day) => new Date(Date.parse(FIRST_DAY) + Math.round(day) * DAY_MS).toISOString().slice(0, 10);

export const LAST_NUMBER = numberOf(LAST_DAY);

/**
 * A day of the timeline that is nearest to a date; the last one without a date.
 * @param {string | null} date
 * @returns {number}
 */
export const dayOf = (date) => (date ? Math.min(LAST_NUMBER, Math.max(0, numberOf(date))) : LAST_NUMBER);

/**
 * The same day of another month, or its last one.
 * @param {number} day
 * @param {number} by months
 * @returns {number}
 */
export function monthsOn(day, by) {
  const [year, month, date] = dateOf(day).split("-").map(Number);
  const last = new Date(Date.UTC(year, month + by, 0)).getUTCDate();
  const there = new Date(Date.UTC(year, month - 1 + by, Math.min(date, last)));
  return dayOf(there.toISOString().slice(0, 10));
}
