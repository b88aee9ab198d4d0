// A map as it would be elsewhere: on another size, by day, as fine as a printer. All at once, and then as it was:
// nobody sees it change, and no link tells it.

import { LIGHT } from "../base/facts.js";
import { zoomBelow } from "../camera/framing.js";
import { AT_ONCE } from "../camera/view.js";
import { drawFiner, undrawn } from "../earth/canvaslayer.js";

/** @typedef {import("../camera/framing.js").Size} Size */

/**
 * @typedef {object} Lender what a map is drawn by
 * @property {LeafletMap} map
 * @property {ReadyModel} model
 * @property {import("../camera/viewpoint.js").Viewpoint} view
 * @property {() => void} redraw
 * @property {() => Box[]} scaleBox what of the sheet is the scale's
 */

/**
 * Call `look` while the map has another size and shows the same: what a person chose, or all rings.
 * @param {Lender} lender
 * @param {Size} size
 * @param {number} ratio pixels for one of the page
 * @param {() => void} look
 */
export function lend(lender, size, ratio, look) {
  const { map, model, view } = lender;
  const { dark, palette, bold, reserved } = model;
  const was = { center: map.getCenter(), zoom: map.getZoom(), size: view.size() };
  const isSame = size.x === was.size.x && size.y === was.size.y;
  view.isLent = true;
  try {
    if (!isSame) undrawn(() => view.quietly(() => resize(lender, was, size)));
    Object.assign(model, { dark: false, palette: LIGHT, bold: 1, reserved: lender.scaleBox });
    drawFiner(ratio);
    lender.redraw();
    look();
  } finally {
    Object.assign(model, { dark, palette, bold, reserved });
    drawFiner(0);
    if (!isSame) undrawn(() => view.quietly(() => giveBack(map, was)));
    lender.redraw();
    view.isLent = false;
  }
}

/** @param {Lender} lender @param {{center: import("leaflet").LatLng, zoom: number, size: Size}} was @param {Size} size */
function resize({ map, model: { scene }, view }, was, size) {
  const { style } = map.getContainer();
  style.setProperty("width", `${size.x}px`, "important");
  style.setProperty("height", `${size.y}px`, "important");
  map.invalidateSize({ pan: false });
  if (view.theirs || scene.at) {
    const share = Math.min(size.x / was.size.x, size.y / was.size.y);
    map.setView(was.center, zoomBelow(was.zoom + Math.log2(share)), AT_ONCE);
  } else {
    const { center, zoom } = view.frame(scene.rings, view.asked.places(scene), view.asked.sectors(scene));
    map.setView(center, zoom, AT_ONCE);
  }
}

/** @param {LeafletMap} map @param {{center: import("leaflet").LatLng, zoom: number}} was */
function giveBack(map, { center, zoom }) {
  const { style } = map.getContainer();
  style.removeProperty("width");
  style.removeProperty("height");
  map.invalidateSize({ pan: false });
  map.setView(center, zoom, AT_ONCE);
}
