// The layer of test flights on the map: their lines on a paper below the rings, their tags on one above the
// symbols. Both are drawn anew only when the map has moved or other flights are shown, never while a ring is dragged.

import { sparing } from "../base/frames.js";
import { canvasLayer } from "../earth/canvaslayer.js";
import { flightLines, flightTags, paintLines, paintTag } from "./paint.js";

const BEYOND = 0.15; // of the view: how far one may pan before lines end

/**
 * Return the layer; `follow` draws it anew where something has changed, and takes it off the map where nothing is
 * shown. While it is drawn, `model.flightSpots` learns where all lies.
 * @param {Leaflet} L
 * @param {MapModel} model
 * @returns {{follow(map: LeafletMap): void, redraw(): void}}
 */
export function flightLayer(L, model) {
  /** @param {string} pane @param {(ctx: Pen, view: PaperView) => void} draw @returns {CanvasLayer} */
  const paper = (pane, draw) => canvasLayer(L, { pane, padding: BEYOND, enlarge: () => model.larger, draw });
  const papers = [
    paper("rmTests", (ctx, view) => {
      const lines = flightLines(view, model.flights);
      paintLines(ctx, lines, model.palette, { bold: model.bold, chosen: model.pointed || model.selected });
      model.flightSpots.lines = lines.map(({ flight, points }) => ({ flight, points: points.map(onScreen(view)) }));
    }),
    paper("rmTags", (ctx, view) => {
      const tags = flightTags(view, model.flights);
      tags.forEach((tag) => paintTag(ctx, tag, model.palette));
      model.flightSpots.tags = tags.map(onScreen(view));
    }),
  ];
  const redraw = () => papers.forEach((each) => each.redraw());
  const redrawSoon = sparing(redraw);
  let key = "";
  return {
    redraw,
    follow(map) {
      const next = JSON.stringify([model.flightsKey, model.palette.ink, model.larger, model.bold, model.pointed, model.selected, model.words]);
      if (next === key) return;
      key = next;
      if (!model.flights.length) {
        model.flightSpots = { lines: [], tags: [] };
        papers.forEach((each) => each.remove());
      } else if (map.hasLayer(papers[0])) redrawSoon();
      else papers.forEach((each) => each.addTo(map));
    },
  };
}

/**
 * What moves points from the paper into pixels of the map's container.
 * @param {PaperView} view
 * @returns {<P extends WorldPoint>(point: P) => P}
 */
const onScreen = ({ larger, pad }) => (point) => ({ ...point, x: point.x * larger - pad.x, y: point.y * larger - pad.y });
