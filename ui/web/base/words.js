// What is said in which language. English stands in the code and is its own key; the others come from
// data/words (languages.js is made of it, as ui/scripts/bundle.py says).

import { valueIn } from "./address.js";
import { appWindow } from "./bus.js";
import { LANGUAGES } from "./languages.js";
import { written } from "./numbers.js";

/**
 * The language of the page: what its link says, else the browser's. The rule of ui/page/address.py. A worker is told
 * by its own address.
 * @returns {string}
 */
function pageLanguage() {
  const { document: page, location, navigator } = appWindow();
  if (page?.documentElement.hasAttribute("data-alone")) return page.documentElement.lang; // ui/map/body.py
  const asked = valueIn(location.search, "lang") ?? "";
  const spoken = navigator.language.toLowerCase().split("-")[0];
  return [asked, spoken].find((lang) => Object.hasOwn(LANGUAGES, lang)) ?? "en";
}

/** @type {string} */
export const LANG = pageLanguage();
/** How the page's language is called, and how it writes: geo/words/languages.py. */
export const LANGUAGE = LANGUAGES[LANG] ?? LANGUAGES.en;
/** The languages to switch to, and what they call themselves. */
export const OTHERS = Object.entries(LANGUAGES).filter(([lang]) => lang !== LANG).map(([lang, { name }]) => ({ lang, name }));

const { messages } = LANGUAGE;

/** @typedef {Record<string, string | number>} Values */

/**
 * Say a message in the page's language; `{names}` in it are replaced by values.
 * @param {string} message
 * @param {Values} [values]
 * @returns {string}
 */
export const t = (message, values = {}) => filled(String(messages[message] ?? message), values);

/**
 * Say a message as it is for a number, which is its `{n}`; English has two forms.
 * @param {string} one
 * @param {string} many
 * @param {number} n
 * @param {Values} [values]
 * @returns {string}
 */
export function plural(one, many, n, values = {}) {
  const text = messages[one]?.[LANGUAGE.plural(n)] ?? (n === 1 ? one : many);
  return filled(text, { ...values, n });
}

/**
 * Say a message that means something else than the same words elsewhere.
 * @param {string} context
 * @param {string} message
 * @param {Values} [values]
 * @returns {string}
 */
export const inContext = (context, message, values = {}) => filled(String(messages[`${context}\u0004${message}`] ?? message), values);

/** @param {string} text @param {Values} values @returns {string} */
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

/**
 * "2017-07-04" as the language writes days; as precise as it is, in English as in the data.
 * @param {string | null | undefined} date
 * @returns {string}
 */
export function dateText(date) {
  if (!date || !LANGUAGE.hasLongDates || !/^\d{4}(-\d\d){0,2}$/.test(date)) return date ?? "";
  return dayFormat(LANGUAGE.locale, date.split("-").length).format(new Date(date));
}

/** @type {Map<string, Intl.DateTimeFormat>} */
const dayFormats = new Map(); // to make one takes ten times as long as to use it

/**
 * What writes a date of which so many parts are known: the year, the month, the day.
 * @param {string} locale
 * @param {number} known
 * @returns {Intl.DateTimeFormat}
 */
function dayFormat(locale, known) {
  const key = `${locale} ${known}`;
  const format = dayFormats.get(key) ?? new Intl.DateTimeFormat(locale, {
    year: "numeric", month: known > 1 ? "long" : undefined, day: known > 2 ? "numeric" : undefined, timeZone: "UTC",
  });
  dayFormats.set(key, format);
  return format;
}

/**
 * "4 July 2017", a whole day as a sentence has it; "" for what is less than a day.
 * @param {string} date
 * @returns {string}
 */
export function longDateText(date) {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return "";
  if (LANGUAGE.hasLongDates) return dateText(date);
  return dayFormat("en-GB", 3).format(new Date(date));
}

/**
 * "English and Korean", in the page's language.
 * @param {string[]} langs
 * @returns {string}
 */
export function languageNames(langs) {
  const names = new Intl.DisplayNames(LANGUAGE.locale, { type: "language" });
  return new Intl.ListFormat(LANGUAGE.locale).format(langs.map((lang) => names.of(lang) ?? lang));
}

/**
 * A number as the page's language writes it, with so many decimals at most, and at least.
 * @param {number} value
 * @param {number} [most]
 * @param {number} [least]
 * @param {import("./numbers.js").Rounding} [roundingMode]
 * @returns {string}
 */
export const decimal = (value, most = 0, least = 0, roundingMode = "halfEven") => written(value, LANGUAGE.locale, most, least, roundingMode);

/**
 * 1432000000 -> "1.4 bn": a head count by the steps of the language, as geo/words/units.py writes it.
 * @param {number} count
 * @returns {string}
 */
export function people(count) {
  const [, unit, pattern, text] = LANGUAGE.people.find(([from]) => count >= from) ?? LANGUAGE.people[LANGUAGE.people.length - 1];
  const digits = pattern.split(".")[1] ?? "";
  const least = digits.replaceAll("#", "").length;
  const rounding = LANGUAGE.roundsHalfUp ? "halfExpand" : "halfEven";
  return filled(text, { n: decimal(count / unit, digits.length, least, rounding) });
}
