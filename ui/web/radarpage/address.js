// The page's address: sectors, day and the page's own keys, so that a link opens the same page. Only what a person
// changed goes into it.

import { pairsBeside, query, without, written } from "../base/address.js";
import { FRAME_KEYS } from "../base/framed.js";
import { toPairs } from "../scene/link.js";

const OWN_KEYS = ["launch", "target", "battery", "elevation"]; // RadarPageAsked

/** @typedef {"radar" | "date" | keyof RadarPageAsked} RadarPageChange */

/**
 * Return a query with what was changed; all else stays as it is.
 * @param {string} text
 * @param {RadarPageModel} model
 * @param {Set<RadarPageChange>} changed
 * @returns {string}
 */
export function withState(text, { scene, asked }, changed) {
  const ofScene = toPairs(scene).filter(([key]) => changed.has(/** @type {RadarPageChange} */ (key)));
  const own = Object.entries(asked).filter(([key]) => changed.has(/** @type {RadarPageChange} */ (key)));
  return written([...pairsBeside(text, [...changed]), ...ofScene, ...own]);
}

/**
 * The query of this page for another one: without what is this page's own, or its frame's.
 * @returns {string}
 */
export function queryBeside() {
  const rest = without(query(), [...OWN_KEYS, ...FRAME_KEYS]);
  return rest && `?${rest}`;
}
