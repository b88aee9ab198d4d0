// Radar sectors painted: fills that add up where sectors lie in each other, outlines, rings about the places seen.

import { detailOf, clipToWorld, traceInside, traceOutline } from "../earth/ringshapes.js";
import { sectorShape } from "../earth/sectorshapes.js";
import { eachCopy, sizeAt } from "../labels/spots.js";
import { symbolRadius } from "../base/symbols.js";
import { paintCircles } from "./interceptors.js";

const FILL = 0.08; // of each sector
const LINE_PX = 1.6;
const DASH = [6, 3]; // where it looks is an assumption of ours or of a list
const OFF_PX = 3; // from a symbol to the ring around it

/**
 * Paint what nobody turns: the sectors of other radars, and circles.
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {ReadyModel} model
 * @param {ShownSector[]} sectors
 */
export function paintStill(ctx, view, model, sectors) {
  clipToWorld(ctx, view);
  paintCircles(ctx, view, model);
  paintSectors(ctx, view, model, sectors);
}

/**
 * Paint the sectors of the radar that is spoken of, and rings about the places that any sees.
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {ReadyModel} model
 * @param {ShownSector[]} sectors
 */
export function paintSpoken(ctx, view, model, sectors) {
  clipToWorld(ctx, view);
  paintSectors(ctx, view, model, sectors);
  ringSeen(ctx, view, model);
}

/** @param {Pen} ctx @param {CanvasView} view @param {ReadyModel} model @param {ShownSector[]} sectors */
function paintSectors(ctx, view, { palette, bold }, sectors) {
  ctx.fillStyle = ctx.strokeStyle = palette.radar;
  ctx.lineWidth = LINE_PX * bold;
  ctx.lineJoin = "round";
  for (const sector of sectors) {
    const shape = sectorShape(sector, detailOf(view));
    ctx.beginPath();
    traceInside(ctx, view, shape);
    ctx.globalAlpha = FILL;
    ctx.fill("evenodd");
    ctx.globalAlpha = 1;
    ctx.beginPath();
    traceOutline(ctx, view, shape);
    ctx.setLineDash(isAssumed(sector) ? DASH : []);
    ctx.stroke();
  }
  ctx.setLineDash([]);
}

/**
 * Whether nobody published where a sector looks, and no link says so: a list or the project assumes it.
 * @param {RadarSector} sector
 * @returns {boolean}
 */
export const isAssumed = ({ direction }) => direction === "ours" || direction === "list";

/** Rings around the symbols of the places that are seen. @param {Pen} ctx @param {CanvasView} view @param {ReadyModel} model */
function ringSeen(ctx, view, { sectors, shown, added }) {
  const seen = new Set(sectors.flatMap(({ sees }) => [...sees]));
  const size = sizeAt(view.zoom);
  ctx.beginPath();
  for (const place of [...shown, ...added].filter(({ id }) => seen.has(id))) {
    const r = symbolRadius(place) * size + OFF_PX;
    eachCopy(view, place, 0, (x, y) => {
      ctx.moveTo(x + r, y);
      ctx.arc(x, y, r, 0, 2 * Math.PI);
    });
  }
  ctx.stroke();
}
