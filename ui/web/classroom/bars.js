// The result of a poll as bars, each with its number and its share in words.

import { el, setText } from "../base/dom.js";
import { isDark, ringStyle } from "../base/style.js";
import { lineSwatch } from "../base/symbols.js";

/** @param {number} count @param {number} all @returns {number} */
const percent = (count, all) => (all ? Math.round((100 * count) / all) : 0);

/**
 * "12 (60%)": votes, and their share of all.
 * @param {number} count
 * @param {number} all
 * @returns {string}
 */
export const shareText = (count, all) => `${count} (${percent(count, all)}%)`;

/**
 * The line of a ring as it is on the map, for choices that are rings.
 * @param {number} index
 * @returns {HTMLElement}
 */
export const choiceLine = (index) => el("span", { class: "rm-choice-line", "aria-hidden": "true" }, lineSwatch(ringStyle(index, isDark())));

/**
 * Return {nodes, update(count, all)}: the number of one choice, and its bar.
 * @returns {PollBar}
 */
export function bar() {
  const fill = el("i");
  const number = el("span", { class: "rm-bars-count" });
  return {
    nodes: [number, el("span", { class: "rm-bars-track", "aria-hidden": "true" }, fill)],
    update(count, all) {
      fill.style.width = `${percent(count, all)}%`;
      setText(number, shareText(count, all));
    },
  };
}

/** @param {number[]} counts @returns {number} */
export const sum = (counts) => counts.reduce((all, each) => all + each, 0);

/**
 * Return {node, update(counts)} of the bars of choices: [{name, isRing}].
 * @param {PollChoice[]} choices
 * @returns {{node: HTMLElement, update(counts: number[]): void}}
 */
export function barList(choices) {
  const bars = choices.map(bar);
  return {
    node: el("ul", { class: "rm-bars", "data-testid": "poll-bars" }, choices.map(({ name, isRing }, index) =>
      el("li", {}, el("span", { class: "rm-bars-name" }, isRing ? choiceLine(index) : null, name), bars[index].nodes))),
    update: (counts) => bars.forEach((each, index) => each.update(counts[index], sum(counts))),
  };
}
