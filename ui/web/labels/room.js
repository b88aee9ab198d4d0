// The room for words on a map: what is taken already, and by what.

import { Shelf, distanceTo, grown } from "./boxes.js";

/** How much a dot matters to words: all may be written over the least, none over the most. */
export const WEIGHT = { small: 0, large: 1, main: 2 };
const MARGIN_PX = 2; // between two words
const EDGE_PX = 2; // words keep off the edge of the map

/** @param {Pick<CanvasView, "width" | "height">} view @returns {Box} where words may stand */
export const areaOf = ({ width, height }) => ({ x0: EDGE_PX, y0: EDGE_PX, x1: width - EDGE_PX, y1: height - EDGE_PX });

/**
 * What covers a map, in units of its paper.
 * @param {{larger: number}} view
 * @param {Pick<MapModel, "reserved">} model
 * @returns {Box[]}
 */
export const coveredOf = ({ larger }, model) => model.reserved().map(({ x0, y0, x1, y1 }) => (
  { x0: x0 / larger, y0: y0 / larger, x1: x1 / larger, y1: y1 / larger }));

export class Room {
  /** @param {Box} area @param {Box[]} covered @param {Dot[]} dots */
  constructor(area, covered, dots) {
    this.area = area;
    this.covered = covered;
    this.dots = dots;
    /** @type {MapLabel[]} */
    this.labels = [];
    this.words = new Shelf(); // and what covers the map: never written over
    this.symbols = [new Shelf(), new Shelf(), new Shelf()]; // by weight
    covered.forEach((box) => this.words.add(box, null));
    for (const dot of dots) this.symbols[dot.weight].add(around(dot), dot);
    this.rivals = dots.filter(({ weight }) => weight > WEIGHT.small);
  }

  /**
   * Whether a point is seen, and not covered.
   * @param {number} x
   * @param {number} y
   * @returns {boolean}
   */
  sees(x, y) {
    const { x0, y0, x1, y1 } = this.area;
    return x >= x0 && x <= x1 && y >= y0 && y <= y1
      && !this.covered.some((box) => x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1);
  }

  /**
   * Whether boxes lie in the view and on no other word.
   * @param {Box[]} boxes
   * @param {MapLabel[]} [except]
   * @returns {boolean}
   */
  isClear(boxes, except = []) {
    const { area, words } = this;
    return boxes.every((box) => box.x0 >= area.x0 && box.x1 <= area.x1 && box.y0 >= area.y0 && box.y1 <= area.y1
      && words.isFree(grown(box, MARGIN_PX), except));
  }

  /**
   * The weight of the heaviest symbol that boxes lie on, -1 for none.
   * @param {Box[]} boxes
   * @param {Dot | null} [own]
   * @returns {number}
   */
  weightUnder(boxes, own = null) {
    const except = own ? [own] : [];
    for (let weight = WEIGHT.main; weight >= 0; weight -= 1) {
      if (!boxes.every((box) => this.symbols[weight].isFree(box, except))) return weight;
    }
    return -1;
  }

  /**
   * Whether a word is nearer to its own dot than to that of any named or larger place.
   * @param {{box: Box}} spot
   * @param {Dot} own
   * @returns {boolean}
   */
  isNearest({ box }, own) {
    const near = distanceTo(box, own);
    return this.rivals.every((dot) => dot === own || (dot.rank < own.rank && !dot.isNamed && dot.weight < WEIGHT.main)
      || distanceTo(box, dot) >= near);
  }

  /**
   * Whether no word that has no line would be nearer to this dot than to its own, were it named.
   * @param {Dot} dot
   * @returns {boolean}
   */
  mayBeNamed(dot) {
    return this.labels.every(({ own, leader, boxes }) => (
      !own || leader || own === dot || distanceTo(boxes[0], own) <= distanceTo(boxes[0], dot)));
  }

  /** @param {MapLabel} label @returns {MapLabel} */
  take(label) {
    this.labels.push(label);
    label.boxes.forEach((box) => this.words.add(box, label));
    if (label.leader) pointsOf(label.leader).forEach((box) => this.words.add(box, label));
    if (label.own) {
      label.own.isNamed = true;
      if (!this.rivals.includes(label.own)) this.rivals.push(label.own);
    }
    return label;
  }

  /** @param {MapLabel} label */
  leave(label) {
    this.labels.splice(this.labels.indexOf(label), 1);
    this.words.remove(label);
  }
}

/** @param {Dot} dot @returns {Box} */
const around = ({ x, y, r }) => ({ x0: x - r, x1: x + r, y0: y - r, y1: y + r });

const EVERY_PX = 5;

/**
 * Small boxes along a line, which words keep off.
 * @param {Leader} leader
 * @returns {Box[]}
 */
export function pointsOf([x0, y0, x1, y1]) {
  const steps = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / EVERY_PX));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const [x, y] = [x0 + ((x1 - x0) * i) / steps, y0 + ((y1 - y0) * i) / steps];
    return { x0: x - 2, x1: x + 2, y0: y - 2, y1: y + 2 };
  });
}
