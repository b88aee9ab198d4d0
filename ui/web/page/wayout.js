// The links of a page that stands in a page of someone else. Our pages let nobody hold them but with `embed=true`:
// followed within the frame, a link would leave it empty. So links open beside, but for those to another language.

import { addressIn, query, valueIn, without } from "../base/address.js";
import { FRAME_KEYS, isFramed } from "../base/framed.js";

/** @param {HTMLAnchorElement} link */
function mend(link) {
  const href = link.getAttribute("href") ?? "";
  if (href.startsWith("#") || link.target) return; // a place on this page; or it opens beside as it is
  if (link.hreflang) {
    if (valueIn(link.search, "embed") === null) link.href = addressIn(link.lang);
    return;
  }
  link.target = "_blank";
  link.relList.add("noopener");
}

/** @param {Node} node */
function mendWithin(node) {
  if (!(node instanceof Element)) return;
  if (node instanceof HTMLAnchorElement) mend(node);
  node.querySelectorAll("a").forEach(mend);
}

/**
 * Streamlit's links to our pages change the page within the frame, and know only the address of its last run.
 * @param {MouseEvent} event
 */
function follow(event) {
  /** @type {HTMLAnchorElement | null} */
  const link = event.target instanceof Element ? event.target.closest(".st-key-pages a:not([hreflang])") : null;
  if (!link) return;
  mend(link);
  const kept = without(query(), FRAME_KEYS);
  link.href = link.pathname + (kept && `?${kept}`);
  event.stopPropagation();
}

/** Have all links lead out of the frame, if the page stands in one; also those that are yet to come. */
export function openLinksBeside() {
  if (!isFramed()) return;
  mendWithin(document.body);
  new MutationObserver((records) => records.forEach(({ addedNodes }) => addedNodes.forEach(mendWithin)))
    .observe(document.body, { childList: true, subtree: true });
  window.addEventListener("click", follow, { capture: true }); // before Streamlit hears of it
}
