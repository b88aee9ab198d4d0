// Whose words the label of a ring is, as it is shown: what somebody wrote stands in marks and is called their own.

import { LIMITS } from "../base/facts.js";
import { t } from "../base/words.js";

export const MAX_LABEL = LIMITS.label;
export const OWN = LIMITS.own_label; // as it stands in links, which mean the same in all languages

// What looks like the marks around own words, as geo/reach/quotes.py has it.
const DOUBLE_MARKS = new RegExp("[\u201c\u201d\u201e\u201f\u301d\u301e\u301f\uff02\u275d\u275e\u2760" +
  "\u2e42\u2033\u2036\u2034\u02ba\u02ee\u02dd\u05f4\u{1f676}\u{1f677}\u{1f678}]|(?:[\u2018\u2019\u201a\u201b" +
  "\u2032\u2035\u02b9\u02bb\u02bc\u00b4\uff07](?:\u200b|\u200c|\u200d|\u2060|\ufeff)*){2,}", "gu");

// Letters that are read from the right, and what keeps them from turning the signs around them round.
const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** @param {string} text @returns {string} */
const isolated = (text) => (FROM_THE_RIGHT.test(text) ? `\u2066${text}\u2069` : text);

/**
 * A text in quotation marks that nothing in it can close, turn round or move.
 * @param {string} text
 * @returns {string}
 */
export const inMarks = (text) => `\u201c${isolated(text.replace(DOUBLE_MARKS, '"'))}\u201d`;

/**
 * What somebody wrote as it is shown: in marks, and called their own.
 * @param {string} text
 * @returns {string}
 */
export const ownWords = (text) => t("{words}, own label", { words: inMarks(text) });

/**
 * Who says how far, in the page's language; `ring.label` is what stands in links. `said` is there
 * only where the server or quotes.js has found what the label is: all else is somebody's own words.
 * @param {{label: string, said?: string}} ring
 * @returns {string}
 */
export function saidBy(ring) {
  if (!ring.label) return "";
  if (ring.label === OWN) return t("own assumption");
  return ring.said || ownWords(ring.label);
}
