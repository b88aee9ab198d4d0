// What is told of a radar whose sector was turned, widened or given another range, for those who do not see it.

import { getPlaces } from "../base/live.js";
import { decimal, plural, t } from "../base/words.js";
import { length } from "../scene/lengths.js";
import { degreesTold } from "./controlwords.js";
import { byNote, seenBy } from "../sectors/seen.js";
import { assumptionKey, getRadars, shownSectors, showsRadars } from "../sectors/sectors.js";

const NAMED = 2; // places told by name

/**
 * "AN/TPY-2 radar Seongju, 600 km to 347 degrees, 120 wide: sees Dandong, Weihai and 9 more", "" where nothing of an
 * assumption changed: what comes and goes with its layer is told as that.
 * @param {Scene} before
 * @param {Scene} after
 * @returns {Promise<string>}
 */
export async function radarNews(before, after) {
  const known = new Set(before.radars.map(assumptionKey));
  const changed = after.radars.find((each) => !known.has(assumptionKey(each)));
  if (changed) return sectorNews(changed, after);
  const gone = before.radars.find(({ id }) => !after.radars.some((each) => each.id === id));
  return gone && showsRadars(after) ? publishedNews(gone.id, after) : "";
}

/** @param {RadarAssumption} sector @param {Scene} scene @returns {Promise<string>} */
async function sectorNews({ id, km, azimuth, width }, scene) {
  const [facts, places] = await Promise.all([getRadars(), getPlaces(scene.date)]);
  const radar = facts.radars.find((each) => each.id === id);
  if (!radar) return "";
  const seen = seenBy(radar, [{ km, azimuth, width }], places)
    .filter((place) => place.id !== id && scene.show.includes(place.layer)).sort(byNote(id, places));
  return t("{radar}, {range} to {azimuth}, {width} wide: {seen}", {
    radar: radar.name, range: length(km, scene.units), azimuth: degreesTold(azimuth), width: decimal(width, 1), seen: seenTold(seen),
  });
}

/** @param {Place[]} seen @returns {string} */
function seenTold(seen) {
  if (!seen.length) return t("sees none of the places shown");
  const names = seen.slice(0, NAMED).map(({ name }) => name).join(", ");
  const more = seen.length - NAMED;
  return more > 0 ? plural("sees {names} and 1 more", "sees {names} and {n} more", more, { names }) : t("sees {names}", { names });
}

/** Nothing is assumed of a radar any longer. @param {string} id @param {Scene} scene @returns {Promise<string>} */
async function publishedNews(id, scene) {
  const [facts, places] = await Promise.all([getRadars(), getPlaces(scene.date)]);
  const sectors = shownSectors(facts, scene, new Set(places.map((place) => place.id))).filter(({ radar }) => radar.id === id);
  const radar = facts.radars.find((each) => each.id === id);
  if (!radar) return "";
  return sectors.length ? plural("{radar}: 1 range as published", "{radar}: {n} ranges as published", sectors.length, { radar: radar.name }) : "";
}
