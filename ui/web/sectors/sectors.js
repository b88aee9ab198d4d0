// Radar sectors of a scene: which are drawn, whose claims they are. The rules of geo/reach/sectors.py; tests compare them.

import { getWords } from "../base/live.js";
import { isKnown } from "../base/known.js";

/** The id of the layer. */
export const RADARS = "radar";

/** All radars with what is claimed of them, asked for once. @returns {Promise<RadarFacts>} */
export const getRadars = () => getWords("live/radars.json");

/**
 * Whether a scene may show a sector.
 * @param {Pick<Scene, "show" | "radars">} scene
 * @returns {boolean}
 */
export const showsRadars = ({ show, radars }) => show.includes(RADARS) || radars.length > 0;

/**
 * What tells an assumption from others: its name may come later.
 * @param {RadarAssumption} assumed
 * @returns {string}
 */
export const assumptionKey = ({ id, km, azimuth, width }) => [id, km, azimuth, width].join(" ");

/** What tells a sector from others. @param {RadarSector} sector @returns {string} */
export const sectorKey = ({ radar: { id }, km, azimuth, width }) => assumptionKey({ id, km, azimuth, width });

/**
 * What was said of a radar by a day, in the order of the data; without a day, all.
 * @param {RadarFacts} facts
 * @param {Radar} radar
 * @param {string | null} date
 * @returns {RadarClaim[]}
 */
export const claimsAbout = ({ claims }, radar, date) => radar.claims.map((index) => claims[index]).filter(({ printed }) => isKnown(printed, date));

/**
 * The ranges that a claim names, the shortest first.
 * @param {RadarClaim} claim
 * @returns {number[]}
 */
export const endsOf = ({ low, high }) => [...new Set([low, high])].filter((end) => end !== null).sort((a, b) => a - b);

/**
 * The ranges that the map draws of a radar by itself, the widest first.
 * @param {RadarClaim[]} claims those about it
 * @returns {number[]}
 */
export const drawnEnds = (claims) => [...new Set(claims.filter(({ drawn }) => drawn).flatMap(endsOf))].sort((a, b) => b - a);

/**
 * The sectors of a scene, those of a radar together, the widest first.
 * @param {RadarFacts} facts
 * @param {Pick<Scene, "show" | "radars" | "date">} scene
 * @param {ReadonlySet<string>} standing the ids of the places that are there on the scene's day
 * @returns {RadarSector[]}
 */
export function shownSectors(facts, { show, radars: assumed, date }, standing) {
  return facts.radars.flatMap((radar) => {
    const claims = claimsAbout(facts, radar, date);
    const mine = assumed.filter(({ id }) => id === radar.id);
    const sector = (/** @type {number} */ km, /** @type {number} */ azimuth, /** @type {number} */ width, /** @type {RadarDirection} */ direction) => (
      { radar, lat: radar.lat, lon: radar.lon, km, azimuth, width, direction, claims: claims.filter((claim) => endsOf(claim).includes(km)).sort(byDrawn) });
    if (mine.length) return [...mine].sort((a, b) => b.km - a.km).map(({ km, azimuth, width }) => sector(km, azimuth, width, "link"));
    if (!show.includes(RADARS) || radar.moves || !standing.has(radar.id)) return [];
    return drawnEnds(claims).map((km) => sector(km, radar.azimuth, radar.width, radar.direction));
  });
}

/** Those that the map draws come first: a map names them. @param {RadarClaim} a @param {RadarClaim} b @returns {number} */
const byDrawn = (a, b) => Number(b.drawn) - Number(a.drawn);

const STORY = "tpy2_seongju"; // the radar that the row is about

/**
 * The id of the radar that panel and handles speak of, "" where no sector is shown.
 * @param {Pick<Scene, "radar" | "radars">} scene
 * @param {RadarFacts} facts
 * @param {RadarSector[]} sectors those that are shown
 * @returns {string}
 */
export function chosenRadar({ radar: chosen, radars }, facts, sectors) {
  const wanted = [chosen, radars[0]?.id, STORY].find((id) => sectors.some(({ radar }) => radar.id === id));
  return wanted ?? sectors[0]?.radar.id ?? "";
}
