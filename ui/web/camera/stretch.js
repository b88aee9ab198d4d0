// What of the world is to be seen of rings: a stretch of it, in world units.

import { worldX, worldY } from "../earth/canvaslayer.js";
import { wrap } from "../earth/geodesic.js";
import { ringShape } from "../earth/ringshapes.js";
import { limitKm } from "../scene/edges.js";

/** @typedef {{x0: number, x1: number, y0: number, y1: number}} Stretch In world units. */

export const FLOOR = worldY(-60); // the lower edge of a view: beyond it is only ice
const NORTH = worldY(77); // what of a ring around the pole is shown
const SOUTH = worldY(-56); // inhabited land ends there
// A site as near to a pole as this is looked at where it is, with the ice around it, down to the map's edge.
const ARCTIC_LAT = 70;
const ANTARCTIC_LAT = -45;
const LEAST_KM = 650; // from a site in the north of Korea: all of the peninsula, however short the ring
const FLAT_LAT = 66; // the stretch of an outline that Mercator shows without a smear
const PACIFIC = [60, 170]; // a site at these longitudes looks east, at the Pacific and America
const WEST_DEG = 37; // how much is seen on the other side of a site
const EAST_DEG = 168; // from Korea to beyond New York
const NEW_YORK_KM = 8000; // a ring from which on the reader looks for it

/** @param {number} lon @returns {boolean} */
export const looksEast = (lon) => lon >= PACIFIC[0] && lon <= PACIFIC[1];

/** Whether a site lies so far south that the ice is what is around it. @param {Ring} ring @returns {boolean} */
export const isSouthern = (ring) => ring.lat < ANTARCTIC_LAT;

/** Whether an outline is around the south pole: it is beyond the ice, seen from its site. @param {Ring} ring @returns {boolean} */
export const goesSouth = (ring) => ringShape(ring, limitKm(ring)).poles.south;

/**
 * What of a ring is to be seen. It is never of nothing: what would lie wholly beyond the limits has wider ones.
 * @param {Ring} ring
 * @returns {Stretch}
 */
export function stretchOf(ring) {
  const km = Math.max(LEAST_KM, limitKm(ring));
  const { vertices, ys, minX, maxX, poles } = ringShape(ring, km);
  const north = ring.lat > ARCTIC_LAT ? 0 : NORTH;
  const south = isSouthern(ring) ? 1 : SOUTH;
  const y0 = poles.north ? north : Math.max(north, Math.min(...ys));
  const y1 = poles.south ? south : Math.min(south, Math.max(...ys));
  if (!poles.north && !poles.south) return { x0: minX, x1: maxX, y0, y1 };
  const site = worldX(ring.lon);
  if (!looksEast(ring.lon)) return { x0: site - 0.25, x1: site + 0.25, y0, y1 };
  const east = vertices.filter(([lat]) => Math.abs(lat) < FLAT_LAT).map(([, lon]) => wrap(lon - ring.lon));
  const most = km >= NEW_YORK_KM ? EAST_DEG : Math.min(EAST_DEG, Math.max(0, ...east));
  return { x0: site - WEST_DEG / 360, x1: site + most / 360, y0, y1 };
}

/**
 * The stretch that holds all of several, each turned as near to the first as can be.
 * @param {Stretch[]} stretches
 * @returns {Stretch}
 */
export function union([first, ...others]) {
  return others.reduce((all, { x0, x1, y0, y1 }) => {
    const turn = Math.round((all.x0 + all.x1 - x0 - x1) / 2);
    return { x0: Math.min(all.x0, x0 + turn), x1: Math.max(all.x1, x1 + turn), y0: Math.min(all.y0, y0), y1: Math.max(all.y1, y1) };
  }, first);
}
