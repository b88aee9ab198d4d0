// The outline "from any known site": the outer edge of the union of one range around many sites.

import { ringShape, traceInside, traceOutline } from "./ringshapes.js";

const LINE_PX = 1.6;
const COARSE_BELOW_ZOOM = 4; // there, two degrees of azimuth stray by less than a pixel

const sheet = document.createElement("canvas");

/** Draw the outline in one colour: stroke all outlines, then take out every inside. */
export function paintEnvelope(ctx, view, sites, km, color) {
  const step = view.zoom < COARSE_BELOW_ZOOM ? 2 : 1;
  const shapes = sites.map((site) => ringShape(site.lat, site.lon, km, step));
  sheet.width = Math.round(view.width * view.ratio); // also clears it
  sheet.height = Math.round(view.height * view.ratio);
  const pen = sheet.getContext("2d");
  pen.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  pen.strokeStyle = color;
  pen.lineWidth = 2 * LINE_PX; // the inner half is taken out again
  pen.beginPath();
  shapes.forEach((shape) => traceOutline(pen, view, shape));
  pen.stroke();
  pen.globalCompositeOperation = "destination-out";
  pen.beginPath();
  shapes.forEach((shape) => traceInside(pen, view, shape));
  pen.fill("nonzero");
  ctx.drawImage(sheet, 0, 0, view.width, view.height);
}
