// A ring's numbers and the track of its sliders, one for each of its outlines.

import { el, renew, setAttribute, setText } from "../base/dom.js";
import { marksOf, notches } from "./claimmarks.js";
import { numberBox } from "./numberbox.js";
import { edges, limitKm } from "../scene/edges.js";
import { length, number } from "../scene/lengths.js";
import { withoutRotation } from "../scene/spreadwords.js";
import { SHORT, scaleFor } from "../slider/scale.js";
import { rangeTrack } from "../slider/track.js";
import { t } from "../base/words.js";

const ROLE_WORDS = { low: t("Low"), best: t("Best"), high: t("High") };
/** @type {Record<Role, (n: number) => string>} */
const SLIDER_NAMES = {
  low: (n) => t("Low range of ring {n}", { n }), best: (n) => t("Best range of ring {n}", { n }),
  high: (n) => t("High range of ring {n}", { n }),
};
const KEYS = t("Arrow keys: 10 km; with Shift 1 km; Page Up and Page Down: 500 km.");
const BAND_KEYS = t("Drag the stretch between the thumbs, or a thumb with Shift, and the band moves as one.");

/** @typedef {{role: Role, box: NumberBox, input: HTMLInputElement}} Part */

/**
 * The boxes in a row: "[3,000] – [5,500]".
 * @param {Part[]} parts
 * @returns {HTMLElement[]}
 */
const boxRow = (parts) => parts.flatMap(({ role, box }, i) => [
  ...(i ? [el("span", { class: "rm-dash", "aria-hidden": "true" }, "\u2013")] : []),
  el("span", { class: "rm-number-box" },
    parts.length > 1 ? el("span", { class: "rm-role", "aria-hidden": "true" }, ROLE_WORDS[role]) : null, box.node),
]);

class RingSliders {
  /** @param {number} index @param {Ring} ring @param {CardActions} on */
  constructor(index, ring, on) {
    const main = ring.best === null ? "high" : "best";
    this.roles = edges(ring).map(({ role }) => role);
    /** @param {Role} role */
    const end = (role) => `${index}${role === main ? "" : `-${role}`}`;
    this.track = rangeTrack(this.roles.map((role) => ({
      testId: `range-${end(role)}`, label: SLIDER_NAMES[role](index + 1), isMain: role === main,
      input: (km) => on.range(index, role, km),
    })), {
      press: () => on.press(index), change: () => on.settle(), settle: () => on.settleSoon(),
      shift: (kms) => on.shift(index, Object.fromEntries(this.roles.map((role, i) => [role, kms[i]]))),
    });
    /** @type {Part[]} */
    this.parts = this.roles.map((role, i) => ({ role, input: this.track.sliders[i].input,
      box: numberBox(`number-${end(role)}`, SLIDER_NAMES[role](index + 1), {
        typed: (km) => on.typed(index, role, km),
        step: (km) => on.step(index, role, km),
      }) }));
    this.track.node.title = this.roles.length > 1 ? `${KEYS} ${BAND_KEYS}` : KEYS;
    this.marked = ""; // for what the notches were made
    this.unit = el("span", { class: "rm-unit" });
    this.notches = el("div", { class: "rm-notches", "aria-hidden": "true" });
    this.ends = [el("span"), el("span")];
    this.track.node.append(this.notches);
    this.numbers = [...boxRow(this.parts), this.unit];
    this.problems = this.parts.map(({ box }) => box.problem);
    this.nodes = [this.track.node, el("div", { class: "rm-scale-ends", "aria-hidden": "true" }, ...this.ends)];
  }

  /** @param {Ring} ring @returns {boolean} whether these are the sliders of such a ring */
  fits(ring) {
    return !ring.spread && edges(ring).map(({ role }) => role).join() === this.roles.join();
  }

  /** @param {Ring} ring @param {CardContext} context */
  update(ring, context) {
    if (this.track.isAtRest && context.isAtRest) this.track.setScale(scaleFor(limitKm(ring), this.track.scale));
    this.mark(ring, context);
    const kms = this.roles.map((role) => Number(ring[role]));
    this.track.show(kms);
    const all = kms.join();
    this.parts.forEach(({ box }, i) => box.show(kms[i], context.units, all));
  }

  /**
   * What readers of a screen hear; not in every frame.
   * @param {Ring} ring
   * @param {Units} units
   */
  tell(ring, units) {
    for (const { role, input } of this.parts) {
      const km = length(Number(ring[role]), units);
      setAttribute(input, "aria-valuetext", ring.rotating ? withoutRotation(km) : km);
    }
  }

  /** @param {Ring} ring @param {CardContext} context */
  mark(ring, { rings, missiles, units, date }) {
    const { scale } = this.track;
    const key = JSON.stringify([ring.site, ring.missile, rings.map(({ missile }) => missile), missiles.length, units, scale, date]);
    if (key === this.marked) return;
    this.marked = key;
    const marks = marksOf(ring, rings, missiles, date);
    this.track.marks = marks.map(({ km }) => km);
    renew(this.notches, notches(marks, scale, units)); // on most days as on the day before
    setText(this.unit, units);
    const [least, most] = scale === SHORT ? [number(scale.min, units), length(scale.max, units)] : ["", ""];
    setText(this.ends[0], least);
    setText(this.ends[1], most);
  }
}

/**
 * Return the sliders of a ring with this index; another shape of ring needs others.
 * @param {number} index
 * @param {Ring} ring
 * @param {CardActions} on
 * @returns {RingSliders}
 */
export function ringSliders(index, ring, on) {
  return new RingSliders(index, ring, on);
}
