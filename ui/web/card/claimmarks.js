// The published numbers that a slider holds to, and that are notched under its track: those said of the
// ring's missile, else of whatever the page's rings quote or has flown from the ring's site.

import { published } from "../scene/ringwords.js";
import { isKnown } from "../base/known.js";
import { shareOf } from "../slider/scale.js";
import { el } from "../base/dom.js";

const APART = 4 / 230; // notches nearer together than that, on the usual track, are one
const MOST_NAMES = 4;

/**
 * @param {Ring} ring
 * @param {Ring[]} rings
 * @param {Missile[]} missiles
 * @returns {Missile[]}
 */
function missilesOf(ring, rings, missiles) {
  const own = missiles.filter(({ id }) => id === ring.missile);
  if (own.length) return own;
  const quoted = new Set(rings.map(({ missile }) => missile));
  return missiles.filter(({ id, sites }) => quoted.has(id) || sites.includes(ring.site));
}

/**
 * Return the published numbers for a ring, in order, each with those who gave it.
 * @param {Ring} ring
 * @param {Ring[]} rings
 * @param {Missile[]} missiles
 * @param {string | null} date what was printed later has none
 * @returns {Mark[]}
 */
export function marksOf(ring, rings, missiles, date) {
  /** @type {Map<number, Set<string>>} */
  const said = new Map();
  for (const claim of missilesOf(ring, rings, missiles).flatMap(({ claims }) => claims)) {
    if (!isKnown(claim.printed, date)) continue;
    for (const km of [claim.low, claim.high]) {
      if (km !== null) said.set(km, (said.get(km) ?? new Set()).add(claim.said_by || claim.label));
    }
  }
  return [...said].sort(([a], [b]) => a - b).map(([km, who]) => ({ km, said: [...who] }));
}

/**
 * @param {Mark} mark
 * @param {Units} units
 * @returns {string}
 */
function notchTitle({ km, said }, units) {
  const named = said.slice(0, MOST_NAMES).join("; ");
  return `${published(km, units)}: ${named}${said.length > MOST_NAMES ? "; \u2026" : ""}`;
}

/**
 * Return small notches at the marks on a scale; those that would run into each other are one.
 * @param {Mark[]} marks
 * @param {Scale} scale
 * @param {Units} units
 * @returns {HTMLElement[]}
 */
export function notches(marks, scale, units) {
  /** @type {{at: number, marks: Mark[]}[]} */
  const groups = [];
  for (const mark of marks.filter(({ km }) => km >= scale.min && km <= scale.max)) {
    const at = shareOf(mark.km, scale);
    const last = groups[groups.length - 1];
    if (last && at - last.at < APART) last.marks.push(mark);
    else groups.push({ at, marks: [mark] });
  }
  return groups.map(({ at, marks: here }) => el("i", {
    class: "rm-notch", style: `left: ${(100 * at).toFixed(2)}%`, title: here.map((mark) => notchTitle(mark, units)).join("\n"),
  }));
}
