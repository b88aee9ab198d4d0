/**
 * Reachmap's ring for the truth table, drawn by the modules of its own map.
 *
 * Its map paints on a canvas, in every copy of the world; the canvas itself is asked which places
 * the painted area covers.
 */
/* global L */

const WORLD = 65536; // pixels of one world, as at zoom 8
const WHOLE_WORLD = { width: WORLD, height: WORLD, scale: WORLD, ratio: 1, x0: 0, y0: 0, zoom: 8 };

/** World x, y in [0, 1] back to [lat, lon]. */
const unproject = (x, y) => [
  (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI,
  (x - 0.5) * 360,
];

/** Whether the inside of a shape, traced as the map traces it, covers a place. */
function coverer(shape, traceInside, { worldX, worldY }) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.beginPath();
  traceInside(pen, WHOLE_WORLD, shape);
  return ([lat, lon]) =>
    pen.isPointInPath(worldX(lon) * WORLD, worldY(lat) * WORLD, "evenodd");
}

/** Return (map, site, km) -> {set, strokes, covers}, as the other ways of drawing are. */
export async function reachmapDrawing(folder) {
  const canvas = await import(`${folder}/earth/canvaslayer.js`);
  const rings = await import(`${folder}/earth/ringshapes.js`);
  return (map, [lat, lon], km) => {
    let now = km;
    const shapeIn = (view) => rings.ringShape({ lat, lon }, now, rings.detailOf(view));
    const draw = (ctx, view) => {
      const shape = shapeIn(view);
      ctx.beginPath();
      rings.traceInside(ctx, view, shape);
      ctx.fill("evenodd");
      ctx.beginPath();
      rings.traceOutline(ctx, view, shape);
      ctx.stroke();
    };
    const layer = canvas.canvasLayer(L, { pane: "overlayPane", padding: 0, live: true, draw });
    layer.addTo(map);
    return {
      set(next) {
        now = next;
        layer.redraw();
      },
      strokes() {
        const { xs, ys } = shapeIn(WHOLE_WORLD);
        return [Array.from(xs, (x, i) => unproject(x, ys[i]))];
      },
      covers: coverer(shapeIn(WHOLE_WORLD), rings.traceInside, canvas),
    };
  };
}
