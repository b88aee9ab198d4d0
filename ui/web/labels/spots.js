// What stands on the map as a symbol: places, and launch sites, where they are on the screen now.

import { copies, worldX, worldY } from "../earth/canvaslayer.js";
import { WEIGHT } from "./room.js";
import { arcsOf } from "./arcs.js";
import { MUST_NAMES, NAME_RANK } from "../base/facts.js";
import { SITES_FROM_ZOOM, ringStyle } from "../base/style.js";
import { drawSite, stampPlace, symbolRadius } from "../base/symbols.js";
import { isOff, shortName, siteName, speaking } from "../scene/scene.js";
import { t } from "../base/words.js";

const BEYOND_PX = 20; // of the paper: a symbol whose middle is outside may reach into it
const STAR = { r: 8, rank: 99, weight: WEIGHT.main };
const SHRINK = [0.75, 2, 4.5]; // how much smaller symbols are from afar, up to which zoom, whole from which on
const IDLE = { r: 4, rank: 0, weight: WEIGHT.small };

/** Names that say less than a place's own: "Guam". */
const PLAIN_NAMES = new Map(MUST_NAMES.flatMap(({ ids, name }) => ids.map((id) => /** @type {[string, string | null]} */ ([id, name]))));

/**
 * A place's name as a map bears it.
 * @param {MapPlace} place
 * @returns {string}
 */
export function placeName({ id, name }) {
  const plain = PLAIN_NAMES.get(id);
  return plain ? t(plain) : shortName(name);
}

/**
 * The places whose names come first: those asked for, those at the ends of lines, and those that must be
 * named, each in its order. One of several that may bear a name is enough: the first that is shown.
 * @param {ReadyModel} model
 * @returns {{asked: string[], ends: string[], must: string[]}}
 */
export function firstNames(model) {
  const { scene: { names: written, radars }, shown } = model;
  const names = [...new Set([...written, ...radars.map(({ id }) => id)])];
  const ends = arcsOf(model).map(({ place }) => place.id);
  const [first, there] = [new Set([...names, ...ends]), new Set(shown.map(({ id }) => id))];
  const must = MUST_NAMES.flatMap(({ ids }) => (
    ids.some((id) => first.has(id)) ? [] : ids.filter((id) => there.has(id)).slice(0, 1)));
  return { asked: names, ends, must };
}

/**
 * How large symbols are at a zoom, in their usual size.
 * @param {number} zoom
 * @returns {number}
 */
export function sizeAt(zoom) {
  const [least, from, to] = SHRINK;
  return least + (1 - least) * Math.min(1, Math.max(0, (zoom - from) / (to - from)));
}

/**
 * All symbols on the paper of a view, launch sites last.
 * @param {CanvasView} view
 * @param {ReadyModel} model
 * @param {number} beyond how far the paper goes on beyond the view
 * @returns {Spots}
 */
export function spotsOf(view, model, beyond) {
  const sites = sitesOf(view, model, beyond);
  const centers = new Set(sites.map(({ place }) => place)); // drawn once, as what a ring is around
  const main = new Set(Object.values(firstNames(model)).flat());
  const size = sizeAt(view.zoom);
  /** @type {DrawnPlace[]} */
  const places = [];
  for (const place of [...model.shown, ...model.added].filter((each) => !centers.has(each))) {
    const r = symbolRadius(place) * size;
    const weight = main.has(place.id) ? WEIGHT.main : place.rank > NAME_RANK.blocks ? WEIGHT.large : WEIGHT.small;
    eachCopy(view, place, beyond, (x, y) => {
      places.push({ place, dot: { x, y, r, rank: place.rank, weight }, state: "out" });
    });
  }
  return { places, sites };
}

/**
 * @param {CanvasView} view
 * @param {ReadyModel} model
 * @param {number} beyond
 * @returns {DrawnSite[]}
 */
function sitesOf(view, model, beyond) {
  /** @type {DrawnSite[]} */
  const sites = [];
  const stars = starsOf(model.scene);
  const used = new Set([...stars.values()].map(({ ring }) => ring.site));
  const isNear = view.zoom >= SITES_FROM_ZOOM;
  for (const site of model.knownSites()) {
    if (used.has(site.id)) continue;
    eachCopy(view, site, beyond, (x, y) => sites.push({ site, name: siteName(site), dot: { x, y, ...IDLE }, star: null, isShown: isNear }));
  }
  for (const { ring, index } of stars.values()) {
    /** @type {MapSite | TypedSite} */
    const site = model.sites.find((known) => known.id === ring.site) || {
      id: ring.site, name: ring.name, lat: ring.lat, lon: ring.lon, typed: true, layer: ring.center?.layer,
    };
    const place = ring.center ? model.placeById.get(ring.center.id) : undefined;
    eachCopy(view, { x: worldX(ring.lon), y: worldY(ring.lat) }, beyond, (x, y) => {
      sites.push({ site, name: place ? placeName(place) : siteName(ring), dot: { x, y, ...STAR }, star: index, isShown: true, place });
    });
  }
  return sites;
}

/**
 * The rings by where they start, one for each start: the one that the view speaks of, else the first.
 * @param {Scene} scene
 * @returns {Map<string, {ring: Ring, index: number}>}
 */
function starsOf(scene) {
  /** @type {Map<string, {ring: Ring, index: number}>} */
  const stars = new Map();
  const spoken = speaking(scene);
  scene.rings.forEach((ring, index) => {
    const key = `${ring.lat},${ring.lon}`;
    if (!isOff(ring, scene.date) && (index === spoken || !stars.has(key))) stars.set(key, { ring, index });
  });
  return stars;
}

/**
 * Call back with the screen position of every copy of a point that is on the paper.
 * @param {CanvasView} view
 * @param {WorldPoint} point
 * @param {number} beyond
 * @param {(x: number, y: number) => void} visit
 */
export function eachCopy(view, point, beyond, visit) {
  const margin = beyond + BEYOND_PX;
  const y = point.y * view.scale - view.y0;
  if (y < -margin || y > view.height + margin) return;
  for (const turn of copies(view, point.x - margin / view.scale, point.x + margin / view.scale)) {
    visit((point.x + turn) * view.scale - view.x0, y);
  }
}

/**
 * Paint the symbols of some spots, solid, half or hollow by the ring that the view speaks of.
 * @param {Pen} ctx
 * @param {Spots} spots
 * @param {PaintModel} model
 * @param {number} ratio
 */
export function paintSpots(ctx, { places, sites }, model, ratio) {
  for (const { place, dot: { x, y, r }, state } of places) {
    stampPlace(ctx, place.layer, x, y, r, state, model.palette.ink, model.palette, ratio);
  }
  for (const spot of sites.filter(({ isShown }) => isShown)) {
    drawSite(ctx, spot, spot.star === null ? "" : ringStyle(spot.star, model.dark).color, model.palette);
  }
}

/**
 * What a pointer may hit, in pixels of the page.
 * @param {Spots} spots
 * @param {number} larger
 * @returns {Hit[]}
 */
export const hitsOf = ({ places, sites }, larger) => [
  ...places.map(({ place, dot: { x, y, r } }) => ({ x: x * larger, y: y * larger, r: r * larger, place })),
  ...sites.map(({ site, place, star, isShown, dot: { x, y } }) => (
    { x: x * larger, y: y * larger, r: (star !== null ? 9 : isShown ? 5 : 2) * larger, ...(place ? { place } : { site }) })),
];
