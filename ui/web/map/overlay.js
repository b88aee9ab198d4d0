// What follows the scene on the map, on three papers: the rings that nobody moves; the ring that a thumb
// may be moving; symbols and words. In a frame of a drag only the second is drawn anew. On the third the
// number moves along, and a symbol is painted anew where a place has turned in or out of reach. From its
// second frame on a worker paints both (painter/easel.js), where the browser can have it so.

import { paintArcs } from "../labels/arcs.js";
import { sparing } from "../base/frames.js";
import { canvasLayer } from "../earth/canvaslayer.js";
import { clipToWorld } from "../earth/ringshapes.js";
import { Easel } from "../painter/easel.js";
import { isReady } from "./model.js";
import { Nameplate } from "../labels/nameplate.js";
import { paintSpokenRing, paintStillRings } from "../painter/rings.js";
import { isOff, speaking } from "../scene/scene.js";

const REST_MS = 180; // without a change: words then get their best places
const BEYOND = 0.15; // of the view: how far one may pan before symbols are missing at the edge

/**
 * Return what paints `model` (see model.js), and counts how often it did.
 * @param {Leaflet} L
 * @param {MapModel} model
 * @param {string} [painter] address of the script that paints a drag
 * @returns {Overlay}
 */
export function overlay(L, model, painter) {
  const count = { draws: 0 };
  const plate = new Nameplate();
  const enlarge = () => model.larger;
  const still = canvasLayer(L, {
    pane: "rmRings", padding: 0, moving: true, enlarge,
    draw(ctx, view) {
      if (!isReady(model)) return;
      clipToWorld(ctx, view);
      paintStillRings(ctx, view, model);
      paintArcs(ctx, view, model);
    },
  });
  const live = canvasLayer(L, {
    pane: "rmScene", padding: 0, moving: true, live: true, enlarge,
    draw(ctx, view) {
      if (!isReady(model)) return;
      count.draws += 1;
      paintSpokenRing(ctx, view, model);
    },
  });
  const names = canvasLayer(L, {
    pane: "rmNames", padding: BEYOND, live: true, enlarge,
    draw(ctx, view) {
      if (isReady(model)) plate.draw(ctx, view, model);
    },
  });
  const easel = new Easel(L, painter, { shown: () => { count.draws += 1; } });
  let key = { still: "", live: "", names: "" };
  let isStillDue = false;
  /** @type {string | null} */
  let day = null;
  let timer = 0; // while a ring moves
  let isMoving = false; // the map: what is painted has to go along
  const anew = sparing(() => { // a day that is dragged changes places and flights with almost every move
    if (isStillDue) still.redraw();
    isStillDue = false;
    live.redraw();
    names.redraw();
  });
  const rest = () => {
    clearTimeout(timer);
    timer = 0;
    const wasPainted = easel.isSeen;
    easel.leave();
    if (anew.isWaiting()) anew.now();
    if (wasPainted) live.redraw();
    if (wasPainted || plate.hasMoved) names.redraw();
  };
  const restSoon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(rest, REST_MS);
  };
  /** @param {ReadyModel} ready @param {PlateChange} change */
  const follow = (ready, change) => {
    if (timer && !easel.isBegun && !isMoving && plate.plate) {
      easel.begin(plate.plate, plate.still(ready), ready, [live, names].map((layer) => layer.canvas()));
    }
    if (!easel.follow(change, plate.plate?.labels ?? [], ready)) {
      live.redraw();
      names.touch((ctx) => plate.repaint(ctx, change, ready));
    }
    restSoon();
  };
  return {
    count, rest,
    labels: () => plate.labels(names.shift()),
    addTo(map) {
      [still, live, names].forEach((layer) => layer.addTo(map));
      easel.addTo(map);
      map.on("movestart zoomstart resize", ({ type }) => {
        isMoving ||= type !== "resize";
        if (easel.isBegun) rest();
      });
      map.on("moveend", () => { isMoving = false; });
    },
    repaint() { [still, live, names].forEach((layer) => layer.redraw()); },
    redraw() {
      if (!isReady(model)) return;
      const [before, isSameDay] = [key, day === model.scene.date];
      day = model.scene.date;
      key = keysOf(model);
      isStillDue ||= key.still !== before.still;
      const isStale = key.names !== before.names || anew.isWaiting(); // words have to be placed anew
      const change = isStale ? null : plate.follow(model);
      if (change && !change.patches.length && key.live === before.live) { // as on most days of a timeline
        if (timer) restSoon();
        return;
      }
      if (change) return void follow(model, change);
      clearTimeout(timer);
      timer = 0;
      easel.leave();
      if (isSameDay && !anew.isWaiting()) anew.now();
      else anew();
    },
  };
}

/**
 * What the three papers hang on beside the map's own view, which Leaflet tells. Still rings and names do not hang on
 * how far the ring reaches that is spoken of.
 * @param {ReadyModel} model
 * @returns {{still: string, live: string, names: string}}
 */
function keysOf(model) {
  const { scene, dark, larger, bold, palette, placesKey, regions, sites, selected, answers, words, reserved, flightsKey, sectorsAtRest } = model;
  const spoken = speaking(scene);
  const others = scene.rings.map((ring, index) => {
    const { site, lat, lon, low, best, high, rotating, label, said, statement } = ring;
    if (index === spoken) return [site, lat, lon, low === null, best === null, high === null];
    return isOff(ring, scene.date) ? 0 : [site, lat, lon, low, best, high, rotating, label, said, statement];
  });
  const common = [others, spoken, dark, palette.ink, larger, scene.targets, scene.show.includes("arcs"), placesKey];
  const { low, best, high, rotating, spread, statement } = scene.rings[spoken ?? scene.active];
  return {
    still: JSON.stringify(common),
    live: JSON.stringify([low, best, high, rotating, spread?.text, statement, bold]),
    names: JSON.stringify([common, scene.show, scene.names, scene.units, model.knownSites().length, regions.length, sites.length, selected, words, flightsKey, sectorsAtRest,
      answers.map(Boolean), reserved()]),
  };
}
