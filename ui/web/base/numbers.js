// Numbers as a language writes them: Intl here, Babel in Python (geo/words/units.py), both by CLDR.
// tests/data/numbers.json holds the two together.

/** @typedef {"halfExpand" | "halfEven"} Rounding */

/** @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();

/**
 * 1234.5 -> "1,234.5", in German "1.234,5", with so many decimals at most, and at least.
 * @param {number} value
 * @param {string} locale
 * @param {number} most
 * @param {number} least
 * @param {Rounding} [roundingMode]
 * @returns {string}
 */
export function written(value, locale, most, least, roundingMode = "halfEven") {
  const key = `${locale} ${most} ${least} ${roundingMode}`;
  let format = formats.get(key);
  if (!format) {
    /** ES2023, which older browsers pass over: then all round half up. */
    const options = /** @type {Intl.NumberFormatOptions} */ ({
      minimumFractionDigits: least, maximumFractionDigits: most, roundingMode, useGrouping: true,
      numberingSystem: "latn", // as the links, coordinates and files have them
    });
    format = new Intl.NumberFormat(locale, options);
    formats.set(key, format);
  }
  return format.format(value);
}
