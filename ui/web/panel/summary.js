// The sentence of result. While a thumb moves it shows the live counts; when the thumb rests, Python's
// sentences take their place.

import { bus } from "../base/bus.js";
import { el, setText, within } from "../base/dom.js";
import { ringName } from "../scene/ringwords.js";
import { t } from "../base/words.js";

/** @typedef {{counts: HTMLElement, rest: HTMLElement, settledText: string, live: string}} SummaryParts */

/** @type {WeakMap<HTMLElement, SummaryParts>} */
const shown = new WeakMap();

/** @param {HTMLElement} root @returns {SummaryParts} */
function build(root) {
  const counts = el("strong");
  const heard = el("div", { class: "rm-heard", role: "status", "data-testid": "live-region" }); // for those who do not see it
  const rest = el("span");
  root.replaceChildren(heard,
    el("p", { "data-testid": "reach-summary", role: "status", "aria-live": "polite" }, counts, " ", rest));
  const tab = bus();
  const parts = { counts, rest, settledText: "", live: "" };
  tab.on("counters", ({ text }) => {
    if (!text || !tab.scene) return;
    const ring = tab.scene.rings[tab.scene.active];
    const live = t("Within {ring}: {counts}.", { ring: ringName(ring, tab.scene.units), counts: text });
    parts.live = live;
    if (isSaid(parts)) { // Python said the same, and more
      setText(counts, parts.settledText);
      rest.classList.remove("rm-stale");
      return;
    }
    setText(counts, live);
    if (!rest.classList.contains("rm-stale")) rest.classList.add("rm-stale");
  });
  tab.on("heard", ({ text }) => setText(heard, text ? `${text}. ` : ""));
  tab.on("told", ({ rest: text }) => settle(parts, isSaid(parts) ? parts.settledText : parts.live, text));
  return parts;
}

/**
 * Whether the sentence that settled says the live counts.
 * @param {SummaryParts} summaryParts
 * @returns {boolean}
 */
const isSaid = ({ settledText, live }) => settledText.startsWith(live.slice(0, -1));

/** @param {SummaryParts} parts @param {string} counts @param {string} rest */
function settle(parts, counts, rest) {
  parts.settledText = counts;
  setText(parts.counts, counts);
  setText(parts.rest, rest);
  parts.rest.classList.remove("rm-stale");
}

/**
 * Mount or update the summary: data = {counts, rest}.
 * @param {Component<{counts: string, rest: string}>} component
 */
export function mount({ parentElement, data }) {
  const root = within(parentElement, ".rm-summary");
  const parts = shown.get(root) ?? build(root);
  shown.set(root, parts);
  settle(parts, data.counts, data.rest);
  bus().send("summarized", null); // who follows a class is told another view than Python's
}
