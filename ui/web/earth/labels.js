// Words on the map: each gets the first free spot, in order of importance, or none.

import { sheet } from "../base/sheet.js";
import { FONT } from "../base/style.js";

/** @typedef {{picture: Sheet, width: number, height: number}} WordPicture A text with its halo. */

const HALO_PX = 4;
const KEEP = 600;
/** @type {Map<string, WordPicture>} */
const words = new Map(); // pictures of words, the oldest first

const ruler = sheet(1, 1).getContext("2d");

/**
 * Return {picture, width, height} of a text with its halo, kept between frames.
 * @param {string} text
 * @param {LabelStyle} labelStyle
 * @param {number} ratio
 * @returns {WordPicture}
 */
function wordsOf(text, { size = 12, weight = 500, color, halo }, ratio) {
  const key = [text, size, weight, color, halo, ratio].join("\n");
  let found = words.get(key);
  if (!found) {
    if (words.size >= KEEP) words.delete(words.keys().next().value ?? "");
    found = paintWords(text, `${weight} ${size}px ${FONT}`, size, color, halo, ratio);
    words.set(key, found);
  }
  return found;
}

/**
 * @param {string} text
 * @param {string} font
 * @param {number} size
 * @param {string} color
 * @param {string} halo
 * @param {number} ratio
 * @returns {WordPicture}
 */
function paintWords(text, font, size, color, halo, ratio) {
  ruler.font = font;
  const width = ruler.measureText(text).width;
  const height = size * 2;
  const picture = sheet(Math.ceil((width + 2 * HALO_PX) * ratio), Math.ceil(height * ratio));
  const pen = picture.getContext("2d");
  pen.scale(ratio, ratio);
  pen.font = font;
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = HALO_PX;
  pen.strokeStyle = halo;
  pen.strokeText(text, HALO_PX, height / 2);
  pen.fillStyle = color;
  pen.fillText(text, HALO_PX, height / 2);
  return { picture, width, height };
}

/**
 * Return a labeller for one drawing: `place(text, spots, style)` draws at the first free spot.
 * @param {Pen} ctx
 * @param {Box} area
 * @param {Box[]} taken
 * @param {number} ratio
 * @returns {Labeller}
 */
export function labeller(ctx, area, taken, ratio) {
  const boxes = taken.slice();
  /** @param {Box} box @returns {boolean} */
  const free = (box) =>
    box.x0 >= area.x0 && box.x1 <= area.x1 && box.y0 >= area.y0 && box.y1 <= area.y1 &&
    !boxes.some((b) => box.x0 < b.x1 && box.x1 > b.x0 && box.y0 < b.y1 && box.y1 > b.y0);
  return {
    block(x, y, r) {
      boxes.push({ x0: x - r, x1: x + r, y0: y - r, y1: y + r });
    },
    /** Draw at the first free spot {x, y, align} of those given; return whether there was one. */
    place(text, spots, style) {
      const { size = 12 } = style;
      const { picture, width, height } = wordsOf(text, style, ratio);
      for (const { x, y, align = "center" } of spots) {
        const left = align === "center" ? x - width / 2 : align === "right" ? x - width : x;
        const box = { x0: left - 3, x1: left + width + 3, y0: y - size * 0.62, y1: y + size * 0.62 };
        if (!free(box)) continue;
        boxes.push(box);
        /** @param {number} value @returns {number} */
        const whole = (value) => Math.round(value * ratio) / ratio; // between pixels words would blur
        ctx.drawImage(picture, whole(left - HALO_PX), whole(y - height / 2),
          picture.width / ratio, picture.height / ratio);
        return true;
      }
      return false;
    },
  };
}

/**
 * Spots right beside a point, on its four sides.
 * @param {number} x
 * @param {number} y
 * @param {number} r
 * @returns {LabelSpot[]}
 */
export function around(x, y, r) {
  return [
    { x: x + r + 4, y, align: "left" }, { x: x - r - 4, y, align: "right" },
    { x, y: y - r - 9 }, { x, y: y + r + 9 },
  ];
}

/** @param {number} x @param {number} y @param {number} r @returns {LabelSpot[]} */
function corners(x, y, r) {
  return [[-1, -1], [1, -1], [-1, 1], [1, 1]].map(([dx, dy]) => (
    { x: x + dx * r, y: y + dy * r, align: dx > 0 ? "left" : "right" }));
}

/**
 * Spots next to a point, then farther off: for names that should not be missing.
 * @param {number} x
 * @param {number} y
 * @param {number} r
 * @param {number[]} [offsets]
 * @returns {LabelSpot[]}
 */
export function widely(x, y, r, offsets = [0, 8, 18, 32]) {
  return offsets.flatMap((more) => [...around(x, y, r + more), ...corners(x, y, r + more)]);
}
