// The sentences about values of a link that could not be used, the same on every page.

import { query, written } from "./address.js";
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

/**
 * Return a paragraph for each problem, and behind them the link that was probably meant, if one can be told.
 * @param {Problem[]} problems
 * @returns {HTMLElement[]}
 */
export function problemNotes(problems) {
  const notes = problems.map((problem) => problemNote(problem));
  const meant = problems.filter((problem) => problem.meant);
  if (!meant.length) return notes;
  const pairs = [...new URLSearchParams(query())].map(([key, value]) => {
    const told = meant.find((problem) => problem.key === key && problem.value === value);
    return /** @type {[string, string]} */ ([key, told?.meant ?? value]);
  });
  const address = `?${written(pairs)}`;
  return [...notes, el("div", {}, `${t("Perhaps this link was meant:")} `, el("a", { href: address }, visibly(decodeURIComponent(address.slice(1)))))];
}
