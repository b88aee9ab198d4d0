// The offline base map: Natural Earth land, lakes and borders, drawn once per resting view.
//
// Paths are built once in world units and scaled by the canvas. The coarse set comes first, the
// fine one is fetched in the background and used from zoom 3 on.

import { canvasLayer, copies, worldX, worldY } from "../earth/canvaslayer.js";
import { getJson } from "../base/live.js";

/** @typedef {{land: Path2D, lakes: Path2D, borders: Path2D}} BasePaths */
/** @typedef {{coarse: BasePaths | null, fine: BasePaths | null, focus: Path2D | null, islands: number[][]}} BaseState */

const FINE_FROM_ZOOM = 3;
const AGAIN_MS = [1000, 30000]; // after a failure, twice as long each time

/** @param {Path2D} path @param {number[][]} points @param {boolean} close */
function trace(path, points, close) {
  points.forEach(([lon, lat], i) => {
    if (i === 0) path.moveTo(worldX(lon), worldY(lat));
    else path.lineTo(worldX(lon), worldY(lat));
  });
  if (close) path.closePath();
}

/**
 * Return a Path2D of a GeoJSON object of any kind, in world units.
 * @param {GeoJson} geojson
 * @returns {Path2D}
 */
function toPath(geojson) {
  const path = new Path2D();
  /** @param {GeoJson} geometry */
  const visit = (geometry) => {
    if (geometry.type === "FeatureCollection") geometry.features.forEach((feature) => visit(feature.geometry));
    else if (geometry.type === "Feature") visit(geometry.geometry);
    else if (geometry.type === "GeometryCollection") geometry.geometries.forEach(visit);
    else if (geometry.type === "Polygon") {
      geometry.coordinates.forEach((ring) => trace(path, ring, true));
    } else if (geometry.type === "MultiPolygon") {
      geometry.coordinates.flat().forEach((ring) => trace(path, ring, true));
    } else if (geometry.type === "LineString") trace(path, geometry.coordinates, false);
    else if (geometry.type === "MultiLineString") {
      geometry.coordinates.forEach((line) => trace(path, line, false));
    }
  };
  visit(geojson);
  return path;
}

/** @param {"110m" | "50m"} detail @returns {Promise<BasePaths>} */
async function load(detail) {
  const [land, lakes, borders] = await Promise.all(
    ["land", "lakes", "borders"].map((name) => getJson(`basemap/${name}_${detail}.geojson`)),
  );
  return { land: toPath(land), lakes: toPath(lakes), borders: toPath(borders) };
}

/**
 * Return {layer, ready}: a Leaflet layer, and a promise of its first real drawing.
 * @param {Leaflet} L
 * @param {() => Palette} palette
 * @returns {{layer: CanvasLayer, ready: Promise<void>}}
 */
export function baseMap(L, palette) {
  /** @type {BaseState} */
  const state = { coarse: null, fine: null, focus: null, islands: [] };
  const layer = canvasLayer(L, {
    pane: "rmBase", padding: 0.3, opaque: true, draw: (ctx, view) => paint(ctx, view, state, palette()),
  });
  const ready = untilHad(() => load("110m")).then((paths) => {
    state.coarse = paths;
    layer.redraw();
    untilHad(loadRest).then((rest) => {
      Object.assign(state, rest);
      layer.redraw();
    });
  });
  return { layer, ready };
}

/** @returns {Promise<Omit<BaseState, "coarse">>} */
async function loadRest() {
  const [fine, focus, islands] = await Promise.all([
    load("50m"), getJson("basemap/north_korea.geojson"), getJson("basemap/islands.geojson"),
  ]);
  return { fine, focus: toPath(focus), islands: pointsOf(islands) };
}

/**
 * The points [lon, lat] of a collection.
 * @param {GeoJson} collection
 * @returns {number[][]}
 */
function pointsOf(collection) {
  const features = collection.type === "FeatureCollection" ? collection.features : [];
  return features.flatMap(({ geometry }) => (geometry.type === "Point" ? [geometry.coordinates] : []));
}

/**
 * Ask until the answer has come whole: a server may be away for a while, a line may break.
 * @template T
 * @param {() => Promise<T>} ask
 * @returns {Promise<T>}
 */
async function untilHad(ask) {
  const [first, longest] = AGAIN_MS;
  let wait = first;
  for (;;) {
    try {
      return await ask();
    } catch {
      await new Promise((go) => setTimeout(go, wait));
      wait = Math.min(2 * wait, longest);
    }
  }
}

/** @param {Pen} ctx @param {CanvasView} view @param {BaseState} state @param {Palette} palette */
function paint(ctx, view, state, palette) {
  ctx.fillStyle = palette.sea;
  ctx.fillRect(0, 0, view.width, view.height);
  const paths = (view.zoom >= FINE_FROM_ZOOM && state.fine) || state.coarse;
  if (!paths) return;
  const { scale, ratio, x0, y0 } = view;
  // Data lies within longitudes -30 to 330: world x 0.4167 to 1.4167.
  for (const turn of copies(view, 0.416, 1.417)) {
    ctx.setTransform(scale * ratio, 0, 0, scale * ratio, (turn * scale - x0) * ratio, -y0 * ratio);
    ctx.fillStyle = palette.land;
    ctx.fill(paths.land);
    if (state.focus) {
      ctx.fillStyle = palette.focus;
      ctx.fill(state.focus);
    }
    ctx.fillStyle = palette.sea;
    ctx.fill(paths.lakes, "evenodd");
    ctx.strokeStyle = palette.border;
    ctx.lineWidth = 0.8 / scale;
    ctx.stroke(paths.borders);
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintIslands(ctx, view, turn, state.islands, palette);
  }
}

/**
 * Islands too small for Natural Earth are dots, so that nobody looks for them in empty sea.
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {number} turn
 * @param {number[][]} islands
 * @param {Palette} palette
 */
function paintIslands(ctx, view, turn, islands, palette) {
  ctx.fillStyle = palette.land;
  ctx.strokeStyle = palette.coast;
  ctx.lineWidth = 1;
  for (const [lon, lat] of islands) {
    ctx.beginPath();
    ctx.arc((worldX(lon) + turn) * view.scale - view.x0, worldY(lat) * view.scale - view.y0,
      2.6, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
  }
}
