// Rings on the map: outlines, and the wash of the one that the view speaks of.

import { paintEnvelope } from "../earth/envelope.js";
import { clipToWorld, detailOf, ringShape, traceInside, traceMarks, traceOutline } from "../earth/ringshapes.js";
import { MARKS } from "../base/facts.js";
import { paintShade } from "./shade.js";
import { ringStyle } from "../base/style.js";
import { edges, limitKm } from "../scene/edges.js";
import { shownRings, speaking } from "../scene/scene.js";

const WASH = 0.11; // of the one ring or band that is filled

/**
 * Paint the rings that nobody moves, the widest first.
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {ReadyModel} model
 */
export function paintStillRings(ctx, view, model) {
  const { scene } = model;
  const spoken = speaking(scene);
  shownRings(scene).filter((index) => index !== spoken)
    .sort((a, b) => limitKm(scene.rings[b]) - limitKm(scene.rings[a]))
    .forEach((index) => outlineRing(ctx, view, model, index));
}

/**
 * Paint the ring that the view speaks of, which a thumb may be moving.
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {PaintModel} model
 */
export function paintSpokenRing(ctx, view, model) {
  const { scene, dark } = model;
  const spoken = speaking(scene);
  if (spoken === null) return;
  ctx.save();
  clipToWorld(ctx, view);
  washRing(ctx, view, model, spoken);
  outlineRing(ctx, view, model, spoken);
  if (scene.show.includes("envelope")) {
    paintEnvelope(ctx, view, model.knownSites(), limitKm(scene.rings[spoken]), ringStyle(spoken, dark).color);
  }
  ctx.restore();
}

/** @param {Ring} ring @param {CanvasView} view @returns {RingShape[]} */
const shapesOf = (ring, view) =>
  edges(ring).map((edge) => ringShape(ring, edge.km, detailOf(view)));

/** @param {Pen} ctx @param {CanvasView} view @param {PaintModel} model @param {number} index */
function outlineRing(ctx, view, model, index) {
  const { scene, palette, dark } = model;
  const ring = scene.rings[index];
  const style = ringStyle(index, dark);
  const shapes = shapesOf(ring, view);
  ctx.lineJoin = "round";
  edges(ring).forEach(({ role }, i) => {
    const side = role !== "best" && ring.best !== null;
    ctx.beginPath();
    traceOutline(ctx, view, shapes[i]);
    ctx.setLineDash([]);
    ctx.strokeStyle = palette.halo;
    ctx.lineWidth = (side ? 1.5 : 2.5) * model.bold + 2;
    ctx.globalAlpha = 0.55;
    ctx.stroke();
    ctx.globalAlpha = 1;
    ctx.setLineDash(style.dash);
    ctx.strokeStyle = style.color;
    ctx.lineWidth = (side ? 1.5 : index === speaking(scene) ? 3 : 2.5) * model.bold;
    ctx.stroke();
  });
  ctx.setLineDash([]);
  const length = MARKS.lengths[ring.statement ?? ""];
  if (length) markRing(ctx, view, shapes[0], length);
}

/**
 * Say in the drawing that a range is a floor (marks outside: it may be more) or a ceiling (inside).
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {RingShape} shape
 * @param {number} length
 */
function markRing(ctx, view, shape, length) {
  ctx.beginPath();
  traceOutline(ctx, view, shape); // a thread for the marks to hang on where the dashes have gaps
  traceMarks(ctx, view, shape, { every: MARKS.every, length });
  ctx.lineWidth = MARKS.width;
  ctx.stroke(); // in the colour of the outline
}

/**
 * A light wash over what is within the range, of a band between its edges; a shade of a ring of a report.
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {PaintModel} model
 * @param {number} index
 */
function washRing(ctx, view, model, index) {
  const { scene, dark } = model;
  const { spread } = scene.rings[index];
  if (spread) return void paintShade(ctx, view, scene.rings[index], spread, ringStyle(index, dark).color);
  const shapes = shapesOf(scene.rings[index], view);
  ctx.save();
  if (shapes.length > 1) {
    ctx.beginPath();
    traceInside(ctx, view, shapes[0]);
    ctx.rect(-10, -10, view.width + 20, view.height + 20); // even-odd: all but the low disk
    ctx.clip("evenodd");
  }
  ctx.beginPath();
  traceInside(ctx, view, shapes[shapes.length - 1]);
  ctx.fillStyle = ringStyle(index, dark).color;
  ctx.globalAlpha = WASH;
  ctx.fill("evenodd");
  return void ctx.restore();
}
