// The model of the lesson: launch site, range, cities with what is true and what the flat circle says.

import { inverse } from "../earth/geodesic.js";
import { cellsFrom, misjudged } from "./area.js";
import { bothWays } from "./lines.js";
import { compassKm, onPaper } from "./paper.js";
import { DARK, LIGHT } from "../base/facts.js";
import { isPeopled } from "../base/layers.js";
import { ringStyle } from "../base/style.js";

/**
 * Where the compass's scale is read, and the latitude of that.
 * @type {Record<string, (site: LatLon) => number>}
 */
const SCALES = { site: (site) => site.lat, equator: () => 0 };
export const SCALE_NAMES = Object.keys(SCALES);

/**
 * Return the colours and dashes of one theme: those of the first rings on the main map.
 * @param {boolean} dark
 * @returns {Pick<LessonModel, "dark" | "palette" | "hues">}
 */
export function lookOf(dark) {
  /** @param {number} index @param {number[]} dash @returns {LineStyle} */
  const hue = (index, dash) => ({ ...ringStyle(index, dark), dash });
  return {
    dark,
    palette: dark ? DARK : LIGHT,
    hues: {
      ring: hue(0, []), flat: hue(1, [9, 4]), shortest: hue(2, []), straight: hue(3, [3, 3]),
      wrong: ringStyle(1, dark).color, name: dark ? "#ffab85" : "#9c2f00",
    },
  };
}

/**
 * Return a place as the lesson needs it: distances true and by compass, where it lies on paper.
 * @param {Place} place
 * @param {LatLon} site
 * @param {number} scaleLat
 * @param {Answer} answer
 * @returns {LessonCity}
 */
function measured(place, site, scaleLat, answer) {
  const known = answer.km[place.id] !== undefined
    ? { km: answer.km[place.id], azimuth: answer.azimuth[place.id] }
    : inverse(site.lat, site.lon, place.lat, place.lon);
  return {
    place, ...known, paper: onPaper(place.lat, place.lon), flatKm: compassKm(site, place, scaleLat),
    trueIn: false, flatIn: false, wrong: false,
  };
}

/**
 * Return the facts of a launch site {id, name, lat, lon}: cities, the largest first, and the ways
 * to a destination. `answer` is what getSite() said: Python's distances.
 * @param {{site: LessonSite, answer: Answer, places: Place[], scale: string, goalId: string}} site
 * @returns {LessonFacts}
 */
export function factsOf({ site, answer, places, scale, goalId }) {
  const scaleLat = SCALES[scale](site);
  /** @param {Place} place @returns {LessonCity} */
  const measure = (place) => measured(place, site, scaleLat, answer);
  const cities = places.filter(isPeopled).map(measure)
    .sort((a, b) => (b.place.population ?? 0) - (a.place.population ?? 0));
  const place = /** @type {Place} */ (places.find(({ id }) => id === goalId)); // of those that were offered
  const goal = cities.find((city) => city.place.id === goalId) || measure(place);
  const both = bothWays(site, place);
  const seenFromSite = both.straight.map(([lat, lon]) => inverse(site.lat, site.lon, lat, lon));
  const ways = { ...both, shortestKm: goal.km, seenFromSite }; // Python's length, as in every list
  return { site, scale, scaleLat, cities, goal, ways, cells: cellsFrom(site, scaleLat) };
}

/** Judge all cities of a model by its range; return {wrong, missed, added, inside,
 * flatInside, share of the Earth misjudged}. */
/** @param {LessonModel} model @returns {Verdict} */
export function judge(model) {
  const { km, cities } = model;
  for (const city of [...cities, model.goal]) {
    city.trueIn = city.km <= km;
    city.flatIn = city.flatKm <= km;
    city.wrong = city.trueIn !== city.flatIn;
  }
  const wrong = cities.filter((city) => city.wrong);
  return {
    wrong,
    missed: wrong.filter((city) => city.trueIn),
    added: wrong.filter((city) => city.flatIn),
    inside: cities.filter((city) => city.trueIn).length,
    share: misjudged(model.cells, km),
    flatInside: cities.filter((city) => city.flatIn).length,
  };
}
