// Where a class looks: a leader says how large its map is, and a smaller one, such as a phone's, looks
// from farther out, so that it shows the same stretch.

import { LIMITS } from "../base/facts.js";

/**
 * Return [width, height] of the map in CSS pixels, null while it is not there.
 * @returns {MapSize | null}
 */
export function mapSize() {
  const frame = document.querySelector("[data-testid=map]");
  /** @type {MapSize} */
  const size = frame ? [frame.clientWidth, frame.clientHeight] : [0, 0];
  return size.every((px) => px >= 50) ? size : null;
}

/**
 * Return a leader's view [lat, lon, zoom] as far out as a smaller map needs to show all of it.
 * @param {Camera | null} at
 * @param {MapSize | null} theirs
 * @returns {Camera | null}
 */
export function fittedView(at, theirs) {
  const ours = mapSize();
  if (!at || !theirs || !ours) return at;
  const share = Math.min(1, ours[0] / theirs[0], ours[1] / theirs[1]);
  const zoom = Math.round((at[2] + Math.log2(share)) / LIMITS.zoom_step) * LIMITS.zoom_step;
  return [at[0], at[1], share < 1 ? Math.max(0, Math.min(at[2], zoom)) : at[2]];
}
