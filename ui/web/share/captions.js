// Captions of a picture: the rules of geo/share/captions.py, the sentences of geo/words/credits.py;
// browser tests compare the two.

import { rangeText, saidBy, shownRings, siteName } from "../scene/scene.js";
import { dateText, plural, t } from "../base/words.js";

export const CAVEAT = t("Ranges are assumptions, not predictions; payloads are unknown. " +
  "Ground range on WGS84, non-rotating Earth.");
export const SOURCES = t("Sources: claims as named; launch sites CNS North Korea Missile Test Database for NTI; " +
  "cities GeoNames (CC BY 4.0); land Natural Earth; bases and missile defences as named in the app.");

/** @param {Scene} scene @returns {Set<string>} */
const sitesOf = (scene) => new Set(shownRings(scene).map((index) => scene.rings[index].site));

/**
 * What a picture shows, in one line.
 * @param {Scene} scene
 * @returns {string}
 */
export function title(scene) {
  const shown = shownRings(scene).map((index) => scene.rings[index]);
  if (scene.title) return scene.title;
  if (!shown.length) return t("No ring is shown.");
  const [ring, ...more] = shown;
  const site = siteName(ring);
  const count = shown.length;
  if (!more.length) return t("Within {range} of {site}", { range: rangeText(ring, scene.units), site });
  if (sitesOf(scene).size > 1) return plural("1 range assumption", "{n} range assumptions", count);
  return plural("1 range assumption from {site}", "{n} range assumptions from {site}", count, { site });
}

/**
 * Of which day the map is.
 * @param {Scene} scene
 * @returns {string}
 */
export function subtitle(scene) {
  const day = scene.date ? t("As of {date}", { date: dateText(scene.date) }) : t("All dates");
  return t("Who would be inside, if the claim were true. {day}.", { day });
}

/**
 * Who claims a ring's range and when; from where, if rings start at several sites.
 * @param {Ring} ring
 * @param {Scene} scene
 * @returns {string}
 */
export function claim(ring, scene) {
  const named = [saidBy(ring), dateText(ring.claimed)].filter(Boolean).join(", ");
  const said = ring.label ? named : t("own assumption");
  return sitesOf(scene).size > 1 ? t("{said}, from {site}", { said, site: siteName(ring) }) : said;
}

/**
 * "from SITE" when all rings start at one, else nothing.
 * @param {Scene} scene
 * @returns {string}
 */
export function commonSite(scene) {
  const [first] = shownRings(scene);
  return sitesOf(scene).size === 1 ? t("from {site}", { site: scene.rings[first].name }) : "";
}
