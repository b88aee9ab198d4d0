// The two Mercator pictures of the lesson: the circle of a compass, and the true ring.

import { copies, worldX, worldY } from "../earth/canvaslayer.js";
import { paintPaper } from "./land.js";
import { flatCircle, onPaper, paperView } from "./paper.js";
import { nameRing, paintPlaces, picture, strokeHue, wash } from "./picture.js";
import { detailOf, ringShape, traceInside, traceOutline } from "../earth/ringshapes.js";
import { length } from "../scene/lengths.js";

const LABEL_AZIMUTHS = [118, 90, 145, 60, 180, 240, 300, 30, 0];

/** @param {Pen} ctx @param {LessonBox} box @param {LessonModel} lessonModel */
function stillPaper(ctx, box, { land, palette }) {
  paintPaper(ctx, paperView(box.width, box.height, box.ratio), land, palette);
}

/** @param {Pen} ctx @param {LessonBox} box @param {LessonModel} model */
function stillWithWays(ctx, box, model) {
  const { hues, palette, ways } = model;
  const view = paperView(box.width, box.height, box.ratio);
  stillPaper(ctx, box, model);
  strokePath(ctx, view, ways.straight, hues.straight, palette);
  strokePath(ctx, view, ways.shortest, hues.shortest, palette);
}

/** @param {CanvasView} view @param {WorldPoint} worldPoint @returns {LessonSpot} */
const inPixels = (view, { x, y }) => (
  { x: x * view.scale - view.x0, y: y * view.scale - view.y0, seen: true });

/**
 * Return the flat circle of a model in pixels of a view: {x, y, radius}.
 * @param {CanvasView} view
 * @param {LessonModel} model
 * @returns {LessonSpot & {radius: number}}
 */
export function circleIn(view, model) {
  const circle = flatCircle(model.site, model.km, model.scaleLat);
  return { ...inPixels(view, circle), radius: circle.radius * view.scale };
}

/** @param {Pen} ctx @param {{x: number, y: number, radius: number}} x */
function traceFlat(ctx, { x, y, radius }) {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
}

/**
 * The picture of the flat circle: as if a compass had drawn it on the printed map.
 * @param {HTMLCanvasElement} canvas
 * @param {() => void} onSize
 * @returns {LessonPicture}
 */
export function flatPicture(canvas, onSize) {
  /** @param {Pen} ctx @param {LessonBox} box @param {LessonModel} model */
  const live = (ctx, box, model) => {
    const view = paperView(box.width, box.height, box.ratio);
    const { hues, palette } = model;
    const at = circleIn(view, model);
    traceFlat(ctx, at);
    wash(ctx, hues.flat);
    traceFlat(ctx, at);
    strokeHue(ctx, palette, hues.flat, 2.5);
    const labels = paintPlaces(ctx, box, model, {
      where: (city) => inPixels(view, city.paper), siteAt: at, says: "flatIn", hue: hues.flat, names: true,
    });
    nameRing(labels, length(model.km, model.units), LABEL_AZIMUTHS.map((azimuth) => ({
      x: at.x + at.radius * Math.sin((azimuth * Math.PI) / 180),
      y: at.y - at.radius * Math.cos((azimuth * Math.PI) / 180),
    })), hues.flat, palette);
  };
  return picture(canvas, { key: () => "", still: stillPaper, live, onSize });
}

/**
 * The picture of the true ring on the same map, with the two ways to the destination.
 * @param {HTMLCanvasElement} canvas
 * @param {() => void} onSize
 * @returns {LessonPicture}
 */
export function mercatorPicture(canvas, onSize) {
  /** @param {Pen} ctx @param {LessonBox} box @param {LessonModel} model */
  const live = (ctx, box, model) => {
    const view = paperView(box.width, box.height, box.ratio);
    const { hues, palette, site } = model;
    const shape = ringShape({ lat: site.lat, lon: site.lon }, model.km, detailOf(view));
    ctx.beginPath();
    traceInside(ctx, view, shape);
    wash(ctx, hues.ring);
    traceFlat(ctx, circleIn(view, model));
    strokeHue(ctx, palette, hues.flat, 1.3);
    ctx.beginPath();
    traceOutline(ctx, view, shape);
    strokeHue(ctx, palette, hues.ring, 2.5);
    const labels = paintPlaces(ctx, box, model, {
      where: (city) => inPixels(view, city.paper), siteAt: inPixels(view, onPaper(site.lat, site.lon)),
      says: "trueIn", hue: hues.ring, names: true,
    });
    nameRing(labels, length(model.km, model.units), LABEL_AZIMUTHS.map((azimuth) => {
      const [lat, lon] = shape.vertices[azimuth];
      return inPixels(view, onPaper(lat, lon));
    }), hues.ring, palette);
  };
  /** @param {LessonModel} lessonModel @returns {string} */
  const key = ({ site, goal }) => `${site.id},${goal.place.id}`;
  return picture(canvas, { key, still: stillWithWays, live, onSize });
}

/**
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {LatLonPair[]} path
 * @param {LineStyle} hue
 * @param {Palette} palette
 */
function strokePath(ctx, view, path, hue, palette) {
  const xs = path.map(([, lon]) => worldX(lon));
  ctx.beginPath();
  for (const turn of copies(view, Math.min(...xs), Math.max(...xs))) {
    path.forEach(([lat], i) => {
      const [x, y] = [(xs[i] + turn) * view.scale - view.x0, worldY(lat) * view.scale - view.y0];
      if (i) ctx.lineTo(x, y);
      else ctx.moveTo(x, y);
    });
  }
  strokeHue(ctx, palette, hue, 1.8);
}
