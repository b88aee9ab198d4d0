// The layer of test flights on the map: their lines on a paper below the rings, their tags on one above the
// symbols. Both are drawn anew only when the map has moved or other flights are shown, never while a ring is dragged.

import { canvasLayer } from "../earth/canvaslayer.js";
import { flightSpots, paintLines, paintTag } from "./paint.js";

const BEYOND = 0.15; // of the view: how far one may pan before lines end

/**
 * Return the layer; `follow` draws it anew where something has changed, and takes it off the map where nothing is
 * shown. While it is drawn, `model.flightSpots` learns where all lies.
 * @param {Leaflet} L
 * @param {MapModel} model
 * @returns {{follow(map: LeafletMap): void, redraw(): void}}
 */
export function flightLayer(L, model) {
  /** @param {string} pane @param {(ctx: Pen, spots: FlightSpots) => void} paint @returns {CanvasLayer} */
  const paper = (pane, paint) => canvasLayer(L, {
    pane, padding: BEYOND, enlarge: () => model.larger,
    draw(ctx, view) {
      const spots = flightSpots(view, model.flights);
      paint(ctx, spots);
      model.flightSpots = onScreen(spots, view);
    },
  });
  const papers = [
    paper("rmTests", (ctx, { lines }) => paintLines(ctx, lines, model.palette, { bold: model.bold, chosen: model.pointed || model.selected })),
    paper("rmTags", (ctx, { tags }) => tags.forEach((tag) => paintTag(ctx, tag, model.palette))),
  ];
  const redraw = () => papers.forEach((each) => each.redraw());
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
      } else if (map.hasLayer(papers[0])) redraw();
      else papers.forEach((each) => each.addTo(map));
    },
  };
}

/**
 * The same, in pixels of the map's container instead of the paper.
 * @param {FlightSpots} spots
 * @param {PaperView} view
 * @returns {FlightSpots}
 */
function onScreen({ lines, tags }, { larger, pad }) {
  /** @template {WorldPoint} P @param {P} point @returns {P} */
  const moved = (point) => ({ ...point, x: point.x * larger - pad.x, y: point.y * larger - pad.y });
  return { lines: lines.map(({ flight, points }) => ({ flight, points: points.map(moved) })), tags: tags.map(moved) };
}
