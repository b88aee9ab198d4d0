// Captions of a picture: the rules of geo/share/captions.py, the sentences of geo/words/credits.py;
// browser tests compare the two.

import { saidBy } from "../scene/saidby.js";
import { shownRings, siteName } from "../scene/scene.js";
import { reportText } from "../scene/spreadwords.js";
import { startText } from "../scene/titles.js";
import { dateText, t } from "../base/words.js";

export const CAVEAT = t("Ranges are assumptions, not predictions; payloads are unknown. " +
  "Ground range on WGS84, without rotation unless stated.");
export const SOURCES = t("Sources: claims as named; launch sites CNS North Korea Missile Test Database for NTI; " +
  "cities GeoNames (CC BY 4.0); land Natural Earth; bases and missile defences as named in the app.");

/** @param {Scene} scene @returns {Set<string>} */
const sitesOf = (scene) => new Set(shownRings(scene).map((index) => scene.rings[index].site));

/**
 * What the rings mean, once that is known, and of which day the map is, if it is of one.
 * @param {Scene} scene
 * @param {string | null} finding
 * @returns {string}
 */
export function subtitle(scene, finding) {
  const day = scene.date ? `${t("As of {date}", { date: dateText(scene.date) })}.` : "";
  return [finding, day].filter(Boolean).join(" ");
}

/**
 * Who claims a ring's range and when, and which report it fits; from where, if rings start at several sites.
 * @param {Ring} ring
 * @param {Scene} scene
 * @returns {string}
 */
export function claim(ring, scene) {
  const named = [saidBy(ring), dateText(ring.claimed)].filter(Boolean).join(", ");
  const report = reportText(ring, scene.units);
  const said = [report, ring.label ? named : report ? "" : t("own assumption")].filter(Boolean).join("; ");
  return sitesOf(scene).size > 1 ? t("{said}, from {site}", { said, site: siteName(ring) }) : said;
}

/**
 * "from SITE", or "around PLACE", when all rings start at one, else nothing.
 * @param {Scene} scene
 * @returns {string}
 */
export function commonSite(scene) {
  const [first] = shownRings(scene);
  return sitesOf(scene).size === 1 ? startText(scene.rings[first], scene.rings[first].name) : "";
}
