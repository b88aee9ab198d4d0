// The radar horizon: how high something has to be to be seen so far away. The formula of geo/earth/horizon.py,
// where a test compares the two.

import { EARTH } from "../base/facts.js";

const RAD = Math.PI / 180;

/**
 * The altitude of a beam above the ground: what is lower is not seen. Infinity where the beam has left the Earth.
 * @param {number} km along the ground
 * @param {number} elevationDeg of the beam above the radar's horizon
 * @returns {number}
 */
export function lowestSeenKm(km, elevationDeg) {
  const elevation = elevationDeg * RAD;
  const below = Math.cos(elevation + km / EARTH.radius_km);
  return below > 0 ? EARTH.radius_km * (Math.cos(elevation) / below - 1) : Infinity;
}
