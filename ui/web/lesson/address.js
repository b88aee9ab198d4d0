// The lesson's address: its first ring is what is shown, so a link opens the same lesson.

import { query, withFirst, withValues } from "../base/address.js";
import { url } from "../base/live.js";
import { short } from "../scene/scene.js";

/**
 * The first ring of a query, "" if it has none.
 * @param {string} text
 * @returns {string}
 */
const firstRing = (text) => new URLSearchParams(text).get("ring") ?? "";

/**
 * Return a query with what was changed (a Set of "ring" and "units"): the first ring is the lesson's,
 * without a label, for that named who claimed another range. All else stays as it is.
 * @param {string} text
 * @param {LessonModel} lessonModel
 * @param {Set<string>} changed
 * @returns {string}
 */
export function withState(text, { site, km, units }, changed) {
  const ring = `${site.id}~${short(km)}`;
  const isNew = changed.has("ring") && !`${firstRing(text)}~`.startsWith(`${ring}~`);
  const moved = isNew ? withFirst(text, "ring", ring) : text;
  return withValues(moved, changed.has("units") ? { units: units === "km" ? null : units } : {});
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
