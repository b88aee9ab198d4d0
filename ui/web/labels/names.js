// Names beside their dots: the spots that are tried, and what makes one good.

import { distanceTo } from "./boxes.js";
import { WEIGHT, pointsOf } from "./room.js";

/**
 * The order of names: asked for, at the end of a distance line, must be written, a site in use; those that may be
 * missing: a test flight, others, a site that is not in use.
 */
export const TIER = { asked: 0, arc: 1, must: 2, site: 3, flight: 4, other: 5, idle: 6 };

const GAP_PX = 4; // from a dot to its name
const LINE = 1.24; // the height of a word, in its size
/** How far off a name may stand with a line: the last only where the view is small and full, better than no name. */
const LEADERS_PX = [[14, 22, 32, 44], [58, 74, 90], [110, 135, 165, 200]];
const DIRECTIONS = Array.from({ length: 16 }, (_, i) => (i * Math.PI) / 8);

/**
 * Write a name where it may stand. One that must be written is: the rules get less strict one by one.
 * @param {Room} room
 * @param {WantedName} wanted
 * @param {Measure} measure
 */
export function placeName(room, wanted, measure) {
  const { dot, text, style, tier, kind, id } = wanted;
  if (!room.sees(dot.x, dot.y)) return;
  const size = [measure(text, style), style.size * LINE];
  const isLesser = tier > TIER.site;
  if (isLesser && (dot.isNamed || !room.mayBeNamed(dot))) return;
  const spot = firstOf(room, dot, beside(dot, size), WEIGHT.small, room.isNearest.bind(room))
    ?? (tier === TIER.flight ? besideCrowd(room, dot, size) : isLesser ? null : lastOf(room, dot, size));
  if (!spot) return;
  const { box, leader } = spot;
  room.take({ text, kind, id, ring: null, style, boxes: [box], own: dot, leader, letters: null, isLesser });
}

/**
 * A spot for a name that must be written: over lesser symbols, farther off, over others' lines last. A short
 * line over a lesser symbol is easier to follow than a long one.
 * @param {Room} room
 * @param {Dot} dot
 * @param {number[]} size
 * @returns {NameSpot | null}
 */
function lastOf(room, dot, size) {
  const near = firstOf(room, dot, beside(dot, size), WEIGHT.main, room.isNearest.bind(room));
  if (near) return near;
  for (const distances of LEADERS_PX) {
    for (const below of [WEIGHT.small, WEIGHT.large, WEIGHT.main]) {
      const spot = firstOf(room, dot, apart(dot, size, distances), below, hasClearLine.bind(null, room));
      if (spot) return spot;
    }
  }
  return firstOf(room, dot, apart(dot, size, LEADERS_PX.flat()), WEIGHT.main + 1, () => true);
}

/**
 * A spot at the end of a short line, on no symbol: many flights came down close together.
 * @param {Room} room
 * @param {Dot} dot
 * @param {number[]} size
 * @returns {NameSpot | null}
 */
const besideCrowd = (room, dot, size) => (
  firstOf(room, dot, apart(dot, size, LEADERS_PX[0]), WEIGHT.small, hasClearLine.bind(null, room)));

/**
 * The first spot that lies on no symbol of this weight or more, and is good otherwise.
 * @param {Room} room
 * @param {Dot} dot
 * @param {Iterable<NameSpot>} spots
 * @param {number} below
 * @param {(spot: NameSpot, dot: Dot) => boolean} isGood
 * @returns {NameSpot | null}
 */
function firstOf(room, dot, spots, below, isGood) {
  for (const spot of spots) {
    if (room.isClear([spot.box]) && room.weightUnder([spot.box], spot.leader ? null : dot) < below && isGood(spot, dot)) return spot;
  }
  return null;
}

/** @param {Room} room @param {NameSpot} spot @param {Dot} dot @returns {boolean} */
function hasClearLine(room, { leader }, dot) {
  if (!leader) return true;
  const points = pointsOf(leader);
  return points.every((point) => room.words.isFree(point))
    && room.rivals.every((rival) => rival === dot || rival.weight < WEIGHT.main || isWithin(rival, dot)
      || points.every((point) => distanceTo(point, rival) > 0));
}

/**
 * Whether one dot lies so near another that no line leaves it without touching that one.
 * @param {Dot} a
 * @param {Dot} b
 * @returns {boolean}
 */
const isWithin = (a, b) => Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r + 3;

/**
 * Spots right beside a dot: its sides, then its corners.
 * @param {Dot} dot
 * @param {number[]} size
 * @returns {NameSpot[]}
 */
export function beside({ x, y, r }, [width, height]) {
  const [off, up] = [r + GAP_PX, r + 2 + height / 2];
  const near = 0.7 * (r + 3);
  /** @type {[number, number][]} the left edge and the middle of the height */
  const places = [
    [x + off, y], [x - off - width, y], [x - width / 2, y - up], [x - width / 2, y + up],
    [x + near, y - near - height * 0.35], [x + near, y + near + height * 0.35],
    [x - near - width, y - near - height * 0.35], [x - near - width, y + near + height * 0.35],
  ];
  return places.map(([left, middle]) => ({ box: boxOf(left, middle, width, height), leader: null }));
}

/**
 * Spots farther off in sixteen directions, each with the line that leads back, one after the other as
 * they are asked for.
 * @param {Dot} dot
 * @param {number[]} size
 * @param {number[]} distances
 * @returns {Generator<NameSpot>}
 */
function* apart({ x, y, r }, [width, height], distances) {
  for (const far of distances) {
    for (const direction of DIRECTIONS) {
      const [dx, dy] = [Math.cos(direction), Math.sin(direction)];
      const [toX, toY] = [x + dx * (r + far), y + dy * (r + far)];
      const isAcross = Math.abs(dx) < 0.5;
      const left = isAcross ? toX - width / 2 : dx > 0 ? toX + 2 : toX - width - 2;
      const middle = isAcross ? toY + (Math.sign(dy) * height) / 2 : toY;
      yield {
        box: boxOf(left, middle, width, height),
        leader: [x + dx * (r + 0.5), y + dy * (r + 0.5), toX, toY],
      };
    }
  }
}

/**
 * @param {number} left
 * @param {number} middle
 * @param {number} width
 * @param {number} height
 * @returns {Box}
 */
const boxOf = (left, middle, width, height) => (
  { x0: left, x1: left + width, y0: middle - height / 2, y1: middle + height / 2 });
