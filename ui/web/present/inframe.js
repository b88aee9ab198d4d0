// Presentation mode in the map's frame: larger words and lines, keys and the mouse told to the page.

import { appWindow } from "../base/bus.js";

const USUAL_PX = 800; // the width of a map whose words are right for one reader
const LEAST = 1.15;
const MOST = 2;

/**
 * Return how many times larger than usual a map of this width is drawn for a room of people.
 * @param {boolean} isPresenting
 * @param {number} width
 * @returns {number}
 */
export function enlargement(isPresenting, width) {
  return isPresenting ? Math.min(MOST, Math.max(LEAST, width / USUAL_PX)) : 1;
}

/**
 * Call when a mouse moves over a page or something was tapped: once the tap is done, or what comes would catch it.
 * @param {Window} page
 * @param {() => void} call
 */
export function stirs(page, call) {
  page.addEventListener("pointermove", ({ pointerType }) => { if (pointerType === "mouse") call(); });
  page.addEventListener("click", call);
}

/**
 * Follow the page into presentation mode and out of it; `changed()` is called after each change.
 * @param {Bus} tab
 * @param {LeafletMap} map
 * @param {MapModel} model
 * @param {() => void} changed
 */
export function followPresentation(tab, map, model, changed) {
  const paint = () => {
    const on = appWindow().document.documentElement.hasAttribute("data-present");
    model.presenting = on;
    model.larger = enlargement(on, map.getSize().x);
    map.getContainer().classList.toggle("rm-present", on);
    changed();
  };
  tab.on("present", paint);
  map.on("resize", () => { if (model.presenting) paint(); });
  // In the frame no other window sees them. Leaflet must not: it would pan and zoom.
  window.addEventListener("keydown", (event) => { if (model.presenting) tab.send("key", event); }, true);
  stirs(window, () => { if (model.presenting) tab.send("stir", null); });
  paint();
}
