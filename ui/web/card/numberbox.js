// The number beside a thumb: what it says is what the ring is, and it can be typed over.

import { el, setText } from "../base/dom.js";
import { KM_PER_UNIT } from "../base/facts.js";
import { clampKm } from "../scene/edges.js";
import { decimal } from "../base/words.js";
import { problemOf, typedKm } from "./typed.js";

/** @type {Record<string, number>} */
const STEPS = { ArrowUp: 10, ArrowDown: -10, PageUp: 500, PageDown: -500 }; // in the units shown, as a slider's keys
const DECIMALS = 3;

/**
 * A length as a box has it: whole, but for a number that somebody gave with decimals.
 * @param {number} km
 * @param {Units} units
 * @returns {string}
 */
export function boxText(km, units) {
  const value = km / KM_PER_UNIT[units];
  const isGiven = Math.abs(value - Number(value.toFixed(DECIMALS))) < 1e-6;
  return decimal(value, isGiven ? DECIMALS : 0);
}

/**
 * Return a box that says a range and takes one: {node, problem, show(km, units, ring)}.
 * @param {string} testId
 * @param {string} label
 * @param {NumberBoxActions} on
 * @returns {NumberBox}
 */
export function numberBox(testId, label, on) {
  const told = { km: 0, units: /** @type {Units} */ ("km"), text: "", ring: "" };
  let isTyping = false; // there are words that were not taken yet
  const problem = el("p", { class: "rm-number-problem", id: `rm-${testId}-problem`, role: "alert" });
  /** @type {HTMLInputElement} */
  const node = el("input", {
    type: "text", inputmode: "decimal", autocomplete: "off", spellcheck: "false", class: "rm-number", maxlength: 40,
    "data-testid": testId, name: testId, "aria-label": label,
    onfocus: () => node.select(),
    oninput: () => { isTyping = true; },
    onchange: () => take(),
    onblur: () => take(),
    onkeydown: (event) => key(event),
  });

  /** @param {string} words */
  const complain = (words) => {
    setText(problem, words);
    node.setAttribute("aria-invalid", String(Boolean(words)));
    if (words) node.setAttribute("aria-describedby", problem.id);
    else node.removeAttribute("aria-describedby");
  };
  const forget = () => {
    isTyping = false;
    complain("");
    node.value = told.text;
  };
  /** What was typed is the range now, or it stays with a word on why not. */
  const take = () => {
    if (!isTyping) return;
    const km = node.value.trim() === told.text ? told.km : typedKm(node.value, told.units);
    isTyping = false; // what is taken is shown at once
    const words = problemOf(node.value, km, told.units) || (km === told.km ? "" : on.typed(km));
    if (words) {
      isTyping = true;
      complain(words);
    } else forget();
  };
  /** @param {KeyboardEvent} event */
  const key = (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter") take();
    if (event.key === "Escape") forget();
    const step = STEPS[event.key] * (event.shiftKey ? 0.1 : 1);
    if (!step) return;
    event.preventDefault();
    take();
    if (!isTyping) on.step(clampKm(told.km + step * KM_PER_UNIT[told.units]));
  };

  return {
    node,
    problem,
    show(km, units, ring) {
      const isNew = km !== told.km || units !== told.units;
      if (!isNew && ring === told.ring) return;
      if (isNew) Object.assign(told, { km, units, text: boxText(km, units) });
      told.ring = ring;
      if (problem.textContent || (isNew && !isTyping)) forget(); // a number that was refused is news of before
    },
  };
}
