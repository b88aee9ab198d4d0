// The area that the flat circle misjudges: by cells of about equal area.

import { ECCENTRICITY2, inverse } from "../earth/geodesic.js";
import { compassKm } from "./paper.js";

const RAD = Math.PI / 180;
const STEP_DEG = 3; // 4,584 cells: the share is good to half a percent

/** The middles of the cells, and the area of each against the others. */
const CELLS = cells();

/** @returns {EarthCell[]} */
function cells() {
  /** @type {EarthCell[]} */
  const found = [];
  for (let lat = -90 + STEP_DEG / 2; lat < 90; lat += STEP_DEG) {
    const [sin, cos] = [Math.sin(lat * RAD), Math.cos(lat * RAD)];
    const count = Math.round((360 / STEP_DEG) * cos);
    const area = cos / (1 - ECCENTRICITY2 * sin * sin) ** 2 / count; // of a zone of the ellipsoid, shared out
    for (let i = 0; i < count; i += 1) found.push({ lat, lon: (360 * (i + 0.5)) / count - 180, area });
  }
  return found;
}

/**
 * Return the cells as seen from a launch site: distances true and by compass.
 * @param {LatLon} site
 * @param {number} scaleLat
 * @returns {SeenCell[]}
 */
export function cellsFrom(site, scaleLat) {
  return CELLS.map((cell) => ({
    area: cell.area,
    km: inverse(site.lat, site.lon, cell.lat, cell.lon).km,
    flatKm: compassKm(site, cell, scaleLat),
  }));
}

/**
 * Return the share of the Earth's surface, 0 to 1, on the wrong side of the flat circle.
 * @param {SeenCell[]} cellsSeen
 * @param {number} km
 * @returns {number}
 */
export function misjudged(cellsSeen, km) {
  let [wrong, all] = [0, 0];
  for (const cell of cellsSeen) {
    all += cell.area;
    if ((cell.km <= km) !== (cell.flatKm <= km)) wrong += cell.area;
  }
  return wrong / all;
}
