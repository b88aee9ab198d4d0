// The sentences about values of a link that could not be used, the same on every page.

import { el } from "./dom.js";
import { LIMITS } from "./facts.js";
import { t } from "./words.js";

// What shows as nothing, or turns the words after it around.
const UNSEEN = new RegExp(`[${LIMITS.controls}]`, "gu");

/**
 * Return text with a code in the place of each sign that is not seen: a refused value is shown, not obeyed.
 * @param {string} text
 * @returns {string}
 */
export function visibly(text) {
  return text.replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * Return a paragraph on one {key, value, problem}: `problem` is in the page's language.
 * @param {Problem} problem
 * @param {string} [more]
 * @returns {HTMLElement}
 */
export function problemNote({ key, value, problem }, more = "") {
  return el("p", {}, el("b", {}, visibly(`${key}=${value}`)), ` ${t("was not used: {problem}.", { problem })}${more && ` ${more}`}`);
}
