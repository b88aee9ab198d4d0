// The shade of a ring of a report: darkest where all of the assumptions reach, lighter as fewer do, nothing where
// none does. It is made of disks, one upon another, each within its own range, on a sheet of its own: there they
// add up without rounding, and half as fine as the map is fine enough for what has no edges.

import { ringShape, traceInside } from "../earth/ringshapes.js";
import { SPREAD } from "../base/facts.js";
import { sheet } from "../base/sheet.js";
import { MAX_KM } from "../scene/edges.js";
import { shadeKm } from "../scene/spread.js";

const FINE = 0.5; // pixels of the sheet for one unit of the map
const DISK_ALPHA = Math.floor(255 / SPREAD.steps) / 255; // whole steps of what a pixel can hold
const WASH = SPREAD.wash / (DISK_ALPHA * SPREAD.steps);

/** @type {Sheet | null} */
let kept = null; // for the next frame of a map that moves

/** @param {number} width @param {number} height @returns {Sheet} */
function sheetOf(width, height) {
  if (kept?.width !== width || kept.height !== height) kept = sheet(width, height);
  return kept;
}

/**
 * Paint the shade of a ring, in this colour.
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {RingStart} site
 * @param {Spread} spread
 * @param {string} color
 */
export function paintShade(ctx, view, site, spread, color) {
  const [width, height] = [view.width, view.height].map((px) => Math.max(1, Math.ceil(px * FINE)));
  const paper = sheetOf(width, height);
  const pen = paper.getContext("2d", { alpha: true });
  pen.setTransform(FINE, 0, 0, FINE, 0, 0);
  pen.clearRect(0, 0, view.width, view.height);
  pen.globalCompositeOperation = "lighter";
  pen.globalAlpha = DISK_ALPHA;
  for (const km of shadeKm(spread)) {
    pen.beginPath();
    traceDisk(pen, view, site, km);
    pen.fill("evenodd");
  }
  pen.globalCompositeOperation = "source-in"; // black until now, which no rounding tints
  pen.globalAlpha = 1;
  pen.fillStyle = color;
  pen.fillRect(0, 0, view.width, view.height);
  pen.fillStyle = "#000000";
  ctx.globalAlpha = WASH;
  ctx.drawImage(paper, 0, 0, width / FINE, height / FINE);
  ctx.globalAlpha = 1;
}

/** @param {Pen} pen @param {CanvasView} view @param {RingStart} site @param {number} km */
function traceDisk(pen, view, site, km) {
  if (km > MAX_KM && !site.rotating) pen.rect(0, 0, view.width, view.height); // the whole Earth, or nearly
  else traceInside(pen, view, ringShape(site, km));
}
