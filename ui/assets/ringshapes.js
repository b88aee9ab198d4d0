// Rings on the map: their geometry in world units, kept per (site, range), and their drawing.

import { copies, worldX, worldY } from "./canvaslayer.js";
import { polesInside, rangeRing, refinedRing } from "./geodesic.js";

const kept = new Map();
const KEEP = 400; // shapes; a drag makes one a frame, so the oldest go

/** Return {vertices, xs, ys, poles, minX, maxX} of the outline of one range. */
export function ringShape(lat, lon, km, stepDeg = 1) {
  const key = `${lat},${lon},${km},${stepDeg}`;
  let shape = kept.get(key);
  if (!shape) {
    shape = build(lat, lon, km, stepDeg);
    if (kept.size >= KEEP) kept.delete(kept.keys().next().value);
    kept.set(key, shape);
  }
  return shape;
}

function build(lat, lon, km, stepDeg) {
  const vertices = rangeRing(lat, lon, km, stepDeg);
  const line = refinedRing(lat, lon, km, vertices);
  const xs = line.map((point) => worldX(point[1]));
  const ys = line.map((point) => worldY(point[0]));
  return {
    vertices, xs, ys, poles: polesInside(vertices, km),
    minX: Math.min(...xs), maxX: Math.max(...xs),
  };
}

function tracePart(ctx, view, shape, turn, join) {
  const { xs, ys } = shape;
  for (let i = 0; i < xs.length; i += 1) {
    const x = (xs[i] + turn) * view.scale - view.x0;
    const y = ys[i] * view.scale - view.y0;
    if (i === 0 && !join) ctx.moveTo(x, y);
    else ctx.lineTo(x, y);
  }
}

/** Add the outline of a shape to the current path, in every copy of the world in view. */
export function traceOutline(ctx, view, shape) {
  for (const turn of copies(view, shape.minX, shape.maxX)) tracePart(ctx, view, shape, turn, false);
}

/**
 * Add the inside of a shape to the current path; fill it with the even-odd rule. Every part runs
 * clockwise round what is inside, so several shapes in one path fill as their union by the
 * nonzero rule.
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

/** Keep drawing within the map proper: Web Mercator ends at 85.05 degrees. */
export function clipToWorld(ctx, view) {
  ctx.beginPath();
  ctx.rect(0, -view.y0, view.width, view.scale);
  ctx.clip();
}
