// What flights in the lab's picture are measured against: the Earth with distances along the ground, circles of
// equal height, the edge of space, the space station.

import { svg } from "../base/dom.js";
import { EARTH, HEIGHT_MARKS } from "../base/facts.js";
import { t } from "../base/words.js";
import { HALF_WAY_KM } from "../flight/kepler.js";
import { length, number } from "../scene/lengths.js";
import { circlePath, pathOf, place } from "./frame.js";
import { roundStepKm } from "./scale.js";

/** @typedef {import("./frame.js").Xy} Xy */

const { radius_km: R } = EARTH;
const GAP_PX = 26; // between the ticks of a scale, at least
const NARROW_PX = 480; // no room for both words over the ground
const AIR_KM = HEIGHT_MARKS[0].height_km;

/** @param {Xy} at @param {number} r @param {string} name @returns {SVGElement} */
export const dot = ([cx, cy], r, name) => svg("circle", { cx, cy, r, class: name });

/**
 * Heights: circles around the Earth at even steps, the air, the space station.
 * @param {LabFrame} frame
 * @param {LabModel} model
 * @returns {SVGElement[]}
 */
export function sky(frame, { straightUpKm, units }) {
  const step = roundStepKm((GAP_PX * 1.6) / frame.scale, units);
  const most = Math.floor(straightUpKm / step);
  const [from, to] = [-Math.PI, Math.PI];
  const heights = Array.from({ length: most }, (_, i) => step * (i + 1));
  const sideways = frame.turn; // words stand left of the site's vertical
  return [
    ...heights.map((km) => svg("path", { d: circlePath(frame, km, from, to), class: "rm-lab-height" })),
    svg("path", { d: pathOf(frame, [[0, R], [0, R + straightUpKm]]), class: "rm-lab-height" }),
    svg("circle", { cx: frame.x, cy: frame.y, r: frame.scale * (R + AIR_KM), class: "rm-lab-air" }),
    ...HEIGHT_MARKS.slice(1).map(({ height_km: km }) => svg("path", { d: circlePath(frame, km, from, to), class: "rm-lab-mark" })),
    ...heights.map((km) => {
      const [x, y] = place(frame, 0, R + km);
      return svg("text", { x: x - 8 * Math.cos(sideways), y: y - 8 * Math.sin(sideways) + 4, class: "rm-lab-scale", "text-anchor": "end" }, length(km, units));
    }),
  ];
}

/**
 * The Earth with distances from the site, and the names of the measures.
 * @param {LabFrame} frame
 * @param {LabModel} model
 * @returns {SVGElement[]}
 */
export function ground(frame, { farthestKm, units, site }) {
  const far = Math.min(farthestKm, HALF_WAY_KM);
  const step = roundStepKm((GAP_PX * 2.4) / frame.scale, units);
  const kms = Array.from({ length: Math.floor(far / step) }, (_, i) => step * (i + 1));
  const start = place(frame, 0, R);
  return [
    svg("circle", { cx: frame.x, cy: frame.y, r: frame.scale * R, class: "rm-lab-earth" }),
    ...kms.flatMap((km) => {
      const [x, y] = place(frame, km / R, R - 16 / frame.scale);
      return [
        svg("path", { d: pathOf(frame, [[km / R, R], [km / R, R - 7 / frame.scale]]), class: "rm-lab-tick" }),
        svg("text", { x, y: y + 5, class: "rm-lab-ground", "text-anchor": "middle" }, number(km, units)),
      ];
    }),
    ...HEIGHT_MARKS.filter((_, i) => i > 0 || frame.width > NARROW_PX).map(({ id, name, height_km: km }) => alongCircle(frame, km, (far / R) * partOf(id, frame), `${t(name)}, ${length(km, units)}`)),
    dot(start, 5, "rm-lab-site"),
    svg("text", { x: start[0], y: start[1] + 22, class: "rm-lab-ground rm-lab-site-name", "text-anchor": "middle" }, site.name),
  ];
}

/**
 * Where along the farthest flight the words of a height stand: apart, or in the middle where there is one alone.
 * @param {string} id
 * @param {LabFrame} frame
 */
function partOf(id, frame) {
  if (frame.width <= NARROW_PX) return 0.5;
  return id === HEIGHT_MARKS[0].id ? 0.34 : 0.66;
}

/**
 * Words along a height, around an angle.
 * @param {LabFrame} frame
 * @param {number} heightKm
 * @param {number} angle
 * @param {string} text
 * @returns {SVGElement}
 */
function alongCircle(frame, heightKm, angle, text) {
  const [x, y] = place(frame, angle, R + heightKm + 4 / frame.scale);
  const deg = ((frame.turn + angle) * 180) / Math.PI;
  return svg("text", { x, y, class: "rm-lab-mark-words", "text-anchor": "middle", transform: `rotate(${deg.toFixed(2)} ${x.toFixed(1)} ${y.toFixed(1)})` }, text);
}
