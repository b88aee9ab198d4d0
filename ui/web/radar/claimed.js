// Who claims a range of a radar, and the range as it was said: on the map, in popups and in the panel.

import { plural, t } from "../base/words.js";
import { length } from "../scene/lengths.js";

/**
 * Who names the range of a sector: "US Congress report 2016 and 2 more", or nobody. Named are the first, and another one
 * whom the map draws, too: two sides of a row (geo/reach/sectorwords.py).
 * @param {Pick<RadarSector, "claims">} sector
 * @returns {string}
 */
export function claimants({ claims }) {
  if (!claims.length) return t("own assumption");
  const named = claims.slice(0, claims[1]?.drawn ? 2 : 1);
  const who = named.map(({ said }) => said).join(", ");
  const more = claims.length - named.length;
  return more ? plural("{who} and 1 more", "{who} and {n} more", more, { who }) : who;
}

/**
 * "2,000 km", of a floor "more than 2,000 km", of a ceiling "up to 2,000 km".
 * @param {Pick<RadarSector, "km" | "claims">} sector
 * @param {Units} units
 * @returns {string}
 */
export function rangeOf({ km, claims: [first] }, units) {
  return worded(first?.statement, length(km, units));
}

/**
 * A range as it was said of a radar.
 * @param {RadarClaim["statement"] | undefined} statement
 * @param {string} text
 * @returns {string}
 */
export function worded(statement, text) {
  if (statement === "floor") return t("more than {length}", { length: text });
  return statement === "ceiling" ? t("up to {length}", { length: text }) : text;
}
