// What stands over the map, as boxes in pixels of its container: in one place for words that keep away and for tests.

import { appWindow } from "../base/bus.js";

/** @typedef {Pick<DOMRect, "left" | "right" | "top" | "bottom">} Sides */

/**
 * The boxes of what lies over a map: its controls, and of the page what is marked so, such as a story.
 * @param {LeafletMap} map
 * @param {Element | null} [but] a control that is left out
 * @returns {Box[]}
 */
export function coveredBoxes(map, but = null) {
  const home = map.getContainer().getBoundingClientRect();
  const frame = window.frameElement ? window.frameElement.getBoundingClientRect() : { left: 0, top: 0 };
  /** @type {Sides[]} */
  const above = [...appWindow().document.querySelectorAll("[data-over-map]")]
    .map((node) => node.getBoundingClientRect()).filter((box) => box.width)
    .map(({ left, right, top, bottom }) => (
      { left: left - frame.left, right: right - frame.left, top: top - frame.top, bottom: bottom - frame.top }));
  /** @type {Sides[]} */
  const controls = [...map.getContainer().querySelectorAll(".leaflet-control")]
    .filter((node) => node !== but).map((node) => node.getBoundingClientRect()).filter((box) => box.width);
  return [...controls, ...above].map(({ left, right, top, bottom }) => (
    { x0: left - home.left, x1: right - home.left, y0: top - home.top, y1: bottom - home.top }));
}

/**
 * Boxes with room around them.
 * @param {Box[]} boxes
 * @param {number} px
 * @returns {Box[]}
 */
export const widened = (boxes, px) => boxes.map(({ x0, y0, x1, y1 }) => ({ x0: x0 - px, y0: y0 - px, x1: x1 + px, y1: y1 + px }));
