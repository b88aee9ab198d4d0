// Symbols and words painted: all of them, or what of them lies in a patch.

import { grown, overlap } from "./boxes.js";
import { extentOf, paintLabel, stampLabel } from "./paintwords.js";
import { paintSpots } from "./spots.js";
import { speaking } from "../scene/scene.js";

const EARTH_KM = 40075.017; // equator, for the width of a precision circle on screen

/**
 * Paint all symbols and words.
 * @param {Pen} ctx
 * @param {Plate} plate
 * @param {PaintModel} model
 */
export function paintPlate(ctx, { view, spots, labels }, model) {
  paintSymbols(ctx, view, spots, model);
  labels.forEach((label) => paintLabel(ctx, label, model, view.ratio));
}

/**
 * Paint a patch anew, in which something has changed.
 * @param {Pen} ctx
 * @param {Box} patch
 * @param {Plate} plate
 * @param {PaintModel} model
 */
export function paintPatch(ctx, patch, { view, spots, labels }, model) {
  const { x0, y0, x1, y1 } = patch;
  ctx.save();
  ctx.beginPath();
  ctx.rect(x0, y0, x1 - x0, y1 - y0);
  ctx.clip();
  ctx.clearRect(x0, y0, x1 - x0, y1 - y0);
  /** @param {{dot: Dot}} spot @returns {boolean} */
  const isHere = ({ dot: { x, y, r } }) => overlap(patch, grown({ x0: x, x1: x, y0: y, y1: y }, 2 * r + 3));
  paintSymbols(ctx, view, { places: spots.places.filter(isHere), sites: spots.sites.filter(isHere) }, model);
  const spoken = speaking(model.scene);
  for (const label of labels.filter((each) => overlap(extentOf(each), patch))) {
    const paint = label.ring === spoken ? paintLabel : stampLabel; // that one will look otherwise in the next frame
    paint(ctx, label, model, view.ratio);
  }
  ctx.restore();
}

/** @param {Pen} ctx @param {CanvasView} view @param {Spots} spots @param {PaintModel} model */
function paintSymbols(ctx, view, spots, model) {
  for (const spot of [...spots.places, ...spots.sites]) {
    const place = "state" in spot ? spot.place : spot.place ?? spot.site;
    if (place.id === model.selected) precisionCircle(ctx, view, place, spot.dot, model.palette);
  }
  paintSpots(ctx, spots, model, view.ratio);
}

/**
 * How well the position of what is selected is known.
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {{lat: number, precision_km?: number}} place
 * @param {WorldPoint} at
 * @param {Palette} palette
 */
function precisionCircle(ctx, view, { lat, precision_km: km = 0 }, { x, y }, palette) {
  const pixels = (km / (EARTH_KM * Math.cos((lat * Math.PI) / 180))) * view.scale;
  if (pixels < 9 || pixels > 400) return;
  ctx.beginPath();
  ctx.arc(x, y, pixels, 0, 2 * Math.PI);
  ctx.setLineDash([2, 4]);
  ctx.lineWidth = 1;
  ctx.strokeStyle = palette.faint;
  ctx.stroke();
  ctx.setLineDash([]);
}
