// The outline of a ring as it runs over the screen, and letters along it.

import { turnedBox } from "./boxes.js";

const BEYOND_PX = 24; // of the view, so that letters at its edge have a line under them
const HEIGHT = 0.86; // of a figure with its air, in its size
const BEND = 0.42; // radians from one letter to the next
const TURN = 1.5; // over all letters
const UPRIGHT = 1.66; // a little over the vertical: beyond, letters would stand on their heads

/**
 * The stretches of an outline that are in view, in all copies of the world.
 * @param {Pick<RingShape, "xs" | "ys" | "azimuths">} shape
 * @param {LabelView} view
 * @param {number[]} turns
 * @returns {Stretch[]}
 */
export function stretchesOf({ xs, ys, azimuths }, view, turns) {
  const [right, bottom] = [view.width + BEYOND_PX, view.height + BEYOND_PX];
  /** @type {Stretch[]} */
  const found = [];
  for (const turn of turns) {
    /** @type {Stretch | null} */
    let open = null;
    let [x0, y0] = [NaN, NaN];
    for (let i = 0; i < xs.length; i += 1) {
      const x = (xs[i] + turn) * view.scale - view.x0;
      const y = ys[i] * view.scale - view.y0;
      const isSeen = Math.max(x0, x) > -BEYOND_PX && Math.min(x0, x) < right
        && Math.max(y0, y) > -BEYOND_PX && Math.min(y0, y) < bottom; // never of the first, which has none before
      if (isSeen && !open) {
        open = { xs: [x0], ys: [y0], along: [0], azimuths: [azimuths[i - 1]] };
        found.push(open);
      }
      if (isSeen && open) {
        open.along.push(open.along[open.along.length - 1] + Math.hypot(x - x0, y - y0));
        open.xs.push(x);
        open.ys.push(y);
        open.azimuths.push(azimuths[i]);
      } else open = null;
      [x0, y0] = [x, y];
    }
  }
  return found;
}

/** @param {Stretch} stretch @returns {number} */
export const lengthOf = ({ along }) => along[along.length - 1];

/**
 * The index of the last vertex at or before a value in a list that grows.
 * @param {number[]} values
 * @param {number} value
 * @returns {number}
 */
function lastBefore(values, value) {
  let [low, high] = [0, values.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (values[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Where a stretch is after so many pixels, and at which azimuth from its site.
 * @param {Stretch} stretch
 * @param {number} px
 * @returns {{x: number, y: number, azimuth: number}}
 */
export function pointAt({ xs, ys, along, azimuths }, px) {
  const i = lastBefore(along, px);
  const part = (px - along[i]) / (along[i + 1] - along[i] || 1);
  /** @param {number[]} values @returns {number} */
  const between = (values) => values[i] + (values[i + 1] - values[i]) * part;
  return { x: between(xs), y: between(ys), azimuth: between(azimuths) };
}

/**
 * How far along a stretch an azimuth is; null where it is not on it.
 * @param {Stretch} stretch
 * @param {number} azimuth
 * @returns {number | null}
 */
export function alongAt({ along, azimuths }, azimuth) {
  if (azimuth < azimuths[0] || azimuth > azimuths[azimuths.length - 1]) return null;
  const i = lastBefore(azimuths, azimuth);
  const part = (azimuth - azimuths[i]) / (azimuths[i + 1] - azimuths[i] || 1);
  return along[i] + (along[i + 1] - along[i]) * part;
}

/**
 * Set letters along a stretch about a middle, upright: {letters, boxes}; null where it is too short or
 * bends too much.
 * @param {Stretch} stretch
 * @param {number} middle
 * @param {string[]} text
 * @param {number[]} widths
 * @param {number} size
 * @returns {{letters: SetLetter[], boxes: Box[]} | null}
 */
export function letteredAt(stretch, middle, text, widths, size) {
  const half = widths.reduce((sum, width) => sum + width, 0) / 2;
  if (middle - half < 0 || middle + half > lengthOf(stretch)) return null;
  const [a, b] = [pointAt(stretch, middle - half), pointAt(stretch, middle + half)];
  const forward = Math.abs(b.x - a.x) > 1 ? b.x > a.x : b.y < a.y; // upwards, where it is vertical
  const sign = forward ? 1 : -1;
  let at = middle - sign * half;
  /** @type {SetLetter[]} */
  const letters = [];
  /** @type {Box[]} */
  const boxes = [];
  let least = Infinity;
  let most = -Infinity;
  let before = NaN;
  for (let i = 0; i < text.length; i += 1) {
    const start = pointAt(stretch, at);
    at += sign * widths[i];
    const end = pointAt(stretch, at);
    const angle = Math.atan2(end.y - start.y, end.x - start.x);
    const [x, y] = [(start.x + end.x) / 2, (start.y + end.y) / 2];
    if (Math.abs(angle) > UPRIGHT || Math.abs(angle - before) > BEND) return null;
    [least, most, before] = [Math.min(least, angle), Math.max(most, angle), angle];
    if (most - least > TURN) return null;
    if (text[i].trim()) boxes.push(turnedBox(x, y, widths[i], size * HEIGHT, angle));
    letters.push({ letter: text[i], x, y, angle });
  }
  return { letters, boxes };
}
