// The title of a view: what it is about. The words and rules of geo/reach/titles.py; tests compare the two.

import { longDateText, t } from "../base/words.js";
import { RADARS, showsRadars } from "../sectors/sectors.js";
import { rangeAbout } from "./ringwords.js";
import { reported } from "./lengths.js";
import { shownRings, siteName } from "./scene.js";

/** @param {Scene} scene @returns {Ring[]} */
export const ringsShown = (scene) => shownRings(scene).map((index) => scene.rings[index]);

/** Whether a ring starts at a launch site of the table: all of them are in North Korea. @param {Ring} ring @returns {boolean} */
export const isOfNorth = ({ site }) => !site.includes(",");

/**
 * Where a ring starts: "from Sohae", or of a battery, a base or a city "around" it.
 * @param {Pick<Ring, "center">} ring
 * @param {string} site its name, as it is to be told
 * @returns {string}
 */
export const startText = ({ center }, site) => (center ? t("around {site}", { site }) : t("from {site}", { site }));

/**
 * Somebody's own title, or what the view is about: whose missiles, which ranges.
 * @param {Scene} scene
 * @returns {string}
 */
export function titleOf(scene) {
  const rings = ringsShown(scene);
  if (!scene.title && !rings.length && showsRadars(scene)) return whoIsSeen(scene);
  return scene.title || oneMissile(rings) || whoIsWithin(rings, scene);
}

/** @param {Scene} scene @returns {string} who is in the sectors of radars, of one by its name where a link turns that alone */
function whoIsSeen({ radars, show }) {
  const [name, ...others] = new Set(radars.map((each) => each.name));
  return name && !others.length && !show.includes(RADARS) ? t("{radar}: who is in its sector?", { radar: name }) : t("Radars: who is in their sectors?");
}

/** @param {Ring[]} rings @param {Scene} scene @returns {string} */
function whoIsWithin(rings, scene) {
  const isNorth = (rings.length ? rings : scene.rings).every(isOfNorth);
  const [site, ...others] = new Set(rings.map(siteName));
  if (!site || others.length) return isNorth ? t("North Korea: who is within reach?") : t("Who is within reach?");
  const { spread, rotating } = rings[0];
  if (spread && rings.length === 1) return howFar(reported(spread.apogee, scene.units), isNorth, Boolean(rotating));
  if (rings.every((ring) => ring.rotating)) {
    return isNorth ? t("North Korea: who is within reach of {site}, with Earth's rotation?", { site })
      : t("Who is within reach of {site}, with Earth's rotation?", { site });
  }
  if (rings.length > 1) {
    return isNorth ? t("North Korea: who is within reach of {site}?", { site }) : t("Who is within reach of {site}?", { site });
  }
  const told = { range: rangeAbout(rings[0], scene.units), site };
  return isNorth ? t("North Korea: who is within {range} of {site}?", told) : t("Who is within {range} of {site}?", told);
}

/**
 * How far the missile of a report could reach, which was flown steeply.
 * @param {string} apogee
 * @param {boolean} isNorth
 * @param {boolean} rotating
 * @returns {string}
 */
function howFar(apogee, isNorth, rotating) {
  if (rotating) {
    return isNorth ? t("North Korea\u2019s missile that climbed to {apogee}: how far, with rotation?", { apogee })
      : t("A missile that climbed to {apogee}: how far, with rotation?", { apogee });
  }
  return isNorth ? t("How far could North Korea\u2019s missile that climbed to {apogee} reach?", { apogee })
    : t("How far could a missile that climbed to {apogee} reach?", { apogee });
}

/**
 * How far a missile could reach, where all that is claimed is claimed of that one: ranges of one's own may stand beside.
 * @param {Ring[]} rings
 * @returns {string}
 */
function oneMissile(rings) {
  const claims = rings.filter(({ kind }) => kind === "claim");
  const isOther = rings.some(({ kind }) => kind === "best" || kind === "words");
  const [missile, another] = new Set(claims.map(({ missileName }) => missileName ?? ""));
  if (claims.length < 2 || another !== undefined || isOther) return "";
  const [flight, other] = new Set(claims.map(({ launched }) => launched ?? ""));
  const day = other === undefined ? longDateText(flight) : "";
  return day ? t("How far could North Korea\u2019s missile of {day} reach?", { day })
    : t("How far could North Korea\u2019s {missile} reach?", { missile });
}
