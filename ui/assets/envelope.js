// The outline "from any known site": the outer edge of the union of one range around many sites.

import { detailOf, ringShape, traceInside, traceOutline } from "./ringshapes.js";

const LINE_PX = 1.6;
const STEP_DEG = 3; // to start from: vertices are added where the line would stray

const sheet = document.createElement("canvas");

/** Draw the outline in one colour: stroke all outlines, then take out every inside. */
export function paintEnvelope(ctx, view, sites, km, color) {
  const shapes = sites.map((site) => ringShape(site.lat, site.lon, km, detailOf(view), STEP_DEG));
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
