// The slider for the launch angle, with what it holds to: as flown, the best angle, and half a right angle.

import { el, setAttribute, setText } from "../base/dom.js";
import { t } from "../base/words.js";
import { rangeInput } from "../slider/track.js";
import { SCHOOL_DEG } from "./model.js";
import { angleWords, movedSentence } from "./words.js";

export const SHAPE = { min: 1, max: 90, step: 0.5 };

/**
 * @typedef {object} AngleActions
 * @property {() => () => void} press the slider is pressed: returns what brings all back
 * @property {(deg: number) => void} angle
 * @property {() => void} rest
 */

/**
 * Return the slider's bar: {node, show(model), move(model)}.
 * @param {AngleActions} on
 * @returns {Required<LabPart>}
 */
export function angleBar(on) {
  const slider = rangeInput("lab-angle", t("Launch angle"), { press: on.press, input: on.angle, change: on.rest, settle: on.rest }, SHAPE);
  const value = el("output", { class: "rm-lab-value" });
  const said = el("p", { class: "rm-lab-said-now", "aria-hidden": "true", "data-testid": "lab-now" });
  const marks = el("span", { class: "rm-notches", "aria-hidden": "true" });
  slider.node.append(marks);
  /** @type {Record<"flown" | "best" | "school", {deg: number, button: HTMLElement}>} */
  const jumps = { flown: jump("flown"), best: jump("best"), school: jump("school") };
  jumps.school.deg = SCHOOL_DEG;
  /** @param {"flown" | "best" | "school"} name */
  function jump(name) {
    const button = el("button", {
      type: "button",
      "data-testid": `lab-${name}`,
      onclick: () => {
        on.angle(jumps[name].deg);
        on.rest();
      },
    });
    return { deg: 0, button };
  }
  return {
    node: el("div", { class: "rm-lab-bar" },
      el("label", { class: "rm-lab-slide" }, el("span", { class: "rm-lab-slide-name" }, t("Launch angle")), value, slider.node),
      el("div", { class: "rm-lab-jumps", role: "group", "aria-label": t("Angles to compare") }, Object.values(jumps).map(({ button }) => button)), said),
    show({ flown, best }) {
      jumps.flown.deg = flown.elevationDeg;
      jumps.best.deg = best.elevationDeg;
      jumps.best.button.hidden = best.isOrbit;
      setText(jumps.flown.button, t("As flown, {angle}", { angle: angleWords(flown.elevationDeg) }));
      setText(jumps.best.button, t("Best, {angle}", { angle: angleWords(best.elevationDeg) }));
      setText(jumps.school.button, angleWords(SCHOOL_DEG));
      const shown = best.isOrbit ? [flown.elevationDeg] : [flown.elevationDeg, best.elevationDeg];
      marks.replaceChildren(...shown.map((deg) => el("i", { class: "rm-notch", style: `left: ${(100 * (deg - SHAPE.min)) / (SHAPE.max - SHAPE.min)}%` })));
    },
    move(model) {
      const deg = model.moved.elevationDeg;
      slider.show(deg);
      setText(value, angleWords(deg));
      setText(said, movedSentence(model));
      setAttribute(slider.input, "aria-valuetext", movedSentence(model));
    },
  };
}
