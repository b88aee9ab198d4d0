// Test flights as words see them: where they came down, the tags of the others, and which of them are named.

import { flightLines, flightTags, tagMiddle } from "../testflights/paint.js";
import { EQUATORIAL_RADIUS_KM } from "../earth/geodesic.js";
import { FLIGHTS } from "../base/facts.js";
import { TIER } from "./names.js";
import { WEIGHT } from "./room.js";

const STYLE = { size: 12, weight: 500 };
const EQUATOR_KM = 2 * Math.PI * EQUATORIAL_RADIUS_KM;

/** @typedef {{flight: Flight, dot: Dot}} FlightEnd */

/**
 * The marks at the ends of flights, in every copy of the world. Words lie on none of them, and none takes a word
 * away from a place: their ranks, which grow with what is worth a name, are below those of places.
 * @param {CanvasView} view
 * @param {Pick<ReadyModel, "flights">} model
 * @returns {FlightEnd[]}
 */
export const flightEnds = (view, { flights }) => flightLines(view, flights).map(({ flight: { flight }, points }) => (
  { flight, dot: { ...points[points.length - 1], r: FLIGHTS.mark_px, rank: flight.extent / EQUATOR_KM, weight: WEIGHT.large } }));

/**
 * The names of flights that are large enough at this scale, the largest first, of its copies the one next to the
 * middle of the view.
 * @param {CanvasView} view
 * @param {FlightEnd[]} ends
 * @returns {WantedName[]}
 */
export function flightNames(view, ends) {
  const least = FLIGHTS.named_px * kmPerPixel(view);
  /** @param {FlightEnd} end @returns {number} */
  const off = ({ dot }) => Math.abs(dot.x - view.width / 2);
  return ends.filter(({ flight: { label, extent } }) => label && extent >= least)
    .sort((a, b) => b.flight.extent - a.flight.extent || off(a) - off(b))
    .map(({ flight: { id, label }, dot }) => ({ dot, text: label, kind: "flight", id, tier: TIER.flight, style: STYLE }));
}

/** @param {CanvasView} view @returns {number} on the ground, in the middle of a view */
function kmPerPixel({ scale, y0, height }) {
  const down = (y0 + height / 2) / scale; // of the square that is the world
  return EQUATOR_KM / scale / Math.cosh(Math.PI * (1 - 2 * down));
}

/**
 * The tags of test flights: no word is written over them, for they lie above all words.
 * @param {CanvasView} view
 * @param {Pick<ReadyModel, "flights">} model
 * @returns {Dot[]}
 */
export const tagDots = (view, { flights }) => flightTags(view, flights).map((tag) => (
  { ...tagMiddle(tag), r: FLIGHTS.tag_px, rank: 0, weight: WEIGHT.main }));
