// The finding of a view: what its ranges mean, said by well-known places. The words and rules of
// geo/reach/headline.py, which says them in pictures, cards and files; tests compare the two.

import { CAPITAL, HOME_ID, KM_PER_UNIT, OUTSIDE_ALL, STATES, WELL_KNOWN } from "../base/facts.js";
import { isPeopled } from "../base/layers.js";
import { t } from "../base/words.js";
import { edgeNumber, edgeSaid, rangeAbout, rangeSaid } from "./ringwords.js";
import { sureKm, isUnlimited } from "./edges.js";
import { length } from "./lengths.js";
import { showsRadars } from "../sectors/sectors.js";
import { listed, sectorFinding } from "./sectorfinding.js";
import { shortName } from "./scene.js";
import { isOfNorth, ringsShown } from "./titles.js";
import { beyondKm, classify, wayTo } from "./turning.js";

/** @typedef {{name: string, isStep: boolean, km: number[], beyond: number[], states: ReachState[]}} Spot a place, against each ring */
/** @typedef {{ring: Ring, places: Spot[]}} Step a ring, and what is new within its range */

const NAMED = 3; // places of one ring
const STEPS = 4; // ranges of several, the farthest
const FEW = 2; // so many ranges leave room for two names each

/**
 * What the rings shown mean, in a sentence or two; null while the places or the distances from a site are on their way.
 * @param {Scene} scene
 * @param {(site: string) => Answer | null | undefined} answerOf
 * @param {Place[] | null} places all of the day, whichever layers are shown
 * @param {RadarFacts | null} radars
 * @returns {string | null}
 */
export function findingOf(scene, answerOf, places, radars) {
  const rings = ringsShown(scene);
  if (!rings.length) return ofNoRing(scene, places, radars);
  const answers = rings.map(({ site }) => answerOf(site));
  if (!places || !answers.every((answer) => Boolean(answer))) return null;
  /** @param {Landmark[]} marks @returns {Spot[]} */
  const reached = (marks) => marks.map(({ id, name, isStep }) => {
    const ways = answers.map((answer) => wayTo(/** @type {Answer} */ (answer), id));
    return { name, isStep, km: ways.map(({ km }) => km), beyond: ways.map((way, i) => beyondKm(rings[i], way)),
      states: ways.map((way, i) => classify(way, rings[i])) };
  }).sort((a, b) => Math.min(...a.km) - Math.min(...b.km));
  const marks = landmarks(rings, places);
  let found = reached(marks);
  if (!rings.some(({ center }) => center) && found.every(({ states }) => states.every((state) => state === "out"))) found = reached([...marks, ...capitals(places)]);
  return rings.length === 1 ? ofOne(rings[0], found, scene.units) : ofSeveral(rings, found, scene.units);
}

/** @param {Scene} scene @param {Place[] | null} places @param {RadarFacts | null} radars @returns {string | null} */
function ofNoRing(scene, places, radars) {
  const none = t("No ring is shown.");
  if (!showsRadars(scene)) return none;
  return places && radars ? sectorFinding(scene, places, radars) || none : null;
}

/** @typedef {{id: string, name: string, isStep: boolean}} Landmark */

/**
 * The places of the ladder, but for the capital of the country that launches.
 * @param {Ring[]} rings
 * @param {Place[]} places
 * @returns {Landmark[]}
 */
function landmarks(rings, places) {
  const centers = rings.map(({ center }) => center?.id);
  if (rings.length && centers.every(Boolean)) { // no missile's ladder counts there, but who lives there
    return places.filter((place) => isPeopled(place) && !centers.includes(place.id)).map(({ id, name }) => ({ id, isStep: true, name: shortName(name) }));
  }
  const there = new Map(places.map((place) => [place.id, place]));
  const isHome = rings.some(isOfNorth);
  return WELL_KNOWN.flatMap(({ id, name, is_step: isStep }) => {
    const place = there.get(id);
    return place && !(isHome && id === HOME_ID) ? [{ id, isStep, name: name ? t(name) : shortName(place.name) }] : [];
  });
}

/**
 * All other capitals: for ranges that no place of the ladder is near.
 * @param {Place[]} places
 * @returns {Landmark[]}
 */
function capitals(places) {
  const known = new Set(WELL_KNOWN.map(({ id }) => id));
  return places.filter(({ id, kind }) => kind === CAPITAL && !known.has(id))
    .map(({ id, name }) => ({ id, isStep: true, name: shortName(name) }));
}

/** @param {Ring} ring @param {Spot[]} found @param {Units} units @returns {string} */
function ofOne(ring, found, units) {
  const [inside, band, out] = STATES.map(({ id }) => found.filter(({ states }) => states[0] === id));
  const isFloor = ring.statement === "floor";
  const parts = [];
  if (inside.length) parts.push(t("{places} inside", { places: list(inside.slice(-NAMED)) }));
  if (band.length) parts.push(t("{places} in the band", { places: list(band.slice(-NAMED)) }));
  if (!parts.length) parts.push(none([ring]));
  /** @param {Spot[]} spots @param {number} sign @returns {Spot | undefined} */
  const nearest = (spots, sign) => [...spots].sort((a, b) => sign * (a.beyond[0] - b.beyond[0]))[0];
  const [beyond, last] = [nearest(out, 1), nearest(found, -1)];
  if (isFloor) parts.push(t("beyond it the claim says nothing")); // "at least" puts no place outside
  else if (beyond) parts.push(t("{place} {distance} outside", { place: beyond.name, distance: gap(beyond.beyond[0], units) }));
  else if (last && !band.length && !isUnlimited(ring)) parts.push(t("{place} {distance} from the edge", { place: last.name, distance: gap(-last.beyond[0], units) }));
  return `${(isFloor ? rangeSaid : rangeAbout)(ring, units)}: ${parts.join("; ")}.`;
}

/** @param {Ring[]} rings @param {Spot[]} found @param {Units} units @returns {string} */
function ofSeveral(rings, found, units) {
  let main = found.filter(({ isStep }) => isStep);
  let steps = stepsOf(rings, main);
  const finer = stepsOf(rings, found);
  if (steps.length < 2 && finer.length > steps.length) [main, steps] = [found, finer]; // short ranges: the places between count, too
  const parts = steps.length ? stepsSaid(steps, units) : [none(rings)];
  const band = main.filter(({ states }) => states.includes("band") && !states.includes("in"));
  if (band.length) parts.push(t("{places} only in a band", { places: list(band.slice(-FEW)) }));
  const said = `${parts.join("; ")}.`;
  return [said[0].toUpperCase() + said.slice(1), beyondAll(main, units)].filter(Boolean).join(" ");
}

/** @param {Ring[]} rings @returns {string} */
const none = (rings) => (rings.every(({ center }) => center) ? t("reaches no other city of the map")
  : t("reaches none of the best-known places outside North Korea"));

/** @param {Ring} a @param {Ring} b @returns {boolean} */
const isLike = (a, b) => Boolean(a.rotating) === Boolean(b.rotating);

/**
 * Each range that brings something new with what that is, in growing order.
 * @param {Ring[]} rings
 * @param {Spot[]} found
 * @returns {Step[]}
 */
function stepsOf(rings, found) {
  const known = new Set();
  return [...rings].sort((a, b) => sureKm(a) - sureKm(b)).flatMap((ring) => {
    const km = sureKm(ring);
    const places = found.filter((spot) => !known.has(spot.name) &&
      spot.states.some((state, i) => state === "in" && (sureKm(rings[i]) < km || (sureKm(rings[i]) === km && isLike(rings[i], ring)))));
    places.forEach(({ name }) => known.add(name));
    return places.length ? [{ ring, places }] : [];
  });
}

/**
 * "5,000 km adds Guam", "6,700 Anchorage"; the smallest range of all reaches its places.
 * @param {Step[]} steps
 * @param {Units} units
 * @returns {string[]}
 */
function stepsSaid(steps, units) {
  const told = steps.slice(-STEPS);
  const most = told.length <= FEW ? FEW : 1;
  const isWhole = told.length === steps.length;
  return told.map(({ ring, places }, nth) => {
    const words = { range: edgeSaid(ring, sureKm(ring), units), places: list(places.slice(-most)) };
    if (nth === 0 && isWhole) return t("{range} reaches {places}", words);
    if (nth === (isWhole ? 1 : 0)) return t("{range} adds {places}", words);
    return t("{range} {places}", { ...words, range: ring.rotating ? words.range : edgeNumber(ring, sureKm(ring), units) });
  });
}

/**
 * Which place stays outside by least, "" where none does.
 * @param {Spot[]} found
 * @param {Units} units
 * @returns {string}
 */
function beyondAll(found, units) {
  const rings = found[0]?.beyond ?? [];
  const beyond = found.map(({ name, beyond: gaps }) => ({ name, gap: Math.min(...gaps) }))
    .filter((each) => each.gap > 0).sort((a, b) => a.gap - b.gap);
  if (!beyond.length) return "";
  const told = { place: beyond[0].name, distance: gap(beyond[0].gap, units) };
  const inWords = OUTSIDE_ALL[rings.length - 2];
  return inWords ? t(inWords, told) : t("{place} stays outside all {n}, by {distance}.", { ...told, n: rings.length });
}

/**
 * How far a place is from an edge; what rounds to nothing is less than one unit.
 * @param {number} km
 * @param {Units} units
 * @returns {string}
 */
function gap(km, units) {
  const least = KM_PER_UNIT[units];
  const text = length(km, units);
  return text === length(0, units) ? t("less than {length}", { length: length(least, units) }) : text;
}

/** @param {Spot[]} spots @returns {string} */
const list = (spots) => listed(spots.map(({ name }) => name));
