// The shade of a ring of a report: darkest where all of the assumptions reach, lighter as fewer do, nothing where
// none does. It is made of disks, one upon another, each within its own range.

import { ringShape, traceInside } from "../earth/ringshapes.js";
import { MAX_KM } from "../scene/scene.js";
import { shadeAlpha, shadeKm } from "../scene/spread.js";

/**
 * Paint the shade of a ring, in this colour.
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {Pick<Ring, "lat" | "lon">} site
 * @param {Spread} spread
 * @param {string} color
 */
export function paintShade(ctx, view, { lat, lon }, spread, color) {
  ctx.save();
  ctx.fillStyle = color;
  shadeKm(spread).forEach((km, step) => {
    ctx.globalAlpha = shadeAlpha(step);
    ctx.beginPath();
    if (km > MAX_KM) ctx.rect(0, 0, view.width, view.height); // the whole Earth, or nearly
    else traceInside(ctx, view, ringShape(lat, lon, km));
    ctx.fill("evenodd");
  });
  ctx.restore();
}
