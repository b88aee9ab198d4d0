// A range as somebody types it, in the signs of their language: 8000, "8,000", "8 000 km", "4970 mi",
// "8.000" where dots part thousands. What is not clear is refused, never guessed.

import { KM_PER_UNIT } from "../base/facts.js";
import { MAX_KM, MIN_KM } from "../scene/edges.js";
import { length, number } from "../scene/lengths.js";
import { LANGUAGE, decimal, t } from "../base/words.js";

/** How units are written beside a number, after NFKC; each language's own words stand in the catalogue. */
const UNIT_WORDS = {
  km: ["km", "kms", "kilometer", "kilometers", "kilometre", "kilometres"],
  mi: ["mi", "mile", "miles"],
  nmi: ["nmi", "nm", "nautical mile", "nautical miles"],
};

// Two numbers with a dash of whichever length between them, or a word.
const BAND = /^\d[\d.,\s]*(?:km|mi|nmi)?\s*(?:\p{Pd}|\u2212|~|\u223c|\.{2,3}|\bto\b)\s*\d[^\p{Pd}~]*$/iu;

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
 * Both readings of a number whose one sign may part decimals or thousands, "10.400", where each would be a range.
 * @param {string} text without blanks
 * @param {Units} units
 * @param {string} locale
 * @returns {number[]}
 */
function readingsOf(text, units, locale) {
  const { point } = signsOf(locale);
  if (!new RegExp(`^[1-9]\\d{0,2}${escaped(point)}\\d{3}$`).test(text)) return [];
  const readings = [valueOf(text, locale), Number(text.replace(/\D/g, ""))];
  return readings.every((value) => isRange(value * KM_PER_UNIT[units])) ? readings : [];
}

const isRange = (/** @type {number} */ km) => km >= MIN_KM && km <= MAX_KM;

/** @typedef {{written: string, unit: Units | undefined, isKnown: boolean}} Parts */

/**
 * A text as a number and a unit, which it need not name.
 * @param {string} text
 * @returns {Parts}
 */
function partsOf(text) {
  const plain = text.normalize("NFKC").toLowerCase().trim();
  const [, written, word] = /** @type {RegExpExecArray} */ (/^(.*?)\s*([^\d\s.,'\u2019]+(?: \p{L}+)?)?\.?$/su.exec(plain));
  const own = { km: t("kilometres"), mi: t("miles"), nmi: t("nautical miles") };
  const unit = /** @type {Units[]} */ (Object.keys(UNIT_WORDS)).find((each) => [...UNIT_WORDS[each], own[each]].includes(word));
  return { written: written.replace(/[\s'\u2019]/g, ""), unit, isKnown: !word || Boolean(unit) };
}

/**
 * The kilometres that a text means; NaN where it means none. A unit that it names is its own.
 * @param {string} text
 * @param {Units} units those of the page
 * @param {string} [locale]
 * @returns {number}
 */
export function typedKm(text, units, locale = LANGUAGE.locale) {
  const { written, unit, isKnown } = partsOf(text);
  if (!isKnown || readingsOf(written, unit ?? units, locale).length) return NaN;
  return Math.round(valueOf(written, locale) * KM_PER_UNIT[unit ?? units] * 1e6) / 1e6;
}

/**
 * Why a text is no range, or "".
 * @param {string} text
 * @param {number} km
 * @param {Units} units
 * @param {string} [locale]
 * @returns {string}
 */
export function problemOf(text, km, units, locale = LANGUAGE.locale) {
  if (isRange(km)) return "";
  const given = text.trim();
  const { written, unit } = partsOf(text);
  const [small, large] = readingsOf(written, unit ?? units, locale);
  if (small) {
    const other = written.endsWith("0") ? decimal(small, 2) : `${written}0`; // three decimals are what is not clear
    return t("{given} can be read as {large} or as {small}: type it as {plain} or as {other}", { given, plain: String(large),
      large: decimal(large, 0), small: decimal(small, 3), other });
  }
  if (BAND.test(given.normalize("NFKC"))) return t("{given} is a band: choose \u201clow\u2013high band\u201d, then each end has a box of its own", { given });
  return t("{given} is not a range: {least} to {most} are accepted",
    { given: given || t("nothing"), least: number(MIN_KM, units), most: length(MAX_KM, units) });
}
