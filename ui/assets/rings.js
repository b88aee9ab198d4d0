// Rings on the map: outlines, fills, and the words on each ring.

import { copies, worldX, worldY } from "./canvaslayer.js";
import { paintEnvelope } from "./envelope.js";
import { detailOf, ringShape, traceInside, traceOutline } from "./ringshapes.js";
import { edges, limitKm, mainKm, ringLabel } from "./scene.js";
import { ringStyle } from "./style.js";

const LABEL_AZIMUTH = 118; // towards the open Pacific, where there is room for words

/** Paint all rings, the widest first. */
export function paintRings(ctx, view, model) {
  const { scene, palette, dark } = model;
  const order = scene.rings.map((ring, index) => index)
    .sort((a, b) => limitKm(scene.rings[b]) - limitKm(scene.rings[a]));
  for (const index of order) {
    const ring = scene.rings[index];
    const style = ringStyle(index, dark);
    const shapes = edges(ring).map((edge) => ringShape(ring.lat, ring.lon, edge.km, detailOf(view)));
    fillRing(ctx, view, shapes, style.color, index === scene.active);
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
  }
  const active = scene.rings[scene.active];
  if (scene.show.includes("envelope")) {
    paintEnvelope(ctx, view, model.knownSites(), limitKm(active), ringStyle(scene.active, dark).color);
  }
}

/** A light wash: more for the active ring, and only between the edges of a band. */
function fillRing(ctx, view, shapes, color, active) {
  ctx.beginPath();
  traceInside(ctx, view, shapes[shapes.length - 1]);
  ctx.fillStyle = color;
  ctx.globalAlpha = active ? 0.08 : 0.025;
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

/** The ring's words on the ring itself, starting from one azimuth and searching both ways. */
export function labelRings(view, model, labels) {
  const { scene, palette, dark } = model;
  const order = scene.rings.map((ring, index) => index)
    .sort((a, b) => (b === scene.active) - (a === scene.active));
  for (const index of order) {
    const ring = scene.rings[index];
    const shape = ringShape(ring.lat, ring.lon, mainKm(ring), detailOf(view));
    const spots = [];
    for (let off = 0; off < 180; off += 4) {
      for (const azimuth of off ? [LABEL_AZIMUTH + off, LABEL_AZIMUTH - off] : [LABEL_AZIMUTH]) {
        const [lat, lon] = shape.vertices[Math.round((azimuth + 360) % 360)];
        const y = worldY(lat) * view.scale - view.y0;
        for (const turn of copies(view, worldX(lon), worldX(lon))) {
          spots.push({ x: (worldX(lon) + turn) * view.scale - view.x0, y });
        }
      }
    }
    labels.place(ringLabel(ring, scene.units), spots, {
      size: 14, weight: 700, color: ringStyle(index, dark).color, halo: palette.halo,
    });
  }
}
