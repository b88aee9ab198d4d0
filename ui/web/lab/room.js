// Room for words in the lab's picture: the more important ones are placed first, and what finds no free spot is left
// out. How wide words are is estimated, for asking the browser would have it lay out the picture in every frame.

/** @typedef {import("./frame.js").Xy} Xy */
/** Where the first line's baseline begins or is centred, and what the words cover. @typedef {{at: Xy, boxes: Box[]}} Spot */

const LETTER = 0.55; // of the size of the letters, on average
const WIDE = 0.95; // such as Hangul
const WIDE_FROM = "\u1100";
const [ABOVE, BELOW] = [0.8, 0.25]; // the baseline
const EDGE_PX = 3; // of the picture
const APART_PX = 1.5; // between words

export const LINE_PX = 16;
export const WORDS_PX = 13;
export const SMALL_PX = 11.5;

/** @param {string} text @param {number} px @returns {number} */
const widthOf = (text, px) => px * [...text].reduce((sum, letter) => sum + (letter < WIDE_FROM ? LETTER : WIDE), 0);

/** @param {Box} a @param {Box} b @returns {boolean} */
const isOver = (a, b) => a.x0 < b.x1 + APART_PX && a.x1 > b.x0 - APART_PX && a.y0 < b.y1 + APART_PX && a.y1 > b.y0 - APART_PX;

/** @param {Box[]} boxes @param {Box[]} taken @returns {boolean} */
const isFree = (boxes, taken) => !boxes.some((box) => taken.some((other) => isOver(box, other)));

/** @param {Xy} xy @param {number} r @returns {Box} */
const around = ([x, y], r) => ({ x0: x - r, x1: x + r, y0: y - r, y1: y + r });

/**
 * One line at a point of its baseline.
 * @param {string} text
 * @param {Xy} at
 * @param {number} [px] size of the letters
 * @param {"middle" | "end"} [anchor]
 * @returns {Spot}
 */
export function lineAt(text, [x, y], px = SMALL_PX, anchor = "middle") {
  const width = widthOf(text, px);
  const x0 = x - width * (anchor === "middle" ? 0.5 : 1);
  return { at: [x, y], boxes: [{ x0, x1: x0 + width, y0: y - ABOVE * px, y1: y + BELOW * px }] };
}

/**
 * One line around a point, turned by an angle: covered by a row of squares.
 * @param {string} text
 * @param {Xy} at
 * @param {number} angle clockwise
 * @returns {Spot}
 */
export function turnedLine(text, [x, y], angle) {
  const width = widthOf(text, SMALL_PX);
  const half = SMALL_PX / 2;
  const count = Math.ceil(width / half);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const boxes = Array.from({ length: count + 1 }, (_, i) => {
    const along = width * (i / count - 0.5);
    return around([x + along * cos + half * 0.7 * sin, y + along * sin - half * 0.7 * cos], half);
  });
  return { at: [x, y], boxes };
}

export class Room {
  /** @param {number} width @param {number} height */
  constructor(width, height) {
    this.width = width;
    this.height = height;
    /** @type {Box[]} */
    this.taken = [];
    /** @type {Box[]} */
    this.lines = [];
  }

  /** Keep words off a point. @param {Xy} at @param {number} r */
  block(at, r) {
    this.taken.push(around(at, r));
  }

  /** Keep words off a line where that can be. @param {Xy[]} points @param {number} [r] */
  cross(points, r = 2) {
    this.lines.push(...points.map((at) => around(at, r)));
  }

  /**
   * Lines of words beside a point, as near as clears it: a spot for each direction.
   * @param {string[]} lines
   * @param {Xy} point
   * @param {Xy[]} ways of length 1
   * @param {number} [gap]
   * @returns {Spot[]}
   */
  beside(lines, [x, y], ways, gap = 9) {
    const width = Math.max(...lines.map((line) => widthOf(line, WORDS_PX)));
    const height = WORDS_PX * (ABOVE + BELOW) + LINE_PX * (lines.length - 1);
    return ways.map(([dx, dy]) => {
      const away = gap + (Math.abs(dx) * width + Math.abs(dy) * height) / 2;
      const left = inside(x + dx * away - width / 2, this.width - width);
      const top = inside(y + dy * away - height / 2, this.height - height);
      return { at: [left + width / 2, top + ABOVE * WORDS_PX], boxes: [{ x0: left, x1: left + width, y0: top, y1: top + height }] };
    });
  }

  /**
   * The first spot that nothing has taken.
   * @param {Spot[]} spots
   * @param {Box[]} [more] that is taken, too
   * @returns {Spot | null}
   */
  find(spots, more = []) {
    const { width, height } = this;
    const isIn = (/** @type {Box} */ { x0, x1, y0, y1 }) => x0 >= 0 && x1 <= width && y0 >= 0 && y1 <= height;
    return spots.find(({ boxes }) => boxes.every(isIn) && isFree(boxes, this.taken) && isFree(boxes, more)) ?? null;
  }

  /**
   * Take the first free spot, if there is one: rather, or only, such as lies on no line.
   * @param {Spot[]} spots
   * @param {boolean} [isOnLines] where there is no other
   * @returns {Spot | null}
   */
  take(spots, isOnLines = true) {
    const spot = this.find(spots, this.lines) ?? (isOnLines ? this.find(spots) : null);
    if (spot) this.taken.push(...spot.boxes);
    return spot;
  }
}

/** @param {number} px @param {number} most @returns {number} */
const inside = (px, most) => Math.max(EDGE_PX, Math.min(px, most - EDGE_PX));
