// The lesson's address: its active ring is what is shown, so a link opens the same lesson.

import { query, withFirst, withNth, withValues, without } from "../base/address.js";
import { url } from "../base/live.js";
import { short } from "../scene/scene.js";

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
  return `${now}~`.startsWith(`${ring}~`) ? text : withNth(text, "ring", active, ring);
}

/**
 * Let the links to the other pages take the state along. Streamlit's own links know only the
 * address at its last run, so once the address has changed they are followed by the browser.
 */
export function carryAlong() {
  const [here, started] = [location.pathname, query()];
  document.addEventListener("click", (event) => {
    /** @type {HTMLAnchorElement | null} */
    const link = event.target instanceof Element ? event.target.closest(".st-key-pages a:not(.rm-language)") : null;
    if (!link || location.pathname !== here || query() === started) return;
    // Streamlit writes the link to its first page, the map, without a path.
    const path = /^[^?]/.test(link.getAttribute("href") ?? "") ? link.pathname : url("");
    if (path === here) return;
    link.href = path + query(); // also for a new tab
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    location.assign(link.href);
  }, { capture: true });
}
