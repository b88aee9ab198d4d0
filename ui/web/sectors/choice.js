// What the panel says and changes of one radar: which of all it speaks of, which ranges are drawn of it, and what of
// them a thumb or a button makes an assumption. Every change replaces `radars`, so that what was is easily brought back.

import { LIMITS } from "../base/facts.js";
import { WHOLE_TURN } from "../earth/sectors.js";
import { RADARS, assumptionKey, chosenRadar, claimsAbout, endsOf, shownSectors } from "./sectors.js";

export const RANGE_SCALE = { min: 100, max: LIMITS.radar_km };
const FIRST_KM = 1000; // of a radar without a published range, to begin with
export const OURS = "Reachmap"; // who assumes a direction, where we do

/** @typedef {Pick<RadarSector, "km" | "azimuth" | "width">} Drawn */
/** @typedef {{km: number, claims: RadarClaim[]}} ClaimedRange a range, and who names it */

/**
 * @typedef {object} RadarModel
 * @property {string} id the radar that the panel speaks of, "" for none
 * @property {Radar | null} radar null while the facts are on their way
 * @property {Radar[]} offered those to choose from
 * @property {Drawn[]} drawn its sectors, the widest first
 * @property {Drawn} active the one that the slider of ranges moves, or would make
 * @property {boolean} isAssumed whether a link says so
 * @property {RadarClaim[]} claims what is said of it by the day that is shown
 * @property {AssumedDirection[]} directions
 */

/** @param {RadarFacts} facts @param {RadarSector[]} sectors @param {ReadonlySet<string>} standing @returns {Radar[]} */
const offeredOf = ({ radars }, sectors, standing) => radars.filter(({ id }) => standing.has(id) || sectors.some(({ radar }) => radar.id === id));

/**
 * What the panel shows; without facts yet, what the scene itself assumes.
 * @param {RadarFacts | null} facts
 * @param {Scene} scene
 * @param {ReadonlySet<string>} standing the ids of the places that are there on the scene's day
 * @param {number | null} wantedKm the sector that was pressed last
 * @returns {RadarModel}
 */
export function radarModel(facts, scene, standing, wantedKm) {
  const sectors = facts ? shownSectors(facts, scene, standing) : [];
  const offered = facts ? offeredOf(facts, sectors, standing) : [];
  const id = facts ? spokenOf(facts, scene, sectors, offered) : scene.radar ?? scene.radars[0]?.id ?? "";
  const assumed = assumedOf(scene, id);
  const drawn = assumed.length ? [...assumed].sort((a, b) => b.km - a.km) : sectors.filter((sector) => sector.radar.id === id);
  const radar = facts?.radars.find((each) => each.id === id) ?? null;
  const claims = facts && radar ? claimsAbout(facts, radar, scene.date) : [];
  const directions = facts && radar ? directionsOf(facts, radar) : [];
  return { id, radar, offered, drawn, claims, directions, isAssumed: assumed.length > 0, active: activeOf(radar, drawn, wantedKm) };
}

/** @param {Radar | null} radar @param {Drawn[]} drawn @param {number | null} wantedKm @returns {Drawn} */
function activeOf(radar, drawn, wantedKm) {
  const usual = { km: FIRST_KM, azimuth: radar?.azimuth ?? 0, width: radar?.width ?? WHOLE_TURN };
  return drawn.find(({ km }) => km === wantedKm) ?? drawn[0] ?? usual;
}

/** @param {RadarFacts} facts @param {Scene} scene @param {RadarSector[]} sectors @param {Radar[]} offered @returns {string} */
function spokenOf(facts, scene, sectors, offered) {
  if (scene.radar && offered.some(({ id }) => id === scene.radar)) return scene.radar;
  return chosenRadar(scene, facts, sectors) || offered[0]?.id || "";
}

/** @param {Pick<Scene, "radars">} scene @param {string} id @returns {RadarAssumption[]} */
const assumedOf = ({ radars }, id) => radars.filter((each) => each.id === id);

/**
 * The ranges that are claimed, each once with all who name it, the shortest first.
 * @param {RadarClaim[]} claims
 * @returns {ClaimedRange[]}
 */
export function claimedRanges(claims) {
  const ends = [...new Set(claims.flatMap(endsOf))].sort((a, b) => a - b);
  return ends.map((km) => ({ km, claims: claims.filter((claim) => endsOf(claim).includes(km)) }));
}

/** @typedef {{who: string, azimuth: number}} AssumedDirection */

/**
 * The directions that somebody assumes, ours first: these are drawn on any day.
 * @param {RadarFacts} facts
 * @param {Radar} radar
 * @returns {AssumedDirection[]}
 */
export function directionsOf(facts, radar) {
  const ours = radar.direction === "ours" ? [{ who: OURS, azimuth: radar.azimuth }] : [];
  const lists = claimsAbout(facts, radar, null).flatMap(({ said, azimuth }) => (azimuth === null ? [] : [{ who: said, azimuth }]));
  return [...ours, ...lists];
}

/**
 * Whether somebody claims the range of a sector, its width is the usual one, and we or a list assume its direction.
 * @param {Drawn} sector
 * @param {RadarClaim[]} claims those about its radar
 * @param {AssumedDirection[]} directions
 * @param {Radar | null} radar
 * @returns {boolean}
 */
export const isClaimed = ({ km, azimuth, width }, claims, directions, radar) => (
  claims.some((claim) => endsOf(claim).includes(km)) && width === radar?.width &&
  (width >= WHOLE_TURN || directions.some((each) => each.azimuth === azimuth)));

/**
 * Make what is drawn of a radar an assumption, the first time that it is changed.
 * @param {Scene} scene
 * @param {Pick<RadarModel, "id" | "radar" | "drawn" | "active">} model
 */
function assume(scene, { id, radar, drawn, active }) {
  if (assumedOf(scene, id).length) return;
  const sectors = (drawn.length ? drawn : [active]).map(({ km, azimuth, width }) => ({ id, name: radar?.short, km, azimuth, width }));
  scene.radars = [...scene.radars, ...sectors].slice(0, LIMITS.radars);
}

/**
 * All sectors of a radar look another way, or are of another width.
 * @param {Scene} scene
 * @param {RadarModel} model
 * @param {Partial<Pick<RadarAssumption, "azimuth" | "width">>} way
 */
export function turn(scene, model, way) {
  assume(scene, model);
  scene.radars = scene.radars.map((each) => (each.id === model.id ? { ...each, ...way } : each));
}

/**
 * The active sector reaches so far.
 * @param {Scene} scene
 * @param {RadarModel} model
 * @param {number} km
 */
export function reach(scene, model, km) {
  assume(scene, model);
  const from = model.active.km;
  scene.radars = scene.radars.map((each) => (each.id === model.id && each.km === from ? { ...each, km } : each));
}

/**
 * A claimed range is drawn, or no longer; the last sector stays.
 * @param {Scene} scene
 * @param {RadarModel} model
 * @param {number} km
 */
export function toggleRange(scene, model, km) {
  const { id, radar, drawn, active } = model;
  const isDrawn = drawn.some((each) => each.km === km);
  if (isDrawn && drawn.length === 1) return;
  if (drawn.length) assume(scene, model);
  if (isDrawn) scene.radars = scene.radars.filter((each) => each.id !== id || each.km !== km);
  else scene.radars = [...scene.radars, { id, name: radar?.short, km, azimuth: active.azimuth, width: active.width }].slice(0, LIMITS.radars);
}

/**
 * Nothing is assumed of a radar: what is published is drawn, for which its layer has to be shown.
 * @param {Scene} scene
 * @param {RadarModel} model
 */
export function publish(scene, { id }) {
  scene.radars = scene.radars.filter((each) => each.id !== id);
  scene.show = scene.layers.filter((layer) => layer === RADARS || scene.show.includes(layer));
}

/**
 * A sector that was dragged onto another one is one with it.
 * @param {Scene} scene
 */
export function joinEqual(scene) {
  const once = new Map(scene.radars.map((each) => [assumptionKey(each), each]));
  if (once.size < scene.radars.length) scene.radars = [...once.values()];
}
