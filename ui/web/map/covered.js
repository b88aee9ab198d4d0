// What stands over the map: legend, buttons, a story of the page. Words keep off it.

import { appWindow, mapFrame } from "../base/bus.js";

const MARGIN_PX = 4; // that words keep

/**
 * The boxes over the map as they are now, in pixels of its container.
 * @param {LeafletMap} map
 * @param {Element | null} [but] a control that is left out
 * @param {Element | null} [popup] an open one, which lies below controls
 * @returns {Box[]}
 */
export function coveredBoxes(map, but = null, popup = null) {
  const home = map.getContainer().getBoundingClientRect();
  const frame = mapFrame()?.getBoundingClientRect() ?? { left: 0, top: 0 };
  /** @param {Element} node @param {{left: number, top: number}} origin @returns {Box[]} */
  const boxOf = (node, origin) => {
    const { left, top, right, bottom } = node.getBoundingClientRect();
    const [dx, dy] = [origin.left + home.left, origin.top + home.top];
    const box = { x0: left - dx, y0: top - dy, x1: right - dx, y1: bottom - dy };
    const isSeen = right > left && box.x1 > 0 && box.y1 > 0 && box.x0 < home.width && box.y0 < home.height;
    return isSeen ? [box] : [];
  };
  const controls = [...map.getContainer().querySelectorAll(".leaflet-control:not(.rm-pointer)")] // that one comes and goes with the pointer
    .filter((node) => node !== but);
  const above = appWindow().document.querySelectorAll("[data-over-map]"); // of the page, such as a story
  return [...[...controls, ...(popup ? [popup] : [])].flatMap((node) => boxOf(node, { left: 0, top: 0 })), ...[...above].flatMap((node) => boxOf(node, frame))];
}

/** @param {Box} box @returns {Box} what words keep off */
export const withMargin = ({ x0, y0, x1, y1 }) => (
  { x0: x0 - MARGIN_PX, y0: y0 - MARGIN_PX, x1: x1 + MARGIN_PX, y1: y1 + MARGIN_PX });
