// The words on rings: a number at each outline, and who claims it where that fits.

import { alongAt, lengthOf } from "./curves.js";
import { bestAlong, flat, middlesOf, settled } from "./ringspots.js";
import { WEIGHT } from "./room.js";

const SEARCH_DEG = [0, ...Array.from({ length: 20 }, (_, i) => [-3 * (i + 1), 3 * (i + 1)]).flat()]; // from the first bearing
const CLAIMANT_DEG = 40; // how far from its number's bearing the whole may stand
const DUE_PX = 90; // of an outline in view, from which on its number may not be missing
const AGAIN = 4; // how often numbers that found no place may choose before the others
const UNSETTABLE = /[\u0590-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc]/u; // letters that hang together

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
