// The sentences about values of a link that could not be used, the same on every page.

import { el } from "./dom.js";
import { t } from "./words.js";

/**
 * Return a paragraph on one {key, value, problem}: `problem` is in the page's language.
 * @param {Problem} problem
 * @param {string} [more]
 * @returns {HTMLElement}
 */
export function problemNote({ key, value, problem }, more = "") {
  return el("p", {}, el("b", {}, `${key}=${value}`), ` ${t("was not used: {problem}.", { problem })}${more && ` ${more}`}`);
}
