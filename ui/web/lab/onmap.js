// "Show on the map": a ring, a band or the whole spread, as a link to the map from the flight's site.

import { el, setAttribute, setText } from "../base/dom.js";
import { withValues, written } from "../base/address.js";
import { url } from "../base/live.js";
import { LANG, dateText, t } from "../base/words.js";
import { DEFAULT_LAYERS } from "../base/facts.js";
import { TESTS } from "../testflights/flights.js";
import { MAX_LABEL } from "../scene/saidby.js";
import { loftedForm } from "./report.js";
import { isRing, printed, rangeWords, reach } from "./words.js";

/** @typedef {{id: string, words: string, km: string | null}} RingChoice */

/** @param {number} km @returns {string} */
const whole = (km) => String(Math.round(km));

/**
 * What can be shown, each with what stands for its range in a link; null where the map has no such ring.
 * @param {LabModel} model
 * @param {RangeSpread | null} spread
 * @param {boolean} turns whether the ranges above a turning Earth are shown
 * @returns {RingChoice[]}
 */
export function ringChoices(model, spread, turns) {
  const { moved, units } = model;
  const [low, middle, high] = [spread?.p05_km ?? null, spread?.p50_km ?? null, spread?.p95_km ?? null];
  const isBand = isRing(low) && isRing(middle) && isRing(high);
  return [
    { id: "angle", words: t("the range at this angle, {range}", { range: rangeWords(model, moved.rangeKm) }), km: isRing(moved.rangeKm) ? whole(moved.rangeKm) : null },
    { id: "turning", words: t("the farthest range by direction, with Earth's rotation"), km: isRing(model.farthestKm) ? `${whole(model.farthestKm)}:rotating` : null },
    { id: "median", words: t("the middle of the spread, {range}", { range: spread ? reach(middle, units) : "\u2026" }), km: isRing(middle) ? whole(/** @type {number} */ (middle)) : null },
    { id: "band", words: t("the band that 9 of 10 of the assumptions fill"), km: isBand ? [low, middle, high].map((km) => whole(/** @type {number} */ (km))).join("-") : null },
    turns ? { id: "spread", words: t("the whole spread, fading outwards, with Earth's rotation"), km: `${loftedForm(model)}:rotating` }
      : { id: "spread", words: t("the whole spread, fading outwards"), km: loftedForm(model) },
  ];
}

/**
 * Return the part, with a second link to the map of the flight's own day: {node, show(model, spread, turns)}; `now` has it shown anew, for the slider may have moved since.
 * @param {() => void} now
 * @returns {{node: HTMLElement, show(model: LabModel, spread: RangeSpread | null, turns: boolean): void}}
 */
export function onMapPart(now) {
  const select = el("select", { "data-testid": "lab-ring", onchange: () => {
    isChosen = true;
    update();
  } });
  let isChosen = false; // else it is what the switch of the rotation says
  const link = el("a", { class: "rm-lab-show", "data-testid": "lab-show", onclick: now }, t("Show on the map"));
  const floor = el("p", { class: "rm-lab-small", "data-testid": "lab-show-floor" });
  const dated = el("a", { "data-testid": "lab-show-day", onclick: now });
  /** @type {RingChoice[]} */
  let choices = [];
  /** @type {LabModel | null} */
  let shown = null;
  const update = () => {
    const choice = choices.find(({ id }) => id === select.value);
    const isShown = shown !== null && typeof choice?.km === "string";
    link.toggleAttribute("aria-disabled", !isShown);
    const href = shown && isShown ? linkOf(shown, /** @type {string} */ (choice?.km)) : "";
    setText(floor, href && shown?.given.isFloor ? t("This is a floor: at least so far. The ring's label says so.") : "");
    const flight = shown?.flight?.site ? shown.flight : null; // no map shows one from nobody knows where
    dated.hidden = !href || !flight;
    if (!href) return void link.removeAttribute("href");
    setAttribute(link, "href", href);
    if (!flight) return;
    setText(dated, t("Show with the flight on the map of {date}", { date: dateText(flight.date) }));
    setAttribute(dated, "href", onItsDay(href, flight));
  };
  return {
    node: el("div", { class: "rm-lab-onmap" }, el("label", { class: "rm-lab-field" }, el("span", {}, t("On the map")), select), link, floor, dated),
    show(model, spread, turns) {
      const usual = turns && isRing(model.farthestKm) ? "turning" : "angle";
      const [before, had] = [isChosen ? select.value : usual, choices.map(({ words, km }) => `${words}${km}`).join()];
      [shown, choices] = [model, ringChoices(model, spread, turns)];
      if (choices.map(({ words, km }) => `${words}${km}`).join() !== had) {
        select.replaceChildren(...choices.map(({ id, words, km }) => el("option", { value: id, disabled: km === null }, words)));
      }
      select.value = before;
      update();
    },
  };
}

/**
 * The map with one ring, from the flight's site, in the reader's units and language.
 * @param {LabModel} labModel
 * @param {string} km
 * @returns {string}
 */
function linkOf({ site, given, units }, km) {
  const apogee = printed(given.apogeeText, "km");
  const label = given.isFloor ? t("from an apogee over {apogee} (a floor)", { apogee }) : t("from apogee {apogee}", { apogee });
  const ring = written([["ring", `${site.id}~${km}~${label.slice(0, MAX_LABEL)}`]]);
  const lang = new URLSearchParams(location.search).get("lang") === LANG ? LANG : null;
  return `${url("")}?${withValues(ring, { units: units === "km" ? null : units, lang })}`;
}

/**
 * The same on the map of the flight's day, with the flights of its type by then.
 * @param {string} href
 * @param {LabFlight} flight
 * @returns {string}
 */
export function onItsDay(href, { date, missile }) {
  const [page, query] = href.split("?");
  return `${page}?${withValues(query, { show: [...DEFAULT_LAYERS, TESTS].join(","), date, tests: missile || null })}`;
}
