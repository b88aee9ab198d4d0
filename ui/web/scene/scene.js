// The scene: the Scenario as the browser holds it while someone plays with it, and which of its rings are
// shown. The rules are those of geo/link/scenario.py and geo/reach/matrix.py; browser tests compare the two.

import { LIMITS, STATES } from "../base/facts.js";
import { isKnown } from "../base/known.js";

export const MAX_RINGS = LIMITS.rings;

/**
 * States from the best one on, each with its place in this order.
 * @type {Record<string, number>}
 */
export const ORDER = Object.fromEntries(STATES.map(({ id }, index) => [id, index]));

/**
 * Whether a ring quotes what was printed only after the day that is shown.
 * @param {Pick<Ring, "printed">} ring
 * @param {string | null | undefined} date
 * @returns {boolean}
 */
export const isLater = ({ printed }, date) => !isKnown(printed, date);

/**
 * Whether a ring is drawn and counted nowhere: it is hidden, or of a later day.
 * @param {Pick<Ring, "hidden" | "printed">} ring
 * @param {string | null | undefined} date
 * @returns {boolean}
 */
export const isOff = (ring, date) => Boolean(ring.hidden) || isLater(ring, date);

/**
 * The indices of the rings that are shown.
 * @param {Pick<Scene, "rings" | "date">} scene
 * @returns {number[]}
 */
export const shownRings = ({ rings, date }) => rings.map((_, index) => index).filter((index) => !isOff(rings[index], date));

/**
 * The index of the ring that headline, symbols, distance lines and cards speak of: the active one, the first
 * one shown where that is not, null where none is.
 * @param {Pick<Scene, "rings" | "active" | "date">} scene
 * @returns {number | null}
 */
export const speaking = ({ rings, active, date }) => (isOff(rings[active], date) ? shownRings({ rings, date })[0] ?? null : active);

/**
 * The same view without what somebody wrote, which makes links long: what is kept back for its label is hidden.
 * @param {Scene} scene
 * @returns {Scene}
 */
export const withoutWords = (scene) => (
  { ...scene, title: "", note: "", rings: scene.rings.map((ring) => (
    { ...ring, label: "", printed: "", hidden: isOff(ring, scene.date) })) });

/**
 * A site's name as it fits on a map: without what stands in brackets.
 * @param {string} name
 * @returns {string}
 */
export const shortName = (name) => name.split(" (")[0];

/**
 * The name of a ring's site as maps and headlines have it: "Sohae".
 * @param {Pick<Ring, "name" | "short">} ring
 * @returns {string}
 */
export const siteName = ({ name, short: told }) => told ?? shortName(name);
