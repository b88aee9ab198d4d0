// The words on rings: a number at each outline, and who claims it where that fits.

import { alongAt, lengthOf, letteredAt, pointAt } from "./curves.js";
import { WEIGHT } from "./room.js";

const SEARCH_DEG = [0, ...Array.from({ length: 20 }, (_, i) => [-3 * (i + 1), 3 * (i + 1)]).flat()]; // from the first bearing
const STEP_PX = 9; // from one middle that is tried to the next
const OVER_SYMBOL_DEG = { [-1]: 0, [WEIGHT.small]: 25, [WEIGHT.large]: 60, [WEIGHT.main]: 200 }; // what a free stretch is worth
const CLAIMANT_DEG = 40; // how far from its number's bearing the whole may stand
const FLAT_OFF_PX = 11; // of a word beside a ring that is smaller than itself
const HEIGHT = 1.1; // of a flat word, in its size
const DUE_PX = 90; // of an outline in view, from which on its number may not be missing
const AGAIN = 4; // how often numbers that found no place may choose before the others
/** Where a flat word may lie, from a point of its outline: below or above a small ring, across, anywhere near. */
const FLAT_SPOTS = [[0, 1], [0, -1], [0, 0], [1, 0], [-1, 0], [0.7, 0.7], [-0.7, 0.7], [0.7, -0.7], [-0.7, -0.7]];
const UNSETTABLE = /[\u0590-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc]/u; // letters that hang together

/**
 * The letters of a text as they stand one by one.
 * @param {string} text
 * @returns {string[]}
 */
const lettersOf = (text) => (/^[\x20-\u024f\u2013\u2019-\u201d]*$/u.test(text) || !Intl.Segmenter ? [...text]
  : [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment));

/**
 * Write the number of each outline; return the bearing at which most of them stand.
 * @param {Room} room
 * @param {RingEdge[]} edges
 * @param {number} first
 * @param {Measure} measure
 * @returns {{bearing: number}}
 */
export function numberRings(room, edges, first, measure) {
  const bearing = commonBearing(room, edges, first, measure);
  /** @type {RingEdge[]} */
  let hardest = []; // that found no place after the others: these choose before them
  for (let again = 0; again <= AGAIN; again += 1) {
    const easy = edges.filter((edge) => !hardest.includes(edge));
    const missing = hardest.filter((edge) => !numberRing(room, edge, bearing, measure));
    const waiting = easy.filter((edge) => !numberAt(room, edge, bearing, measure));
    missing.push(...waiting.filter((edge) => !numberRing(room, edge, bearing, measure)));
    const large = missing.filter(({ stretches }) => stretches.some((stretch) => lengthOf(stretch) > DUE_PX));
    if (again === AGAIN || !large.length) break;
    hardest = [...large, ...hardest.filter((edge) => !large.includes(edge))];
    room.labels.slice().forEach((label) => room.leave(label));
  }
  return { bearing };
}

/**
 * The bearing with room for the numbers of most outlines, the nearest to the first one.
 * @param {Room} room
 * @param {RingEdge[]} edges
 * @param {number} first
 * @param {Measure} measure
 * @returns {number}
 */
function commonBearing(room, edges, first, measure) {
  let [best, most] = [first, -1];
  for (const off of SEARCH_DEG) {
    const written = edges.filter((edge) => numberAt(room, edge, first + off, measure)).length;
    room.labels.slice().forEach((label) => room.leave(label));
    if (written > most) [best, most] = [first + off, written];
    if (most === edges.length) break;
  }
  return best;
}

/**
 * Write a number at one bearing if nothing is there, no symbol either.
 * @param {Room} room
 * @param {RingEdge} edge
 * @param {number} bearing
 * @param {Measure} measure
 * @returns {boolean}
 */
function numberAt(room, edge, bearing, measure) {
  for (const stretch of edge.stretches) {
    const middle = alongAt(stretch, (bearing + 360) % 360);
    const set = middle === null ? null : settled(stretch, middle, edge.number, edge, measure);
    if (!set || !room.isClear(set.boxes) || room.weightUnder(set.boxes) >= 0) continue;
    take(room, edge, edge.number, set, bearing);
    return true;
  }
  return false;
}

/**
 * Write a number somewhere on its outline: what it may lie on grows, until there is a place.
 * @param {Room} room
 * @param {RingEdge} edge
 * @param {number} bearing
 * @param {Measure} measure
 * @returns {MapLabel | null}
 */
export function numberRing(room, edge, bearing, measure) {
  const [middles, { number, bare }] = [middlesOf(edge, bearing), edge];
  for (const [text, most] of /** @type {[string, number][]} */ ([
    [number, WEIGHT.large], [bare, WEIGHT.large], [number, WEIGHT.main], [bare, WEIGHT.main]])) {
    const found = bestAlong(room, edge, text, middles, most, measure) ?? flat(room, edge, text, middles, most, measure);
    if (found) return take(room, edge, text, found.set, found.azimuth);
  }
  return null;
}

/**
 * The middles that are tried on an outline, the nearest to a bearing first.
 * @param {RingEdge} edge
 * @param {number} bearing
 * @returns {Middle[]}
 */
function middlesOf({ stretches }, bearing) {
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
 * @param {RingEdge} edge
 * @param {string} text
 * @param {Middle[]} middles
 * @param {number} most the weight of what may lie under it
 * @param {Measure} measure
 * @param {MapLabel[]} [except]
 * @returns {{set: LabelSet, azimuth: number} | null}
 */
function bestAlong(room, edge, text, middles, most, measure, except = []) {
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
 * @param {RingEdge} edge
 * @param {string} text
 * @param {Middle[]} middles
 * @param {number} most
 * @param {Measure} measure
 * @returns {{set: LabelSet, azimuth: number} | null}
 */
function flat(room, edge, text, middles, most, measure) {
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
 * Have who claims a ring join its number, where the whole fits.
 * @param {Room} room
 * @param {RingEdge[]} edges
 * @param {Measure} measure
 */
export function nameClaimants(room, edges, measure) {
  for (const edge of edges) {
    const label = room.labels.find((each) => each.edge === edge);
    if (!label?.letters || !edge.full || UNSETTABLE.test(edge.full)) continue;
    const middles = middlesOf(edge, label.azimuth ?? 0).filter(({ off }) => off <= CLAIMANT_DEG);
    const found = bestAlong(room, edge, edge.full, middles, -1, measure, [label]);
    if (!found) continue;
    room.leave(label);
    take(room, edge, edge.full, found.set, found.azimuth);
  }
}

/**
 * @param {Stretch} stretch
 * @param {number} middle
 * @param {string} text
 * @param {RingEdge} edge
 * @param {Measure} measure
 * @returns {LabelSet | null}
 */
function settled(stretch, middle, text, { style }, measure) {
  const letters = lettersOf(text);
  return letteredAt(stretch, middle, letters, letters.map((letter) => measure(letter, style)), style.size);
}

/**
 * @param {Room} room
 * @param {RingEdge} edge
 * @param {string} text
 * @param {LabelSet} set
 * @param {number} azimuth
 * @returns {MapLabel}
 */
function take(room, edge, text, { letters, boxes }, azimuth) {
  return room.take({
    text, kind: "ring", id: null, ring: edge.ring, style: edge.style, boxes, own: null, leader: null, letters, azimuth, edge,
  });
}
