// Which places the sectors of a radar see, and which of them are named first.

import { inverse } from "../earth/geodesic.js";
import { isWithin } from "../earth/sectors.js";

const ARGUED = "beijing"; // its country's towns are what the row over radars in these countries is about
const HOSTS = ["seoul", "tokyo"];

/** @type {WeakMap<Place[], Map<string, Way[]>>} */
const kept = new WeakMap(); // distances and azimuths, solved once: a sector that turns only compares

/**
 * How far each place is from a point, and which way.
 * @param {LatLon} from
 * @param {Place[]} places
 * @returns {Way[]} in the order of the places
 */
function waysTo({ lat, lon }, places) {
  const known = kept.get(places) ?? new Map();
  kept.set(places, known);
  const key = `${lat},${lon}`;
  if (!known.has(key)) known.set(key, places.map((place) => inverse(lat, lon, place.lat, place.lon)));
  return /** @type {Way[]} */ (known.get(key));
}

/**
 * Those of some places that lie in a sector at least.
 * @param {LatLon} radar
 * @param {Pick<Sector, "km" | "azimuth" | "width">[]} sectors all of that radar
 * @param {Place[]} places
 * @returns {Place[]}
 */
export function seenBy(radar, sectors, places) {
  const ways = waysTo(radar, places);
  return places.filter((_, i) => sectors.some((sector) => isWithin(sector, ways[i])));
}

/**
 * Some places in the order of their distance from a point.
 * @param {LatLon} from
 * @param {Place[]} places
 * @returns {Place[]}
 */
export function nearestFirst(from, places) {
  const ways = waysTo(from, places);
  return places.map((place, i) => ({ place, km: ways[i].km })).sort((a, b) => a.km - b.km).map(({ place }) => place);
}

/** @typedef {{radar: Radar, km: number}} Seeing a radar, and the least of its ranges that sees a place */

/**
 * Which radars see each of some places, by its id: nothing stands there for those that none sees.
 * @param {RadarSector[]} sectors
 * @param {Place[]} places
 * @returns {Map<string, Seeing[]>} for each the radar with the least range first
 */
export function seeingOf(sectors, places) {
  /** @type {Map<string, Seeing[]>} */
  const found = new Map();
  const ways = sectors.map((sector) => waysTo(sector, places));
  places.forEach(({ id }, i) => {
    /** @type {Map<Radar, number>} */
    const least = new Map();
    sectors.forEach((sector, nth) => {
      if (isWithin(sector, ways[nth][i])) least.set(sector.radar, Math.min(sector.km, least.get(sector.radar) ?? Infinity));
    });
    if (least.size) found.set(id, [...least].map(([radar, km]) => ({ radar, km })).sort((a, b) => a.km - b.km));
  });
  return found;
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
