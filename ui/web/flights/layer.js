// The layer of test flights on the map: a paper of its own, below the rings, drawn anew only when the
// map has moved or other flights are shown, never while a ring is dragged.

import { canvasLayer } from "../earth/canvaslayer.js";
import { flightSpots, paintFlights } from "./paint.js";

const BEYOND = 0.15; // of the view: how far one may pan before lines end

/**
 * Return the layer; `follow` draws it anew where something has changed, and takes it off the map where nothing is shown.
 * @param {Leaflet} L
 * @param {MapModel} model
 * @returns {{follow(map: LeafletMap): void, redraw(): void}}
 */
export function flightLayer(L, model) {
  const layer = canvasLayer(L, {
    pane: "rmTests", padding: BEYOND, enlarge: () => model.larger,
    draw(ctx, view) {
      const spots = flightSpots(view, model.flights);
      paintFlights(ctx, spots, model.palette, { bold: model.bold, chosen: model.selected });
      model.flightSpots = onScreen(spots, view);
    },
  });
  let key = "";
  return {
    redraw: () => layer.redraw(),
    follow(map) {
      const next = JSON.stringify([model.flightsKey, model.palette.ink, model.larger, model.bold, model.selected, model.words]);
      if (next === key) return;
      key = next;
      if (!model.flights.length) {
        model.flightSpots = { lines: [], tags: [] };
        if (map.hasLayer(layer)) layer.remove();
      } else if (map.hasLayer(layer)) layer.redraw();
      else layer.addTo(map);
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
