// What is said in which language. English stands in the code and is its own key; Korean comes from
// data/words/ko (korean.js is made of it, as ui/scripts/bundle.py says).

import { valueIn } from "./address.js";
import { appWindow } from "./bus.js";
import { KOREAN } from "./korean.js";

/** @type {Record<string, Readonly<Record<string, string>>>} */
const TABLES = { en: {}, ko: KOREAN };

/**
 * The language of the page: what its link says, else the browser's. The rule of ui/page/address.py.
 * @returns {string}
 */
function pageLanguage() {
  const { document: page, location, navigator } = appWindow();
  if (page.documentElement.hasAttribute("data-saved")) return page.documentElement.lang; // ui/map/standalone.py
  const asked = valueIn(location.search, "lang") ?? "";
  if (asked in TABLES) return asked;
  return navigator.language.toLowerCase().startsWith("ko") ? "ko" : "en";
}

/** @type {string} */
export const LANG = pageLanguage();
/**
 * The language to switch to, and what it calls itself.
 * @type {{lang: string, name: string}}
 */
export const OTHER = LANG === "ko" ? { lang: "en", name: "English" } : { lang: "ko", name: "\ud55c\uad6d\uc5b4" };
const table = TABLES[LANG] ?? TABLES.en;

/**
 * Say a message in the page's language; `{names}` in it are replaced by values.
 * @param {string} message
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function t(message, values = {}) {
  return (table[message] ?? message).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * "2017-07-04" -> "2017\ub144 7\uc6d4 4\uc77c" on a Korean page; as precise as it is, ISO in English.
 * @param {string | null | undefined} date
 * @returns {string}
 */
export function dateText(date) {
  if (!date || LANG !== "ko" || !/^\d{4}(-\d\d){0,2}$/.test(date)) return date ?? "";
  const marks = ["\ub144", "\uc6d4", "\uc77c"];
  return date.split("-").map((part, i) => `${Number(part)}${marks[i]}`).join(" ");
}
