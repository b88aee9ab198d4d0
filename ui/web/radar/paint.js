// Radar sectors painted: fills that add up where sectors lie in each other, outlines, rings about the places seen.

import { detailOf, clipToWorld, traceInside, traceOutline } from "../earth/ringshapes.js";
import { sectorShape } from "../earth/sectorshapes.js";
import { eachCopy, sizeAt } from "../labels/spots.js";
import { SECTOR_LOOK } from "../base/facts.js";
import { symbolRadius } from "../base/symbols.js";
import { paintCircles } from "./interceptors.js";

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
  ctx.lineWidth = SECTOR_LOOK.line_px * bold;
  ctx.lineJoin = "round";
  for (const sector of sectors) {
    const shape = sectorShape(sector, detailOf(view));
    if (isFilled(sector)) {
      ctx.beginPath();
      traceInside(ctx, view, shape);
      ctx.globalAlpha = SECTOR_LOOK.fill_alpha;
      ctx.fill("evenodd");
      ctx.globalAlpha = 1;
    }
    ctx.beginPath();
    traceOutline(ctx, view, shape);
    ctx.setLineDash(isAssumed(sector) ? [...SECTOR_LOOK.dash] : []);
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

/** Whether a sector is filled: the widest are outlines, unless a link asks for them. @param {RadarSector} sector */
const isFilled = ({ km, direction }) => km <= SECTOR_LOOK.filled_km || direction === "link";

/** Rings around the symbols of the places that are seen. @param {Pen} ctx @param {CanvasView} view @param {ReadyModel} model */
function ringSeen(ctx, view, { sectors, shown, added }) {
  const seen = new Set(sectors.flatMap(({ sees }) => [...sees]));
  const size = sizeAt(view.zoom);
  ctx.beginPath();
  for (const place of [...shown, ...added].filter(({ id }) => seen.has(id))) {
    const r = symbolRadius(place) * size + SECTOR_LOOK.seen_px;
    eachCopy(view, place, 0, (x, y) => {
      ctx.moveTo(x + r, y);
      ctx.arc(x, y, r, 0, 2 * Math.PI);
    });
  }
  ctx.stroke();
}
