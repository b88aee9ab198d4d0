// What the lesson knows: launch site, range, cities with what is true and what the flat circle says.

import { inverse } from "../earth/geodesic.js";
import { cellsFrom, misjudged } from "./area.js";
import { bothWays } from "./lines.js";
import { compassKm, onPaper } from "./paper.js";
import { DARK, LIGHT } from "../base/facts.js";
import { isPeopled } from "../base/layers.js";
import { ringStyle } from "../base/style.js";

/** Where the compass's scale is read, and the latitude of that. */
const SCALES = { site: (site) => site.lat, equator: () => 0 };
export const SCALE_NAMES = Object.keys(SCALES);

/** Return the colours and dashes of one theme: those of the first rings on the main map. */
export function lookOf(dark) {
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

/** Return a place as the lesson needs it: distances true and by compass, where it lies on paper. */
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
 */
export function factsOf({ site, answer, places, scale, goalId }) {
  const scaleLat = SCALES[scale](site);
  const measure = (place) => measured(place, site, scaleLat, answer);
  const cities = places.filter(isPeopled).map(measure)
    .sort((a, b) => b.place.population - a.place.population);
  const place = places.find(({ id }) => id === goalId);
  const goal = cities.find((city) => city.place.id === goalId) || measure(place);
  const ways = bothWays(site, place);
  ways.shortestKm = goal.km; // Python's, as in every list
  ways.seenFromSite = ways.straight.map(([lat, lon]) => inverse(site.lat, site.lon, lat, lon));
  return { site, scale, scaleLat, cities, goal, ways, cells: cellsFrom(site, scaleLat) };
}

/** Judge all cities of a model by its range; return {wrong, missed, added, inside,
 * flatInside, share of the Earth misjudged}. */
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
