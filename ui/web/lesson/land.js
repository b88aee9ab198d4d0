// Land, lakes and borders of the shipped base map, for all four pictures of the lesson.

import { worldX, worldY } from "../earth/canvaslayer.js";
import { circle, traceArea, traceLine, vectors } from "./ball.js";
import { getJson } from "../base/live.js";
import { WEST_EDGE } from "./paper.js";

/** @typedef {LonLatLine} Line */
/** @typedef {[x: number, y: number]} Pixel */
/** @typedef {(lat: number, lon: number) => Pixel} Project */

const LONGEST_EDGE_DEG = 3; // longer edges are bent on a ball, so they get points between

/**
 * Fetch the base map: {land, lakes: [area], borders: [line]}.
 * @returns {Promise<BaseLand>}
 */
export async function loadLand() {
  const [land, lakes, borders] = await Promise.all(
    ["land", "lakes", "borders"].map((name) => getJson(`basemap/${name}_110m.geojson`)),
  );
  return { land: areas(land), lakes: areas(lakes), borders: lines(borders) };
}

/** @param {GeoJson} collection @returns {import("geojson").Geometry[]} */
const geometries = (collection) => (
  collection.type === "FeatureCollection" ? collection.features.map(({ geometry }) => geometry) : []);

/**
 * Areas as outlines of [lon, lat], and the same as vectors for the ball.
 * @param {GeoJson} collection
 * @returns {LandArea[]}
 */
function areas(collection) {
  const polygons = geometries(collection).flatMap((each) => (
    each.type === "Polygon" ? [each.coordinates] : each.type === "MultiPolygon" ? each.coordinates : []));
  return polygons.map((outlines) => {
    const fine = outlines.map(withPointsBetween);
    return { outlines: fine, vectors: fine.map((line) => vectors(line.map(([lon, lat]) => [lat, lon]))) };
  });
}

/** @param {GeoJson} collection @returns {Border[]} */
function lines(collection) {
  const found = geometries(collection).flatMap((each) => (
    each.type === "LineString" ? [each.coordinates] : each.type === "MultiLineString" ? each.coordinates : []));
  return found.map((line) => (
    { line, vectors: vectors(line.map(([lon, lat]) => [lat, lon])) }));
}

/** @param {Line} outline @returns {Line} */
function withPointsBetween(outline) {
  /** @type {Line} */
  const out = [];
  outline.forEach((point, i) => {
    const last = outline[i - 1];
    const pieces = last ? Math.ceil(Math.hypot(point[0] - last[0], point[1] - last[1]) / LONGEST_EDGE_DEG) : 1;
    for (let k = 1; k < pieces; k += 1) {
      out.push([last[0] + ((point[0] - last[0]) * k) / pieces, last[1] + ((point[1] - last[1]) * k) / pieces]);
    }
    out.push(point);
  });
  return out;
}

/**
 * Return whether an area holds a point: areas are cut where the sheet is, so they lie flat.
 * @param {LandArea} landArea
 * @param {number} lat
 * @param {number} lon
 * @returns {boolean}
 */
function holds({ outlines }, lat, lon) {
  const x = lon < WEST_EDGE ? lon + 360 : lon;
  let inside = false;
  for (const outline of outlines) {
    for (let i = 0, j = outline.length - 1; i < outline.length; j = i, i += 1) {
      const [[x1, y1], [x2, y2]] = [outline[i], outline[j]];
      if ((y1 > lat) !== (y2 > lat) && x < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

/**
 * Paint the base map: `fillArea(area)` and `traceBorder(border)` add to the path of `ctx`.
 * @param {Pen} ctx
 * @param {BaseLand} land
 * @param {Palette} palette
 * @param {(area: LandArea) => void} fillArea
 * @param {(border: Border) => void} traceBorder
 */
function paint(ctx, land, palette, fillArea, traceBorder) {
  for (const { areas: each, color } of [{ areas: land.land, color: palette.land }, { areas: land.lakes, color: palette.sea }]) {
    ctx.fillStyle = color;
    for (const area of each) { // one by one: parts overlap a little where the sheet is cut
      ctx.beginPath();
      fillArea(area);
      ctx.fill("evenodd");
    }
  }
  ctx.beginPath();
  land.borders.forEach(traceBorder);
  ctx.strokeStyle = palette.border;
  ctx.lineWidth = 0.8;
  ctx.stroke();
}

/**
 * Paint the base map on the sheet of paper.
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {BaseLand} land
 * @param {Palette} palette
 */
export function paintPaper(ctx, view, land, palette) {
  /** @param {Line} line */
  const trace = (line) => line.forEach(([lon, lat], i) => {
    const [x, y] = [worldX(lon) * view.scale - view.x0, worldY(lat) * view.scale - view.y0];
    if (i) ctx.lineTo(x, y);
    else ctx.moveTo(x, y);
  });
  ctx.fillStyle = palette.sea;
  ctx.fillRect(0, 0, view.width, view.height);
  paint(ctx, land, palette, ({ outlines }) => outlines.forEach(trace), ({ line }) => trace(line));
}

/**
 * Paint the base map on a ball; `opposite` is the point behind it.
 * @param {Pen} ctx
 * @param {Ball} globe
 * @param {LatLonPair} opposite
 * @param {BaseLand} land
 * @param {Palette} palette
 */
export function paintBall(ctx, globe, opposite, land, palette) {
  ctx.beginPath();
  circle(ctx, globe);
  ctx.fillStyle = palette.sea;
  ctx.fill();
  paint(ctx, land, palette, (area) => traceArea(ctx, globe, area.vectors, holds(area, ...opposite)),
    (border) => traceLine(ctx, globe, border.vectors));
}

/**
 * Paint the base map on a disc: `project(lat, lon)` -> [x, y], `opposite` is its outer edge.
 * @param {Pen} ctx
 * @param {FlatCircle} disc
 * @param {LatLonPair} opposite
 * @param {BaseLand} land
 * @param {Palette} palette
 * @param {Project} project
 */
export function paintDisc(ctx, disc, opposite, land, palette, project) {
  ctx.beginPath();
  circle(ctx, disc);
  ctx.fillStyle = palette.sea;
  ctx.fill();
  ctx.save();
  ctx.clip();
  /** @param {Line} line */
  const trace = (line) => traceBent(ctx, line, project);
  paint(ctx, land, palette, (area) => {
    area.outlines.forEach(trace);
    if (holds(area, ...opposite)) circle(ctx, disc);
  }, ({ line }) => trace(line));
  ctx.restore();
}

const BENT_PX = 14; // near the opposite point a short edge becomes a long one
const MAX_DEPTH = 7;

/**
 * Add a line of [lon, lat] to the path, with points between where the picture pulls it apart.
 * @param {Pen} ctx
 * @param {Line} line
 * @param {Project} project
 */
function traceBent(ctx, line, project) {
  /**
   * @param {number[]} a
   * @param {Pixel} from
   * @param {number[]} b
   * @param {Pixel} to
   * @param {number} depth
   */
  const go = (a, from, b, to, depth) => {
    if (depth && Math.hypot(to[0] - from[0], to[1] - from[1]) > BENT_PX) {
      const middle = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      const between = project(middle[1], middle[0]);
      go(a, from, middle, between, depth - 1);
      go(middle, between, b, to, depth - 1);
    } else ctx.lineTo(...to);
  };
  /** @type {Pixel} */
  let last = [0, 0]; // of the first point nothing comes before
  line.forEach(([lon, lat], i) => {
    const now = project(lat, lon);
    if (i) go(line[i - 1], last, line[i], now, MAX_DEPTH);
    else ctx.moveTo(...now);
    last = now;
  });
}
