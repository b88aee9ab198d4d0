// The layer of radar sectors on the map, on three papers: those that nobody turns and those of the radar that is spoken of,
// below the rings; their words, above the names of places. In a frame in which that radar has changed the last two are
// painted anew, and none while a ring is dragged.

import { canvasLayer, viewProper } from "../earth/canvaslayer.js";
import { paintLabel, stampLabel } from "../labels/paintwords.js";
import { circled, viewAt } from "./interceptors.js";
import { handles } from "./handles.js";
import { paintSpoken, paintStill } from "./paint.js";
import { chosenRadar, sectorKey } from "../sectors/sectors.js";
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
  /** @type {Box[]} */
  let taken = [];
  /** @type {Parts} */
  let parts = { id: "", spoken: [], others: [] };
  const still = canvasLayer(L, {
    pane: "rmSectors", padding: 0, moving: true, enlarge, draw(ctx, view) { paintStill(ctx, view, model, parts.others); },
  });
  const live = canvasLayer(L, {
    pane: "rmSectors", padding: 0, moving: true, live: true, enlarge, draw(ctx, view) { paintSpoken(ctx, view, model, parts.spoken); },
  });
  const words = canvasLayer(L, {
    pane: "rmSectorNames", padding: BEYOND, live: true, enlarge,
    draw(ctx, paper) {
      const { view, beyond } = viewProper(paper);
      ({ labels, taken } = sectorWords(view, model));
      ctx.translate(beyond.x, beyond.y);
      for (const label of labels) {
        const paint = label.id === parts.id ? paintLabel : stampLabel; // those will look otherwise in the next frame
        paint(ctx, label, model, view.ratio);
      }
    },
  });
  model.taken = (view) => sectorWords(view, model).taken;
  const grips = handles(L, model, tab);
  const papers = [still, live, words];
  const redraw = () => papers.forEach((each) => each.redraw());
  let key = "";
  let stillKey = "";
  let timer = 0; // until a sector has come to rest
  const restSoon = () => {
    clearTimeout(timer);
    model.sectorsMove = true;
    timer = window.setTimeout(() => {
      model.sectorsMove = false;
      words.redraw();
      const now = JSON.stringify(taken);
      if (now === model.sectorsAtRest) return; // nothing that names would keep off is elsewhere now
      model.sectorsAtRest = now;
      rested();
    }, REST_MS);
  };
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
      const isShown = sectors.length > 0 || circled(viewAt(model, map.getZoom()), model).length > 0;
      parts = partsOf(model);
      grips.follow(map);
      const look = [placesKey, scene.show, palette.ink, palette.radar, larger, bold];
      const next = isShown ? JSON.stringify([look, sectorsKey, scene.units, scene.radar, faces, model.reserved()]) : "";
      if (next === key) return;
      key = next;
      restSoon();
      if (!isShown) {
        [labels, taken, stillKey] = [[], [], ""];
        papers.forEach((each) => each.remove());
        return;
      }
      const stillNext = JSON.stringify([look, parts.others.map(sectorKey)]);
      const isThere = map.hasLayer(live);
      if (!isThere) papers.forEach((each) => each.addTo(map));
      else (stillNext === stillKey ? [live, words] : papers).forEach((each) => each.redraw());
      stillKey = stillNext;
      drawn();
    },
  };
}

/** @typedef {{id: string, spoken: ShownSector[], others: ShownSector[]}} Parts Sectors of the radar that is spoken of, and others. */

/** @param {ReadyModel} model @returns {Parts} */
function partsOf({ scene, radarFacts, sectors }) {
  const id = radarFacts ? chosenRadar(scene, radarFacts, sectors) : "";
  const isSpoken = (/** @type {ShownSector} */ { radar }) => radar.id === id;
  return { id, spoken: sectors.filter(isSpoken), others: sectors.filter((each) => !isSpoken(each)) };
}
