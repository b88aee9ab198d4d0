// The outline "from any known site": the outer edge of the union of one range around many sites.

import { detailOf, ringShape, traceInside, traceOutline } from "./ringshapes.js";
import { sheet } from "./sheet.js";

const LINE_PX = 1.6;
const STEP_DEG = 3; // to start from: vertices are added where the line would stray

const union = sheet(1, 1);

/** Draw the outline in one colour: stroke all outlines, then take out every inside. */
export function paintEnvelope(ctx, view, sites, km, color) {
  const shapes = sites.map((site) => ringShape(site.lat, site.lon, km, detailOf(view), STEP_DEG));
  union.width = Math.round(view.width * view.ratio); // also clears it
  union.height = Math.round(view.height * view.ratio);
  const pen = union.getContext("2d");
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
  ctx.drawImage(union, 0, 0, view.width, view.height);
}
