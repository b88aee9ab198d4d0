// Undo and Redo in sight, and by their usual keys. Both are steps of the browser's history (base/steps.js).

import { el, setAttribute } from "../base/dom.js";
import { canRedo, canUndo, onSteps, redo, stepByKey, undo, watchSteps } from "../base/steps.js";
import { t } from "../base/words.js";

let isWatched = false; // a page has one history, even when Streamlit makes its panel anew

/**
 * A button that keeps the focus when it has nothing to do: whoever presses it again and again is not thrown out.
 * @param {string} name
 * @param {string} sign
 * @param {string} words
 * @param {string} keys
 * @param {() => void} does
 * @returns {HTMLButtonElement}
 */
const button = (name, sign, words, keys, does) => el("button", { type: "button", class: name, title: keys, onclick: does },
  el("span", { "aria-hidden": "true" }, `${sign} `), words);

/**
 * Return the two buttons.
 * @returns {HTMLElement[]}
 */
export function undoButtons() {
  const back = button("st-key-undo", "\u21b6", t("Undo"), t("Undo the last change (Ctrl+Z)"), undo);
  const on = button("st-key-redo", "\u21b7", t("Redo"), t("Do it again (Ctrl+Shift+Z)"), redo);
  const paint = () => {
    setAttribute(back, "aria-disabled", String(!canUndo()));
    setAttribute(on, "aria-disabled", String(!canRedo()));
  };
  if (!isWatched) {
    watchSteps();
    window.addEventListener("keydown", stepByKey);
  }
  isWatched = true;
  onSteps(paint);
  paint();
  return [back, on];
}
