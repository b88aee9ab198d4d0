// Where on an outline a text may stand: along it, flat across it, or right beside a small ring.

import { lengthOf, letteredAt, pointAt } from "./curves.js";
import { WEIGHT } from "./room.js";

const STEP_PX = 9; // from one middle that is tried to the next
const OVER_SYMBOL_DEG = { [-1]: 0, [WEIGHT.small]: 25, [WEIGHT.large]: 60, [WEIGHT.main]: 200 }; // what a free stretch is worth
const FLAT_OFF_PX = 11; // of a word beside a ring that is smaller than itself
const HEIGHT = 1.1; // of a flat word, in its size
/** Where a flat word may lie, from a point of its outline: below or above a small ring, across, anywhere near. */
const FLAT_SPOTS = [[0, 1], [0, -1], [0, 0], [1, 0], [-1, 0], [0.7, 0.7], [-0.7, 0.7], [0.7, -0.7], [-0.7, -0.7]];

/**
 * The letters of a text as they stand one by one.
 * @param {string} text
 * @returns {string[]}
 */
const lettersOf = (text) => (/^[\x20-\u024f\u2013\u2019-\u201d]*$/u.test(text) || !Intl.Segmenter ? [...text]
  : [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment));

/**
 * The middles that are tried on an outline, the nearest to a bearing first.
 * @param {WordLine} edge
 * @param {number} bearing
 * @returns {Middle[]}
 */
export function middlesOf({ stretches }, bearing) {
  /** @type {Middle[]} */
  const middles = [];
  for (const stretch of stretches) {
    const [length, steps] = [lengthOf(stretch), Math.ceil(lengthOf(stretch) / STEP_PX)];
    for (let i = 0; i <= steps; i += 1) {
      const px = (length * i) / steps;
      const { azimuth, x, y } = pointAt(stretch, px);
      middles.push({ stretch, px, x, y, azimuth, off: Math.abs(((azimuth - bearing + 540) % 360) - 180) });
    }
  }
  return middles.sort((a, b) => a.off - b.off);
}

/**
 * The best middle for a text along its outline: near the bearing, and on no symbol.
 * @param {Room} room
 * @param {WordLine} edge
 * @param {string} text
 * @param {Middle[]} middles
 * @param {number} most the weight of what may lie under it
 * @param {Measure} measure
 * @param {MapLabel[]} [except]
 * @returns {{set: LabelSet, azimuth: number} | null}
 */
export function bestAlong(room, edge, text, middles, most, measure, except = []) {
  /** @type {{set: LabelSet, azimuth: number} | null} */
  let best = null;
  let least = Infinity;
  for (const { stretch, px, azimuth, off } of middles) {
    if (off >= least) break; // the others are farther off
    const set = settled(stretch, px, text, edge, measure);
    if (!set || !room.isClear(set.boxes, except)) continue;
    const weight = room.weightUnder(set.boxes);
    const cost = off + OVER_SYMBOL_DEG[weight];
    if (weight <= most && cost < least) [best, least] = [{ set, azimuth }, cost];
  }
  return best;
}

/**
 * A text that lies flat across its outline, or right beside one that is smaller than the text.
 * @param {Room} room
 * @param {WordLine} edge
 * @param {string} text
 * @param {Middle[]} middles
 * @param {number} most
 * @param {Measure} measure
 * @returns {{set: LabelSet, azimuth: number} | null}
 */
export function flat(room, edge, text, middles, most, measure) {
  const width = measure(text, edge.style);
  const half = (edge.style.size * HEIGHT) / 2;
  const lowest = middles.reduce((low, each) => (each.y > low ? each.y : low), -Infinity);
  const highest = middles.reduce((high, each) => (each.y < high ? each.y : high), Infinity);
  const isSmall = lowest - highest < 2 * width;
  for (const [right, down] of isSmall ? FLAT_SPOTS : [[0, 0]]) {
    for (const { x, y, azimuth } of middles) {
      if (!right && (down > 0 ? y < lowest - 1 : down < 0 && y > highest + 1)) continue;
      const [toX, toY] = [x + right * FLAT_OFF_PX, y + down * FLAT_OFF_PX];
      const boxes = [{ x0: toX - width / 2, x1: toX + width / 2, y0: toY - half, y1: toY + half }];
      if (room.isClear(boxes) && room.weightUnder(boxes) <= most) return { set: { letters: null, boxes }, azimuth };
    }
  }
  return null;
}

/**
 * A text set along a stretch about a middle, or null where it does not fit.
 * @param {Stretch} stretch
 * @param {number} middle
 * @param {string} text
 * @param {WordLine} edge
 * @param {Measure} measure
 * @returns {LabelSet | null}
 */
export function settled(stretch, middle, text, { style }, measure) {
  const letters = lettersOf(text);
  return letteredAt(stretch, middle, letters, letters.map((letter) => measure(letter, style)), style.size);
}
