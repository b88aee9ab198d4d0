// Land, lakes and borders of the shipped base map, for all four pictures of the lesson.

import { worldX, worldY } from "../earth/canvaslayer.js";
import { circle, traceArea, traceLine, vectors } from "./ball.js";
import { getJson } from "../base/live.js";
import { WEST_EDGE } from "./paper.js";

const LONGEST_EDGE_DEG = 3; // longer edges are bent on a ball, so they get points between

/** Fetch the base map: {land, lakes: [area], borders: [line]}. */
export async function loadLand() {
  const [land, lakes, borders] = await Promise.all(
    ["land", "lakes", "borders"].map((name) => getJson(`basemap/${name}_110m.geojson`)),
  );
  return { land: areas(land), lakes: areas(lakes), borders: lines(borders) };
}

const parts = (collection, kind) => collection.features.flatMap(({ geometry }) => (
  geometry.type === kind ? [geometry.coordinates]
    : geometry.type === `Multi${kind}` ? geometry.coordinates : []));

/** Areas as outlines of [lon, lat], and the same as vectors for the ball. */
function areas(collection) {
  return parts(collection, "Polygon").map((outlines) => {
    const fine = outlines.map(withPointsBetween);
    return { outlines: fine, vectors: fine.map((line) => vectors(line.map(([lon, lat]) => [lat, lon]))) };
  });
}

function lines(collection) {
  return parts(collection, "LineString").map((line) => (
    { line, vectors: vectors(line.map(([lon, lat]) => [lat, lon])) }));
}

function withPointsBetween(outline) {
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

/** Return whether an area holds a point: areas are cut where the sheet is, so they lie flat. */
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

/** Paint the base map: `fillArea(area)` and `traceBorder(border)` add to the path of `ctx`. */
function paint(ctx, land, palette, fillArea, traceBorder) {
  for (const [kind, color] of [["land", palette.land], ["lakes", palette.sea]]) {
    ctx.fillStyle = color;
    for (const area of land[kind]) { // one by one: parts overlap a little where the sheet is cut
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

/** Paint the base map on the sheet of paper. */
export function paintPaper(ctx, view, land, palette) {
  const trace = (line) => line.forEach(([lon, lat], i) => {
    const [x, y] = [worldX(lon) * view.scale - view.x0, worldY(lat) * view.scale - view.y0];
    if (i) ctx.lineTo(x, y);
    else ctx.moveTo(x, y);
  });
  ctx.fillStyle = palette.sea;
  ctx.fillRect(0, 0, view.width, view.height);
  paint(ctx, land, palette, ({ outlines }) => outlines.forEach(trace), ({ line }) => trace(line));
}

/** Paint the base map on a ball; `opposite` is the point behind it. */
export function paintBall(ctx, globe, opposite, land, palette) {
  ctx.beginPath();
  circle(ctx, globe);
  ctx.fillStyle = palette.sea;
  ctx.fill();
  paint(ctx, land, palette, (area) => traceArea(ctx, globe, area.vectors, holds(area, ...opposite)),
    (border) => traceLine(ctx, globe, border.vectors));
}

/** Paint the base map on a disc: `project(lat, lon)` -> [x, y], `opposite` is its outer edge. */
export function paintDisc(ctx, disc, opposite, land, palette, project) {
  ctx.beginPath();
  circle(ctx, disc);
  ctx.fillStyle = palette.sea;
  ctx.fill();
  ctx.save();
  ctx.clip();
  const trace = (line) => traceBent(ctx, line, project);
  paint(ctx, land, palette, (area) => {
    area.outlines.forEach(trace);
    if (holds(area, ...opposite)) circle(ctx, disc);
  }, ({ line }) => trace(line));
  ctx.restore();
}

const BENT_PX = 14; // near the opposite point a short edge becomes a long one
const MAX_DEPTH = 7;

/** Add a line of [lon, lat] to the path, with points between where the picture pulls it apart. */
function traceBent(ctx, line, project) {
  const go = (a, from, b, to, depth) => {
    if (depth && Math.hypot(to[0] - from[0], to[1] - from[1]) > BENT_PX) {
      const middle = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      const between = project(middle[1], middle[0]);
      go(a, from, middle, between, depth - 1);
      go(middle, between, b, to, depth - 1);
    } else ctx.lineTo(...to);
  };
  let last = null;
  line.forEach(([lon, lat], i) => {
    const now = project(lat, lon);
    if (i) go(line[i - 1], last, line[i], now, MAX_DEPTH);
    else ctx.moveTo(...now);
    last = now;
  });
}
