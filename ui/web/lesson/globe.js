// The lesson's globe, turned as a reader turns it.

import { inverse, rangeRing } from "../earth/geodesic.js";
import { ball, behind, spot, traceArea, traceLine, vectors } from "./ball.js";
import { GRID, NOWHERE, strokeEdge, strokeGrid, strokeWays, whichWay } from "./graticule.js";
import { paintBall } from "./land.js";
import { flatCircle, flatOutline } from "./paper.js";
import { nameRing, paintPlaces, picture, strokeHue, wash } from "./picture.js";
import { length } from "../scene/lengths.js";

const RAD = Math.PI / 180;
const MARGIN_PX = 5;
const GRID_VECTORS = GRID.map(vectors);

/**
 * Return the globe of a model in a box.
 * @param {LessonBox} box
 * @param {Pick<LessonModel, "facing">} given
 * @returns {Ball}
 */
const globeIn = (box, { facing }) => (
  ball(box.width / 2, box.height / 2, Math.min(box.width, box.height) / 2 - MARGIN_PX, facing));

/** @param {Pen} ctx @param {LessonBox} box @param {LessonModel} lessonModel */
function stillBall(ctx, box, { land, palette, hues, facing, ways }) {
  const globe = globeIn(box, { facing });
  paintBall(ctx, globe, behind(facing), land, palette);
  strokeGrid(ctx, palette, () => GRID_VECTORS.forEach((line) => traceLine(ctx, globe, line)));
  strokeEdge(ctx, palette, globe);
  strokeWays(ctx, palette, hues, (path) => traceLine(ctx, globe, vectors(path)), ways);
}

/**
 * Return whether the point behind the globe is within the range.
 * @param {LessonModel} lessonModel
 * @returns {boolean}
 */
function reachesBehind({ site, km, facing }) {
  return inverse(site.lat, site.lon, ...behind(facing)).km <= km;
}

/**
 * The globe, turned as the model's `facing` says.
 * @param {HTMLCanvasElement} canvas
 * @param {() => void} onSize
 * @returns {LessonPicture}
 */
export function globePicture(canvas, onSize) {
  /** @param {Pen} ctx @param {LessonBox} box @param {LessonModel} model */
  const live = (ctx, box, model) => {
    const { hues, palette, site } = model;
    const globe = globeIn(box, model);
    const ring = vectors(rangeRing(site.lat, site.lon, model.km));
    ctx.beginPath();
    traceArea(ctx, globe, [ring], reachesBehind(model));
    wash(ctx, hues.ring, 0.16);
    const outline = flatOutline(flatCircle(site, model.km, model.scaleLat));
    ctx.beginPath();
    traceLine(ctx, globe, vectors(outline.map((point) => point || NOWHERE)));
    strokeHue(ctx, palette, hues.flat, 1.3);
    ctx.beginPath();
    traceLine(ctx, globe, ring);
    strokeHue(ctx, palette, hues.ring, 2.5);
    const labels = paintPlaces(ctx, box, model, {
      where: ({ place }) => spot(globe, place.lat, place.lon),
      siteAt: spot(globe, site.lat, site.lon), says: "trueIn", hue: hues.ring, names: false,
    });
    const spots = [118, 90, 150, 60, 180, 30, 0, 210, 240, 270, 300, 330]
      .map((azimuth) => azimuth * 3).map((i) => spot(globe, ...pointOf(ring, i))).filter((each) => each.seen);
    nameRing(labels, length(model.km, model.units), spots, hues.ring, palette);
  };
  /** @param {LessonModel} model @returns {string} */
  const key = (model) => `${whichWay(model)},${model.facing.lat},${model.facing.lon}`;
  return picture(canvas, { key, still: stillBall, live, onSize });
}

/**
 * Return [lat, lon] of the unit vector at `i`.
 * @param {Float64Array} v
 * @param {number} i
 * @returns {LatLonPair}
 */
const pointOf = (v, i) => [Math.asin(v[i + 2]) / RAD, Math.atan2(v[i + 1], v[i]) / RAD];
