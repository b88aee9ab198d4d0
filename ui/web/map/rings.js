// Rings on the map: outlines, fills, and the words on each ring.

import { copies, worldX, worldY } from "../earth/canvaslayer.js";
import { paintEnvelope } from "../earth/envelope.js";
import { detailOf, ringShape, traceInside, traceMarks, traceOutline } from "../earth/ringshapes.js";
import { ringLabel } from "../scene/ringwords.js";
import { edges, limitKm, mainKm } from "../scene/scene.js";
import { MARKS } from "../base/facts.js";
import { sheet } from "../base/sheet.js";
import { ringStyle } from "../base/style.js";

const LABEL_AZIMUTH = 118; // towards the open Pacific, where there is room for words

/**
 * Paint all rings, the widest first; the active one's wash below the lines of all.
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {ReadyModel} model
 */
export function paintRings(ctx, view, model) {
  const { scene, dark } = model;
  const others = shownIndices(scene).filter((index) => index !== scene.active)
    .sort((a, b) => limitKm(scene.rings[b]) - limitKm(scene.rings[a]));
  const isActiveShown = !scene.rings[scene.active].hidden;
  if (isActiveShown) washRing(ctx, view, model, scene.active);
  if (others.length) ctx.drawImage(stillRings(view, model, others), 0, 0, view.width, view.height);
  if (isActiveShown) outlineRing(ctx, view, model, scene.active);
  if (scene.show.includes("envelope")) {
    const km = limitKm(scene.rings[scene.active]);
    paintEnvelope(ctx, view, model.knownSites(), km, ringStyle(scene.active, dark).color);
  }
}

/**
 * The indices of the rings that are not hidden for now (keys 1 to 9 of a presentation).
 * @param {Scene} scene
 * @returns {number[]}
 */
const shownIndices = ({ rings }) => rings.map((_, index) => index).filter((index) => !rings[index].hidden);

const still = { sheet: sheet(1, 1), key: "" };

/**
 * The rings that nobody moves, painted once for a view: a drag then costs one ring a frame.
 * @param {CanvasView} view
 * @param {ReadyModel} model
 * @param {number[]} indices
 * @returns {Sheet}
 */
function stillRings(view, model, indices) {
  const shown = indices.map((index) => {
    const { lat, lon, low, best, high, statement } = model.scene.rings[index];
    return [index, lat, lon, low, best, high, statement];
  });
  const key = JSON.stringify([view, model.dark, shown]);
  if (key === still.key) return still.sheet;
  still.key = key;
  still.sheet.width = Math.round(view.width * view.ratio); // also clears it
  still.sheet.height = Math.round(view.height * view.ratio);
  const pen = still.sheet.getContext("2d");
  pen.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  for (const index of indices) {
    washRing(pen, view, model, index);
    outlineRing(pen, view, model, index);
  }
  return still.sheet;
}

/** @param {Ring} ring @param {CanvasView} view @returns {RingShape[]} */
const shapesOf = (ring, view) =>
  edges(ring).map((edge) => ringShape(ring.lat, ring.lon, edge.km, detailOf(view)));

/** @param {Pen} ctx @param {CanvasView} view @param {ReadyModel} model @param {number} index */
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
    ctx.lineWidth = (side ? 1.5 : 2.5) + 2;
    ctx.globalAlpha = 0.55;
    ctx.stroke();
    ctx.globalAlpha = 1;
    ctx.setLineDash(style.dash);
    ctx.strokeStyle = style.color;
    ctx.lineWidth = side ? 1.5 : index === scene.active ? 3 : 2.5;
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
 * A light wash: more for the active ring, and only between the edges of a band.
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {ReadyModel} model
 * @param {number} index
 */
function washRing(ctx, view, model, index) {
  const { scene, dark } = model;
  const shapes = shapesOf(scene.rings[index], view);
  ctx.beginPath();
  traceInside(ctx, view, shapes[shapes.length - 1]);
  ctx.fillStyle = ringStyle(index, dark).color;
  ctx.globalAlpha = index === scene.active ? 0.08 : 0.025;
  ctx.fill("evenodd");
  if (shapes.length > 1) {
    ctx.save();
    ctx.beginPath();
    traceInside(ctx, view, shapes[0]);
    ctx.rect(-10, -10, view.width + 20, view.height + 20); // even-odd: all but the low disk
    ctx.clip("evenodd");
    ctx.beginPath();
    traceInside(ctx, view, shapes[shapes.length - 1]);
    ctx.globalAlpha = 0.08;
    ctx.fill("evenodd");
    ctx.restore();
  }
  ctx.globalAlpha = 1;
}

/**
 * The ring's words on the ring itself, starting from one azimuth and searching both ways.
 * @param {CanvasView} view
 * @param {ReadyModel} model
 * @param {Labeller} labels
 */
export function labelRings(view, model, labels) {
  const { scene, palette, dark } = model;
  const order = shownIndices(scene)
    .sort((a, b) => Number(b === scene.active) - Number(a === scene.active));
  for (const index of order) {
    const ring = scene.rings[index];
    const shape = ringShape(ring.lat, ring.lon, mainKm(ring), detailOf(view));
    labels.place(ringLabel(ring, scene.units), spotsOn(shape, view), {
      size: 14, weight: 700, color: ringStyle(index, dark).color, halo: palette.halo,
    });
  }
}

/**
 * Spots along a ring, one after the other as they are asked for: the first is mostly free.
 * @param {RingShape} ringShape
 * @param {CanvasView} view
 * @returns {Generator<LabelSpot>}
 */
function* spotsOn({ vertices }, view) {
  for (let off = 0; off < 180; off += 4) {
    for (const azimuth of off ? [LABEL_AZIMUTH + off, LABEL_AZIMUTH - off] : [LABEL_AZIMUTH]) {
      const [lat, lon] = vertices[Math.round((azimuth + 360) % 360)];
      const y = worldY(lat) * view.scale - view.y0;
      for (const turn of copies(view, worldX(lon), worldX(lon))) {
        yield { x: (worldX(lon) + turn) * view.scale - view.x0, y };
      }
    }
  }
}
