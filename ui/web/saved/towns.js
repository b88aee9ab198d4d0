// People in towns around any point, for a page without a server: the curve of geo/towns/population.py.

import { WGS84 } from "../base/facts.js";
import { inverse } from "../earth/geodesic.js";

const A_KM = WGS84.a_m / 1000;
const F = WGS84.f;
const RAD = Math.PI / 180;
const CURVE_END_KM = 20005;
const ROUGH_TO_KM = 0.06; // Lambert's error is at most 0.04 km up to FAR_KM, and grows beyond
const FAR_KM = 14000;

/** Return the towns of [lat, lon, people, lat, ...] in 1e-5 degrees, each lat less the one before. */
function towns(flat) {
  const count = flat.length / 3;
  const all = { count, lat: [], lon: [], people: [], sin: new Float64Array(count), cos: new Float64Array(count) };
  let lat = 0;
  for (let i = 0; i < count; i += 1) {
    lat += flat[3 * i];
    all.lat.push(lat / 1e5);
    all.lon.push(flat[3 * i + 1] / 1e5);
    all.people.push(flat[3 * i + 2]);
    [all.sin[i], all.cos[i]] = reduced(all.lat[i]);
  }
  return all;
}

/** The sine and cosine of a latitude's reduced latitude. */
function reduced(lat) {
  const angle = Math.atan((1 - F) * Math.tan(lat * RAD));
  return [Math.sin(angle), Math.cos(angle)];
}

/** Lambert's formula for long lines (1942): a sphere's arc, and what flattening takes from it. */
function roughKm(sin1, sin2, cosines, dLon) {
  const cosArc = Math.max(-1, Math.min(1, sin1 * sin2 + cosines * Math.cos(dLon)));
  const arc = Math.acos(cosArc);
  const sinArc = Math.sin(arc);
  const x = ((arc - sinArc) * (sin1 + sin2) ** 2) / (2 * (1 + cosArc));
  const y = ((arc + sinArc) * (sin2 - sin1) ** 2) / (2 * (1 - cosArc));
  return A_KM * (arc - (F / 2) * (x + y));
}

/**
 * Return a function (lat, lon) -> people in the towns of each kilometre more, by whole km. Thirty
 * thousand exact distances would hold up the page; the rough one is enough between two kilometres.
 */
export function peopleAround(flat) {
  const all = towns(flat);
  return (lat, lon) => {
    const steps = new Array(CURVE_END_KM + 1).fill(0);
    const [sin, cos] = reduced(lat);
    for (let i = 0; i < all.count; i += 1) {
      let km = roughKm(sin, all.sin[i], cos * all.cos[i], (all.lon[i] - lon) * RAD);
      const sure = Math.abs(km - Math.round(km)) > ROUGH_TO_KM && km < FAR_KM; // false for NaN, too
      if (!sure) km = inverse(lat, lon, all.lat[i], all.lon[i]).km;
      steps[Math.min(CURVE_END_KM, Math.ceil(km))] += all.people[i];
    }
    return steps;
  };
}
