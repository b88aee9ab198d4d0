// How much of rings a view shows, and views that show more of them.

import { worldX, worldY } from "../earth/canvaslayer.js";
import { ringShape } from "../earth/ringshapes.js";
import { limitKm } from "../scene/edges.js";

/** @typedef {import("./framing.js").Size} Size */
/** @typedef {import("./framing.js").Frame} Frame */

export const MOST = 0.5; // of an outline is seen wherever a map can show so much of it
const NEARLY_ALL = 5 / 6; // of it, on a map that is large enough to go farther out for it
const CLEARLY = 0.01; // more of an outline than another view shows
const LARGE_PX = 1800; // a world as wide as this still shows the places by name

/**
 * How much of an outline lies in a view, of its vertices at even azimuths that the map can show at all: 0 to 1.
 * @param {Size} size
 * @param {Frame} frame
 * @param {Ring} ring
 * @returns {number}
 */
export function shareInView(size, { center, zoom }, ring) {
  const scale = 256 * 2 ** zoom;
  const [x, y] = [worldX(center[1]), worldY(center[0])];
  const [halfX, halfY] = [size.x / 2 / scale, size.y / 2 / scale];
  let shown = 0;
  let seen = 0;
  for (const [lat, lon] of ringShape(ring, limitKm(ring)).vertices) {
    const [dx, dy] = [worldX(lon) - x, worldY(lat)];
    if (dy < 0 || dy > 1) continue; // beyond the map's edge
    shown += 1;
    if (Math.abs(dx - Math.round(dx)) < halfX && Math.abs(dy - y) < halfY) seen += 1; // the nearest copy
  }
  return shown ? seen / shown : 1;
}

/**
 * Of several rings, that of the one which is seen least.
 * @param {Size} size
 * @param {Frame} frame
 * @param {Ring[]} rings
 * @returns {number}
 */
export const leastShare = (size, frame, rings) => Math.min(...rings.map((ring) => shareInView(size, frame, ring)));

/**
 * The first of some views, closest first, that shows enough of all rings: nearly all where a map is large, else most.
 * Where none does, the one that shows clearly more than those before it.
 * @param {Size} size
 * @param {Ring[]} rings
 * @param {Frame[]} frames
 * @returns {Frame}
 */
export function bestOf(size, rings, frames) {
  let best = { frame: frames[0], share: -1 };
  for (const frame of frames) {
    const isLarge = 256 * 2 ** frame.zoom >= LARGE_PX;
    if (!isLarge && best.share >= MOST) break; // it would be farther out than the rest is worth
    const share = leastShare(size, frame, rings);
    if (share > best.share + CLEARLY) best = { frame, share };
    if (share >= (isLarge ? NEARLY_ALL : MOST)) break;
  }
  return best.frame;
}
