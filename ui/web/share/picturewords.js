// The words around a picture of the map: title above it, legend, caveat, sources and link below.

import { CAVEAT, SOURCES, claim, commonSite, subtitle } from "./captions.js";
import { beside, columns, inline, lineHeight, paragraph, stack } from "./paper.js";
import { rangeSaid } from "../scene/ringwords.js";
import { shownRings } from "../scene/scene.js";
import { titleOf } from "../scene/titles.js";
import { shortLink } from "./sharing.js";
import { ringStyle } from "../base/style.js";
import { paintSign, swatchMarks } from "../base/symbols.js";

const COLUMN = 400; // CSS pixels a column of the legend wants at least
const SWATCH = 34;
const GAP = 10;

/** @param {PictureFacts} shown @param {number} room @param {number} unit @returns {TextBlock} */
export function headOf({ scene, finding, palette }, room, unit) {
  return stack([
    paragraph([{ text: titleOf(scene), size: 21 * unit, weight: 700, color: palette.ink }], room),
    paragraph([{ text: subtitle(scene, finding), size: 14 * unit, color: palette.ink }], room),
    ...(scene.note ? [paragraph([{ text: scene.note, size: 13 * unit, color: palette.faint }], room)] : []),
  ]);
}

/**
 * Legend, caveat, sources and link.
 * @param {PictureFacts} now
 * @param {number} room
 * @param {number} unit
 * @param {string} credit
 * @returns {TextBlock}
 */
export function footOf(now, room, unit, credit) {
  const { scene, palette } = now;
  const size = 13 * unit;
  const count = Math.max(1, Math.min(3, Math.floor(room / (COLUMN * unit)), shownRings(scene).length));
  /** @param {string} text @param {number} weight @param {string} [color] @returns {TextBlock} */
  const words = (text, weight, color = palette.ink) => paragraph([{ text, size: 12 * unit, weight, color }], room);
  const listed = scene.legend === false ? [] : shownRings(scene);
  const rings = listed.map((index) => (/** @type {number} */ width) => ringRow(now, scene.rings[index], index, size, width));
  const site = commonSite(scene);
  return stack([
    ...(listed.length ? [columns(rings, count, room, 2 * GAP)] : []),
    ...(site && listed.length ? [words(site, 400, palette.faint)] : []),
    inline(now.symbols.map((symbol) => symbolItem(symbol, palette, 12 * unit, room)), room, 1.5 * GAP),
    words(CAVEAT, 700),
    words([SOURCES, credit].filter(Boolean).join(" "), 400, palette.faint),
    words(shortLink(scene), 400),
  ], 5);
}

/**
 * @param {PictureFacts} shown
 * @param {Ring} ring
 * @param {number} index
 * @param {number} size
 * @param {number} width
 * @returns {TextBlock}
 */
function ringRow({ scene, palette, dark }, ring, index, size, width) {
  const { color, dash } = ringStyle(index, dark);
  const said = paragraph([
    { text: rangeSaid(ring, scene.units), size, weight: 700, color: palette.ink },
    { text: claim(ring, scene), size, color: palette.ink },
  ], width - SWATCH - GAP);
  /** @param {Pen} pen @param {number} x @param {number} y */
  const line = (pen, x, y) => {
    pen.beginPath();
    pen.setLineDash(dash);
    pen.moveTo(x, y);
    pen.lineTo(x + SWATCH, y);
    pen.lineWidth = 4;
    pen.strokeStyle = color;
    pen.stroke();
    pen.setLineDash([]);
    pen.translate(x, y - 5);
    pen.lineWidth = 1.6;
    pen.stroke(new Path2D(swatchMarks(ring.statement)));
    pen.translate(-x, 5 - y);
  };
  return beside(line, SWATCH + GAP, said, lineHeight(size));
}

/**
 * @param {LegendRow} shown
 * @param {Palette} palette
 * @param {number} size
 * @param {number} room
 * @returns {TextBlock}
 */
function symbolItem({ sign, words }, palette, size, room) {
  const side = sign ? 18 : 0;
  const said = paragraph([{ text: words, size, color: palette.ink }], room - side);
  /** @param {Pen} pen @param {number} x @param {number} y */
  const paint = (pen, x, y) => sign && paintSign(pen, sign, x + side / 2, y);
  return beside(paint, side && side + 3, said, lineHeight(size));
}
