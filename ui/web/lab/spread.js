// All ranges that fit a report: which assumptions, the spread that the server makes of them, and beside it what
// was published.

import { el, setText } from "../base/dom.js";
import { getJson } from "../base/live.js";
import { t } from "../base/words.js";
import { length } from "../scene/lengths.js";
import { barTable, claimBars, computedBars } from "./bars.js";
import { reach, speed } from "./words.js";

/** @type {Record<keyof LabAssumed, {label: string, usual: string, choices: string[], words: (text: string, units: Units) => string}>} */
const ASSUMED = {
  apogee_error_km: {
    label: t("Rounding of the highest point"), usual: t("half of its last digit"), choices: ["10", "50", "100"],
    words: (text, units) => t("\u00b1 {length}", { length: length(Number(text), units) }),
  },
  burnout_altitude_km: {
    label: t("Height at which the engines stop"), usual: "0-200", choices: ["0-0", "100-100", "200-200", "0-400"],
    words: (text, units) => spanText(text, (value) => length(Number(value), units)),
  },
  speed_credit_km_s: {
    label: t("Speed that a steep climb lost to gravity"), usual: "0-0.5", choices: ["0-0", "0.2-0.5", "0-1"],
    words: (text) => spanText(text, (value) => speed(Number(value), 1)),
  },
};
const KEYS = /** @type {(keyof LabAssumed)[]} */ (Object.keys(ASSUMED));

/** @param {string} text @param {(value: string) => string} word @returns {string} */
function spanText(text, word) {
  const [low, high = low] = text.split("-");
  return low === high ? word(low) : t("{low} to {high}", { low: word(low), high: word(high) });
}

/**
 * Where the server tells what ranges fit.
 * @param {LabModel} labModel
 * @returns {string}
 */
function pathOf({ given, assumed }) {
  const pairs = {
    apogee_km: given.apogeeText, ground_range_km: String(given.distanceKm),
    ...(given.minutes === null ? {} : { flight_time_min: given.minutes.toFixed(2) }),
    ...Object.fromEntries(KEYS.filter((key) => assumed[key]).map((key) => [key, assumed[key]])),
  };
  return `export/range.json?${new URLSearchParams(pairs)}`;
}

/**
 * "In 9 of 10 of the assumptions the range is between X and Y; in half of them it is above Z."
 * @param {LabModel} labModel
 * @param {RangeSpread} spread
 * @returns {string}
 */
function spreadSentence({ units, given }, { p05_km: low, p50_km: middle, p95_km: high }) {
  const values = { low: reach(low, units), middle: reach(middle, units), high: reach(high, units) };
  const floor = given.isFloor ? ` ${t("The height is a floor, so all of these are floors, too.")}` : "";
  if (low === null) return t("In more than 9 of 10 of the assumptions the range has no limit.") + floor;
  if (middle === null) return t("In half of the assumptions or more the range has no limit; in 19 of 20 it is above {low}.", values) + floor;
  if (high === null) return t("In 19 of 20 of the assumptions the range is above {low}, in half of them above {middle}; in 1 of 20 or more it has no limit.", values) + floor;
  return t("In 9 of 10 of the assumptions the range is between {low} and {high}, in half of them above {middle}.", values) + floor;
}

/**
 * Return the part: {node, show(model, claims)}; `told` hears of the spread once it is known, `assume` of a choice.
 * @param {{assume(key: keyof LabAssumed, value: string): void, told(spread: RangeSpread | null): void}} on
 * @returns {{node: HTMLElement, show(model: LabModel, claims: Claim[]): void}}
 */
export function spreadPart({ assume, told }) {
  const sentence = el("p", { class: "rm-lab-spread", "data-testid": "lab-spread", "aria-live": "polite" });
  const selects = Object.fromEntries(KEYS.map((key) => [key, el("select", { "data-testid": `lab-${key}`, onchange: () => assume(key, selects[key].value) })]));
  const bars = barTable();
  let asked = "";
  return {
    node: el("section", { class: "rm-lab-ranges" },
      el("h2", {}, t("Where the numbers come from")), sentence,
      el("p", { class: "rm-lab-small" }, t("A share of the assumptions, not a chance: each set of assumptions gives a speed, and that a farthest range. Nobody knows which set is true.")),
      el("div", { class: "rm-lab-assumed" }, KEYS.map((key) => el("label", { class: "rm-lab-field" }, el("span", {}, ASSUMED[key].label), selects[key]))),
      el("div", { class: "rm-lab-scroll" }, bars.node)),
    show(model, claims) {
      for (const key of KEYS) offer(selects[key], ASSUMED[key], model.assumed[key], model.units);
      const published = claimBars(claims, model);
      const draw = (/** @type {RangeSpread | null} */ spread) => bars.show(computedBars(model, spread), published, model.units);
      draw(null);
      asked = pathOf(model);
      const path = asked;
      told(null);
      getJson(path).then((answer) => {
        if (asked !== path) return; // another was asked for meanwhile
        const spread = /** @type {RangeSpread} */ (answer);
        setText(sentence, spreadSentence(model, spread));
        draw(spread);
        told(spread);
      }).catch(() => asked === path && setText(sentence, t("The server did not tell which ranges fit.")));
    },
  };
}

/** @param {HTMLSelectElement} select @param {typeof ASSUMED[keyof LabAssumed]} rule @param {string} value @param {Units} units */
function offer(select, { usual, choices, words }, value, units) {
  const isSpan = usual.includes("-");
  const all = [...new Set(["", ...choices, value])];
  select.replaceChildren(...all.map((text) => el("option", { value: text }, text ? words(text, units) : isSpan ? words(usual, units) : usual)));
  select.value = value;
}
