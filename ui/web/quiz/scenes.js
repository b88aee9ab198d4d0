// Scenes of a question: before the answer as little as is needed, then the whole truth.

import { worldX, worldY } from "../earth/canvaslayer.js";
import { geodesicPath } from "../earth/geodesic.js";
import { LAYERS } from "../base/facts.js";
import { above, latOf, zoomBelow } from "../camera/framing.js";
import { t } from "../base/words.js";

/** @typedef {{width: number, height: number, covered: number}} QuizMap In px; `covered` from below. */

const WORLD = [30, 150]; // the middle of the map for "How far?": it gives nothing away
const MOST_LAT = 83;
const ROOM = 0.72; // how much of the map's frame a way may take
const CLOSEST = 6;
const EDGE_KM = 0.001; // the server's distance is rounded to a metre, and the place is on the ring

/**
 * @param {Pick<Question, "site">} given
 * @param {number} km
 * @param {string} label
 * @param {Partial<Ring>} [more]
 * @returns {Ring}
 */
function ringAt({ site }, km, label, more = {}) {
  return { site: site.id, name: site.name, lat: site.lat, lon: site.lon, low: null, best: km, high: null, label, said: label, ...more };
}

/** @param {ReachQuestion} question @returns {Ring} */
function claimRing(question) {
  const { claim } = question;
  const { said, date, source, statement, original } = claim;
  return ringAt(question, claim.range_km, claim.label, { said, claimed: date, source, statement, original });
}

/**
 * The scene before the answer: half of the range and the place, or the ring of the guess alone.
 * @param {Scene} base
 * @param {Question} question
 * @param {number} guessKm
 * @returns {Scene}
 */
export function askedScene(base, question, guessKm) {
  const asksReach = question.kind === "reach";
  const ring = asksReach
    ? ringAt(question, question.claim.range_km / 2, t("half of the range"))
    : ringAt(question, guessKm, t("your guess"));
  return {
    ...base, rings: [ring], active: 0, show: asksReach ? layersOf(question) : [],
    targets: asksReach ? [question.place.id] : [],
  };
}

/**
 * The scene after it: the place, the shortest way to it, and the ring that was asked for.
 * @param {Scene} base
 * @param {Question} question
 * @param {QuizAnswer} answer
 * @returns {Scene}
 */
export function toldScene(base, question, answer) {
  const { distance_km: km, place } = question;
  const rings = question.kind === "reach"
    ? [claimRing(question)]
    : [ringAt(question, km + EDGE_KM, t("the answer")), ringAt(question, Number(answer), t("your guess"))];
  return { ...base, rings, active: 0, show: [...layersOf(question), "arcs"], targets: [place.id] };
}

/** @param {Question} question @returns {string[]} */
const layersOf = ({ place }) => LAYERS.filter((layer) => layer.is_peopled || layer.id === place.layer).map(({ id }) => id);

/**
 * The view [lat, lon, zoom] of a question in a map of this size, whose lowest `covered` pixels
 * lie below the legend. It depends on nothing that is asked for.
 * @param {Question} question
 * @param {boolean} isTold
 * @param {QuizMap} quizMap
 * @returns {Camera}
 */
export function viewOf(question, isTold, { width, height, covered }) {
  const size = { x: width, y: height };
  if (question.kind === "distance" && !isTold) return iceless(size, worldX(WORLD[1]), worldY(WORLD[0]), zoomBelow(Math.log2(width / 256)));
  const { site, place } = question;
  /** @type {LatLonPair[]} */
  const line = geodesicPath(site.lat, site.lon, place.lat, place.lon, 64);
  const xs = line.map(([, lon]) => worldX(lon));
  const ys = line.map(([lat]) => worldY(Math.min(MOST_LAT, lat)));
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const fit = Math.min((ROOM * width) / (east - west), (ROOM * (height - covered)) / (south - north));
  const zoom = Math.max(0, Math.min(CLOSEST, zoomBelow(Math.log2(fit / 256))));
  return iceless(size, (west + east) / 2, (north + south) / 2 + covered / 2 / (256 * 2 ** zoom), zoom);
}

/**
 * A view as near to a point of the world as it can be without the ice of the south.
 * @param {import("../camera/framing.js").Size} size
 * @param {number} x
 * @param {number} y
 * @param {number} zoom
 * @returns {Camera}
 */
function iceless(size, x, y, zoom) {
  return [latOf(above(size, 256 * 2 ** zoom, y)), (x - 0.5) * 360, zoom];
}

/** @returns {HTMLIFrameElement | null} */
const mapFrame = () => document.querySelector(".st-key-map iframe");

/** Say what the map's frame is on this page. */
export function entitleMap() {
  mapFrame()?.setAttribute("title", t("Map of the question; the panel says the same in words"));
}

/**
 * The size of the map in pixels, and how much of it the legend covers from below.
 * @returns {QuizMap}
 */
export function mapSize() {
  const frame = mapFrame();
  return {
    width: frame?.clientWidth || window.innerWidth, height: frame?.clientHeight || window.innerHeight,
    covered: frame?.contentWindow?.reachmap?.legendPx() ?? 0,
  };
}
