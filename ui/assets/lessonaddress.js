// The lesson's address: its first ring is what is shown, so a link opens the same lesson.

import { url } from "./live.js";
import { short } from "./scene.js";

const encoded = (text) => encodeURIComponent(text).replace(/%2C/g, ",");

const valueOf = (piece) => new URLSearchParams(piece).get("ring");

/** Put `ring` (the first one) and `units` into a query string; everything else stays as it is. */
export function withState(search, { site, km, units }) {
  const pieces = search.replace(/^\?/, "").split("&").filter(Boolean);
  const ring = `ring=${encoded(site.id)}~${short(km)}`;
  const first = pieces.findIndex((piece) => piece.startsWith("ring="));
  // A label names who claimed a range: it stays only while site and range are the claimed ones.
  if (first < 0) pieces.unshift(ring);
  else if (!valueOf(pieces[first]).startsWith(`${valueOf(ring)}~`)) pieces[first] = ring;
  const kept = pieces.filter((piece) => !piece.startsWith("units="));
  if (units !== "km") kept.push(`units=${units}`);
  return `?${kept.join("&")}`;
}

/**
 * Let the links to the other pages take the state along. Streamlit's own links know only the
 * address at its last run, so once the address has changed they are followed by the browser.
 */
export function carryAlong() {
  const [here, started] = [location.pathname, location.search];
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".st-key-pages a[href]:not(.rm-language)");
    if (!link || location.pathname !== here || location.search === started) return;
    // Streamlit writes the link to its first page, the map, without a path.
    const path = link.getAttribute("href").startsWith("?") ? url("") : link.pathname;
    if (path === here) return;
    link.href = path + location.search; // also for a new tab
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    location.assign(link.href);
  }, { capture: true });
}
