// The live scene on the map: everything that follows the thumb, painted in one go per frame.

import { arcsOf, labelArcs, paintArcs } from "./arcs.js";
import { canvasLayer, copies, worldX, worldY } from "../earth/canvaslayer.js";
import { around, labeller, widely } from "../earth/labels.js";
import { NAME_RANK } from "../base/facts.js";
import { isReady } from "./model.js";
import { labelRings, paintRings } from "./rings.js";
import { clipToWorld } from "../earth/ringshapes.js";
import { shortName } from "../scene/scene.js";
import { SITES_FROM_ZOOM, ringStyle } from "../base/style.js";
import { drawSite, stampPlace, symbolRadius } from "../base/symbols.js";

/** @typedef {{x: number, y: number, r: number, place: MapPlace, state: ReachState}} DrawnPlace */
/** @typedef {{x: number, y: number, name: string, used?: boolean}} DrawnSite */

const SITE_NAMES_FROM_ZOOM = 7;
const EARTH_KM = 40075.017; // equator, for the width of a precision circle on screen

/**
 * Return the layer that paints `model` (see model.js), and counts how often it did.
 * @param {Leaflet} L
 * @param {MapModel} model
 * @returns {{layer: CanvasLayer, count: {draws: number}}}
 */
export function overlay(L, model) {
  const count = { draws: 0 };
  const layer = canvasLayer(L, {
    pane: "rmScene", padding: 0, live: true, enlarge: () => model.larger,
    draw(ctx, view) {
      if (!isReady(model)) return;
      count.draws += 1;
      paint(ctx, view, model);
    },
  });
  return { layer, count };
}

/** @param {Pen} ctx @param {CanvasView} view @param {ReadyModel} model */
function paint(ctx, view, model) {
  const { larger = 1 } = view;
  const taken = model.reserved().map(({ x0, y0, x1, y1 }) => (
    { x0: x0 / larger, y0: y0 / larger, x1: x1 / larger, y1: y1 / larger }));
  const labels = labeller(
    ctx, { x0: 2, y0: 2, x1: view.width - 2, y1: view.height - 2 }, taken, view.ratio,
  );
  ctx.save();
  clipToWorld(ctx, view);
  paintRings(ctx, view, model);
  if (model.scene.show.includes("arcs")) paintArcs(ctx, view, model);
  ctx.restore();
  model.hits = [];
  const places = paintPlaces(ctx, view, model, labels);
  const sites = paintSites(ctx, view, model, labels);
  labelRings(view, model, labels);
  if (model.scene.show.includes("arcs")) labelArcs(view, model, labels);
  labelSites(sites, model, labels);
  labelPlaces(places, view, model, labels);
  labelOtherSites(sites, view, model, labels);
  for (const hit of model.hits) { // a pointer's place is told in pixels of the page
    hit.x *= larger;
    hit.y *= larger;
    hit.r *= larger;
  }
}

/**
 * @param {CanvasView} view
 * @param {number} x
 * @param {number} y
 * @param {number} margin
 * @returns {boolean}
 */
function inView(view, x, y, margin) {
  return x > -margin && x < view.width + margin && y > -margin && y < view.height + margin;
}

/**
 * Call back with the screen position of every copy of a point that is in view.
 * @param {CanvasView} view
 * @param {WorldPoint} point
 * @param {(x: number, y: number) => void} visit
 */
function eachCopy(view, point, visit) {
  const y = point.y * view.scale - view.y0;
  for (const turn of copies(view, point.x - 0.05, point.x + 0.05)) {
    const x = (point.x + turn) * view.scale - view.x0;
    if (inView(view, x, y, 20)) visit(x, y);
  }
}

/**
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {MapPlace | MapSite} place
 * @param {number} x
 * @param {number} y
 * @param {Palette} palette
 */
function precisionCircle(ctx, view, place, x, y, palette) {
  const km = place.precision_km;
  const pixels = (km / (EARTH_KM * Math.cos((place.lat * Math.PI) / 180))) * view.scale;
  if (pixels < 9 || pixels > 400) return;
  ctx.beginPath();
  ctx.arc(x, y, pixels, 0, 2 * Math.PI);
  ctx.setLineDash([2, 4]);
  ctx.lineWidth = 1;
  ctx.strokeStyle = palette.faint;
  ctx.stroke();
  ctx.setLineDash([]);
}

/**
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {ReadyModel} model
 * @param {Labeller} labels
 * @returns {DrawnPlace[]}
 */
function paintPlaces(ctx, view, model, labels) {
  /** @type {DrawnPlace[]} */
  const drawn = [];
  for (const place of model.shown) {
    const { state, ring } = model.states.get(place.id) || { state: "out", ring: -1 };
    const r = symbolRadius(place);
    const color = ring < 0 ? model.palette.faint : ringStyle(ring, model.dark).color;
    eachCopy(view, place, (x, y) => {
      precisionCircle(ctx, view, place, x, y, model.palette);
      stampPlace(ctx, place.layer, x, y, r, state, color, model.palette, view.ratio);
      model.hits.push({ x, y, r, place });
      drawn.push({ x, y, r, place, state });
    });
  }
  for (const spot of drawn) if (spot.place.rank > NAME_RANK.blocks) labels.block(spot.x, spot.y, spot.r);
  return drawn;
}

/**
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {ReadyModel} model
 * @param {Labeller} labels
 * @returns {DrawnSite[]}
 */
function paintSites(ctx, view, model, labels) {
  /** @type {Map<string, {ring: Ring, index: number}>} */
  const stars = new Map();
  model.scene.rings.forEach((ring, index) => {
    if (ring.hidden) return;
    const key = `${ring.lat},${ring.lon}`;
    if (index === model.scene.active || !stars.has(key)) stars.set(key, { ring, index });
  });
  const used = new Set([...stars.values()].map(({ ring }) => ring.site));
  /** @type {DrawnSite[]} */
  const drawn = [];
  for (const site of model.knownSites()) {
    if (used.has(site.id)) continue;
    eachCopy(view, site, (x, y) => {
      if (view.zoom >= SITES_FROM_ZOOM) {
        precisionCircle(ctx, view, site, x, y, model.palette);
        drawSite(ctx, x, y, false, "", model.palette);
        drawn.push({ x, y, name: site.name });
      }
      model.hits.push({ x, y, r: view.zoom >= SITES_FROM_ZOOM ? 5 : 2, site });
    });
  }
  for (const { ring, index } of stars.values()) {
    const point = { x: worldX(ring.lon), y: worldY(ring.lat) };
    /** @type {MapSite | TypedSite} */
    const site = model.sites.find((known) => known.id === ring.site) || {
      id: ring.site, name: ring.name, lat: ring.lat, lon: ring.lon, typed: true,
    };
    eachCopy(view, point, (x, y) => {
      drawSite(ctx, x, y, true, ringStyle(index, model.dark).color, model.palette);
      labels.block(x, y, 8);
      model.hits.push({ x, y, r: 9, site });
      drawn.push({ x, y, name: ring.name, used: true });
    });
  }
  return drawn;
}

/** @param {DrawnSite[]} drawn @param {ReadyModel} model @param {Labeller} labels */
function labelSites(drawn, model, labels) {
  for (const { x, y, name } of drawn.filter((site) => site.used)) {
    labels.place(shortName(name), widely(x, y, 9),
      { size: 13, weight: 700, color: model.palette.ink, halo: model.palette.halo });
  }
}

/**
 * The other known sites, last of all: there are many, and they are close together.
 * @param {DrawnSite[]} drawn
 * @param {CanvasView} view
 * @param {ReadyModel} model
 * @param {Labeller} labels
 */
function labelOtherSites(drawn, view, model, labels) {
  if (view.zoom < SITE_NAMES_FROM_ZOOM) return;
  for (const { x, y, name } of drawn.filter((site) => !site.used)) {
    labels.place(shortName(name), around(x, y, 5),
      { size: 12, weight: 400, color: model.palette.ink, halo: model.palette.halo });
  }
}

/**
 * Names by importance: more of them as one zooms in, never over another word.
 * @param {DrawnPlace[]} drawn
 * @param {CanvasView} view
 * @param {ReadyModel} model
 * @param {Labeller} labels
 */
function labelPlaces(drawn, view, model, labels) {
  const threshold = 7.4 - 0.62 * view.zoom;
  const asked = new Set(model.scene.targets); // the places people ask about come first
  /** @param {Pick<DrawnPlace, "place">} given @returns {number} */
  const rank = ({ place }) => (asked.has(place.id) ? NAME_RANK.asked : place.rank);
  const said = new Set(model.scene.show.includes("arcs")
    ? arcsOf(model).filter((arc) => arc.labelled).map((arc) => arc.place.id) : []);
  drawn.filter((spot) => rank(spot) >= threshold && !said.has(spot.place.id))
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, 160)
    .forEach(({ x, y, r, place, state }) => {
      labels.place(shortName(place.name), rank({ place }) >= NAME_RANK.moves_away ? widely(x, y, r, [0, 7]) : around(x, y, r), {
        size: 12, weight: state === "out" ? 400 : 600,
        color: state === "out" ? model.palette.faint : model.palette.ink,
        halo: model.palette.halo,
      });
    });
}
