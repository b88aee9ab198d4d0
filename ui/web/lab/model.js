// What the lab shows: what was given, the flight as flown, and the same speed at other angles.

import { bestElevationDeg, farthestKm, flight, flightOf, otherElevationDeg } from "../flight/kepler.js";

const MOST_ARCS = 1; // km that a range may be off for the best angle to be the slider's

/**
 * The reports of a flight from which a range can be computed; of floors, at least that.
 * @param {LabFlight} labFlight
 * @returns {FlightReport[]}
 */
export const usable = ({ reports }) => (
  reports.filter(({ apogee, distance, no_range: because }) => apogee !== null && distance !== null && (!because || because === "floor")));

/**
 * What a range follows from, of a report that is usable.
 * @param {FlightReport} report
 * @returns {LabGiven}
 */
export const givenOf = ({ apogee, apogee_text: text, distance, minutes, is_floor: isFloor }) => (
  { apogeeKm: apogee ?? 0, apogeeText: text, distanceKm: distance ?? 0, minutes, isFloor });

/**
 * What follows from what was given, whatever the slider says: as flown, and at the best angle.
 * @param {LabGiven} given
 * @returns {Pick<LabModel, "given" | "flown" | "best" | "farthestKm" | "straightUpKm">}
 */
export function followsFrom(given) {
  const flown = flightOf(given.apogeeKm, given.distanceKm);
  const speed = flown.speedKmS;
  return {
    given, flown, best: flight(speed, bestElevationDeg(speed)), farthestKm: farthestKm(speed),
    straightUpKm: flight(speed, 90).apogeeKm,
  };
}

/**
 * The same speed at an angle, and the other angle that leads to the same place.
 * @param {Flight} flown
 * @param {number} angleDeg
 * @returns {Pick<LabModel, "moved" | "other">}
 */
export function atAngle({ speedKmS }, angleDeg) {
  const moved = flight(speedKmS, angleDeg);
  const otherDeg = otherElevationDeg(moved);
  const isApart = otherDeg !== null && Math.abs(otherDeg - angleDeg) > MOST_ARCS;
  return { moved, other: isApart ? flight(speedKmS, /** @type {number} */ (otherDeg)) : null };
}
