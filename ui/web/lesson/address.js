// The lesson's address: its first ring is what is shown, so a link opens the same lesson.

import { url } from "../base/live.js";
import { short } from "../scene/scene.js";

/** @param {string} text @returns {string} */
const encoded = (text) => encodeURIComponent(text).replace(/%2C/g, ",");

/** @param {string} piece @returns {string} */
const valueOf = (piece) => new URLSearchParams(piece).get("ring") ?? "";

/**
 * Return a query string with what was changed (a Set of "ring" and "units"): the first ring is the
 * lesson's, without a label, for that named who claimed another range. All else stays as it is.
 * @param {string} search
 * @param {LessonModel} lessonModel
 * @param {Set<string>} changed
 * @returns {string}
 */
export function withState(search, { site, km, units }, changed) {
  let pieces = search.replace(/^\?/, "").split("&").filter(Boolean);
  if (changed.has("ring")) {
    const ring = `ring=${encoded(site.id)}~${short(km)}`;
    const first = pieces.findIndex((piece) => piece.startsWith("ring="));
    if (first < 0) pieces.unshift(ring);
    else if (!valueOf(pieces[first]).startsWith(`${valueOf(ring)}~`)) pieces[first] = ring;
  }
  if (changed.has("units")) {
    pieces = pieces.filter((piece) => !piece.startsWith("units="));
    if (units !== "km") pieces.push(`units=${units}`);
  }
  return pieces.length ? `?${pieces.join("&")}` : "";
}

/**
 * Let the links to the other pages take the state along. Streamlit's own links know only the
 * address at its last run, so once the address has changed they are followed by the browser.
 */
export function carryAlong() {
  const [here, started] = [location.pathname, location.search];
  document.addEventListener("click", (event) => {
    /** @type {HTMLAnchorElement | null} */
    const link = event.target instanceof Element ? event.target.closest(".st-key-pages a:not(.rm-language)") : null;
    if (!link || location.pathname !== here || location.search === started) return;
    // Streamlit writes the link to its first page, the map, without a path.
    const path = /^[^?]/.test(link.getAttribute("href") ?? "") ? link.pathname : url("");
    if (path === here) return;
    link.href = path + location.search; // also for a new tab
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    location.assign(link.href);
  }, { capture: true });
}
