// The printed map of the lesson: one sheet of Mercator, the compass on it, and what it says.
//
// The sheet is Web Mercator as on the main map, cut at 30 degrees west (where the shipped base map
// is cut too) and printed once: what lies beyond an edge is not on the paper. World units are those
// of canvaslayer.js: the sheet is 1 wide.
//
// The compass: its user reads the scale at one latitude, where the width of the sheet stands for the
// whole parallel, and believes that it holds everywhere. So the radius on paper is
// range / length of that parallel, whatever the direction.

import { worldX, worldY } from "../earth/canvaslayer.js";
import { ECCENTRICITY2, EQUATORIAL_RADIUS_KM, wrap } from "../earth/geodesic.js";

const RAD = Math.PI / 180;

/** Where the sheet is cut, degrees east: in the Atlantic. */
export const WEST_EDGE = -30;
const SOUTH_EDGE = -60;
const WEST_X = worldX(WEST_EDGE);
const SOUTH_Y = worldY(SOUTH_EDGE);
const SHEET_HEIGHT = 2 / 3; // of its width
/** The latitude of the sheet's upper edge. */
export const NORTH_EDGE = latAt(SOUTH_Y - SHEET_HEIGHT);

/** @param {number} y @returns {number} */
function latAt(y) {
  return (2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI))) / RAD - 90;
}

/**
 * Return the length in km of the parallel of a latitude, all the way round.
 * @param {number} lat
 * @returns {number}
 */
export function parallelKm(lat) {
  const sin = Math.sin(lat * RAD);
  return (2 * Math.PI * EQUATORIAL_RADIUS_KM * Math.cos(lat * RAD)) / Math.sqrt(1 - ECCENTRICITY2 * sin * sin);
}

/**
 * Return how many times longer Mercator draws lengths at a latitude than at the equator.
 * @param {number} lat
 * @returns {number}
 */
export const stretch = (lat) => parallelKm(0) / parallelKm(lat);

/**
 * Return a point's {x, y} on the sheet, in world units.
 * @param {number} lat
 * @param {number} lon
 * @returns {WorldPoint}
 */
export function onPaper(lat, lon) {
  const x = worldX(wrap(lon));
  return { x: x < WEST_X ? x + 1 : x, y: worldY(lat) };
}

/**
 * Return [lat, lon] of a point of the sheet, or null beyond its edges.
 * @param {number} x
 * @param {number} y
 * @returns {LatLonPair | null}
 */
export function offPaper(x, y) {
  if (x < WEST_X || x > WEST_X + 1 || y < 0 || y > 1) return null;
  return [latAt(y), wrap((x - 0.5) * 360)];
}

/**
 * Return the flat circle {x, y, radius} in world units; its scale is read at `scaleLat`.
 * @param {LatLon} site
 * @param {number} km
 * @param {number} scaleLat
 * @returns {FlatCircle}
 */
export function flatCircle(site, km, scaleLat) {
  return { ...onPaper(site.lat, site.lon), radius: km / parallelKm(scaleLat) };
}

/**
 * Return the distance in km that a compass measures between two points of the sheet.
 * @param {LatLon} from
 * @param {LatLon} to
 * @param {number} scaleLat
 * @returns {number}
 */
export function compassKm(from, to, scaleLat) {
  const [a, b] = [onPaper(from.lat, from.lon), onPaper(to.lat, to.lon)];
  return Math.hypot(a.x - b.x, a.y - b.y) * parallelKm(scaleLat);
}

/**
 * Return the view that shows the sheet in a box: the form that ringshapes.js draws in.
 * @param {number} width
 * @param {number} height
 * @param {number} ratio
 * @returns {CanvasView}
 */
export function paperView(width, height, ratio) {
  return {
    width, height, ratio, scale: width, zoom: Math.log2(width / 256),
    x0: WEST_X * width, y0: SOUTH_Y * width - height,
  };
}

/**
 * Return points [lat, lon] around the flat circle; null where it leaves the sheet.
 * @param {FlatCircle} flatCircle
 * @param {number} [steps]
 * @returns {(LatLonPair | null)[]}
 */
export function flatOutline({ x, y, radius }, steps = 180) {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = (2 * Math.PI * i) / steps;
    return offPaper(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  });
}
