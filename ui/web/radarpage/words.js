// Words of the page on radars: claims and assumptions, never what a radar sees as a fact.

import { dateText, decimal, plural, t } from "../base/words.js";
import { length, number } from "../scene/lengths.js";
import { endsOf } from "../radar/sectors.js";

/** @param {number} deg @returns {string} */
export const degrees = (deg) => `${decimal(deg, 1)}\u00b0`;

/**
 * How far a claim has it, in words: "600–800 km", "more than 2,000 km".
 * @param {RadarClaim} claim
 * @param {Units} units
 * @returns {string}
 */
export function figureText(claim, units) {
  const [low, high] = endsOf(claim);
  if (low === undefined) return t("no range named");
  if (high !== undefined) return `${number(low, units)}\u2013${length(high, units)}`;
  const range = length(low, units);
  if (claim.statement === "floor") return t("more than {range}", { range });
  return claim.statement === "ceiling" ? t("up to {range}", { range }) : range;
}

/**
 * The ranges of a model: "600 km", "600 and 800 km".
 * @param {number[]} kms the widest first
 * @param {Units} units
 * @returns {string}
 */
export const rangesText = (kms, units) => (kms.length > 1
  ? t("{inner} and {outer}", { inner: number(kms[kms.length - 1], units), outer: length(kms[0], units) }) : length(kms[0], units));

/** @param {SeenThing} thing @param {Units} units @returns {string} */
export const thingText = ({ name, km }, units) => `${name} ${length(km, units)}`;

/**
 * How many cities and launch areas these are.
 * @param {SeenThing[]} things
 * @returns {string}
 */
export function countText(things) {
  const sites = things.filter(({ isSite }) => isSite).length;
  return t("{cities}, {sites}", {
    cities: plural("{n} Chinese city", "{n} Chinese cities", things.length - sites),
    sites: plural("{n} North Korean launch area", "{n} North Korean launch areas", sites),
  });
}

/**
 * What a rest of the sliders is told to those who do not see the page.
 * @param {RadarPageModel} model
 * @returns {string}
 */
export function restSentence({ radar, kms, azimuth, width, seen, scene: { units } }) {
  const cities = seen.inside.filter(({ isSite }) => !isSite).map((thing) => thingText(thing, units)).join(", ");
  return t("{radar}, {range}, looking to {azimuth}, {width} wide. In range and in the sector: {count}{named}. In range, but it looks elsewhere: {other}.", {
    radar: radar.short, range: rangesText(kms, units), azimuth: degrees(azimuth), width: degrees(width),
    count: countText(seen.inside), named: cities && ` (${cities})`, other: countText(seen.elsewhere),
  });
}

/**
 * How near the way comes to a battery, in words.
 * @param {Between} between
 * @param {Units} units
 * @returns {string}
 */
export function crossingSentence({ battery, km, circleKm, enterKm, leaveKm, nearestKm }, units) {
  const circle = length(circleKm, units);
  if (enterKm === null || leaveKm === null) {
    return t("The path passes {distance} from {battery} at the nearest: outside its circle of {circle}.", { distance: length(nearestKm, units), battery: battery.name, circle });
  }
  const enter = enterKm === 0 ? t("The path begins in the circle of {circle} around {battery}", { circle, battery: battery.name })
    : t("The path enters the circle of {circle} around {battery} {from} from the launch site, {left} before the target", {
      circle, battery: battery.name, from: length(enterKm, units), left: length(km - enterKm, units) });
  const leave = leaveKm === km ? t("and ends in it.") : t("and leaves it {left} before the target.", { left: length(km - leaveKm, units) });
  return `${enter} ${leave}`;
}

/**
 * When something was said, in the page's language.
 * @param {string} date
 * @returns {string}
 */
export const dayText = (date) => dateText(date) || t("no date");
