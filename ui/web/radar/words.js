// Words of radar sectors, along their arcs, and of interceptors' circles: where each stands. They choose before the names
// of places, and go along with a sector that is turned.

import { copies } from "../earth/canvaslayer.js";
import { detailOf } from "../earth/ringshapes.js";
import { sectorShape } from "../earth/sectorshapes.js";
import { measure } from "../earth/wordpictures.js";
import { lengthOf, stretchesOf } from "../labels/curves.js";
import { bestAlong, flat, middlesOf } from "../labels/ringspots.js";
import { Room, areaOf, coveredOf } from "../labels/room.js";
import { length } from "../scene/lengths.js";
import { t } from "../base/words.js";
import { claimants, rangeOf } from "./claimed.js";
import { handleBoxes, heldSector } from "./grips.js";
import { sectorKey } from "../sectors/sectors.js";
import { circleOf, circled, radiusPx } from "./interceptors.js";

const STYLE = { size: 12.5, weight: 600 };
const CIRCLE_STYLE = { size: 11.5, weight: 400 };
const LONG_PX = 260; // of an arc in view, from which on who claims it may stand across it
const SHORT_PX = 40; // and its range alone
const WORDED_PX = 60; // the radius of a circle from which on words have room along it
const BELOW_DEG = 180; // where words of a circle stand first
const ANY_SYMBOL = Infinity; // may lie under them

const ASIDE = 1 / 6; // of its width: so far left of the boresight words stand first, beside the handle

/** @typedef {[text: string, find: typeof bestAlong]} Spot Words, and how they may stand. */
/** @typedef {{labels: MapLabel[], taken: Box[]}} PlacedWords Labels, and all that other words keep off. */

/** @type {{key: string, scene: string, placed: PlacedWords, bySector: Map<string, MapLabel | null>}} */
let last = { key: "", scene: "", placed: { labels: [], taken: [] }, bySector: new Map() };

/**
 * Place the words of a view. It is asked by whoever paints them, and by the names that keep off them. While a sector moves,
 * the words of the others stay where they are.
 * @param {CanvasView & {larger: number}} view
 * @param {ReadyModel} model
 * @returns {PlacedWords}
 */
export function sectorWords(view, model) {
  const covered = coveredOf(view, model);
  const scene = JSON.stringify([view, covered, model.scene.show, model.scene.units, model.placesKey, model.words, model.palette.radar]);
  const key = JSON.stringify([scene, model.sectorsKey, model.scene.radar, model.sectorsMove]);
  if (key === last.key) return last.placed;
  const before = scene === last.scene ? last.bySector : new Map();
  const held = heldSector(model);
  const room = new Room(areaOf(view), covered, []);
  const grips = handleBoxes(view, held);
  grips.forEach((box) => room.words.add(box, null));
  const bySector = writeSectors(room, view, model, held, before);
  writeCircles(room, view, model);
  last = { key, scene, bySector, placed: { labels: room.labels, taken: [...grips, ...room.labels.flatMap(({ boxes }) => boxes)] } };
  return last.placed;
}

/**
 * Write the words of sectors: while one moves, first those that stay, or stay away; then those of the radar that is spoken of.
 * @param {Room} room
 * @param {CanvasView} view
 * @param {ReadyModel} model
 * @param {ShownSector | null} held
 * @param {Map<string, MapLabel | null>} before
 * @returns {Map<string, MapLabel | null>} by sector
 */
function writeSectors(room, view, { sectors, sectorsMove, scene: { units } }, held, before) {
  /** @type {Map<string, MapLabel | null>} */
  const bySector = new Map();
  const rank = (/** @type {ShownSector} */ { radar, direction }) => (radar === held?.radar ? 0 : direction === "link" ? 1 : 2);
  const stays = (/** @type {ShownSector} */ sector) => sectorsMove && before.has(sectorKey(sector));
  for (const name of sectors.filter(stays).map(sectorKey)) {
    const label = before.get(name) ?? null;
    bySector.set(name, label && room.take(label));
  }
  for (const sector of sectors.filter((each) => !stays(each)).sort((a, b) => rank(a) - rank(b))) {
    const { arc } = sectorShape(sector, detailOf(view));
    const line = { style: STYLE, stretches: stretchesOf(arc, view, copies(view, arc.minX, arc.maxX)) };
    const px = rank(sector) < 2 ? Math.max(0, ...line.stretches.map(lengthOf)) : 0;
    const label = write(room, line, spotsFor(sector, units, px), sector.azimuth - sector.width * ASIDE, { kind: "sector", id: sector.radar.id });
    bySector.set(sectorKey(sector), label && withPicture(label, before.get(sectorKey(sector))));
  }
  return bySector;
}

/**
 * A label with the picture that was made of it, where it stands as before.
 * @param {MapLabel} label
 * @param {MapLabel | null | undefined} before
 * @returns {MapLabel}
 */
function withPicture(label, before) {
  const [{ x0, y0 }] = label.boxes;
  if (before?.text === label.text && before.boxes[0].x0 === x0 && before.boxes[0].y0 === y0) label.picture = before.picture;
  return label;
}

/**
 * The words that are tried for a sector, in which ways: across an arc they lie flat only where it is the chosen radar's or a
 * link's, and long enough for them.
 * @param {RadarSector} sector
 * @param {Units} units
 * @param {number} flatPx how much of such an arc is in view
 * @returns {Spot[]}
 */
function spotsFor(sector, units, flatPx) {
  const range = rangeOf(sector, units);
  const [all, first] = [claimants(sector), sector.claims[0]?.said].map((who) => (who ? `${range} \u00b7 ${who}` : ""));
  const along = [all, first, range].filter(Boolean).map((text) => /** @type {Spot} */ ([text, bestAlong]));
  /** @param {string} text @param {number} least @returns {Spot[]} */
  const across = (text, least) => (flatPx > least ? [[text, flat]] : []);
  return [...along.slice(0, -1), ...across(first || all, LONG_PX), ...along.slice(-1), ...across(range, SHORT_PX)];
}

/** @param {Room} room @param {CanvasView} view @param {ReadyModel} model */
function writeCircles(room, view, model) {
  for (const battery of circled(view, model).filter((each) => radiusPx(view, each) > WORDED_PX)) {
    const { shape, turns } = circleOf(view, battery);
    const text = t("{length} \u00b7 interceptors, as published", { length: length(battery.interceptor, model.scene.units) });
    write(room, { style: CIRCLE_STYLE, stretches: stretchesOf(shape, view, turns) }, [[text, bestAlong], [text, flat]], BELOW_DEG, { kind: "interceptor", id: battery.id });
  }
}

/**
 * Write the first of some words that has room.
 * @param {Room} room
 * @param {WordLine} line
 * @param {Spot[]} spots
 * @param {number} bearing
 * @param {{kind: LabelKind, id: string}} about
 * @returns {MapLabel | null}
 */
function write(room, line, spots, bearing, about) {
  const middles = middlesOf(line, bearing);
  for (const [text, find] of spots) {
    const found = find(room, line, text, middles, ANY_SYMBOL, measure);
    if (found) return room.take({ ...about, text, ring: null, style: line.style, own: null, leader: null, ...found.set });
  }
  return null;
}
