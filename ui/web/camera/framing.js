// Which stretch of the world a map shows by itself: rings, the places asked for, no Antarctica. Numbers in, a camera out.

import { worldX, worldY } from "../earth/canvaslayer.js";
import { LIMITS } from "../base/facts.js";
import { limitKm } from "../scene/edges.js";
import { bestOf, leastShare, MOST } from "./seen.js";
import { FLOOR, goesSouth, isSouthern, looksEast, stretchOf, union } from "./stretch.js";

/** @typedef {{x: number, y: number}} Size In pixels. */
/** @typedef {import("./stretch.js").Stretch} Stretch */
/** @typedef {{center: LatLonPair, zoom: number}} Frame */

const MARGIN_PX = { x: 36, y: 24 }; // on either side of what is to be seen
const CLOSEST = 8; // zoom
const SITE_SHARE = 0.12; // of a map's width, at least, is between a site and the edge
const WORTH_NO_ICE = 1 / 3; // of an outline: with so much in view, who looks at the Pacific is spared the ice
const SHIFTS = [0, 0.5, 1, -0.5, -1]; // to where a ring that lies on the other side of the Earth is seen with its site
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
 * Views of a stretch from ever farther out, each as near to the middle wanted as the site and the world's edge let it.
 * @param {Size} size
 * @param {Stretch} stretch
 * @param {number} site
 * @param {{floor: number, spared: number}} south how far down views may go, and those that show all without it
 * @param {number[]} [shifts] of the middle: -1 has the site at the right edge, 1 at the left
 * @returns {Frame[]}
 */
function views(size, stretch, site, { floor, spared }, shifts) {
  const frames = [];
  const closest = Math.log2(scaleOf(size, stretch, floor) / 256);
  const farthest = Math.min(closest, zoomAbove(Math.log2(size.y / floor / 256)));
  for (let zoom = closest; zoom >= farthest; zoom -= LIMITS.zoom_step) {
    const scale = 256 * 2 ** zoom;
    const wanted = (stretch.y0 + stretch.y1) / 2;
    const y = Math.max(size.y / 2 / scale, above(size, scale, wanted, size.y / scale < spared ? spared : floor));
    const most = (0.5 - SITE_SHARE) * (size.x / scale);
    const middles = shifts ? shifts.map((shift) => site + shift * most) : [middleX(size, scale, stretch, site)];
    frames.push(...middles.map((x) => ({ center: /** @type {LatLonPair} */ ([latOf(y), (x - 0.5) * 360]), zoom })));
  }
  return frames;
}

/**
 * Where a map of this size looks to show rings, and places that were asked for. Where all rings are hidden, sectors that a
 * link assumes are all that is to be seen.
 * @param {Size} size
 * @param {Ring[]} rings
 * @param {LatLon[]} places
 * @param {LatLon[]} [sectors] points on the outlines of such sectors
 * @returns {Frame}
 */
export function frameOf(size, rings, places, sectors = []) {
  const visible = rings.filter((ring) => !ring.hidden);
  if (sectors.length && !visible.length) {
    const all = union(pointsOf([...sectors, ...places]));
    return views(size, all, (all.x0 + all.x1) / 2, { floor: FLOOR, spared: FLOOR })[0];
  }
  const shown = visible.length ? visible : rings;
  const widest = shown.reduce((a, b) => (limitKm(b) > limitKm(a) ? b : a));
  const points = pointsOf([...places, ...sectors]);
  const rest = visible.filter((ring) => ring !== widest).map(stretchOf);
  const stretch = union([stretchOf(widest), ...rest, ...points]);
  const site = worldX(widest.lon);
  const spared = shown.some(isSouthern) ? 1 : FLOOR;
  const floor = goesSouth(widest) ? 1 : spared;
  const south = { floor, spared };
  const frame = bestOf(size, shown, views(size, stretch, site, south));
  if (leastShare(size, frame, shown) >= MOST) return frame;
  const turned = bestOf(size, shown, [frame, ...views(size, stretch, site, south, SHIFTS)]);
  if (leastShare(size, turned, shown) >= (looksEast(widest.lon) ? WORTH_NO_ICE : MOST)) return turned;
  const beyond = { floor: 1, spared: 1 };
  return bestOf(size, shown, [turned, ...views(size, stretch, site, beyond), ...views(size, stretch, site, beyond, SHIFTS)]);
}

/** @param {LatLon[]} points @returns {Stretch[]} */
const pointsOf = (points) => points.map(({ lat, lon }) => ({ x0: worldX(lon), x1: worldX(lon), y0: worldY(lat), y1: worldY(lat) }));

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
