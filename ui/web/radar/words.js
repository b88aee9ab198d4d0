// Words of radar sectors, along their arcs, and of interceptors' circles: where each stands. They choose before the names
// of places, and go along with a sector that is turned.

import { copies } from "../earth/canvaslayer.js";
import { detailOf } from "../earth/ringshapes.js";
import { sectorShape } from "../earth/sectorshapes.js";
import { measure } from "../earth/wordpictures.js";
import { stretchesOf } from "../labels/curves.js";
import { bestAlong, flat, middlesOf } from "../labels/ringspots.js";
import { Room, areaOf, coveredOf } from "../labels/room.js";
import { length } from "../scene/lengths.js";
import { t } from "../base/words.js";
import { handleBoxes } from "./grips.js";
import { circleOf, circled, radiusPx } from "./interceptors.js";

const STYLE = { size: 12.5, weight: 600 };
const CIRCLE_STYLE = { size: 11.5, weight: 400 };
const WORDED_PX = 60; // the radius of a circle from which on words have room along it
const BELOW_DEG = 180; // where words of a circle stand first
const ANY_SYMBOL = Infinity;

/** @typedef {{labels: MapLabel[], taken: Box[]}} PlacedWords Labels, and all that other words keep off. */

/** @type {{key: string, placed: PlacedWords}} */
let last = { key: "", placed: { labels: [], taken: [] } };

/**
 * Who names the range of a sector: "US Congress report 2016 and 2 more", or nobody.
 * @param {RadarSector} sector
 * @returns {string}
 */
export function claimants({ claims: [first, ...others] }) {
  if (!first) return t("own assumption");
  return others.length ? t("{who} and {n} more", { who: first.said, n: others.length }) : first.said;
}

/**
 * "2,000 km", of a floor "more than 2,000 km", of a ceiling "up to 2,000 km".
 * @param {RadarSector} sector
 * @param {Units} units
 * @returns {string}
 */
export function rangeOf({ km, claims: [first] }, units) {
  const text = length(km, units);
  if (first?.statement === "floor") return t("more than {length}", { length: text });
  return first?.statement === "ceiling" ? t("up to {length}", { length: text }) : text;
}

/**
 * The words of a sector, the longest first.
 * @param {RadarSector} sector
 * @param {Units} units
 * @returns {string[]}
 */
function wordsOf(sector, units) {
  const range = rangeOf(sector, units);
  const told = [claimants(sector), ...sector.claims.slice(0, 1).map(({ said }) => said)].map((who) => `${range} \u00b7 ${who}`);
  return [...new Set([...told, range])];
}

/**
 * Place the words of a view. It is asked by whoever paints them, and by the names that keep off them.
 * @param {CanvasView & {larger: number}} view
 * @param {ReadyModel} model
 * @returns {PlacedWords}
 */
export function sectorWords(view, model) {
  const covered = coveredOf(view, model);
  const key = JSON.stringify([view, covered, model.sectorsKey, model.scene.show, model.scene.radar, model.placesKey, model.words]);
  if (key !== last.key) last = { key, placed: place(view, covered, model) };
  return last.placed;
}

/** @param {CanvasView & {larger: number}} view @param {Box[]} covered @param {ReadyModel} model @returns {PlacedWords} */
function place(view, covered, model) {
  const { units } = model.scene;
  const room = new Room(areaOf(view), covered, []);
  const grips = handleBoxes(view, model);
  grips.forEach((box) => room.words.add(box, null));
  for (const sector of model.sectors) {
    const { arc } = sectorShape(sector, detailOf(view));
    const line = { style: STYLE, stretches: stretchesOf(arc, view, copies(view, arc.minX, arc.maxX)) };
    write(room, line, wordsOf(sector, units), sector.azimuth, { kind: "sector", id: sector.radar.id });
  }
  for (const battery of circled(view, model).filter((each) => radiusPx(view, each) > WORDED_PX)) {
    const { shape, turns } = circleOf(view, battery);
    const text = t("{length} \u00b7 interceptors, as published", { length: length(battery.interceptor, units) });
    write(room, { style: CIRCLE_STYLE, stretches: stretchesOf(shape, view, turns) }, [text], BELOW_DEG, { kind: "interceptor", id: battery.id });
  }
  return { labels: room.labels, taken: [...grips, ...room.labels.flatMap(({ boxes }) => boxes)] };
}

/**
 * Write the longest of some words that has room along a line, else flat beside it.
 * @param {Room} room
 * @param {WordLine} line
 * @param {string[]} texts
 * @param {number} bearing
 * @param {{kind: LabelKind, id: string}} about
 */
function write(room, line, texts, bearing, about) {
  const middles = middlesOf(line, bearing);
  for (const text of texts) {
    const found = bestAlong(room, line, text, middles, ANY_SYMBOL, measure) ?? flat(room, line, text, middles, ANY_SYMBOL, measure);
    if (!found) continue;
    const { letters, boxes } = found.set;
    room.take({ ...about, text, ring: null, style: line.style, boxes, own: null, leader: null, letters });
    return;
  }
}
