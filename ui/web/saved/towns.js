// People in towns around any point, for a page without a server: the curve of geo/towns/population.py.

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
 * Return a function (lat, lon) -> people in the towns of each kilometre more, by whole km.
 * @param {number[]} flat
 * @returns {(lat: number, lon: number) => number[]}
 */
export function peopleAround(flat) {
  const all = towns(flat);
  return (lat, lon) => {
    const steps = Array.from({ length: CURVE_END_KM + 1 }, () => 0);
    for (const town of all) {
      const { km } = inverse(lat, lon, town.lat, town.lon);
      steps[Math.min(CURVE_END_KM, Math.ceil(km))] += town.people;
    }
    return steps;
  };
}
