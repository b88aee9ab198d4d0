// Controls of the lesson's page: launch site, range, where the scale is read, units.

import { el, setAttribute, setText } from "../base/dom.js";
import { SCALE_NAMES } from "./model.js";
import { countSentence } from "./words.js";
import { rangeInput } from "../slider/track.js";
import { KM_PER_UNIT } from "../base/facts.js";
import { length, number } from "../scene/lengths.js";
import { t } from "../base/words.js";

/**
 * What the controls tell.
 * @typedef {object} LessonControlActions
 * @property {() => () => void} press the slider is pressed: returns what brings all back
 * @property {(km: number) => void} range
 * @property {() => void} rest
 * @property {(id: string) => void} site
 * @property {(scale: string) => void} scale
 * @property {(units: Units) => void} units
 */
/**
 * @typedef {object} LessonControls
 * @property {HTMLElement} node
 * @property {(sites: Site[], ring: Ring) => void} offer
 * @property {(model: LessonModel, found: Verdict) => void} update
 */

const STEPS_KM = [3000, 5500, 8000, 10000, 13000, 15000];
/** @type {Record<string, string>} */
const SCALE_WORDS = { site: t("the launch site"), equator: t("the equator") };
const UNIT_WORDS = { km: "km", mi: t("miles"), nmi: t("nautical miles") };

/** @param {string} label @param {HTMLElement} control @returns {HTMLElement} */
const field = (label, control) => el("label", { class: "rm-lesson-field" }, el("span", {}, label), control);
/** @param {Record<string, string>} words @returns {HTMLElement[]} */
const options = (words) => Object.entries(words).map(([value, text]) => el("option", { value }, text));

/**
 * Return {node, offer(sites, ring), update(model, found)}; `on` = {press, range, rest, site, scale, units}.
 * @param {LessonControlActions} on
 * @returns {LessonControls}
 */
export function lessonControls(on) {
  const slider = rangeInput("lesson-range", t("Range"), { press: on.press, input: on.range, change: on.rest, settle: on.rest });
  const value = el("output", { class: "rm-lesson-value" });
  const count = el("p", { class: "rm-lesson-brief", "aria-hidden": "true" }); // phones: the lists are far below
  const site = el("select", { "data-testid": "lesson-site", onchange: () => on.site(site.value) });
  const scale = el("select", { "data-testid": "lesson-scale", onchange: () => on.scale(scale.value) },
    options(Object.fromEntries(SCALE_NAMES.map((name) => [name, SCALE_WORDS[name]]))));
  const units = el("select", { "data-testid": "lesson-units", onchange: () => on.units(/** @type {Units} */ (units.value)) }, options(UNIT_WORDS));
  const steps = STEPS_KM.map((km) => {
    const button = el("button", {
      type: "button",
      onclick: () => {
        on.range(km);
        on.rest();
      },
    });
    return { km, button };
  });
  const node = el("div", { class: "rm-lesson-controls" },
    el("div", { class: "rm-lesson-setup" },
      field(t("Launch site"), site), field(t("Compass scale read at"), scale), field(t("Units"), units)),
    el("div", { class: "rm-lesson-bar" }, el("label", { class: "rm-lesson-slide" }, value, slider.node),
      el("div", { class: "rm-lesson-steps", role: "group", "aria-label": t("Ranges to compare") }, steps.map(({ button }) => button)), count));
  return {
    node,
    offer(sites, ring) {
      const known = sites.some(({ id }) => id === ring.site);
      site.replaceChildren(...(known ? sites : [{ id: ring.site, name: ring.name }, ...sites])
        .map(({ id, name }) => el("option", { value: id }, name)));
      site.value = ring.site;
    },
    update(model, found) {
      slider.show(model.km);
      const words = length(model.km, model.units);
      setText(value, words);
      setAttribute(slider.input, "aria-valuetext", words);
      setText(count, countSentence(model, found));
      scale.value = model.scale;
      units.value = model.units in KM_PER_UNIT ? model.units : "km";
      for (const { km, button } of steps) {
        setText(button, number(km, model.units));
        setAttribute(button, "aria-label", length(km, model.units));
      }
    },
  };
}
