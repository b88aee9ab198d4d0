// Which stretch of the world a map shows by itself: rings, the places asked for, no Antarctica. Numbers in, a camera out.

import { worldX, worldY } from "../earth/canvaslayer.js";
import { wrap } from "../earth/geodesic.js";
import { ringShape } from "../earth/ringshapes.js";
import { LIMITS } from "../base/facts.js";
import { limitKm } from "../scene/scene.js";

/** @typedef {{x: number, y: number}} Size In pixels. */
/** @typedef {{x0: number, x1: number, y0: number, y1: number}} Stretch In world units. */
/** @typedef {{center: LatLonPair, zoom: number}} Frame */

const MARGIN_PX = { x: 36, y: 24 }; // on either side of what is to be seen
const CLOSEST = 8; // zoom
const NORTH = worldY(77); // what of a ring around the pole is shown
const SOUTH = worldY(-56); // inhabited land ends there
const FLOOR = worldY(-60); // the lower edge of a view: beyond it is only ice
const LEAST_KM = 650; // from a site in the north of Korea: all of the peninsula, however short the ring
const FLAT_LAT = 66; // the stretch of an outline that Mercator shows without a smear
const PACIFIC = [60, 170]; // a site at these longitudes looks east, at the Pacific and America
const WEST_DEG = 37; // how much is seen on the other side of a site
const EAST_DEG = 168; // from Korea to beyond New York
const NEW_YORK_KM = 8000; // a ring from which on the reader looks for it
const SITE_SHARE = 0.12; // of a map's width, at least, is between a site and the edge
const STEP_MAP = { x: 976, y: 690 };
const SECOND_WORLD = 1.41; // how much closer to go, if that spares the reader a second London

/** @param {number} y @returns {number} */
export const latOf = (y) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;

/**
 * The next zoom out, of those at which a map comes to rest.
 * @param {number} zoom
 * @returns {number}
 */
export const zoomBelow = (zoom) => Math.floor(zoom / LIMITS.zoom_step) * LIMITS.zoom_step;

/** @param {number} zoom @returns {number} */
export const zoomAbove = (zoom) => Math.ceil(zoom / LIMITS.zoom_step) * LIMITS.zoom_step;

/** @param {number} lon @returns {boolean} */
const looksEast = (lon) => lon >= PACIFIC[0] && lon <= PACIFIC[1];

/**
 * What of a ring is to be seen.
 * @param {Ring} ring
 * @returns {Stretch}
 */
function stretchOf(ring) {
  const km = Math.max(LEAST_KM, limitKm(ring));
  const { vertices, ys, minX, maxX, poles } = ringShape(ring.lat, ring.lon, km);
  const y0 = poles.north ? NORTH : Math.max(NORTH, Math.min(...ys));
  const y1 = poles.south ? SOUTH : Math.min(SOUTH, Math.max(...ys));
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
function union([first, ...others]) {
  return others.reduce((all, { x0, x1, y0, y1 }) => {
    const turn = Math.round((all.x0 + all.x1 - x0 - x1) / 2);
    return { x0: Math.min(all.x0, x0 + turn), x1: Math.max(all.x1, x1 + turn), y0: Math.min(all.y0, y0), y1: Math.max(all.y1, y1) };
  }, first);
}

/**
 * The closest scale, in pixels of a world, at which a map shows a stretch and no ice below it.
 * @param {Size} size
 * @param {Stretch} stretch
 * @param {number} floor how far down the view may go
 * @returns {number}
 */
function scaleOf(size, { x0, x1, y0, y1 }, floor) {
  const room = { x: Math.max(1, size.x - 2 * MARGIN_PX.x), y: Math.max(1, size.y - 2 * MARGIN_PX.y) }; // of a map that is less than its margins, too
  const fit = Math.min(room.x / (x1 - x0), room.y / (y1 - y0));
  const world = Math.min(size.x, fit * SECOND_WORLD);
  const zoom = Math.min(CLOSEST, Math.log2(Math.max(fit, world) / 256));
  const least = Math.log2(size.y / floor / 256);
  return 256 * 2 ** Math.max(zoomBelow(zoom), zoomAbove(least));
}

/**
 * The middle of a view along the parallels: that of the stretch where there is room for all, else what is east of the
 * site, but never with the site at the edge.
 * @param {Size} size
 * @param {number} scale
 * @param {Stretch} stretch
 * @param {number} site
 * @returns {number}
 */
function middleX(size, scale, { x0, x1 }, site) {
  const half = size.x / 2 / scale;
  const hasRoom = (x1 - x0) * scale + 2 * MARGIN_PX.x <= size.x;
  if (hasRoom) return (x0 + x1) / 2;
  const room = SITE_SHARE * 2 * half;
  const wanted = Math.max((x0 + x1) / 2, x1 + MARGIN_PX.x / scale - half);
  return Math.min(site - room + half, Math.max(site + room - half, wanted));
}

/**
 * The middle of a view whose lower edge is not beyond a floor, as near to the one wanted as it can be.
 * @param {Size} size
 * @param {number} scale
 * @param {number} y
 * @param {number} [floor]
 * @returns {number}
 */
export const above = (size, scale, y, floor = FLOOR) => Math.min(y, floor - size.y / 2 / scale);

/**
 * Where a map of this size looks to show rings, and places that were asked for.
 * @param {Size} size
 * @param {Ring[]} rings
 * @param {LatLon[]} places
 * @returns {Frame}
 */
export function frameOf(size, rings, places) {
  const shown = rings.filter((ring) => !ring.hidden);
  const widest = (shown.length ? shown : rings).reduce((a, b) => (limitKm(b) > limitKm(a) ? b : a));
  const points = places.map(({ lat, lon }) => ({ x0: worldX(lon), x1: worldX(lon), y0: worldY(lat), y1: worldY(lat) }));
  const rest = shown.filter((ring) => ring !== widest).map(stretchOf);
  const stretch = union([stretchOf(widest), ...rest, ...points]);
  const floor = isAroundPole(widest) ? 1 : FLOOR; // such an outline is beyond the ice, seen from its site
  const scale = scaleOf(size, stretch, floor);
  const y = Math.max(size.y / 2 / scale, above(size, scale, (stretch.y0 + stretch.y1) / 2, size.y / scale < FLOOR ? FLOOR : floor));
  const x = middleX(size, scale, stretch, worldX(widest.lon));
  return { center: [latOf(y), (x - 0.5) * 360], zoom: Math.log2(scale / 256) };
}

/**
 * The view of a story's step on this map: steps were written for the map of a window of 1280 x 800; a smaller one looks
 * from farther out, so that it shows the same stretch.
 * @param {Size} size
 * @param {Camera} at
 * @returns {Frame}
 */
export function stepFrame(size, [lat, lon, written]) {
  const share = Math.min(1, size.x / STEP_MAP.x, size.y / STEP_MAP.y);
  if (share === 1) return { center: [lat, lon], zoom: written };
  const zoom = Math.max(zoomAbove(Math.log2(size.y / 256)), zoomBelow(written + Math.log2(share)));
  return { center: [latOf(above(size, 256 * 2 ** zoom, worldY(lat))), lon], zoom };
}

/** @param {Ring} ring @returns {boolean} */
const isAroundPole = (ring) => ringShape(ring.lat, ring.lon, limitKm(ring)).poles.south;

/**
 * How much of an outline lies in a view, of its vertices at even azimuths: 0 to 1.
 * @param {Size} size
 * @param {Frame} frame
 * @param {Ring} ring
 * @returns {number}
 */
export function shareInView(size, { center, zoom }, ring) {
  const scale = 256 * 2 ** zoom;
  const [x, y] = [worldX(center[1]), worldY(center[0])];
  const [halfX, halfY] = [size.x / 2 / scale, size.y / 2 / scale];
  const { vertices } = ringShape(ring.lat, ring.lon, limitKm(ring));
  const seen = vertices.filter(([lat, lon]) => {
    const dx = worldX(lon) - x;
    return Math.abs(dx - Math.round(dx)) < halfX && Math.abs(worldY(lat) - y) < halfY; // the nearest copy
  });
  return seen.length / vertices.length;
}
