// Rings on the map: their geometry in world units, kept per (site, range), and their drawing.

import { copies } from "./canvaslayer.js";
import { directFrom, polesInside, rangeAt, rangeRing } from "./geodesic.js";
import { refined } from "./refined.js";
import { rangesByBearing } from "../flight/bearings.js";

/** @type {Map<string, RingShape>} */
const kept = new Map();
const KEEP = 400; // shapes; a drag makes one a frame, so the oldest go
const LEAST_DETAIL = 5; // up to this zoom one outline is fine enough for all

/**
 * Return the detail a view needs: a whole zoom level, so that pans and pinches reuse shapes.
 * @param {CanvasView} view
 * @returns {number}
 */
export const detailOf = (view) => Math.max(LEAST_DETAIL, Math.ceil(view.zoom));

/**
 * Return {vertices, xs, ys, azimuths, poles, minX, maxX} of the outline of one range: `vertices` at even
 * azimuths, and a line in world units whose edges stay within a pixel of the ring at `detail`. With `rotating`
 * the range is that without the Earth's rotation, and differs by direction.
 * @param {{lat: number, lon: number, rotating?: boolean}} start
 * @param {number} km
 * @param {number} [detail]
 * @param {number} [stepDeg]
 * @returns {RingShape}
 */
export function ringShape({ lat, lon, rotating = false }, km, detail = LEAST_DETAIL, stepDeg = 1) {
  const key = `${lat},${lon},${km},${rotating},${detail},${stepDeg}`;
  let shape = kept.get(key);
  if (!shape) {
    shape = build(lat, lon, rotating ? rangesByBearing(lat, km) : km, detail, stepDeg);
    if (kept.size >= KEEP) kept.delete(kept.keys().next().value ?? "");
    kept.set(key, shape);
  }
  return shape;
}

/**
 * @param {number} lat
 * @param {number} lon
 * @param {RangeKm} km
 * @param {number} detail
 * @param {number} stepDeg
 * @returns {RingShape}
 */
function build(lat, lon, km, detail, stepDeg) {
  const vertices = rangeRing(lat, lon, km, stepDeg);
  const direct = directFrom(lat, lon);
  const { xs, ys, params } = refined(vertices, vertices.map((_, i) => (i * 360) / (vertices.length - 1)), (azimuth) => direct(azimuth, rangeAt(km, azimuth)), detail);
  return {
    vertices, xs, ys, azimuths: params, poles: polesInside(lat, km), minX: Math.min(...xs), maxX: Math.max(...xs),
  };
}

/**
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {RingShape} shape
 * @param {number} turn
 * @param {boolean} join
 */
function tracePart(ctx, view, shape, turn, join) {
  const { xs, ys } = shape;
  for (let i = 0; i < xs.length; i += 1) {
    const x = (xs[i] + turn) * view.scale - view.x0;
    const y = ys[i] * view.scale - view.y0;
    if (i === 0 && !join) ctx.moveTo(x, y);
    else ctx.lineTo(x, y);
  }
}

/**
 * Add the outline of a shape to the current path, in every copy of the world in view.
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {RingShape} shape
 */
export function traceOutline(ctx, view, shape) {
  for (const turn of copies(view, shape.minX, shape.maxX)) tracePart(ctx, view, shape, turn, false);
}

/**
 * Add short marks along the outline of a shape to the current path, `length` pixels long and `every`
 * so many pixels: outside the ring, or inside where the length is negative. The outline runs
 * clockwise round its site, so that outside is on the left, on any map that turns nothing over.
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {RingShape} shape
 * @param {{every: number, length: number}} every
 */
export function traceMarks(ctx, view, shape, { every, length }) {
  const ends = shape.xs.map((x, i) => [x * view.scale - view.x0, shape.ys[i] * view.scale - view.y0]);
  const turns = copies(view, shape.minX, shape.maxX).map((turn) => turn * view.scale);
  let next = every / 2; // from the start of the edge that is looked at
  for (let i = 1; i < ends.length; i += 1) {
    const [x, y] = ends[i - 1];
    const [dx, dy] = [ends[i][0] - x, ends[i][1] - y];
    const px = Math.hypot(dx, dy);
    for (; next < px; next += every) {
      const [x0, y0] = [x + (dx * next) / px, y + (dy * next) / px];
      if (y0 < -every || y0 > view.height + every) continue;
      for (const turn of turns) {
        ctx.moveTo(x0 + turn, y0);
        ctx.lineTo(x0 + turn + (dy / px) * length, y0 - (dx / px) * length);
      }
    }
    next -= px;
  }
}

/**
 * Add the inside of a shape to the current path; fill it with the even-odd rule. Every part runs
 * clockwise round what is inside, so several shapes in one path fill as their union by the
 * nonzero rule.
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {RingShape} shape
 */
export function traceInside(ctx, view, shape) {
  const { north, south } = shape.poles;
  const turns = copies(view, shape.minX, shape.maxX);
  if (north === south) {
    if (north) ctx.rect(-10, -10, view.width + 20, view.height + 20); // all but the far loop
    turns.forEach((turn) => {
      tracePart(ctx, view, shape, turn, false);
      ctx.closePath();
    });
    return;
  }
  // Around one pole the outline is an endless line: join the copies and close beyond the edge.
  if (north) turns.reverse(); // clockwise around a site is westward around the north pole
  turns.forEach((turn, i) => tracePart(ctx, view, shape, turn, i > 0));
  const edge = north ? -10 - view.y0 - view.scale : view.height + 10 + view.scale;
  const [last, first] = [turns[turns.length - 1], turns[0]];
  const end = shape.xs.length - 1;
  ctx.lineTo((shape.xs[end] + last) * view.scale - view.x0, edge);
  ctx.lineTo((shape.xs[0] + first) * view.scale - view.x0, edge);
  ctx.closePath();
}

/**
 * Keep drawing within the map proper: Web Mercator ends at 85.05 degrees.
 * @param {Pen} ctx
 * @param {CanvasView} view
 */
export function clipToWorld(ctx, view) {
  ctx.beginPath();
  ctx.rect(0, -view.y0, view.width, view.scale);
  ctx.clip();
}
