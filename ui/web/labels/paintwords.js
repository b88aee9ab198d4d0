// Words of the map as they are painted: flat ones are stamped, letters along a curve are set one by one.

import { HALO_PX, inkPen, wordsOf, writeWords } from "../earth/wordpictures.js";
import { grown } from "./boxes.js";
import { areSheetsCheap, sheet } from "../base/sheet.js";
import { ringStyle } from "../base/style.js";

/**
 * The colour of a label: of its ring, quiet for regions and for what is outside.
 * @param {MapLabel} label
 * @param {PaintModel} model
 * @returns {string}
 */
function colorOf({ kind, ring, id }, model) {
  const { palette, dark } = model;
  if (ring !== null) return ringStyle(ring, dark).color;
  if (kind === "region") return palette.faint;
  if (kind === "sector") return palette.radar;
  if (kind === "interceptor") return palette.ink;
  return kind === "site" || !id || model.states.get(id) !== "out" ? palette.ink : palette.faint;
}

/**
 * Paint a label.
 * @param {Pen} ctx
 * @param {MapLabel} label
 * @param {PaintModel} model
 * @param {number} ratio
 */
export function paintLabel(ctx, label, model, ratio) {
  const color = colorOf(label, model);
  const { halo } = model.palette;
  if (label.leader) paintLeader(ctx, label.leader, color, halo);
  if (label.letters) paintLetters(ctx, label.letters, label.style, color, label.kind === "region" ? null : halo);
  else stampWord(ctx, label, { ...label.style, color, halo }, ratio);
}

/** @param {Pen} ctx @param {Leader} leader @param {string} color @param {string} halo */
function paintLeader(ctx, [x0, y0, x1, y1], color, halo) {
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
  for (const [style, width] of /** @type {[string, number][]} */ ([[halo, 3], [color, 1]])) {
    ctx.strokeStyle = style;
    ctx.lineWidth = width;
    ctx.stroke();
  }
}

/** @param {Pen} ctx @param {MapLabel} label @param {WordStyle & {color: string, halo: string}} style @param {number} ratio */
function stampWord(ctx, { text, boxes: [{ x0, y0, y1 }] }, style, ratio) {
  /** @param {number} value @returns {number} */
  const whole = (value) => Math.round(value * ratio) / ratio; // between pixels words would blur
  const [left, top] = [whole(x0 - HALO_PX), whole((y0 + y1) / 2 - style.size)];
  if (!areSheetsCheap) return writeWords(ctx, text, style, left + HALO_PX, top + style.size);
  const { picture } = wordsOf(text, style, ratio);
  ctx.drawImage(picture, left, top, picture.width / ratio, picture.height / ratio);
}

/**
 * @param {Pen} ctx
 * @param {SetLetter[]} letters
 * @param {WordStyle} style
 * @param {string} color
 * @param {string | null} halo
 */
function paintLetters(ctx, letters, style, color, halo) {
  ctx.save();
  const before = ctx.getTransform();
  inkPen(ctx, style, color, halo ?? color);
  ctx.textAlign = "center";
  if (halo) { // what runs below would be seen in blanks and beside a comma
    ctx.beginPath();
    letters.forEach(({ x, y }) => ctx.lineTo(x, y));
    ctx.lineWidth = style.size * 0.6;
    ctx.stroke();
    ctx.lineWidth = HALO_PX;
  }
  for (const isHalo of halo ? [true, false] : [false]) { // no halo over the letter before
    for (const { letter, x, y, angle } of letters) {
      ctx.setTransform(before);
      ctx.translate(x, y);
      ctx.rotate(angle);
      if (isHalo) ctx.strokeText(letter, 0, 0);
      else ctx.fillText(letter, 0, 0);
    }
  }
  ctx.restore();
}

/**
 * Paint a label that stays as it is from a picture of it: letters that are turned take their time.
 * @param {Pen} ctx
 * @param {MapLabel} label
 * @param {PaintModel} model
 * @param {number} ratio
 */
export function stampLabel(ctx, label, model, ratio) {
  if (!label.letters || !areSheetsCheap) return void paintLabel(ctx, label, model, ratio);
  const { x0, y0, x1, y1 } = onPixels(extentOf(label), ratio);
  if (!label.picture) {
    label.picture = sheet(Math.round((x1 - x0) * ratio), Math.round((y1 - y0) * ratio));
    const pen = label.picture.getContext("2d");
    pen.setTransform(ratio, 0, 0, ratio, -x0 * ratio, -y0 * ratio);
    paintLabel(pen, label, model, ratio);
  }
  ctx.drawImage(label.picture, x0, y0, x1 - x0, y1 - y0);
}

/** @param {Box} box @param {number} ratio @returns {Box} on whole pixels of the screen */
export const onPixels = ({ x0, y0, x1, y1 }, ratio) => ({
  x0: Math.floor(x0 * ratio) / ratio, y0: Math.floor(y0 * ratio) / ratio,
  x1: Math.ceil(x1 * ratio) / ratio, y1: Math.ceil(y1 * ratio) / ratio,
});

/**
 * What a label covers with its halo and its line, in one box.
 * @param {MapLabel} label
 * @returns {Box}
 */
export function extentOf(label) {
  if (label.extent) return label.extent;
  const { boxes, leader, style } = label;
  const all = leader ? [...boxes, { x0: Math.min(leader[0], leader[2]), x1: Math.max(leader[0], leader[2]),
    y0: Math.min(leader[1], leader[3]), y1: Math.max(leader[1], leader[3]) }] : boxes;
  label.extent = grown({
    x0: Math.min(...all.map(({ x0 }) => x0)), x1: Math.max(...all.map(({ x1 }) => x1)),
    y0: Math.min(...all.map(({ y0 }) => y0)), y1: Math.max(...all.map(({ y1 }) => y1)),
  }, HALO_PX + style.size / 3);
  return label.extent;
}
