// The sliders of the page: how far, which way, how wide.

import { WHOLE_TURN } from "../earth/sectors.js";
import { el, setAttribute, setText } from "../base/dom.js";
import { t } from "../base/words.js";
import { azimuthTold, degrees, degreesTold } from "../radar/controlwords.js";
import { length } from "../scene/lengths.js";
import { rangeInput } from "../slider/track.js";
import { FORWARD_KM, TERMINAL_KM } from "./model.js";
import { rangesText } from "./words.js";

const RANGE = { min: 300, max: 2500, step: 10 };

/**
 * One slider with its name and its value beside it.
 * @param {string} testId
 * @param {string} name
 * @param {SliderShape} shape
 * @param {RadarPageActions} on
 * @param {(value: number) => void} input
 */
function bar(testId, name, shape, on, input) {
  const slider = rangeInput(testId, name, { input, change: on.rest, settle: on.rest, press: on.press }, shape);
  const value = el("output", { class: "rm-radarpage-value" });
  const node = el("div", { class: "rm-radarpage-bar" }, el("span", { class: "rm-radarpage-name", "aria-hidden": "true" }, name), value, slider.node);
  return {
    node, slider,
    /** @param {number} number @param {string} words @param {string} [told] */
    show(number, words, told = words) {
      slider.show(number);
      setAttribute(slider.input, "aria-valuetext", told);
      setText(value, words);
    },
  };
}

/**
 * @param {RadarPageActions} on
 * @returns {RadarPagePart}
 */
export function sliders(on) {
  const range = bar("radar-range", t("Range of the radar"), RANGE, on, (km) => on.turn({ kms: [km] }));
  const azimuth = bar("radar-azimuth", t("Boresight of the radar"), { min: 0, max: WHOLE_TURN, step: 1, isExact: true }, on, (deg) => on.turn({ azimuth: deg }));
  const width = bar("radar-width", t("Width of the sector"), { min: 1, max: WHOLE_TURN, step: 1, isExact: true }, on, (deg) => on.turn({ width: deg }));
  const [terminal, forward] = [el("button", { type: "button", onclick: () => jump(TERMINAL_KM) }), el("button", { type: "button", onclick: () => jump(FORWARD_KM) })];
  /** @param {number} km */
  const jump = (km) => {
    on.turn({ kms: [km] });
    on.rest();
  };
  range.slider.mark([TERMINAL_KM, FORWARD_KM]);
  range.node.append(el("div", { class: "rm-radarpage-ends" }, terminal, forward));
  return {
    node: el("div", { class: "rm-radarpage-sliders" }, range.node, el("div", { class: "rm-radarpage-two" }, azimuth.node, width.node)),
    show({ scene: { units } }) {
      setText(terminal, t("terminal, {range}", { range: length(TERMINAL_KM, units) }));
      setText(forward, t("forward-based, {range} and more", { range: length(FORWARD_KM, units) }));
    },
    move({ kms, azimuth: deg, width: wide, scene: { units } }) {
      range.slider.setScale({ min: Math.min(RANGE.min, kms[0]), max: Math.max(RANGE.max, kms[0]) }); // a link may have others
      range.show(kms[0], rangesText(kms, units));
      azimuth.show(deg, degrees(deg), azimuthTold(deg));
      width.show(wide, degrees(wide), degreesTold(wide));
    },
  };
}
