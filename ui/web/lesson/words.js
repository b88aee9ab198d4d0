// The lesson in words: what each picture shows now, and the numbers of the text.

import { directFrom, polesInside } from "../earth/geodesic.js";
import { alongMeridianKm } from "./lines.js";
import { NORTH_EDGE, flatCircle, offPaper, parallelKm, stretch } from "./paper.js";
import { length } from "../scene/lengths.js";
import { shortName } from "../scene/scene.js";
import { decimal, plural, t } from "../base/words.js";

/**
 * A number with 0 to 2 decimals.
 * @param {number} value
 * @param {number} digits
 * @returns {string}
 */
const fixed = (value, digits) => decimal(value, digits, digits);

/**
 * "39.7° north".
 * @param {number} lat
 * @param {number} [digits]
 * @returns {string}
 */
export function latWords(lat, digits = 1) {
  const deg = fixed(Math.abs(lat), digits);
  return lat < 0 ? t("{deg}° south", { deg }) : t("{deg}° north", { deg });
}

/** @param {number} lon @returns {string} */
const lonWords = (lon) => (lon < 0
  ? t("{deg}° west", { deg: fixed(-lon, 0) }) : t("{deg}° east", { deg: fixed(lon, 0) }));

/**
 * "The flat circle gets 23 of 133 cities wrong at 8,000 km."
 * @param {LessonModel} model
 * @param {Pick<Verdict, "wrong">} found
 * @returns {string}
 */
export function countSentence(model, found) {
  const given = { n: found.wrong.length, all: model.cities.length, range: length(model.km, model.units) };
  if (!given.n) return t("At {range} the flat circle gets none of {all} cities wrong.", given);
  return plural(
    "At {range} the flat circle gets 1 of {all} cities wrong.",
    "At {range} the flat circle gets {n} of {all} cities wrong.", given.n, given,
  );
}

/**
 * "It misjudges 14% of the Earth's surface."
 * @param {number} share
 * @returns {string}
 */
export const areaSentence = (share) => (
  t("It misjudges {percent}% of the Earth's surface.", { percent: fixed(100 * share, share < 0.1 ? 1 : 0) }));

/**
 * What the true ring looks like on Mercator, and why.
 * @param {LessonModel} lessonModel
 * @returns {string}
 */
export function shapeSentence({ site, km }) {
  const { north, south } = polesInside(site.lat, km);
  if (north && south) return t("Both poles are within range: the ring is now a loop around the part of the Earth that is out of range.");
  if (north) return t("The range goes over the North Pole: the ring is open and has become a wave, and all above it is within range.");
  if (south) return t("The range goes over the South Pole: the ring is open and has become a wave, and all below it is within range.");
  if (directFrom(site.lat, site.lon)(0, km)[0] > NORTH_EDGE) {
    return t("No pole is within range: the ring is closed, but it has bulged beyond the upper edge of the sheet.");
  }
  return t("No pole is within range: the ring is closed, and bulges towards the nearer pole.");
}

/**
 * How far north the two rings reach: {circle, ring} as sentences.
 * @param {LessonModel} model
 * @returns {{circle: string, ring: string}}
 */
export function northSentences(model) {
  const { site, km, units } = model;
  const { x, y, radius } = flatCircle(site, km, model.scaleLat);
  const edge = offPaper(x, y - radius);
  const poleKm = alongMeridianKm(site.lat, 90);
  const [lat, lon] = directFrom(site.lat, site.lon)(0, km);
  return {
    circle: edge
      ? t("Due north, the flat circle ends at {lat}.", { lat: latWords(edge[0]) })
      : t("Due north, the flat circle runs off the top of the sheet."),
    ring: km < poleKm
      ? t("Due north, the true ring reaches {lat}.", { lat: latWords(lat) })
      : t("Due north, the true range passes the North Pole after {pole} and comes down on the other side to {lat}, {lon}.",
        { pole: length(poleKm, units), lat: latWords(lat), lon: lonWords(lon) }),
  };
}

/**
 * What each picture shows now: {flat, mercator, azimuthal, globe}; captions for all readers.
 * @param {LessonModel} model
 * @returns {Record<PictureName, string>}
 */
export function captions(model) {
  const range = length(model.km, model.units);
  return {
    flat: t("A compass set to {range}. The scale is read at {lat}, where the width of the sheet stands for {width}.",
      { range, lat: latWords(model.scaleLat), width: length(parallelKm(model.scaleLat), model.units) }),
    mercator: shapeSentence(model),
    azimuthal: t("Every distance from the launch site is true here, so the ring is an exact circle of {range}.", { range }),
    globe: t("Nothing is stretched on a ball. Seen from above {lat}, {lon}.",
      { lat: latWords(model.facing.lat, 0), lon: lonWords(model.facing.lon) }),
  };
}

/**
 * The same for those who do not see the pictures.
 * @param {LessonModel} model
 * @param {Verdict} found
 * @param {Record<PictureName, string>} said
 * @returns {Record<PictureName, string>}
 */
export function spoken(model, found, said) {
  const all = model.cities.length;
  const site = shortName(model.site.name);
  const flat = t("Mercator map with a flat circle around {site}. It takes in {n} of {all} cities.", { site, n: found.flatInside, all });
  const mercator = plural("Mercator map with the true ring around {site}. 1 of {all} cities is within range.",
    "Mercator map with the true ring around {site}. {n} of {all} cities are within range.", found.inside, { site, all });
  const azimuthal = t("Azimuthal equidistant map centred on {site}: the ring is a circle, and the shortest way to {place} is a straight line.",
    { site, place: model.goal.place.name });
  const globe = t("Globe with the true ring around {site}, the flat circle laid on it, and the two ways to {place}.",
    { site, place: model.goal.place.name });
  return {
    flat: `${flat} ${said.flat} ${countSentence(model, found)}`,
    mercator: `${mercator} ${said.mercator}`,
    azimuthal: `${azimuthal} ${said.azimuthal}`,
    globe: `${globe} ${said.globe}`,
  };
}

/**
 * The two ways to the destination, as sentences.
 * @param {LessonModel} lessonModel
 * @returns {Record<"straight" | "shortest" | "difference" | "top", string>}
 */
export function waySentences({ ways, goal, units, site }) {
  const more = ways.straightKm - ways.shortestKm;
  const place = goal.place.name;
  const polar = ways.top[0] > Math.max(site.lat, goal.place.lat) + 0.05;
  return {
    straight: t("The straight line on Mercator, always at the same angle to north: {length}.", { length: length(ways.straightKm, units) }),
    shortest: t("The shortest way (great circle): {length}.", { length: length(ways.shortestKm, units) }),
    difference: t("To {place} the straight line is {more} longer, {percent}% more.",
      { place, more: length(more, units), percent: fixed((100 * more) / ways.shortestKm, 1) }),
    top: polar
      ? t("The shortest way climbs to {lat} and passes {pole} from the North Pole.",
        { lat: latWords(ways.top[0]), pole: length(ways.poleKm, units) })
      : t("The shortest way goes no farther north than its ends."),
  };
}

/**
 * How much Mercator enlarges at a latitude: {lat, width, lengths, areas} in words.
 * @param {number} lat
 * @param {Units} units
 * @returns {{lat: string, width: string, lengths: string, areas: string}}
 */
export function stretchRow(lat, units) {
  const factor = stretch(lat);
  return {
    lat: lat ? latWords(lat, Number.isInteger(lat) ? 0 : 1) : t("the equator"),
    width: length(parallelKm(lat), units),
    lengths: fixed(factor, 2), areas: fixed(factor * factor, 1),
  };
}
