// Words measured, and painted with their halo once to be stamped in many frames.

import { sheet } from "../base/sheet.js";
import { FONT } from "../base/style.js";

/** @typedef {{picture: Sheet, width: number, height: number}} WordPicture A text with its halo. */

export const HALO_PX = 4;
const KEEP = 600;
/** @type {Map<string, WordPicture>} */
const words = new Map(); // pictures of words, the oldest first
/** @type {Map<string, Map<string, number>>} */
const widths = new Map(); // of texts, by font
const WIDTHS_KEPT = 4000;

const ruler = sheet(1, 1).getContext("2d");

/** @param {{size: number, weight: number}} style @returns {string} */
const fontOf = ({ size, weight }) => `${weight} ${size}px ${FONT}`;

/**
 * The width of a text in pixels.
 * @type {Measure}
 */
export function measure(text, style) {
  const font = fontOf(style);
  let known = widths.get(font);
  if (!known || known.size > WIDTHS_KEPT) widths.set(font, known = new Map());
  let width = known.get(text);
  if (width === undefined) {
    ruler.font = font;
    width = ruler.measureText(text).width;
    known.set(text, width);
  }
  return width;
}

/** Forget all widths and pictures: the page's own face has come. */
export function forgetWords() {
  widths.clear();
  words.clear();
}

/**
 * Return {picture, width, height} of a text with its halo, kept between frames.
 * @param {string} text
 * @param {LabelStyle} labelStyle
 * @param {number} ratio
 * @returns {WordPicture}
 */
export function wordsOf(text, { size = 12, weight = 500, color, halo }, ratio) {
  const key = [text, size, weight, color, halo, ratio].join("\n");
  let found = words.get(key);
  if (!found) {
    if (words.size >= KEEP) words.delete(words.keys().next().value ?? "");
    found = paintWords(text, { size, weight }, color, halo, ratio);
    words.set(key, found);
  }
  return found;
}

/**
 * @param {string} text
 * @param {WordStyle} style
 * @param {string} color
 * @param {string} halo
 * @param {number} ratio
 * @returns {WordPicture}
 */
function paintWords(text, style, color, halo, ratio) {
  const width = measure(text, style);
  const height = style.size * 2;
  const picture = sheet(Math.ceil((width + 2 * HALO_PX) * ratio), Math.ceil(height * ratio));
  const pen = picture.getContext("2d");
  pen.scale(ratio, ratio);
  writeWords(pen, text, { ...style, color, halo }, HALO_PX, height / 2);
  return { picture, width, height };
}

/**
 * Write words with a halo, from `x` on and about the height `y`.
 * @param {Pen} pen
 * @param {string} text
 * @param {WordStyle & {color: string, halo: string}} style
 * @param {number} x
 * @param {number} y
 */
export function writeWords(pen, text, { color, halo, ...style }, x, y) {
  inkPen(pen, style, color, halo);
  pen.textAlign = "left";
  pen.strokeText(text, x, y);
  pen.fillText(text, x, y);
}

/**
 * Have a pen write about the middle of a line, and stroke halos.
 * @param {Pen} pen
 * @param {WordStyle} style
 * @param {string} color
 * @param {string} halo
 */
export function inkPen(pen, style, color, halo) {
  pen.font = fontOf(style);
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = HALO_PX;
  pen.strokeStyle = halo;
  pen.fillStyle = color;
}
