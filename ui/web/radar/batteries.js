// Batteries near places: which THAAD battery stands within its interceptors' range of them. The rules of
// geo/reach/batteries.py; a circle is not a defended area, and who is near is not thereby defended.

import { inverse } from "../earth/geodesic.js";
import { length } from "../scene/lengths.js";
import { t } from "../base/words.js";

const BATTERY = "THAAD"; // a place's kind
export const NEAR_KM = 200; // what all sources give its interceptors
const LEAST_DEGREE_KM = 110; // of latitude, anywhere

/** @typedef {{battery: Place, km: number}} NearBattery */

/** @type {WeakMap<Place, WeakMap<Place, number>>} */
const solved = new WeakMap(); // kilometres, by battery and place

/**
 * The THAAD batteries among the places of a day.
 * @param {Place[]} places
 * @returns {Place[]}
 */
export const batteriesOf = (places) => places.filter(({ kind }) => kind === BATTERY);

/**
 * The nearest battery within its interceptors' range of a place, null where there is none.
 * @param {Place[]} batteries
 * @param {Place} place
 * @returns {NearBattery | null}
 */
export function nearestBattery(batteries, place) {
  /** @type {NearBattery | null} */
  let nearest = null;
  for (const battery of batteries) {
    if (Math.abs(battery.lat - place.lat) * LEAST_DEGREE_KM > NEAR_KM) continue;
    const km = kmBetween(battery, place);
    if (km <= NEAR_KM && (!nearest || km < nearest.km)) nearest = { battery, km };
  }
  return nearest;
}

/** @param {Place} battery @param {Place} place @returns {number} solved once for two places */
function kmBetween(battery, place) {
  let from = solved.get(battery);
  if (!from) solved.set(battery, from = new WeakMap());
  let km = from.get(place);
  if (km === undefined) from.set(place, km = inverse(battery.lat, battery.lon, place.lat, place.lon).km);
  return km;
}

/**
 * "THAAD battery within 200 km: THAAD, Andersen, 7 km".
 * @param {NearBattery} near
 * @param {Units} units
 * @returns {string}
 */
export const batteryText = ({ battery, km }, units) => (
  t("THAAD battery within {limit}: {name}, {length}", { limit: length(NEAR_KM, units), name: battery.name, length: length(km, units) }));
