// Sentences of result that a browser says itself: where no Python answers, and for those who follow a
// class.

import { getPlaces, getSite } from "../base/live.js";
import { stateWords } from "./popup.js";
import { classify, length } from "../scene/scene.js";
import { t } from "../base/words.js";

/**
 * The sentence of geo/reach/summary.py that can be told without the catalog.
 * @param {Scene} scene
 * @returns {Promise<string>}
 */
export async function nearestUs({ rings, active, show, date, units }) {
  const ring = rings[active];
  const [places, { km }] = await Promise.all([getPlaces(date), getSite(ring.site)]);
  const soil = places.filter((place) => place.us_soil && show.includes(place.layer));
  if (!soil.length) return "";
  const nearest = soil.reduce((a, b) => (km[b.id] < km[a.id] ? b : a));
  const state = stateWords(classify(km[nearest.id], ring));
  return t("Nearest US soil: {place}, {distance}, {state}.",
    { place: nearest.name, distance: length(km[nearest.id], units), state });
}
