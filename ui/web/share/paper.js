// Words on a picture, in blocks {width, height, draw(pen, x, y)}: wrapped and measured before
// anything is drawn, so that none meet and none are cut off. Lengths are CSS pixels.

import { sheet } from "../base/sheet.js";
import { FONT } from "../base/style.js";

/** @typedef {{text: string, run: TextRun, x: number}} LinePart What of a run stands in a line. */

const LINE = 1.36; // heights of a line of text

const ruler = sheet(1, 1).getContext("2d");

/** @param {TextRun} textRun @returns {string} */
const fontOf = ({ size, weight = 400 }) => `${weight} ${size}px ${FONT}`;

/** @param {string} text @param {TextRun} run @returns {number} */
function widthOf(text, run) {
  ruler.font = fontOf(run);
  return ruler.measureText(text).width;
}

/**
 * Return a text in letters with their marks, or whole characters where a browser knows no letters.
 * @param {string} text
 * @returns {string[]}
 */
function lettersOf(text) {
  if (!Intl.Segmenter) return [...text];
  return [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
}

/**
 * Return a word in pieces no wider than asked; a link is cut before an `&`.
 * @param {string} word
 * @param {TextRun} run
 * @param {number} width
 * @returns {string[]}
 */
function piecesOf(word, run, width) {
  /** @type {string[]} */
  const pieces = [];
  let piece = "";
  for (const sign of lettersOf(word)) {
    if (piece && widthOf(piece + sign, run) > width) {
      const cut = Math.max(piece.lastIndexOf("&"), 0) || piece.length;
      pieces.push(piece.slice(0, cut));
      piece = piece.slice(cut);
    }
    piece += sign;
  }
  return [...pieces, piece];
}

/**
 * Return runs {text, size, weight, color} as lines of [{text, run, x}].
 * @param {TextRun[]} runs
 * @param {number} width
 * @returns {LinePart[][]}
 */
function linesOf(runs, width) {
  /** @type {LinePart[][]} */
  const lines = [[]];
  for (const run of runs) {
    const words = run.text.split(/\s+/).filter(Boolean).flatMap((word) => piecesOf(word, run, width));
    for (const word of words) {
      const line = lines[lines.length - 1];
      const last = line[line.length - 1];
      const joined = last?.run === run; // drawn as one, or Arabic words would stand in the wrong order
      const text = joined ? `${last.text} ${word}` : word;
      const x = joined ? last.x : last ? last.x + widthOf(`${last.text} `, last.run) : 0;
      if (x + widthOf(text, run) > width && last) lines.push([{ text: word, run, x: 0 }]);
      else if (joined) last.text = text;
      else line.push({ text, run, x });
    }
  }
  return lines;
}

/**
 * A paragraph of runs, each with a style of its own.
 * @param {TextRun[]} runs
 * @param {number} width
 * @returns {TextBlock}
 */
export function paragraph(runs, width) {
  const lines = linesOf(runs, width);
  const line = LINE * Math.max(...runs.map(({ size }) => size));
  const ends = lines.flat().map(({ text, run, x }) => x + widthOf(text, run));
  return {
    width: Math.max(0, ...ends), height: lines.length * line,
    draw(pen, left, top) {
      pen.textBaseline = "middle";
      lines.forEach((parts, row) => parts.forEach(({ text, run, x }) => {
        pen.font = fontOf(run);
        pen.fillStyle = run.color;
        pen.fillText(text, left + x, top + (row + 0.5) * line);
      }));
    },
  };
}

/**
 * A block with a symbol before its first line; `paint(pen, x, y)` gets the symbol's left middle.
 * @param {(pen: Pen, x: number, y: number) => void} paint
 * @param {number} symbolWidth
 * @param {TextBlock} block
 * @param {number} lineHeight
 * @returns {TextBlock}
 */
export function beside(paint, symbolWidth, block, lineHeight) {
  return {
    width: symbolWidth + block.width, height: block.height,
    draw(pen, x, y) {
      paint(pen, x, y + lineHeight / 2);
      block.draw(pen, x + symbolWidth, y);
    },
  };
}

/**
 * Height of one line of text of a size.
 * @param {number} size
 * @returns {number}
 */
export const lineHeight = (size) => size * LINE;

/**
 * Blocks below one another.
 * @param {TextBlock[]} blocks
 * @param {number} [gap]
 * @returns {TextBlock}
 */
export function stack(blocks, gap = 0) {
  const height = blocks.reduce((sum, block) => sum + block.height, 0) + gap * Math.max(0, blocks.length - 1);
  return {
    width: Math.max(0, ...blocks.map((block) => block.width)), height,
    draw(pen, x, y) {
      let top = y;
      for (const block of blocks) {
        block.draw(pen, x, top);
        top += block.height + gap;
      }
    },
  };
}

/**
 * Blocks that `make(width)` returns, in as many columns as asked, the first one filled first.
 * @param {((width: number) => TextBlock)[]} makers
 * @param {number} count
 * @param {number} width
 * @param {number} gap
 * @returns {TextBlock}
 */
export function columns(makers, count, width, gap) {
  const room = (width - gap * (count - 1)) / count;
  const each = Math.ceil(makers.length / count);
  const parts = Array.from({ length: count }, (_, i) => (
    stack(makers.slice(i * each, (i + 1) * each).map((make) => make(room)))));
  return {
    width, height: Math.max(...parts.map((part) => part.height)),
    draw(pen, x, y) {
      parts.forEach((part, i) => part.draw(pen, x + i * (room + gap), y));
    },
  };
}

/**
 * Blocks side by side, as many in a line as fit.
 * @param {TextBlock[]} blocks
 * @param {number} width
 * @param {number} gap
 * @returns {TextBlock}
 */
export function inline(blocks, width, gap) {
  /** @type {[number, number][]} */
  const spots = [];
  let [x, y, high] = [0, 0, 0];
  for (const block of blocks) {
    if (x && x + block.width > width) [x, y, high] = [0, y + high, 0];
    spots.push([x, y]);
    x += block.width + gap;
    high = Math.max(high, block.height);
  }
  return {
    width, height: y + high,
    draw(pen, left, top) {
      blocks.forEach((block, i) => block.draw(pen, left + spots[i][0], top + spots[i][1]));
    },
  };
}
