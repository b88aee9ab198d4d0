// Boxes on the screen, kept by where they are, so that few have to be looked at.

const CELL_PX = 64;

/** @param {Box} a @param {Box} b @returns {boolean} */
export const overlap = (a, b) => a.x0 < b.x1 && a.x1 > b.x0 && a.y0 < b.y1 && a.y1 > b.y0;

/** @param {Box} box @param {number} px @returns {Box} */
export const grown = ({ x0, y0, x1, y1 }, px) => ({ x0: x0 - px, y0: y0 - px, x1: x1 + px, y1: y1 + px });

/**
 * How far the edge of a dot is from a box, in pixels; less than nothing where it reaches into it.
 * @param {Box} box
 * @param {{x: number, y: number, r: number}} dot
 * @returns {number}
 */
export function distanceTo({ x0, y0, x1, y1 }, { x, y, r }) {
  return Math.hypot(Math.max(x0 - x, 0, x - x1), Math.max(y0 - y, 0, y - y1)) - r;
}

/**
 * The box of a letter or a word that is turned about its middle.
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 * @param {number} angle in radians
 * @returns {Box}
 */
export function turnedBox(x, y, width, height, angle) {
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const [dx, dy] = [(width * cos + height * sin) / 2, (width * sin + height * cos) / 2];
  return { x0: x - dx, x1: x + dx, y0: y - dy, y1: y + dy };
}

/** @param {Box} a @param {Box} b @returns {Box} the box around two */
const around = (a, b) => (
  { x0: Math.min(a.x0, b.x0), y0: Math.min(a.y0, b.y0), x1: Math.max(a.x1, b.x1), y1: Math.max(a.y1, b.y1) });

/**
 * Boxes that cover the same and do not overlap.
 * @param {Box[]} boxes
 * @returns {Box[]}
 */
export function joined(boxes) {
  /** @type {Box[]} */
  const apart = [];
  for (let box of boxes) {
    for (let i = apart.findIndex((other) => overlap(other, box)); i >= 0; i = apart.findIndex((other) => overlap(other, box))) {
      [box] = [around(box, apart[i]), apart.splice(i, 1)];
    }
    apart.push(box);
  }
  return apart;
}

/** @typedef {{box: Box, owner: object | null}} Kept */

export class Shelf {
  constructor() {
    /** @type {Map<number, Kept[]>} */
    this.cells = new Map();
  }

  /** @param {Box} box @param {object | null} owner */
  add(box, owner) {
    const kept = { box, owner };
    for (const cell of cellsOf(box)) {
      const there = this.cells.get(cell);
      if (there) there.push(kept);
      else this.cells.set(cell, [kept]);
    }
  }

  /** @param {object} owner */
  remove(owner) {
    for (const [cell, there] of this.cells) {
      if (there.some((kept) => kept.owner === owner)) this.cells.set(cell, there.filter((kept) => kept.owner !== owner));
    }
  }

  /**
   * Whether no box lies there, but those of some owners.
   * @param {Box} box
   * @param {object[]} [except]
   * @returns {boolean}
   */
  isFree(box, except = []) {
    for (const cell of cellsOf(box)) {
      for (const kept of this.cells.get(cell) ?? []) {
        if (overlap(kept.box, box) && !(kept.owner && except.includes(kept.owner))) return false;
      }
    }
    return true;
  }
}

/** @param {Box} box @returns {number[]} */
function cellsOf({ x0, y0, x1, y1 }) {
  const cells = [];
  for (let down = Math.floor(y0 / CELL_PX); down <= Math.floor(y1 / CELL_PX); down += 1) {
    for (let across = Math.floor(x0 / CELL_PX); across <= Math.floor(x1 / CELL_PX); across += 1) {
      cells.push(down * 4096 + across);
    }
  }
  return cells;
}
