// Which places the sectors of a radar see, and which of them are named first.

import { isWithin } from "../earth/sectors.js";
import { wayTo } from "./sightings.js";

const ARGUED = "beijing"; // its country's towns are what the row over radars in these countries is about
const HOSTS = ["seoul", "tokyo"];

/**
 * Those of some places that lie in a sector at least.
 * @param {Radar} radar
 * @param {Pick<Sector, "km" | "azimuth" | "width">[]} sectors all of that radar
 * @param {Place[]} places
 * @returns {Place[]}
 */
export const seenBy = (radar, sectors, places) => (
  places.filter((place) => sectors.some((sector) => isWithin(sector, wayTo(radar, place)))));

/**
 * Some places in the order of their distance from a radar.
 * @param {Radar} radar
 * @param {Place[]} places
 * @returns {Place[]}
 */
export const nearestFirst = (radar, places) => [...places].sort((a, b) => wayTo(radar, a).km - wayTo(radar, b).km);

/** @typedef {{radar: Radar, km: number}} Seeing a radar, and the least of its ranges that sees a place */

/**
 * The radars that see a place by what is drawn of them, but for itself.
 * @param {RadarSector[]} sectors
 * @param {Place} place
 * @returns {Seeing[]} the least range first
 */
export function seeingOf(sectors, place) {
  /** @type {Map<Radar, number>} */
  const least = new Map();
  for (const sector of sectors) {
    const { radar, km } = sector;
    if (radar.id !== place.id && isWithin(sector, wayTo(radar, place))) least.set(radar, Math.min(km, least.get(radar) ?? Infinity));
  }
  return [...least].map(([radar, km]) => ({ radar, km })).sort((a, b) => a.km - b.km);
}

/**
 * How much a place is worth a name: 0 where it is what a radar in South Korea or Japan is argued about, 1 abroad, 2 in
 * the radar's own country.
 * @param {string} radarId
 * @param {Place[]} places all of the day
 * @returns {(place: Place) => number}
 */
export function groupOf(radarId, places) {
  const countryOf = (/** @type {string} */ wanted) => places.find(({ id }) => id === wanted)?.country;
  const own = countryOf(radarId);
  const argued = own !== undefined && HOSTS.map(countryOf).includes(own) ? countryOf(ARGUED) : undefined;
  return ({ country }) => (country === own ? 2 : Number(country !== argued));
}

/**
 * Compare places as they are named: by their group, the largest first.
 * @param {string} radarId
 * @param {Place[]} places all of the day
 * @returns {(a: Place, b: Place) => number}
 */
export function byNote(radarId, places) {
  const group = groupOf(radarId, places);
  return (a, b) => group(a) - group(b) || (b.population ?? 0) - (a.population ?? 0);
}
