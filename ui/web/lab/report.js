// A report of a lofted flight between the map and the lab: as a link to the map writes it, and as the lab's address
// has it, with all that is assumed. The rules of geo/link/lofted.py and ui/scene/lab.py; a test holds them together.

import { withValues, written } from "../base/address.js";
import { url } from "../base/live.js";
import { LANG } from "../base/words.js";
import { ringText } from "../scene/link.js";

const LOFTED = "lofted:";
const ERROR_KEYS = { apogee_error_km: "e", burnout_altitude_km: "b", speed_credit_km_s: "c" };
/** @type {Record<string, string>} */
const BY_LETTER = { t: "flight_time_min", ...Object.fromEntries(Object.entries(ERROR_KEYS).map(([key, letter]) => [letter, key])) };

/**
 * The spread as a link writes it: `lofted:2802,933:t39`.
 * @param {LabModel} labModel
 * @returns {string}
 */
export function loftedForm({ given, assumed }) {
  const more = Object.entries(ERROR_KEYS).flatMap(([key, letter]) => {
    const value = assumed[/** @type {keyof LabAssumed} */ (key)];
    const isPoint = letter !== ERROR_KEYS.apogee_error_km && !value.includes("-"); // both ends of a span are one
    return value ? [`:${letter}${isPoint ? `${value}-${value}` : value}`] : [];
  });
  const time = given.minutes === null ? "" : `:t${Math.round(given.minutes * 10) / 10}`;
  return `${LOFTED}${given.apogeeText},${given.distanceKm}${time}${more.join("")}`;
}

/**
 * The address of the lab with the report of a ring: as it was printed, with what is assumed, from the ring's site, and
 * with the Earth's rotation where the ring has it.
 * @param {Ring} ring
 * @param {Spread} spread
 * @param {Units} units
 * @returns {string}
 */
export function labAddress(ring, { text }, units) {
  const [printed, ...options] = text.slice(LOFTED.length).split(":");
  const [apogee, distance] = printed.split(",");
  return `${url("lab")}?${withValues(written([["ring", ringText(ring)]]), {
    units: units === "km" ? null : units, lang: LANG, apogee_km: apogee, ground_range_km: distance,
    ...Object.fromEntries(options.map((option) => [BY_LETTER[option[0]], option.slice(1)])),
    turning: ring.rotating ? "1" : null,
  })}`;
}
