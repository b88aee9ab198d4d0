// The two round pictures of the lesson: distances true from the launch site, and the globe.

import { inverse, rangeRing } from "../earth/geodesic.js";
import { ball, behind, circle, spot, traceArea, traceLine, vectors } from "./ball.js";
import { paintBall, paintDisc } from "./land.js";
import { alongMeridianKm } from "./lines.js";
import { flatCircle, flatOutline } from "./paper.js";
import { nameRing, paintPlaces, picture, strokeHue, wash } from "./picture.js";
import { length } from "../scene/lengths.js";

/** @typedef {[x: number, y: number]} Pixel */
/** @typedef {FlatCircle & {pxPerKm: number}} Disc */

const RAD = Math.PI / 180;
const MARGIN_PX = 5;
const GRID_DEG = 30;
const SCALE_RINGS_KM = [5000, 10000, 15000];
/** @type {LatLonPair} */
const NOWHERE = [NaN, NaN];

/** The longest distance there is: from pole to pole along a meridian. */
export const HALF_WAY_KM = 2 * alongMeridianKm(0, 90);

/**
 * Return the disc of the azimuthal picture in a box: {x, y, radius, pxPerKm}.
 * @param {{width: number, height: number}} width
 * @returns {Disc}
 */
export function discIn({ width, height }) {
  const radius = Math.min(width, height) / 2 - MARGIN_PX;
  return { x: width / 2, y: height / 2, radius, pxPerKm: radius / HALF_WAY_KM };
}

/** @param {Disc} disc @param {number} km @param {number} azimuth @returns {Pixel} */
const polar = (disc, km, azimuth) => [
  disc.x + disc.pxPerKm * km * Math.sin(azimuth * RAD), disc.y - disc.pxPerKm * km * Math.cos(azimuth * RAD)];

/**
 * Return a projection (lat, lon) -> [x, y]: as far and in the direction as from the site.
 * @param {LatLon} site
 * @param {Disc} disc
 * @returns {(lat: number, lon: number) => Pixel}
 */
function around(site, disc) {
  return (lat, lon) => {
    const { km, azimuth } = inverse(site.lat, site.lon, lat, lon);
    return polar(disc, Math.min(km, HALF_WAY_KM), azimuth);
  };
}

/**
 * Meridians and parallels as lines of [lat, lon].
 * @type {LatLonPair[][]}
 */
const GRID = [
  ...range(-180, 180 - GRID_DEG).map((lon) => steps(-80, 80, 5).map((lat) => pair(lat, lon))),
  ...range(-60, 60).map((lat) => steps(-180, 180, 5).map((lon) => pair(lat, lon))),
];
const GRID_VECTORS = GRID.map(vectors);

/** @param {number} lat @param {number} lon @returns {LatLonPair} */
function pair(lat, lon) {
  return [lat, lon];
}

/** @param {number} from @param {number} to @returns {number[]} */
function range(from, to) {
  return steps(from, to, GRID_DEG);
}

/** @param {number} from @param {number} to @param {number} step @returns {number[]} */
function steps(from, to, step) {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);
}

/** @param {Pen} ctx @param {Palette} palette @param {() => void} trace */
function strokeGrid(ctx, palette, trace) {
  ctx.beginPath();
  trace();
  ctx.strokeStyle = palette.coast;
  ctx.globalAlpha = 0.55;
  ctx.lineWidth = 0.6;
  ctx.stroke();
  ctx.globalAlpha = 1;
}

/** @param {Pen} ctx @param {Palette} palette @param {FlatCircle} disc */
function strokeEdge(ctx, palette, disc) {
  ctx.beginPath();
  circle(ctx, disc);
  ctx.strokeStyle = palette.faint;
  ctx.lineWidth = 1;
  ctx.stroke();
}

/** @param {Pen} ctx @param {number[][]} points */
function tracePoints(ctx, points) {
  let down = false;
  for (const [x, y] of points) {
    if (Number.isNaN(x)) down = false;
    else if (down) ctx.lineTo(x, y);
    else {
      ctx.moveTo(x, y);
      down = true;
    }
  }
}

/** @param {Pen} ctx @param {LessonBox} box @param {LessonModel} lessonModel */
function stillDisc(ctx, box, { land, palette, hues, site, goal, ways }) {
  const disc = discIn(box);
  const project = around(site, disc);
  paintDisc(ctx, disc, behind(site), land, palette, project);
  ctx.save();
  ctx.beginPath();
  circle(ctx, disc);
  ctx.clip();
  strokeGrid(ctx, palette, () => GRID.forEach((line) => (
    tracePoints(ctx, line.map(([lat, lon]) => project(lat, lon))))));
  ctx.restore();
  ctx.setLineDash([2, 3]);
  ctx.strokeStyle = palette.faint;
  ctx.lineWidth = 0.8;
  for (const km of SCALE_RINGS_KM) {
    ctx.beginPath();
    ctx.arc(disc.x, disc.y, km * disc.pxPerKm, 0, 2 * Math.PI);
    ctx.stroke();
  }
  ctx.setLineDash([]);
  strokeEdge(ctx, palette, disc);
  strokeWays(ctx, palette, hues, (path) => tracePoints(ctx, path), {
    straight: ways.seenFromSite.map(({ km, azimuth }) => polar(disc, km, azimuth)),
    shortest: [[disc.x, disc.y], polar(disc, goal.km, goal.azimuth)],
  });
}

/**
 * The picture around the launch site: every distance and direction from it is true.
 * @param {HTMLCanvasElement} canvas
 * @param {() => void} onSize
 * @returns {LessonPicture}
 */
export function azimuthalPicture(canvas, onSize) {
  /** @param {Pen} ctx @param {LessonBox} box @param {LessonModel} model */
  const live = (ctx, box, model) => {
    const { hues, palette, site } = model;
    const disc = discIn(box);
    const project = around(site, disc);
    const ring = { ...disc, radius: model.km * disc.pxPerKm };
    ctx.beginPath();
    circle(ctx, ring);
    wash(ctx, hues.ring);
    const outline = flatOutline(flatCircle(site, model.km, model.scaleLat), 120);
    ctx.beginPath();
    tracePoints(ctx, outline.map((point) => (point ? project(...point) : NOWHERE)));
    strokeHue(ctx, palette, hues.flat, 1.3);
    ctx.beginPath();
    circle(ctx, ring);
    strokeHue(ctx, palette, hues.ring, 2.5);
    const labels = paintPlaces(ctx, box, model, {
      where: (city) => {
        const [x, y] = polar(disc, city.km, city.azimuth);
        return { x, y, seen: true };
      },
      siteAt: { x: disc.x, y: disc.y, seen: true }, says: "trueIn", hue: hues.ring, names: false,
    });
    nameRing(labels, length(model.km, model.units), [150, 118, 180, 210, 90, 60, 300].map((azimuth) => {
      const [x, y] = polar(disc, model.km, azimuth);
      return { x, y };
    }), hues.ring, palette);
  };
  return picture(canvas, { key: whichWay, still: stillDisc, live, onSize });
}

/** @param {LessonModel} lessonModel @returns {string} */
const whichWay = ({ site, goal }) => `${site.id},${goal.place.id}`;

/**
 * @template P
 * @param {Pen} ctx
 * @param {Palette} palette
 * @param {LessonHues} hues
 * @param {(path: P) => void} trace
 * @param {{straight: P, shortest: P}} ways
 */
function strokeWays(ctx, palette, hues, trace, { straight, shortest }) {
  for (const { path, hue } of [{ path: straight, hue: hues.straight }, { path: shortest, hue: hues.shortest }]) {
    ctx.beginPath();
    trace(path);
    strokeHue(ctx, palette, hue, 1.8);
  }
}

/**
 * Return the globe of a model in a box.
 * @param {LessonBox} box
 * @param {Pick<LessonModel, "facing">} given
 * @returns {Ball}
 */
export const globeIn = (box, { facing }) => (
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
