// The common part of the lesson's four pictures: a canvas with a still base, lines, cities, names.

import { around, labeller } from "../earth/labels.js";
import { shortName } from "../scene/scene.js";
import { PRINTER_RATIO, sheet } from "../base/sheet.js";
import { paintSign, stampPlace, startSign, symbolRadius } from "../base/symbols.js";

/**
 * Where places are on a picture, and which verdict fills a symbol.
 * @typedef {object} PlacesOptions
 * @property {(city: LessonCity) => LessonSpot} where
 * @property {LessonSpot} siteAt
 * @property {"trueIn" | "flatIn"} says
 * @property {LineStyle} hue
 * @property {boolean} names
 */

const ROOM_PER_NAME = 36000; // square pixels of picture for each name
const HALO_FROM_PX = 1.6; // thinner lines have none
const SYMBOL_SHRINK = 0.85; // the pictures are smaller than the main map

/**
 * Return {canvas, draw(model)}. `still(ctx, box, model)` paints what the slider does not change and
 * is asked again when `key(model)` or the size changes; `live(ctx, box, model)` paints the rest.
 * @param {HTMLCanvasElement} canvas
 * @param {PictureParts} pictureParts
 * @returns {LessonPicture}
 */
export function picture(canvas, { key, still, live, onSize }) {
  const base = { sheet: sheet(1, 1), key: "" };
  const ctx = /** @type {Sheet} */ (canvas).getContext("2d");
  let size = { width: 0, height: 0 };
  let inSight = true; // a phone shows two of the four at a time
  new IntersectionObserver(([entry]) => {
    inSight = entry.isIntersecting;
    if (inSight) onSize();
  }, { rootMargin: "80px" }).observe(canvas);
  new ResizeObserver(([entry]) => {
    size = { width: Math.round(entry.contentRect.width), height: Math.round(entry.contentRect.height) };
    onSize();
  }).observe(canvas);
  return {
    canvas,
    /** @param {LessonModel} model */
    draw(model) {
      const ratio = Math.max(window.devicePixelRatio || 1, model.isPrinted ? PRINTER_RATIO : 0);
      const box = { ...size, ratio };
      if (!(inSight || model.isPrinted) || !box.width || !model.land) return;
      const wanted = `${box.width},${box.height},${ratio},${model.dark},${key(model)}`;
      const [across, down] = [Math.round(box.width * ratio), Math.round(box.height * ratio)];
      if (wanted !== base.key) {
        base.key = wanted;
        Object.assign(base.sheet, { width: across, height: down });
        paintScaled(base.sheet.getContext("2d"), ratio, (pen) => still(pen, box, model));
      }
      if (canvas.width !== across || canvas.height !== down) {
        Object.assign(canvas, { width: across, height: down });
      }
      paintScaled(ctx, ratio, () => {
        ctx.clearRect(0, 0, box.width, box.height);
        ctx.imageSmoothingEnabled = false; // pixel for pixel
        ctx.drawImage(base.sheet, 0, 0, box.width, box.height);
        ctx.imageSmoothingEnabled = true;
        live(ctx, box, model);
      });
    },
  };
}

/** @param {Pen} ctx @param {number} ratio @param {(pen: Pen) => void} paint */
function paintScaled(ctx, ratio, paint) {
  ctx.save();
  ctx.scale(ratio, ratio);
  paint(ctx);
  ctx.restore();
}

/**
 * Stroke the current path in a hue {color, dash}, with a halo below unless it is thin.
 * @param {Pen} ctx
 * @param {Palette} palette
 * @param {LineStyle} lineStyle
 * @param {number} width
 */
export function strokeHue(ctx, palette, { color, dash }, width) {
  ctx.lineJoin = "round";
  if (width >= HALO_FROM_PX) {
    ctx.strokeStyle = palette.halo;
    ctx.lineWidth = width + 1.6;
    ctx.globalAlpha = 0.6;
    ctx.stroke();
    ctx.globalAlpha = 1;
  }
  ctx.setLineDash(dash);
  ctx.strokeStyle = color;
  ctx.lineWidth = width;
  ctx.stroke();
  ctx.setLineDash([]);
}

/**
 * Fill the current path lightly with a hue.
 * @param {Pen} ctx
 * @param {LineStyle} lineStyle
 * @param {number} [alpha]
 */
export function wash(ctx, { color }, alpha = 0.13) {
  ctx.globalAlpha = alpha;
  ctx.fillStyle = color;
  ctx.fill("evenodd");
  ctx.globalAlpha = 1;
}

/**
 * Paint cities, the launch site and (with `names`) the names of those the flat circle gets
 * wrong, which are ringed. `where(city)` -> {x, y, seen}; `says` is the verdict that fills a symbol.
 * @param {Pen} ctx
 * @param {LessonBox} box
 * @param {LessonModel} model
 * @param {PlacesOptions} placesOptions
 * @returns {Labeller}
 */
export function paintPlaces(ctx, box, model, { where, siteAt, says, hue, names }) {
  const labels = labeller(ctx, { x0: 0, y0: 0, x1: box.width, y1: box.height }, [], box.ratio);
  const shown = model.cities.map((city) => ({ city, ...where(city) })).filter((spot) => spot.seen);
  const byWrong = shown.filter(({ city }) => !city.wrong).concat(shown.filter(({ city }) => city.wrong));
  for (const { city, x, y } of byWrong) {
    const r = symbolRadius(city.place) * SYMBOL_SHRINK;
    stampPlace(ctx, city.place.layer, x, y, r, city[says] ? "in" : "out", hue.color, model.palette, box.ratio);
    if (city.wrong) markWrong(ctx, x, y, r + 3, model);
  }
  if (siteAt.seen) {
    paintSign(ctx, startSign(undefined, hue.color, model.palette), siteAt.x, siteAt.y);
    labels.block(siteAt.x, siteAt.y, 9);
  }
  nameDestination(labels, model, where);
  if (names) nameWrong(labels, shown, box, model);
  return labels;
}

/**
 * @param {Pen} ctx
 * @param {number} x
 * @param {number} y
 * @param {number} r
 * @param {LessonModel} lessonModel
 */
function markWrong(ctx, x, y, r, { palette, hues }) {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.strokeStyle = palette.halo;
  ctx.lineWidth = 3.6;
  ctx.stroke();
  ctx.strokeStyle = hues.wrong;
  ctx.lineWidth = 2;
  ctx.stroke();
}

/**
 * @param {LessonModel} lessonModel
 * @param {number} weight
 * @param {string} [color]
 * @returns {LabelStyle}
 */
const nameStyle = ({ palette }, weight, color = palette.ink) => (
  { size: 12, weight, color, halo: palette.halo });

/** @param {Labeller} labels @param {LessonModel} model @param {(city: LessonCity) => LessonSpot} where */
function nameDestination(labels, model, where) {
  const at = where(model.goal);
  if (at.seen) labels.place(shortName(model.goal.place.name), around(at.x, at.y, 5), nameStyle(model, 600));
}

/**
 * @param {Labeller} labels
 * @param {{city: LessonCity, x: number, y: number}[]} shown
 * @param {LessonBox} box
 * @param {LessonModel} model
 */
function nameWrong(labels, shown, box, model) {
  const most = Math.round((box.width * box.height) / ROOM_PER_NAME) + 4;
  const wrong = shown.filter(({ city }) => city.wrong && city !== model.goal);
  let named = 0;
  for (const { city, x, y } of wrong) { // the largest first, as model.cities are
    if (named >= most) return;
    named += Number(labels.place(shortName(city.place.name), around(x, y, 8), nameStyle(model, 600, model.hues.name)));
  }
}

/**
 * Write the range on a ring, at the first free of the spots.
 * @param {Labeller} labels
 * @param {string} text
 * @param {LabelSpot[]} spots
 * @param {LineStyle} hue
 * @param {Palette} palette
 */
export function nameRing(labels, text, spots, hue, palette) {
  labels.place(text, spots, { size: 13, weight: 700, color: hue.color, halo: palette.halo });
}
