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
 * The least range of a radar's sectors that sees a place, null where none does.
 * @param {LatLon} place
 * @param {RadarSector[]} sectors all of one radar
 * @returns {number | null}
 */
export function leastKm({ lat, lon }, sectors) {
  const way = inverse(sectors[0].lat, sectors[0].lon, lat, lon);
  const seeing = sectors.filter((sector) => isWithin(sector, way)).map(({ km }) => km);
  return seeing.length ? Math.min(...seeing) : null;
}

/**
 * Compare places as they are named: those that a radar in South Korea or Japan is argued about, then abroad, then large.
 * @param {string} radarId
 * @param {Place[]} places all of the day
 * @returns {(a: Place, b: Place) => number}
 */
export function byNote(radarId, places) {
  const countryOf = (/** @type {string} */ wanted) => places.find(({ id }) => id === wanted)?.country;
  const own = countryOf(radarId);
  const argued = HOSTS.map(countryOf).includes(own) ? countryOf(ARGUED) : undefined;
  /** @param {Place} place @returns {number} */
  const group = ({ country }) => (country === own ? 2 : Number(country !== argued));
  return (a, b) => group(a) - group(b) || (b.population ?? 0) - (a.population ?? 0);
}
