// The faults of a story in a list; each leads to its field.

import { el } from "../base/dom.js";
import { t } from "../base/words.js";

/** @type {Record<string, string>} */
const NAMES = {
  file: t("file"), title: t("title"), about: t("about"), author: t("author"), steps: t("steps"),
  text: t("text"), question: t("question"), view: t("view"), step: t("step"),
};

/**
 * Return where a fault is and what it is: `step 3, view: ring=sohae~5: ...`.
 * @param {StoryFault} storyFault
 * @returns {string}
 */
export function faultText({ step, field, key, value, problem }) {
  const name = Object.hasOwn(NAMES, field) ? NAMES[field] : field;
  const where = step === null ? name : t("step {step}, {field}", { step, field: name });
  const what = key !== field ? [`${key}=${value}`] : value ? [value] : [];
  return [where, ...what, problem].join(": ");
}

/**
 * Return the list of faults; `fieldOf(fault)` finds the field to go to, if there is one.
 * @param {StoryFault[]} faults
 * @param {(fault: StoryFault) => HTMLElement | null} [fieldOf]
 * @returns {HTMLElement}
 */
export function faultList(faults, fieldOf = () => null) {
  return el("ol", { class: "rm-faults" }, faults.map((fault) => {
    const field = fieldOf(fault);
    if (!field) return el("li", {}, faultText(fault));
    /** @param {Event} event */
    const go = (event) => {
      event.preventDefault();
      field.focus();
    };
    return el("li", {}, el("a", { href: `#${field.id}`, onclick: go }, faultText(fault)));
  }));
}
