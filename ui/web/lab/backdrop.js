// What flights in the lab's picture are measured against: the Earth with distances along the ground, circles of
// equal height, the edge of space, the space station.

import { svg } from "../base/dom.js";
import { EARTH, HEIGHT_MARKS } from "../base/facts.js";
import { t } from "../base/words.js";
import { HALF_WAY_KM } from "../flight/kepler.js";
import { length, number } from "../scene/lengths.js";
import { circlePath, pathOf, place, roundStepKm } from "./frame.js";
import { SMALL_PX, lineAt, turnedLine } from "./room.js";

/** @typedef {import("./frame.js").Xy} Xy */

const { radius_km: R } = EARTH;
const GAP_PX = 26; // between the ticks of a scale, at least
const NARROW_PX = 480;
const AIR_KM = HEIGHT_MARKS[0].height_km;
/** @type {Xy[]} */
const BELOW = [[0, 1], [-0.7, 0.7], [-1, 0]]; // the site, or beside it
const PARTS = [[0.34, 0.5, 0.18, 0.66, 0.82, 1.15], [0.66, 0.5, 0.82, 0.34, 0.18, 1.15]]; // of the farthest flight: above them the names of heights may stand

/** @param {Xy} at @param {number} r @param {string} name @returns {SVGElement} */
export const dot = ([cx, cy], r, name) => svg("circle", { cx, cy, r, class: name });

/**
 * Heights: circles around the Earth at even steps, the air, the space station.
 * @param {LabFrame} frame
 * @param {LabModel} model
 * @param {import("./room.js").Room} room
 * @returns {SVGElement[]}
 */
export function sky(frame, { straightUpKm, units }, room) {
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
    ...heights.flatMap((km) => {
      const [x, y] = place(frame, 0, R + km);
      const spot = lineAt(length(km, units), [x - 8 * Math.cos(sideways), y - 8 * Math.sin(sideways) + 4], SMALL_PX, "end");
      return words("rm-lab-scale", length(km, units), room.take([spot]), { "text-anchor": "end" });
    }),
  ];
}

/**
 * The Earth with distances from the site, and the names of the measures.
 * @param {LabFrame} frame
 * @param {LabModel} model
 * @param {import("./room.js").Room} room
 * @returns {SVGElement[]}
 */
export function ground(frame, { farthestKm, units, site }, room) {
  const far = Math.min(farthestKm, HALF_WAY_KM);
  const step = roundStepKm((GAP_PX * 2.4) / frame.scale, units);
  const kms = Array.from({ length: Math.floor(far / step) }, (_, i) => step * (i + 1));
  const start = place(frame, 0, R);
  const siteWords = words("rm-lab-ground rm-lab-site-name", site.name, room.take(room.beside([site.name], start, BELOW, 11)));
  const heights = HEIGHT_MARKS.filter((_, i) => i > 0 || frame.width > NARROW_PX); // no room for both over a narrow ground
  const names = heights.flatMap(({ id, name, height_km: km }) => nameOf(frame, room, far / R, km, id, `${t(name)}, ${length(km, units)}`));
  return [
    svg("circle", { cx: frame.x, cy: frame.y, r: frame.scale * R, class: "rm-lab-earth" }),
    ...kms.flatMap((km) => {
      const [x, y] = place(frame, km / R, R - 16 / frame.scale);
      return [
        svg("path", { d: pathOf(frame, [[km / R, R], [km / R, R - 7 / frame.scale]]), class: "rm-lab-tick" }),
        ...words("rm-lab-ground", number(km, units), room.take([lineAt(number(km, units), [x, y + 5])])),
      ];
    }),
    ...names, dot(start, 5, "rm-lab-site"), ...siteWords,
  ];
}

/**
 * The name of a height, along it: above a part of the ground where nothing more important stands.
 * @param {LabFrame} frame
 * @param {import("./room.js").Room} room
 * @param {number} far angle of the farthest flight
 * @param {number} heightKm
 * @param {string} id
 * @param {string} text
 * @returns {SVGElement[]}
 */
function nameOf(frame, room, far, heightKm, id, text) {
  const parts = PARTS[id === HEIGHT_MARKS[0].id ? 0 : 1];
  const spots = parts.map((part) => turnedLine(text, place(frame, far * part, R + heightKm + 4 / frame.scale), frame.turn + far * part));
  const spot = room.take(spots, false);
  const deg = ((frame.turn + far * parts[spot ? spots.indexOf(spot) : 0]) * 180) / Math.PI;
  const [x, y] = (spot?.at ?? [0, 0]).map((px) => px.toFixed(1));
  return words("rm-lab-mark-words", text, spot, { transform: `rotate(${deg.toFixed(2)} ${x} ${y})` });
}

/**
 * Words at their spot, nothing where there is none.
 * @param {string} name
 * @param {string} text
 * @param {import("./room.js").Spot | null} spot
 * @param {Record<string, string>} [more]
 * @returns {SVGElement[]}
 */
const words = (name, text, spot, more = {}) => (
  spot ? [svg("text", { x: spot.at[0], y: spot.at[1], class: name, "text-anchor": "middle", ...more }, text)] : []);
