// Where the legend stands: in the emptiest corner, chosen anew when the map rests, never while a thumb moves.

import { askedIds } from "../camera/asked.js";
import { worldX, worldY } from "../earth/canvaslayer.js";
import { ringShape } from "../earth/ringshapes.js";
import { sectorShape } from "../earth/sectorshapes.js";
import { MUST_NAMES } from "../base/facts.js";
import { edges } from "../scene/edges.js";
import { gripsOf, heldSector } from "../radar/grips.js";
import { isOff } from "../scene/scene.js";
import { cornerBoxes, emptiest } from "./corners.js";

// What it costs to cover something, beside a pixel of an outline.
const WEIGHT = { site: 2000, grip: 1500, name: 1000, place: 10, active: 1, ring: 0.5 };

const COARSE = 5; // detail of a sector's outline

/** @typedef {{x: number, y: number, scale: number, width: number}} WorldView The map's corner and size in pixels of its world. */

/** @param {LeafletMap} map @returns {WorldView} */
function worldView(map) {
  const { x, y } = /** @type {LeafletPoint} */ (map.getPixelBounds().min);
  return { x, y, scale: 256 * 2 ** map.getZoom(), width: map.getSize().x };
}

/**
 * How far to move what lies within [min, max] of the world for each of its copies in view, in pixels.
 * @param {WorldView} view
 * @param {number} min
 * @param {number} max
 * @returns {number[]}
 */
function shifts({ x, scale, width }, min, max) {
  const first = Math.ceil(x / scale - max);
  const last = Math.floor((x + width) / scale - min);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * scale - x);
}

/**
 * The places whose names must be readable: what the reader asked for, and those that everybody looks for.
 * @param {ReadyModel} model
 * @returns {Set<string>}
 */
function namesOf({ scene, shown }) {
  const ids = new Set(shown.map(({ id }) => id));
  const must = MUST_NAMES.map((row) => row.ids.find((id) => ids.has(id))).filter((id) => id !== undefined);
  return new Set([...must, ...askedIds(scene)]);
}

/** @param {ReadyModel} model @param {WorldView} view @returns {import("./corners.js").Mark[]} */
function marksOf(model, view) {
  const names = namesOf(model);
  const rings = model.scene.rings.filter((ring) => !isOff(ring, model.scene.date));
  const held = heldSector(model);
  const grips = held ? [[held.lat, held.lon], ...Object.values(gripsOf(held))] : [];
  const points = [
    ...grips.map(([lat, lon]) => ({ x: worldX(lon), y: worldY(lat), weight: WEIGHT.grip })),
    ...rings.map(({ lat, lon }) => ({ x: worldX(lon), y: worldY(lat), weight: WEIGHT.site })),
    ...model.places.filter(({ id }) => names.has(id)).map(({ x, y }) => ({ x, y, weight: WEIGHT.name })),
    ...model.shown.map(({ x, y }) => ({ x, y, weight: WEIGHT.place })),
  ];
  return points.flatMap(({ x, y, weight }) => (
    shifts(view, x, x).map((shift) => ({ x: x * view.scale + shift, y: y * view.scale - view.y, weight }))));
}

/** @param {ReadyModel} model @param {WorldView} view @returns {import("./corners.js").Line[]} */
function linesOf({ scene: { rings, active, date }, sectors }, view) {
  /** @param {RingShape} shape @param {number} weight */
  const lines = ({ xs, ys, minX, maxX }, weight) => shifts(view, minX, maxX).map((shift) => (
    { xs: xs.map((x) => x * view.scale + shift), ys: ys.map((y) => y * view.scale - view.y), weight }));
  return [
    ...rings.flatMap((ring, index) => (isOff(ring, date) ? []
      : edges(ring).flatMap(({ km }) => lines(ringShape(ring, km), index === active ? WEIGHT.active : WEIGHT.ring)))),
    ...sectors.flatMap((sector) => lines(sectorShape(sector, COARSE), sector.direction === "link" ? WEIGHT.active : WEIGHT.ring)),
  ];
}

/**
 * Stand a legend on the map, and choose its form and corner when asked; return that function. `others()`: the boxes of
 * all else over the map; `isKept()`: whether it stays where it is unless another corner is much better, or the corner
 * hangs on what the map showed before; `moved()` is called when the legend covers something else than before.
 * @param {Leaflet} L
 * @param {LeafletMap} map
 * @param {MapModel} model
 * @param {(model: MapModel) => model is ReadyModel} isReady
 * @param {{info: ReturnType<typeof import("./legend.js").legend>, others: () => Box[], isKept: () => boolean, moved: () => void}} parts
 * @returns {() => void}
 */
export function legendPlace(L, map, model, isReady, { info, others, isKept, moved }) {
  const { node } = info;
  L.DomEvent.disableClickPropagation(node);
  L.DomEvent.disableScrollPropagation(node);
  map.getContainer().append(node);
  /** @type {import("./corners.js").Corner | null} */
  let now = null;
  let before = "";
  /** @param {ReadyModel} ready */
  const choose = (ready) => {
    const isOpen = node.classList.contains("rm-open"); // above all else, in the corner where it was
    if (!isOpen) info.fit(ready.scene, map.getSize());
    const view = worldView(map);
    const around = isOpen ? [] : others();
    const corners = () => cornerBoxes(map.getSize(), { x: node.offsetWidth, y: node.offsetHeight }, around);
    let boxes = corners();
    while (!boxes.length && info.lessen()) boxes = corners();
    return (isOpen && boxes.find(({ corner }) => corner === now))
      || emptiest(boxes, marksOf(ready, view), linesOf(ready, view), isKept() ? now : null);
  };
  return () => {
    if (!isReady(model) || node.hidden) return;
    model.restate(); // what has come since the last frame: else the corner hung on what came first
    info.update(model, map.getZoom());
    const found = choose(model);
    if (!found) return;
    const { corner, box } = found;
    now = corner;
    const style = styleOf(corner, box, map.getSize());
    node.style.cssText = style;
    const covers = `${style} ${node.offsetWidth} ${node.offsetHeight}`; // it grows with what it says
    if (covers === before) return;
    before = covers;
    moved();
  };
}

/**
 * Held at the side where it may grow when it unfolds.
 * @param {import("./corners.js").Corner} corner
 * @param {Box} box
 * @param {LeafletPoint} size
 * @returns {string}
 */
function styleOf(corner, { x0, x1, y0, y1 }, size) {
  const across = corner.endsWith("left") ? `left: ${x0}px` : `right: ${size.x - x1}px`;
  return `${across}; ${corner.startsWith("top") ? `top: ${y0}px` : `bottom: ${size.y - y1}px`}`;
}
