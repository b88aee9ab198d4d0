// People in towns around any point, for a page without a server: the rules of geo/towns/population.py;
// a test compares the two.

import { inverse } from "../earth/geodesic.js";

const CURVE_END_KM = 20005;

/**
 * Return the towns {lat, lon, people} of [lat, lon, people, lat, ...] in 1e-5 degrees, each lat less the one before.
 * @param {number[]} flat
 * @returns {{lat: number, lon: number, people: number}[]}
 */
function towns(flat) {
  let lat = 0;
  return Array.from({ length: flat.length / 3 }, (_, i) => {
    lat += flat[3 * i];
    return { lat: lat / 1e5, lon: flat[3 * i + 1] / 1e5, people: flat[3 * i + 2] };
  });
}

/**
 * People in towns as seen from a point: of each kilometre more, by whole km, and within ranges by direction.
 * @typedef {{people: number[], peopleInside(reachKm: (azimuthDeg: number) => number): number}} PeopleAround
 */

/**
 * Return a function (lat, lon) -> people in the towns around.
 * @param {number[]} flat
 * @returns {(lat: number, lon: number) => PeopleAround}
 */
export function peopleAround(flat) {
  const all = towns(flat);
  return (lat, lon) => {
    const ways = all.map((town) => ({ ...inverse(lat, lon, town.lat, town.lon), people: town.people }));
    const steps = Array.from({ length: CURVE_END_KM + 1 }, () => 0);
    for (const { km, people } of ways) steps[Math.min(CURVE_END_KM, Math.ceil(km))] += people;
    return {
      people: steps,
      peopleInside: (reachKm) => ways.reduce((sum, { km, azimuth, people }) => (km <= reachKm(azimuth) ? sum + people : sum), 0),
    };
  };
}
