// Words of the page on radars: claims and assumptions, never what a radar sees as a fact.

import { dateText, plural, t } from "../base/words.js";
import { worded } from "../radar/claimed.js";
import { azimuthTold, degreesTold } from "../radar/controlwords.js";
import { endsOf } from "../sectors/sectors.js";
import { length, number } from "../scene/lengths.js";

/**
 * How far a claim has it, in words: "600–800 km", "more than 2,000 km".
 * @param {RadarClaim} claim
 * @param {Units} units
 * @returns {string}
 */
export function figureText(claim, units) {
  const [low, high] = endsOf(claim);
  if (low === undefined) return t("no range named");
  return high === undefined ? worded(claim.statement, length(low, units)) : `${number(low, units)}\u2013${length(high, units)}`;
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
  return t("{radar}, {range} to {azimuth}, {width} wide. In range and in the sector: {count}{named}. In range, but it looks elsewhere: {other}.", {
    radar: radar.short, range: rangesText(kms, units), azimuth: azimuthTold(azimuth), width: degreesTold(width),
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
  const circle = { circle: length(circleKm, units), battery: battery.name };
  if (enterKm === null || leaveKm === null) {
    return t("The path passes {distance} from {battery} at the nearest: outside its circle of {circle}.", { distance: length(nearestKm, units), ...circle });
  }
  const enter = enterKm === 0 ? t("The path begins inside the circle of {circle} around {battery}.", circle)
    : t("The path enters the circle of {circle} around {battery} {from} from the launch site, {left} before the target.", {
      ...circle, from: length(enterKm, units), left: length(km - enterKm, units) });
  const leave = leaveKm === km ? t("It ends inside.") : t("It leaves the circle {left} before the target.", { left: length(km - leaveKm, units) });
  return `${enter} ${leave}`;
}

/**
 * When something was said, in the page's language.
 * @param {string} date
 * @returns {string}
 */
export const dayText = (date) => dateText(date) || t("no date");
