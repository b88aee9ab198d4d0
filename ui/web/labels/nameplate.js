// Symbols and words as they lie on the map: placed anew when the view changes, and in between painted
// anew only where something has changed.

import { joined } from "./boxes.js";
import { layoutLabels } from "./layout.js";
import { numberRing } from "./ringlabels.js";
import { flightEnds, flightNames, tagDots } from "./flightnames.js";
import { measure } from "../earth/wordpictures.js";
import { viewProper } from "../earth/canvaslayer.js";
import { areaOf, coveredOf } from "./room.js";
import { extentOf, onPixels } from "./paintwords.js";
import { paintPatch, paintPlate } from "./plate.js";
import { hitsOf, spotsOf } from "./spots.js";
import { ringEdges, wantedNames, wantedRegions } from "./wanted.js";
import { shownRings, speaking } from "../scene/scene.js";

const MOST_PATCHES = 24; // beyond, all is painted anew
const ALL = { x0: -1e4, x1: 1e4, y0: -1e4, y1: 1e4 };

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
    const { view, beyond } = viewProper(paper);
    this.inner = view;
    this.spots = spotsOf(view, model, Math.max(beyond.x, beyond.y));
    model.hits = hitsOf(this.spots, larger);
    this.turn(model);
    const ends = flightEnds(view, model);
    this.layout = layoutLabels({
      area: areaOf(view), covered: coveredOf(view, model), taken: model.taken(view), measure,
      dots: [...[...this.spots.places, ...this.spots.sites.filter(({ isShown }) => isShown)].map(({ dot }) => dot), ...ends.map(({ dot }) => dot), ...tagDots(view, model)],
      edges: shownRings(model.scene).sort((a, b) => Number(b === speaking(model.scene)) - Number(a === speaking(model.scene)))
        .flatMap((index) => ringEdges(view, model, index)),
      wanted: [...wantedNames(view, model, this.spots), ...flightNames(view, ends)],
      regions: wantedRegions(view, model, measure),
    });
    this.range = rangeOf(model);
    this.hasMoved = false;
    ctx.translate(beyond.x, beyond.y);
    paintPlate(ctx, /** @type {Plate} */ (this.plate), model);
  }

  /** What is painted: null until words were placed. @returns {Plate | null} */
  get plate() {
    return this.layout && this.inner ? { view: this.inner, spots: this.spots, labels: this.layout.labels } : null;
  }

  /** The words that do not move along with the ring that the view speaks of. @param {ReadyModel} model @returns {MapLabel[]} */
  still({ scene }) {
    const index = speaking(scene);
    return (this.layout?.labels ?? []).filter(({ kind, ring }) => kind !== "ring" || ring !== index);
  }

  /**
   * Follow a ring that moves: its numbers go along, symbols turn. Null where the words have to be placed anew.
   * @param {ReadyModel} model
   * @returns {PlateChange | null}
   */
  follow(model) {
    const { layout, inner } = this;
    if (!layout || !inner) return null;
    const { turned, boxes } = this.turn(model);
    const moved = rangeOf(model) === this.range ? [] : this.moveNumbers(layout, inner, model);
    this.hasMoved ||= moved.length > 0;
    this.range = rangeOf(model);
    const patches = joined([...boxes, ...moved].map((box) => onPixels(box, inner.ratio)));
    return { patches: patches.length > MOST_PATCHES ? [ALL] : patches, turned };
  }

  /**
   * Paint what has changed.
   * @param {Pen} ctx
   * @param {PlateChange} change
   * @param {ReadyModel} model
   */
  repaint(ctx, { patches }, model) {
    for (const patch of patches) paintPatch(ctx, patch, /** @type {Plate} */ (this.plate), model);
  }

  /**
   * Have symbols say what holds now; return which turned, and where they and their names have changed.
   * @param {ReadyModel} model
   * @returns {{turned: Turned[], boxes: Box[]}}
   */
  turn({ states }) {
    /** @type {Turned[]} */
    const turned = [];
    /** @type {Box[]} */
    const boxes = [];
    this.spots.places.forEach((spot, index) => {
      const state = states.get(spot.place.id) ?? "out";
      if (state === spot.state) return;
      const { x, y, r } = spot.dot;
      boxes.push({ x0: x - 2 * r - 2, x1: x + 2 * r + 2, y0: y - 2 * r - 2, y1: y + 2 * r + 2 });
      const label = this.layout?.labels.find(({ own }) => own === spot.dot);
      if (label && (state === "out") !== (spot.state === "out")) boxes.push(extentOf(label));
      spot.state = state;
      turned.push([index, state]);
    });
    return { turned, boxes };
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
  return `${ring.low},${ring.best},${ring.high},${Boolean(ring.rotating)}`;
}
