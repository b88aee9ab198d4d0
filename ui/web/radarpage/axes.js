// Axes of the page's drawings: numbers to px, and lines at round numbers with their words.

import { svg } from "../base/dom.js";
import { KM_PER_UNIT } from "../base/facts.js";
import { number } from "../scene/lengths.js";

/** @typedef {{width: number, height: number, left: number, right: number, top: number, bottom: number}} Sheet In px; room for words on all sides. */
/** @typedef {{x: (km: number) => number, y: (km: number) => number, sheet: Sheet, mostX: number, mostY: number}} Axes */

const STEPS = [1, 2, 2.5, 5, 10];

/**
 * The next round number: 1, 2, 2.5 or 5 and zeros.
 * @param {number} value
 * @returns {number}
 */
export function roundUp(value) {
  const ten = 10 ** Math.floor(Math.log10(value));
  return (STEPS.find((step) => step * ten >= value) ?? 10) * ten;
}

/**
 * @param {Sheet} sheet
 * @param {number} mostX km
 * @param {number} mostY km
 * @returns {Axes}
 */
export const axesOf = (sheet, mostX, mostY) => ({
  x: (km) => sheet.left + (km / mostX) * (sheet.width - sheet.left - sheet.right),
  y: (km) => sheet.height - sheet.bottom - (km / mostY) * (sheet.height - sheet.top - sheet.bottom), sheet, mostX, mostY,
});

/**
 * Round numbers of the units from 0 to a length, about so many, in km.
 * @param {number} most km
 * @param {number} about
 * @param {Units} units
 * @returns {number[]}
 */
export function ticks(most, about, units) {
  const unit = KM_PER_UNIT[units];
  const step = roundUp(most / unit / about);
  return Array.from({ length: Math.floor(most / unit / step) + 1 }, (_, i) => i * step * unit);
}

/**
 * The lines at round numbers with their words, and what they count.
 * @param {Axes} axes
 * @param {Units} units
 * @param {{x: string, y: string}} names
 * @returns {SVGElement[]}
 */
export function drawAxes({ x, y, sheet, mostX, mostY }, units, names) {
  const [floor, end] = [sheet.height - sheet.bottom, sheet.width - sheet.right];
  return [
    ...ticks(mostY, 4, units).flatMap((km) => [
      svg("path", { d: `M${sheet.left} ${y(km)}H${end}`, class: km ? "rm-radarpage-grid" : "rm-radarpage-ground" }),
      svg("text", { x: sheet.left - 6, y: y(km) + 4, "text-anchor": "end" }, number(km, units)),
    ]),
    ...ticks(mostX, 5, units).map((km) => svg("text", { x: x(km), y: floor + 17, "text-anchor": "middle" }, number(km, units))),
    svg("text", { x: sheet.left - 6, y: sheet.top - 10, "text-anchor": "start", class: "rm-radarpage-axis" }, names.y),
    svg("text", { x: end, y: floor + 33, "text-anchor": "end", class: "rm-radarpage-axis" }, names.x),
  ];
}

/**
 * A line through points.
 * @param {[number, number][]} points in px
 * @returns {string}
 */
export const pathOf = (points) => points.map(([x, y], i) => `${i ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
