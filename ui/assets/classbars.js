// The result of a poll as bars, each with its number and its share in words.

import { el, setText } from "./dom.js";
import { isDark, ringStyle } from "./style.js";
import { lineSwatch } from "./symbols.js";

const percent = (count, all) => (all ? Math.round((100 * count) / all) : 0);

/** "12 (60%)": votes, and their share of all. */
export const shareText = (count, all) => `${count} (${percent(count, all)}%)`;

/** The line of a ring as it is on the map, for choices that are rings. */
export const choiceLine = (index) => el("span", { class: "rm-choice-line", "aria-hidden": "true" }, lineSwatch(ringStyle(index, isDark())));

/** Return {node, update(counts)} of the bars of choices: [{name, isRing}]. */
export function barList(choices) {
  const rows = choices.map(({ name, isRing }, index) => {
    const fill = el("i");
    const count = el("span", { class: "rm-bars-count" });
    const node = el("li", {}, el("span", { class: "rm-bars-name" }, isRing ? choiceLine(index) : null, name), count,
      el("span", { class: "rm-bars-track", "aria-hidden": "true" }, fill));
    return { node, fill, count };
  });
  return {
    node: el("ul", { class: "rm-bars", "data-testid": "poll-bars" }, rows.map(({ node }) => node)),
    update(counts) {
      const all = counts.reduce((sum, each) => sum + each, 0);
      rows.forEach(({ fill, count }, index) => {
        fill.style.width = `${percent(counts[index], all)}%`;
        setText(count, shareText(counts[index], all));
      });
    },
  };
}
