// The lesson's picture with distances true from the launch site, as a disc.

import { inverse } from "../earth/geodesic.js";
import { behind, circle } from "./ball.js";
import { GRID, NOWHERE, strokeEdge, strokeGrid, strokeWays, tracePoints, whichWay } from "./graticule.js";
import { paintDisc } from "./land.js";
import { alongMeridianKm } from "./lines.js";
import { flatCircle, flatOutline } from "./paper.js";
import { nameRing, paintPlaces, picture, strokeHue, wash } from "./picture.js";
import { length } from "../scene/lengths.js";

/** @typedef {import("./graticule.js").Pixel} Pixel */
/** @typedef {FlatCircle & {pxPerKm: number}} Disc */

const RAD = Math.PI / 180;
const MARGIN_PX = 5;
const SCALE_RINGS_KM = [5000, 10000, 15000];

/** The longest distance there is: from pole to pole along a meridian. */
const HALF_WAY_KM = 2 * alongMeridianKm(0, 90);

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
