// Distance lines: the shortest way from the site of the ring that the view speaks of to chosen places.

import { copies, worldX, worldY } from "../earth/canvaslayer.js";
import { geodesicPath } from "../earth/geodesic.js";
import { speaking } from "../scene/scene.js";

/**
 * Return the lines of a model, solved once for a site and its targets; none where they are not shown.
 * @param {ReadyModel} model
 * @returns {Arc[]}
 */
export function arcsOf(model) {
  const { scene, placeById } = model;
  const spoken = speaking(scene);
  if (spoken === null || !scene.show.includes("arcs")) return [];
  const ring = scene.rings[spoken];
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
