// The outline "from any known site": the outer edge of the union of one range around many sites.

import { detailOf, ringShape, traceInside, traceOutline } from "./ringshapes.js";
import { sheet } from "../base/sheet.js";

const LINE_PX = 1.6;
const STEP_DEG = 3; // to start from: vertices are added where the line would stray

const union = sheet(1, 1);

const EARTH_KM = 6371; // a sphere will do to leave sites out, with a margin
const MARGIN_KM = 20; // its error between sites 508 km apart, and what lies between two azimuths
const WHOLE = [1000, 18000]; // nearer the rings do not all overlap, farther a sphere ends too soon
/** @type {[number, number][]} */
const AZIMUTHS = Array.from({ length: 180 }, (_, i) => [Math.cos((i * Math.PI) / 90), Math.sin((i * Math.PI) / 90)]);

/** @param {number[]} a @param {number[]} b @returns {number} */
const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/**
 * Unit vectors of a site: where it is, and its north and east.
 * @param {LatLon} latLon
 * @returns {{up: number[], north: number[], east: number[]}}
 */
function frameOf({ lat, lon }) {
  const [sinLat, cosLat] = [Math.sin((lat * Math.PI) / 180), Math.cos((lat * Math.PI) / 180)];
  const [sinLon, cosLon] = [Math.sin((lon * Math.PI) / 180), Math.cos((lon * Math.PI) / 180)];
  return {
    up: [cosLat * cosLon, cosLat * sinLon, sinLat],
    north: [-sinLat * cosLon, -sinLat * sinLon, cosLat],
    east: [-sinLon, cosLon, 0],
  };
}

/**
 * The sites whose ring can be part of the outline: a point of it is in reach of no other site.
 * @param {MapSite[]} sites
 * @param {number} km
 * @returns {MapSite[]}
 */
export function outermost(sites, km) {
  if (km < WHOLE[0] || km > WHOLE[1]) return sites;
  const frames = sites.map(frameOf);
  const [near, far] = [Math.cos(km / EARTH_KM), Math.sin(km / EARTH_KM)];
  const limit = Math.cos((km - MARGIN_KM) / EARTH_KM); // of the cosine of a distance
  return sites.filter((_, i) => {
    const { up, north, east } = frames[i];
    const others = frames.map((other) => (
      { up: near * dot(other.up, up), north: far * dot(other.up, north), east: far * dot(other.up, east) }));
    return AZIMUTHS.some(([n, e]) => others.every((other) => other.up + n * other.north + e * other.east <= limit));
  });
}

/**
 * Draw the outline in one colour: stroke all outlines, then take out every inside.
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {MapSite[]} sites
 * @param {number} km
 * @param {string} color
 */
export function paintEnvelope(ctx, view, sites, km, color) {
  const shapes = outermost(sites, km)
    .map((site) => ringShape(site, km, detailOf(view), STEP_DEG));
  const [width, height] = [Math.round(view.width * view.ratio), Math.round(view.height * view.ratio)];
  if (union.width !== width || union.height !== height) [union.width, union.height] = [width, height];
  const pen = union.getContext("2d");
  pen.globalCompositeOperation = "source-over";
  pen.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  pen.clearRect(0, 0, view.width, view.height);
  pen.strokeStyle = color;
  pen.lineWidth = 2 * LINE_PX; // the inner half is taken out again
  pen.beginPath();
  shapes.forEach((shape) => traceOutline(pen, view, shape));
  pen.stroke();
  pen.globalCompositeOperation = "destination-out";
  pen.beginPath();
  shapes.forEach((shape) => traceInside(pen, view, shape));
  pen.fill("nonzero");
  ctx.drawImage(union, 0, 0, view.width, view.height);
}
