// What a battery stands between: where the shortest way from a launch site to a target enters and leaves the circle
// of its interceptors. The rules of geo/reach/between.py; a test compares the two.

import { directFrom, inverse } from "../earth/geodesic.js";
import { EARTH } from "../base/facts.js";
import { bestElevationDeg, flight, leastSpeed } from "../flight/kepler.js";

const STEP_KM = 50;
const HALVINGS = 40; // of a step, to less than a millimetre

/**
 * Where along the way the battery's circle begins and ends.
 * @param {LatLon} start
 * @param {Way} way
 * @param {LatLon} battery
 * @param {number} circleKm
 * @returns {Crossing}
 */
export function crossing(start, { km, azimuth }, battery, circleKm) {
  const direct = directFrom(start.lat, start.lon);
  /** @param {number} at @returns {number} */
  const off = (at) => {
    const [lat, lon] = direct(azimuth, at);
    return inverse(lat, lon, battery.lat, battery.lon).km;
  };
  const steps = Math.max(2, Math.ceil(km / STEP_KM));
  const stops = Array.from({ length: steps + 1 }, (_, i) => (km * i) / steps);
  const offs = stops.map(off);
  const least = offs.indexOf(Math.min(...offs));
  const nearestAtKm = lowest(off, stops[Math.max(0, least - 1)], stops[Math.min(steps, least + 1)]);
  const nearestKm = off(nearestAtKm);
  if (nearestKm > circleKm) return { enterKm: null, leaveKm: null, nearestKm, nearestAtKm };
  const enterKm = offs[0] <= circleKm ? 0 : edge((at) => off(at) > circleKm, 0, nearestAtKm);
  const leaveKm = offs[steps] <= circleKm ? km : edge((at) => off(at) <= circleKm, nearestAtKm, km);
  return { enterKm, leaveKm, nearestKm, nearestAtKm };
}

/**
 * Where a function that falls and then grows is lowest.
 * @param {(at: number) => number} of
 * @param {number} from
 * @param {number} to
 * @returns {number}
 */
function lowest(of, from, to) {
  let [low, high] = [from, to];
  for (let i = 0; i < 2 * HALVINGS; i += 1) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (of(left) < of(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

/**
 * Where what holds at the beginning ceases to.
 * @param {(at: number) => boolean} holds
 * @param {number} from
 * @param {number} to
 * @returns {number}
 */
function edge(holds, from, to) {
  let [low, high] = [from, to];
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The way from a site to a target, the flight of least speed along it, and where it passes a battery.
 * @param {Site} site
 * @param {Place} target
 * @param {Place} battery
 * @param {number} circleKm
 * @returns {Between}
 */
export function between(site, target, battery, circleKm) {
  const way = inverse(site.lat, site.lon, target.lat, target.lon);
  const speed = leastSpeed(way.km);
  return {
    site, target, battery, circleKm, ...way, flight: flight(speed, bestElevationDeg(speed)),
    ...crossing(site, way, battery, circleKm),
  };
}

/**
 * How high a flight is above the ground so far from its start.
 * @param {FreeFlight} flown
 * @param {number} km along the ground
 * @returns {number}
 */
export function heightAt({ e, axisKm, rise }, km) {
  const p = axisKm * (1 - e * e);
  return Math.max(0, p / (1 - e * Math.cos(km / EARTH.radius_km - rise)) - EARTH.radius_km);
}
