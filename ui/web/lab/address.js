// The lab's address: what is shown, so that a link opens the same lab. Only what a person changed goes into it.

import { withValues } from "../base/address.js";

/** @typedef {"flight" | "typed" | "angle" | "units" | "assumed" | "rotation"} LabChange */

/**
 * Return a query with what was changed; all else stays as it is.
 * @param {string} text
 * @param {LabModel} model
 * @param {boolean} turns whether the ranges above a turning Earth are shown
 * @param {Set<LabChange>} changed
 * @returns {string}
 */
export function withState(text, model, turns, changed) {
  const { assumed, moved, units } = model;
  /** @type {Record<string, string | null>} */
  const values = changed.has("flight") || changed.has("typed") ? { ...aboutOf(model), angle: null } : {};
  if (changed.has("angle")) values.angle = String(moved.elevationDeg);
  if (changed.has("units")) values.units = units === "km" ? null : units;
  if (changed.has("assumed")) Object.assign(values, Object.fromEntries(Object.entries(assumed).map(([key, value]) => [key, value || null])));
  if (changed.has("rotation")) values.turning = turns ? "1" : null;
  return withValues(text, values);
}

/**
 * What the lab is about: a flight by its id, or numbers.
 * @param {LabModel} labModel
 * @returns {Record<string, string | null>}
 */
function aboutOf({ flight, report, given }) {
  const numbers = { apogee_km: given.apogeeText, ground_range_km: String(given.distanceKm), flight_time_min: given.minutes === null ? null : String(given.minutes) };
  const none = { apogee_km: null, ground_range_km: null, flight_time_min: null };
  if (!flight) return { test: null, report: null, ...numbers };
  return { test: flight.id, report: report && report !== flight.reports[0] ? report.id : null, ...none };
}
