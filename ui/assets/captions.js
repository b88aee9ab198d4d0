// What a picture says in words: the rules of geo/picture/captions.py, the sentences of geo/credits.py;
// browser tests compare the two.

import { rangeText, shortName } from "./scene.js";

export const CAVEAT = "Ranges are published assumptions, not predictions; payloads are unknown. " +
  "Ground range on WGS84, non-rotating Earth.";
export const SOURCES = "Sources: claims as named; launch sites CNS North Korea Missile Test Database for NTI; " +
  "cities GeoNames (CC BY 4.0); land Natural Earth; bases and missile defences as named in the app.";

const sitesOf = (scene) => new Set(scene.rings.map((ring) => ring.site));

/** What a picture shows, in one line. */
export function title(scene) {
  const [ring, ...more] = scene.rings;
  const site = shortName(ring.name);
  if (!more.length) return `Within ${rangeText(ring, scene.units)} of ${site}`;
  return `${scene.rings.length} range assumptions${sitesOf(scene).size === 1 ? ` from ${site}` : ""}`;
}

/** Of which day the map is. */
export function subtitle(scene) {
  return `Who would be inside, if the claim were true. ${scene.date ? `As of ${scene.date}` : "All dates"}.`;
}

/** Who claims a ring's range and when; from where, if rings start at several sites. */
export function claim(ring, scene) {
  const said = ring.label ? `${ring.label}${ring.claimed ? `, ${ring.claimed}` : ""}` : "own assumption";
  return sitesOf(scene).size > 1 ? `${said}, from ${shortName(ring.name)}` : said;
}

/** "from SITE" when all rings start at one, else nothing. */
export function commonSite(scene) {
  return sitesOf(scene).size === 1 ? `from ${scene.rings[0].name}` : "";
}
