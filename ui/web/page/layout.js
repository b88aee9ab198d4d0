// Where the controls stand: beside the map, or as a sheet below it, on phones and tablets held upright and in
// pages of others. The style sheets have one grid for each (page.css, sheet.css).

import { valueOf } from "../base/address.js";

const ROOT = document.documentElement;
const NARROW = matchMedia("(max-width: 560px), (max-width: 1000px) and (orientation: portrait)");
const PRINT = matchMedia("print");
/** @type {Map<Element, string>} */
const measured = new Map(); // the length that a part's height is

const sizes = new ResizeObserver((entries) => {
  if (ROOT.hasAttribute("data-open")) return; // the sheet lies over the map, which stays as it is
  for (const { target } of entries) {
    ROOT.style.setProperty(measured.get(target) ?? "", `${target.getBoundingClientRect().height}px`);
  }
});

/** @returns {boolean} */
export const isSheet = () => ROOT.hasAttribute("data-sheet");

/**
 * Keep the root's attributes and lengths as the layout has them.
 * @param {Element} panel
 * @param {Element} timeline
 */
export function watchLayout(panel, timeline) {
  const isEmbedded = valueOf("embed") === "true"; // in a page of someone else
  ROOT.toggleAttribute("data-embed", isEmbedded);
  const paint = () => {
    if (!PRINT.matches) ROOT.toggleAttribute("data-sheet", isEmbedded || NARROW.matches); // a sheet of paper is no phone
  };
  NARROW.addEventListener("change", paint);
  paint();
  measure(panel, "--rm-foot");
  measure(timeline, "--rm-timeline");
  const summary = document.querySelector(".st-key-summary");
  if (summary) measure(summary, "--rm-head");
}

/**
 * What lies over the map is placed by the heights of what stands around it.
 * @param {Element} part
 * @param {string} name of the length
 */
function measure(part, name) {
  measured.set(part, name);
  sizes.observe(part);
}
