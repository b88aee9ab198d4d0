// What a reading page shows is in its address, which its links to the other pages take along.

import { query } from "./address.js";
import { url } from "./live.js";

let carries = false;

/**
 * Let the links to the other pages take the state along. Streamlit's own links know only the
 * address at its last run, so once the address has changed they are followed by the browser. Once a tab is enough.
 */
export function carryAlong() {
  if (carries) return;
  carries = true;
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
