// Lines on the Earth as they run over the map: with vertices added where straight edges would stray from them.

import { worldX, worldY } from "./canvaslayer.js";

const STRAY_PX = 0.4; // how far a straight edge may leave the line on screen
const MAX_DEPTH = 11;
const EDGE_LAT = 85.3; // Web Mercator ends at 85.05; nothing beyond is seen

/** @typedef {{xs: number[], ys: number[], params: number[]}} RefinedLine In world units. */

/**
 * Return a line in world units whose edges stay within a pixel of what it stands for.
 * @param {LatLonPair[]} line with longitudes unwrapped
 * @param {number[]} params where on it each point is: an azimuth, or whatever `pointAt` takes
 * @param {(param: number) => LatLonPair} pointAt
 * @param {number} detail the zoom at which it is looked at
 * @returns {RefinedLine}
 */
export function refined(line, params, pointAt, detail) {
  const tolerance = STRAY_PX / (256 * 2 ** detail);
  const xs = line.map((point) => worldX(point[1]));
  const ys = line.map((point) => worldY(point[0]));
  /** @type {RefinedLine} */
  const found = { xs: [xs[0]], ys: [ys[0]], params: [params[0]] };
  /** @param {number} param @param {number} x @param {number} y */
  const put = (param, x, y) => {
    found.xs.push(x);
    found.ys.push(y);
    found.params.push(param);
  };
  /**
   * @param {number} param0
   * @param {number} x0
   * @param {number} y0
   * @param {number} param1
   * @param {number} x1
   * @param {number} y1
   * @param {number} depth
   */
  const add = (param0, x0, y0, param1, x1, y1, depth) => {
    const param = (param0 + param1) / 2;
    const [midLat, midLon] = pointAt(param);
    const straight = (x0 + x1) / 2;
    let x = worldX(midLon);
    x -= Math.round(x - straight);
    const y = worldY(midLat);
    if (depth < MAX_DEPTH && Math.hypot(x - straight, y - (y0 + y1) / 2) > tolerance) {
      add(param0, x0, y0, param, x, y, depth + 1);
      add(param, x, y, param1, x1, y1, depth + 1);
    } else put(param1, x1, y1);
  };
  for (let i = 1; i < line.length; i += 1) {
    const beyond = Math.min(Math.abs(line[i - 1][0]), Math.abs(line[i][0])) > EDGE_LAT;
    if (!beyond && bend(xs, ys, i) > tolerance) add(params[i - 1], xs[i - 1], ys[i - 1], params[i], xs[i], ys[i], 0);
    else put(params[i], xs[i], ys[i]);
  }
  return found;
}

/**
 * A cheap guess at how far the chord that ends at `i` strays: how much the line bends there.
 * @param {number[]} xs
 * @param {number[]} ys
 * @param {number} i
 * @returns {number}
 */
function bend(xs, ys, i) {
  /** @param {number} k @returns {number} */
  const second = (k) => Math.hypot(xs[k - 1] - 2 * xs[k] + xs[k + 1], ys[k - 1] - 2 * ys[k] + ys[k + 1]);
  const before = i > 1 ? second(i - 1) : 0;
  const after = i < xs.length - 1 ? second(i) : 0;
  return Math.max(before, after) / 6; // an arc strays by an eighth; a little more for safety
}
