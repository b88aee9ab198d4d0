// What the lab shows: what was given, the flight as flown, and the same speed at other angles.

import { bestElevationDeg, farthestKm, flight, flightOf, leastSpeed, otherElevationDeg } from "../flight/kepler.js";

export const SCHOOL_DEG = 45; // the best angle on a flat Earth, as schools teach it
const MOST_ARCS = 1; // km that a range may be off for the best angle to be the slider's

/**
 * Whether more height takes more speed, over the same distance: on a flat flight it takes less, and a floor of the
 * height is none of the range.
 * @param {number} apogeeKm
 * @param {number} distanceKm
 * @returns {boolean}
 */
const isSteep = (apogeeKm, distanceKm) => flightOf(apogeeKm, distanceKm).elevationDeg > bestElevationDeg(leastSpeed(distanceKm));

/**
 * The reports of a flight from which a range can be computed; of floors, at least that.
 * @param {LabFlight} labFlight
 * @returns {LabReport[]}
 */
export const usable = ({ reports }) => (
  reports.filter(({ apogee, distance, no_range: because }) => (
    apogee !== null && distance !== null && (!because || (because === "floor" && isSteep(apogee, distance))))));

/**
 * What a range follows from, of a report that is usable.
 * @param {LabReport} report
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
 * @param {FreeFlight} flown
 * @param {number} angleDeg
 * @returns {Pick<LabModel, "moved" | "other">}
 */
export function atAngle({ speedKmS }, angleDeg) {
  const moved = flight(speedKmS, angleDeg);
  const otherDeg = otherElevationDeg(moved);
  const isApart = otherDeg !== null && Math.abs(otherDeg - angleDeg) > MOST_ARCS;
  return { moved, other: isApart ? flight(speedKmS, /** @type {number} */ (otherDeg)) : null };
}

/**
 * A flight of the list with the report to compute from: those asked for, else the first.
 * @param {LabFlight[]} flights
 * @param {string} id
 * @param {string} reportId
 * @returns {{flight: LabFlight, report: LabReport | null, given: LabGiven | null}} `given` is null where no range can be computed
 */
export function chosen(flights, id, reportId) {
  const labFlight = flights.find((each) => each.id === id) ?? flights[0];
  const able = usable(labFlight);
  const report = able.find((each) => each.id === reportId) ?? able[0] ?? null;
  return { flight: labFlight, report, given: report && givenOf(report) };
}

/**
 * The numbers that somebody typed, as the address has them.
 * @param {LabAsked} asked
 * @returns {LabGiven}
 */
export const typedNumbers = (asked) => ({
  apogeeKm: Number(asked.apogee_km), apogeeText: asked.apogee_km, distanceKm: Number(asked.ground_range_km),
  minutes: asked.flight_time_min ? Number(asked.flight_time_min) : null, isFloor: false,
});

/** @param {Missile[]} missiles @returns {Claim[]} */
export const allClaims = (missiles) => missiles.flatMap(({ claims }) => claims);

/**
 * The published ranges that speak of a flight: of its day, and of its missile where that is known.
 * @param {LabFlight | null} launched
 * @param {Missile[]} missiles
 * @returns {Claim[]}
 */
export const claimsOf = (launched, missiles) => (launched
  ? allClaims(missiles.filter(({ id }) => !launched.missile || id === launched.missile)).filter((claim) => claim.launched === launched.date) : []);

/**
 * All that the lab shows.
 * @param {Pick<LabModel, "flight" | "report" | "given" | "units" | "assumed">} about
 * @param {LabSite} ownSite of a flight whose site is not known
 * @param {number} angleDeg 0 for the best
 * @returns {LabModel}
 */
export function labModel(about, ownSite, angleDeg) {
  const { flight: from, given } = about;
  const site = from?.site && from.lat !== null ? { id: from.site, name: from.site_name, lat: from.lat } : ownSite;
  const follows = followsFrom(given);
  const deg = angleDeg || (follows.best.isOrbit ? SCHOOL_DEG : follows.best.elevationDeg);
  return { ...about, site, ...follows, ...atAngle(follows.flown, deg) };
}

/**
 * What the test hook tells of it.
 * @param {LabModel} model
 * @returns {object}
 */
export const stateOf = ({ moved, flown, best, farthestKm: farthest, flight: from, given }) => ({
  test: from?.id ?? null, is_computed: true, apogee_km: moved.apogeeKm, angle_deg: moved.elevationDeg, range_km: moved.rangeKm, time_min: moved.timeMin,
  speed_km_s: flown.speedKmS, best_deg: best.elevationDeg, farthest_km: farthest, given,
});
