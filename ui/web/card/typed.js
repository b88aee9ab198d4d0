// A range as somebody types it, in the signs of their language: 8000, "8,000", "8 000 km", "4970 mi",
// "8.000" where dots part thousands. What is not clear is refused, never guessed.

import { KM_PER_UNIT } from "../base/facts.js";
import { MAX_KM, MIN_KM, length, number } from "../scene/scene.js";
import { LANGUAGE, t } from "../base/words.js";

/** How units are written beside a number, after NFKC; each language's own words stand in the catalogue. */
const UNIT_WORDS = {
  km: ["km", "kms", "kilometer", "kilometers", "kilometre", "kilometres"],
  mi: ["mi", "mile", "miles"],
  nmi: ["nmi", "nm", "nautical mile", "nautical miles"],
};

/**
 * The signs with which a language parts thousands and decimals, as Intl has them.
 * @param {string} locale
 * @returns {{group: string, point: string}}
 */
function signsOf(locale) {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: "latn", useGrouping: true }).formatToParts(1234567.5);
  const of = (/** @type {string} */ kind) => parts.find(({ type }) => type === kind)?.value ?? "";
  return { group: of("group"), point: of("decimal") };
}

const escaped = (/** @type {string} */ sign) => sign.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * "8,000" -> 8000: whole groups of three or none. NaN for anything else.
 * @param {string} text without blanks
 * @param {string} locale
 * @returns {number}
 */
function valueOf(text, locale) {
  const { group, point } = signsOf(locale);
  const parted = /\S/.test(group) ? escaped(group) : "\u0000"; // blanks are gone already
  const form = new RegExp(`^(\\d+|\\d{1,3}(?:${parted}\\d{3})+)(?:${escaped(point)}(\\d+))?$`);
  const found = form.exec(text);
  return found ? Number(`${found[1].replace(/\D/g, "")}.${found[2] ?? 0}`) : NaN;
}

/**
 * The kilometres that a text means; NaN where it means none. A unit that it names is its own.
 * @param {string} text
 * @param {Units} units those of the page
 * @param {string} [locale]
 * @returns {number}
 */
export function typedKm(text, units, locale = LANGUAGE.locale) {
  const plain = text.normalize("NFKC").toLowerCase().trim();
  const [, written, unit] = /** @type {RegExpExecArray} */ (/^(.*?)\s*([^\d\s.,'\u2019]+(?: \p{L}+)?)?\.?$/su.exec(plain));
  const own = { km: t("kilometres"), mi: t("miles"), nmi: t("nautical miles") };
  const known = /** @type {Units[]} */ (Object.keys(UNIT_WORDS)).find((each) => [...UNIT_WORDS[each], own[each]].includes(unit));
  if (unit && !known) return NaN;
  return Math.round(valueOf(written.replace(/[\s'\u2019]/g, ""), locale) * KM_PER_UNIT[known ?? units] * 1e6) / 1e6;
}

/**
 * Why a text is no range, or "".
 * @param {string} text
 * @param {number} km
 * @param {Units} units
 * @returns {string}
 */
export function problemOf(text, km, units) {
  if (km >= MIN_KM && km <= MAX_KM) return "";
  return t("{given} is not a range: {least} to {most} are accepted",
    { given: text.trim() || t("nothing"), least: number(MIN_KM, units), most: length(MAX_KM, units) });
}
