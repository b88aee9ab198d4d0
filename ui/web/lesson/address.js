// The lesson's address: its active ring is what is shown, so a link opens the same lesson.

import { withFirst, withNth, withValues, without } from "../base/address.js";
import { short } from "../scene/lengths.js";

const ROTATING = ":rotating"; // geo/link/shapes.py

/**
 * Return a query with what was changed (a Set of "ring" and "units"): the active ring is the lesson's,
 * without a label, for that named who claimed another range. All else stays as it is.
 * @param {string} text
 * @param {LessonModel} lessonModel
 * @param {Set<string>} changed
 * @returns {string}
 */
export function withState(text, { site, km, units, active }, changed) {
  const moved = changed.has("ring") ? withRing(text, `${site.id}~${short(km)}`, active) : text;
  return withValues(moved, changed.has("units") ? { units: units === "km" ? null : units } : {});
}

/**
 * Return a query whose active ring is this one; where it has no such ring, this one is the first.
 * @param {string} text
 * @param {string} ring
 * @param {number} active
 * @returns {string}
 */
function withRing(text, ring, active) {
  const now = new URLSearchParams(text).getAll("ring")[active];
  if (now === undefined) return withFirst(without(text, ["on"]), "ring", ring);
  const kept = now.split("~")[1]?.endsWith(ROTATING) ? `${ring}${ROTATING}` : ring; // which the lesson leaves out, but nobody changed
  return `${now}~`.startsWith(`${kept}~`) ? text : withNth(text, "ring", active, kept);
}
