// Symbols and words as they lie on the map: placed anew when the view changes, and in between painted
// anew only where something has changed.

import { grown, joined, overlap } from "./boxes.js";
import { layoutLabels } from "./layout.js";
import { numberRing } from "./ringlabels.js";
import { measure } from "../earth/wordpictures.js";
import { extentOf, onPixels, paintLabel, stampLabel } from "./paintwords.js";
import { hitsOf, paintSpots, spotsOf } from "./spots.js";
import { ringEdges, wantedNames, wantedRegions } from "./wanted.js";
import { shownRings, speaking } from "../scene/scene.js";

const EDGE_PX = 2; // words keep off the edge of the map
const MOST_PATCHES = 24; // beyond, all is painted anew
const EARTH_KM = 40075.017; // equator, for the width of a precision circle on screen

export class Nameplate {
  constructor() {
    /** @type {Layout | null} */
    this.layout = null;
    /** @type {Spots} */
    this.spots = { places: [], sites: [] };
    /** @type {CanvasView & {larger: number} | null} */
    this.inner = null; // the view proper, without what the paper has beyond
    this.range = ""; // of the ring that the view speaks of, when its numbers were placed
    this.hasMoved = false; // since all words were placed
  }

  /**
   * Place all words of a view, and paint them and the symbols.
   * @param {Pen} ctx
   * @param {PaperView} paper
   * @param {ReadyModel} model
   */
  draw(ctx, paper, model) {
    const { larger } = paper;
    const beyond = { x: paper.pad.x / larger, y: paper.pad.y / larger };
    const view = {
      ...paper, width: paper.width - 2 * beyond.x, height: paper.height - 2 * beyond.y, x0: paper.x0 + beyond.x, y0: paper.y0 + beyond.y,
    };
    this.inner = view;
    this.spots = spotsOf(view, model, Math.max(beyond.x, beyond.y));
    model.hits = hitsOf(this.spots, larger);
    this.turn(model);
    const covered = model.reserved().map(({ x0, y0, x1, y1 }) => (
      { x0: x0 / larger, y0: y0 / larger, x1: x1 / larger, y1: y1 / larger }));
    this.layout = layoutLabels({
      area: { x0: EDGE_PX, y0: EDGE_PX, x1: view.width - EDGE_PX, y1: view.height - EDGE_PX }, covered, measure,
      dots: [...this.spots.places, ...this.spots.sites.filter(({ isShown }) => isShown)].map(({ dot }) => dot),
      edges: shownRings(model.scene).sort((a, b) => Number(b === speaking(model.scene)) - Number(a === speaking(model.scene)))
        .flatMap((index) => ringEdges(view, model, index)),
      wanted: wantedNames(view, model, this.spots),
      regions: wantedRegions(view, model, measure),
    });
    this.range = rangeOf(model);
    this.hasMoved = false;
    ctx.translate(beyond.x, beyond.y);
    this.paintSymbols(ctx, model, this.spots);
    this.layout.labels.forEach((label) => paintLabel(ctx, label, model, view.ratio));
  }

  /**
   * Follow a ring that moves: its numbers go along, symbols turn. False where the words have to be placed anew.
   * @param {Pen} ctx
   * @param {PaperView} paper
   * @param {ReadyModel} model
   * @returns {boolean}
   */
  follow(ctx, paper, model) {
    const { layout, inner } = this;
    if (!layout || !inner || inner.ratio !== paper.ratio || inner.zoom !== paper.zoom) return false;
    const changed = this.turn(model);
    const moved = rangeOf(model) === this.range ? [] : this.moveNumbers(layout, inner, model);
    this.hasMoved ||= moved.length > 0;
    this.range = rangeOf(model);
    const patches = joined([...changed, ...moved].map((box) => onPixels(box, paper.ratio)));
    if (patches.length > MOST_PATCHES) patches.splice(0, patches.length, { x0: -1e4, x1: 1e4, y0: -1e4, y1: 1e4 });
    for (const patch of patches) this.patch(ctx, patch, model);
    return true;
  }

  /**
   * Have symbols say what holds now; return where they and their names have changed.
   * @param {ReadyModel} model
   * @returns {Box[]}
   */
  turn({ states }) {
    /** @type {Box[]} */
    const changed = [];
    for (const spot of this.spots.places) {
      const state = states.get(spot.place.id) ?? "out";
      if (state === spot.state) continue;
      const { x, y, r } = spot.dot;
      changed.push({ x0: x - 2 * r - 2, x1: x + 2 * r + 2, y0: y - 2 * r - 2, y1: y + 2 * r + 2 });
      const label = this.layout?.labels.find(({ own }) => own === spot.dot);
      if (label && (state === "out") !== (spot.state === "out")) changed.push(extentOf(label));
      spot.state = state;
    }
    return changed;
  }

  /**
   * Move the numbers of the ring that the view speaks of to where it is now; return what has changed.
   * @param {Layout} layout
   * @param {CanvasView} view
   * @param {ReadyModel} model
   * @returns {Box[]}
   */
  moveNumbers({ room, bearing }, view, model) {
    const index = speaking(model.scene);
    const before = room.labels.filter((label) => label.kind === "ring" && label.ring === index);
    before.forEach((label) => room.leave(label));
    const lost = new Set(before);
    for (const edge of index === null ? [] : ringEdges(view, model, index)) {
      const last = before.find((label) => label.edge?.role === edge.role); // where the eye is
      const azimuth = last?.azimuth ?? bearing;
      if (!numberRing(room, edge, azimuth, measure)) overLesser(room, () => numberRing(room, edge, azimuth, measure)).forEach((label) => lost.add(label));
    }
    const after = room.labels.filter((label) => label.kind === "ring" && label.ring === index);
    return [...lost, ...after].map(extentOf);
  }

  /** @param {Pen} ctx @param {Box} patch @param {ReadyModel} model */
  patch(ctx, patch, model) {
    ctx.save();
    ctx.beginPath();
    ctx.rect(patch.x0, patch.y0, patch.x1 - patch.x0, patch.y1 - patch.y0);
    ctx.clip();
    ctx.clearRect(patch.x0, patch.y0, patch.x1 - patch.x0, patch.y1 - patch.y0);
    /** @param {{dot: Dot}} spot @returns {boolean} */
    const isHere = ({ dot: { x, y, r } }) => overlap(patch, grown({ x0: x, x1: x, y0: y, y1: y }, 2 * r + 3));
    const { places, sites } = this.spots;
    const spoken = speaking(model.scene);
    this.paintSymbols(ctx, model, { places: places.filter(isHere), sites: sites.filter(isHere) });
    for (const label of (this.layout?.labels ?? []).filter((each) => overlap(extentOf(each), patch))) {
      const paint = label.ring === spoken ? paintLabel : stampLabel; // that one will look otherwise in the next frame
      paint(ctx, label, model, /** @type {CanvasView} */ (this.inner).ratio);
    }
    ctx.restore();
  }

  /** @param {Pen} ctx @param {ReadyModel} model @param {Spots} spots */
  paintSymbols(ctx, model, spots) {
    const view = /** @type {CanvasView} */ (this.inner);
    const { selected } = model;
    [...spots.places, ...spots.sites].forEach((spot) => {
      const id = "place" in spot ? spot.place.id : spot.site.id;
      if (id === selected) precisionCircle(ctx, view, "place" in spot ? spot.place : spot.site, spot.dot, model.palette);
    });
    paintSpots(ctx, spots, model, view.ratio);
  }

  /**
   * The words as they stand on the screen, for the test hook.
   * @param {{x: number, y: number}} shift how far the map was moved since they were placed
   * @returns {object[]}
   */
  labels({ x, y }) {
    const larger = this.inner?.larger ?? 1;
    return (this.layout?.labels ?? []).map(({ text, kind, id, ring, boxes }) => ({
      text, kind, id, ring,
      boxes: boxes.map(({ x0, y0, x1, y1 }) => [x0 * larger + x, y0 * larger + y, (x1 - x0) * larger, (y1 - y0) * larger]),
    }));
  }
}

/**
 * Place something over the names that may be missing, and return those that had to go.
 * @param {Room} room
 * @param {() => void} place
 * @returns {MapLabel[]}
 */
function overLesser(room, place) {
  const lesser = room.labels.filter(({ isLesser }) => isLesser);
  lesser.forEach((label) => room.leave(label));
  place();
  return lesser.filter((label) => {
    if (!room.isClear(label.boxes)) return true;
    room.take(label);
    return false;
  });
}

/** @param {ReadyModel} model @returns {string} */
function rangeOf({ scene }) {
  const ring = scene.rings[speaking(scene) ?? 0];
  return `${ring.low},${ring.best},${ring.high}`;
}

/**
 * How well the position of what is selected is known.
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {{lat: number, precision_km?: number}} place
 * @param {WorldPoint} at
 * @param {Palette} palette
 */
function precisionCircle(ctx, view, { lat, precision_km: km = 0 }, { x, y }, palette) {
  const pixels = (km / (EARTH_KM * Math.cos((lat * Math.PI) / 180))) * view.scale;
  if (pixels < 9 || pixels > 400) return;
  ctx.beginPath();
  ctx.arc(x, y, pixels, 0, 2 * Math.PI);
  ctx.setLineDash([2, 4]);
  ctx.lineWidth = 1;
  ctx.strokeStyle = palette.faint;
  ctx.stroke();
  ctx.setLineDash([]);
}
