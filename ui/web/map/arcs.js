// Distance lines: the shortest way from the active ring's site to chosen places, with its length.

import { copies, worldX, worldY } from "../earth/canvaslayer.js";
import { geodesicPath } from "../earth/geodesic.js";
import { widely } from "../earth/labels.js";
import { length, shortName } from "../scene/scene.js";

/**
 * Return the lines of a model, solved once for a site and its targets.
 * @param {ReadyModel} model
 * @returns {Arc[]}
 */
export function arcsOf(model) {
  const { scene, placeById } = model;
  const ring = scene.rings[scene.active] || scene.rings[0];
  if (!ring) return [];
  const key = `${ring.lat},${ring.lon},${scene.targets.join()},${model.placesKey}`;
  if (model.arcsKey !== key) {
    model.arcsKey = key;
    model.arcs = scene.targets.flatMap((id) => placeById.get(id) ?? []).map((place) => {
      /** @type {LatLonPair[]} */
      const line = geodesicPath(ring.lat, ring.lon, place.lat, place.lon);
      const xs = line.map((p) => worldX(p[1]));
      return {
        place, xs, ys: line.map((p) => worldY(p[0])),
        minX: Math.min(...xs), maxX: Math.max(...xs),
      };
    });
  }
  return model.arcs;
}

/** @param {Pen} ctx @param {CanvasView} view @param {ReadyModel} model */
export function paintArcs(ctx, view, model) {
  ctx.strokeStyle = model.palette.ink;
  ctx.lineWidth = 1.3;
  for (const arc of arcsOf(model)) {
    for (const turn of copies(view, arc.minX, arc.maxX)) {
      ctx.beginPath();
      arc.xs.forEach((x, i) => {
        ctx.lineTo((x + turn) * view.scale - view.x0, arc.ys[i] * view.scale - view.y0);
      });
      ctx.stroke();
    }
  }
}

/** @param {CanvasView} view @param {ReadyModel} model @param {Labeller} labels */
export function labelArcs(view, model, labels) {
  const { scene, palette } = model;
  for (const arc of arcsOf(model)) {
    const km = model.distance(scene.active, arc.place.id);
    /** @type {LabelSpot[]} */
    const spots = [];
    for (const turn of copies(view, arc.minX, arc.maxX)) {
      for (const part of [0.6, 0.65, 0.7, 0.55, 0.75, 0.5, 0.8, 0.45, 0.85, 0.4, 0.9, 0.35]) {
        const i = Math.round(part * (arc.xs.length - 1));
        spots.push({ x: (arc.xs[i] + turn) * view.scale - view.x0, y: arc.ys[i] * view.scale - view.y0 });
      }
    }
    const end = arc.xs.length - 1;
    for (const turn of copies(view, arc.xs[end], arc.xs[end])) {
      spots.push(...widely((arc.xs[end] + turn) * view.scale - view.x0,
        arc.ys[end] * view.scale - view.y0, 6));
    }
    arc.labelled = labels.place(`${shortName(arc.place.name)} ${length(km, scene.units)}`, spots,
      { size: 12, weight: 600, color: palette.ink, halo: palette.halo });
  }
}
