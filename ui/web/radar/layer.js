// The layer of radar sectors on the map: areas on a paper below the rings, their words on one above the names of places.
// Both are painted anew in every frame in which a sector has changed, and never while a ring is dragged.

import { canvasLayer, viewProper } from "../earth/canvaslayer.js";
import { paintLabel } from "../labels/paintwords.js";
import { circled } from "./interceptors.js";
import { paintSectors } from "./paint.js";
import { handles } from "./handles.js";
import { sectorWords } from "./words.js";

const REST_MS = 180; // without a change: names of places then keep off the words
const BEYOND = 0.15; // of the view: how far one may pan before words end

/**
 * Return the layer; `follow` paints it anew where something has changed, and takes it off the map where nothing is shown.
 * `drawn` is called after each change that was painted, `rested` when a sector has come to rest.
 * @param {Leaflet} L
 * @param {ReadyModel} model
 * @param {{tab: Bus, drawn: () => void, rested: () => void}} on
 * @returns {{follow(map: LeafletMap): void, redraw(): void, labels(): object[]}}
 */
export function sectorLayer(L, model, { tab, drawn, rested }) {
  const enlarge = () => model.larger;
  /** @type {MapLabel[]} */
  let labels = [];
  const areas = canvasLayer(L, {
    pane: "rmSectors", padding: 0, moving: true, live: true, enlarge, draw(ctx, view) { paintSectors(ctx, view, model); },
  });
  const words = canvasLayer(L, {
    pane: "rmSectorNames", padding: BEYOND, live: true, enlarge,
    draw(ctx, paper) {
      const { view, beyond } = viewProper(paper);
      labels = sectorWords(view, model).labels;
      ctx.translate(beyond.x, beyond.y);
      labels.forEach((label) => paintLabel(ctx, label, model, view.ratio));
    },
  });
  const papers = [areas, words];
  const grips = handles(L, model, tab);
  const redraw = () => papers.forEach((each) => each.redraw());
  let key = "";
  let timer = 0; // until a sector has come to rest
  return {
    redraw,
    labels() {
      const { x, y } = words.shift();
      return labels.map(({ text, kind, id, ring, boxes }) => ({
        text, kind, id, ring,
        boxes: boxes.map(({ x0, y0, x1, y1 }) => [x0 * model.larger + x, y0 * model.larger + y, (x1 - x0) * model.larger, (y1 - y0) * model.larger]),
      }));
    },
    follow(map) {
      const { sectors, sectorsKey, placesKey, scene, palette, larger, bold, words: faces } = model;
      const isShown = sectors.length > 0 || circled({ scale: Infinity }, model).length > 0;
      grips.follow(map);
      const next = isShown ? JSON.stringify([sectorsKey, placesKey, scene.show, scene.units, scene.radar, palette.ink, palette.radar, larger, bold, faces, model.reserved()]) : "";
      if (next === key) return;
      key = next;
      clearTimeout(timer);
      model.sectorsMove = true;
      timer = window.setTimeout(() => {
        model.sectorsAtRest = key;
        model.sectorsMove = false;
        words.redraw();
        rested();
      }, REST_MS);
      if (!isShown) {
        labels = [];
        papers.forEach((each) => each.remove());
        return;
      }
      if (map.hasLayer(areas)) redraw();
      else papers.forEach((each) => each.addTo(map));
      drawn();
    },
  };
}
