// What the lesson's two round pictures have in common: meridians and parallels, the edge, the ways to the goal.

import { circle } from "./ball.js";
import { strokeHue } from "./picture.js";

/** @typedef {[x: number, y: number]} Pixel */

const GRID_DEG = 30;
/** @type {LatLonPair} */
export const NOWHERE = [NaN, NaN];

/**
 * Meridians and parallels as lines of [lat, lon].
 * @type {LatLonPair[][]}
 */
export const GRID = [
  ...range(-180, 180 - GRID_DEG).map((lon) => steps(-80, 80, 5).map((lat) => pair(lat, lon))),
  ...range(-60, 60).map((lat) => steps(-180, 180, 5).map((lon) => pair(lat, lon))),
];

/** @param {number} lat @param {number} lon @returns {LatLonPair} */
function pair(lat, lon) {
  return [lat, lon];
}

/** @param {number} from @param {number} to @returns {number[]} */
function range(from, to) {
  return steps(from, to, GRID_DEG);
}

/** @param {number} from @param {number} to @param {number} step @returns {number[]} */
function steps(from, to, step) {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);
}

/** @param {Pen} ctx @param {Palette} palette @param {() => void} trace */
export function strokeGrid(ctx, palette, trace) {
  ctx.beginPath();
  trace();
  ctx.strokeStyle = palette.coast;
  ctx.globalAlpha = 0.55;
  ctx.lineWidth = 0.6;
  ctx.stroke();
  ctx.globalAlpha = 1;
}

/** @param {Pen} ctx @param {Palette} palette @param {FlatCircle} disc */
export function strokeEdge(ctx, palette, disc) {
  ctx.beginPath();
  circle(ctx, disc);
  ctx.strokeStyle = palette.faint;
  ctx.lineWidth = 1;
  ctx.stroke();
}

/** @param {Pen} ctx @param {number[][]} points */
export function tracePoints(ctx, points) {
  let down = false;
  for (const [x, y] of points) {
    if (Number.isNaN(x)) down = false;
    else if (down) ctx.lineTo(x, y);
    else {
      ctx.moveTo(x, y);
      down = true;
    }
  }
}

/** @param {LessonModel} lessonModel @returns {string} */
export const whichWay = ({ site, goal }) => `${site.id},${goal.place.id}`;

/**
 * @template P
 * @param {Pen} ctx
 * @param {Palette} palette
 * @param {LessonHues} hues
 * @param {(path: P) => void} trace
 * @param {{straight: P, shortest: P}} ways
 */
export function strokeWays(ctx, palette, hues, trace, { straight, shortest }) {
  for (const { path, hue } of [{ path: straight, hue: hues.straight }, { path: shortest, hue: hues.shortest }]) {
    ctx.beginPath();
    trace(path);
    strokeHue(ctx, palette, hue, 1.8);
  }
}
