// The finding of a view that shows a radar's sectors and no ring: which cities lie in them. The words and rules of
// geo/reach/sectorfinding.py; tests compare the two.

import { WHOLE_TURN } from "../earth/sectors.js";
import { isPeopled } from "../base/layers.js";
import { decimal, t } from "../base/words.js";
import { directionsOf, isClaimed } from "../sectors/choice.js";
import { byNote, groupOf, nearestFirst, seenBy } from "../sectors/seen.js";
import { chosenRadar, shownSectors } from "../sectors/sectors.js";
import { length } from "./lengths.js";
import { shortName } from "./scene.js";

const NAMED = 3; // cities of one sector
const FEW = 2; // of each of several
const STEPS = 4; // ranges of several, the farthest

/**
 * Which cities the sectors of a radar see, "" where none is shown.
 * @param {Scene} scene
 * @param {Place[]} places all of the day
 * @param {RadarFacts} facts
 * @returns {string}
 */
export function sectorFinding(scene, places, facts) {
  const all = shownSectors(facts, scene, new Set(places.map(({ id }) => id)));
  const spoken = chosenRadar({ radars: scene.radars }, facts, all);
  const sectors = all.filter(({ radar }) => radar.id === spoken).sort((a, b) => a.km - b.km);
  if (!sectors.length) return "";
  const seen = sectors.map((sector) => seenBy(sector.radar, [sector], places).filter(isPeopled).sort(byNote(spoken, places)));
  const unseen = (/** @type {Place} */ place) => all.every((sector) => !seenBy(sector.radar, [sector], [place]).length);
  const parts = sectors.length === 1 ? ofOne(groupOf(spoken, places), nearestFirst(sectors[0].radar, places).filter(isPeopled), seen[0], unseen)
    : ofSeveral(sectors, seen, scene.units);
  const head = headOf(sectors, scene.units, facts);
  const isOne = all.length === sectors.length;
  return `${isOne ? head : t("{claim}, {radar}", { radar: sectors[0].radar.short, claim: head })}: ${parts.join("; ")}.`;
}

/**
 * "Guam, Anchorage (Alaska) and Honolulu (Hawaii)".
 * @param {string[]} names
 * @returns {string}
 */
export function listed(names) {
  const last = names[names.length - 1] ?? "";
  return names.length > 1 ? t("{names} and {last}", { names: names.slice(0, -1).join(", "), last }) : last;
}

/** @param {RadarSector[]} sectors @param {Units} units @param {RadarFacts} facts @returns {string} */
function headOf(sectors, units, facts) {
  const [first, ...others] = sectors;
  const areClaimed = sectors.every((sector) => isClaimed(sector, sector.claims, directionsOf(facts, first.radar), sector.radar));
  if (others.length) return areClaimed ? t("By these claims") : t("By these assumptions");
  const sector = sectorSaid(first, units);
  return areClaimed ? t("By this claim, {sector}", { sector }) : t("By this assumption, {sector}", { sector });
}

/** @param {RadarSector} sector @param {Units} units @returns {string} */
function sectorSaid({ km, azimuth, width }, units) {
  const range = length(km, units);
  return width >= WHOLE_TURN ? t("{range} all around", { range }) : t("{range} to {azimuth}", { range, azimuth: `${decimal(azimuth)}\u00b0` });
}

/**
 * @param {(place: Place) => number} group
 * @param {Place[]} cities the nearest first
 * @param {Place[]} seen
 * @param {(place: Place) => boolean} unseen by any sector that is drawn
 * @returns {string[]}
 */
function ofOne(group, cities, seen, unseen) {
  if (!seen.length) return [t("none of the cities on this map in the sector")];
  const outside = cities.find((city) => group(city) === group(seen[0]) && unseen(city));
  return [t("{places} in the sector", { places: listed(seen.slice(0, NAMED).map(({ name }) => shortName(name))) }),
    ...(outside ? [t("{place} outside", { place: shortName(outside.name) })] : [])];
}

/** @param {RadarSector[]} sectors @param {Place[][]} seen @param {Units} units @returns {string[]} */
function ofSeveral(sectors, seen, units) {
  /** @type {Set<Place>} */
  const known = new Set();
  /** @type {{range: string, places: string}[]} */
  const steps = [];
  sectors.forEach((sector, nth) => {
    const added = seen[nth].filter((city) => !known.has(city));
    added.forEach((city) => known.add(city));
    if (!added.length) return;
    const isNewWay = !steps.length || sector.azimuth !== sectors[0].azimuth || sector.width !== sectors[0].width;
    steps.push({ range: isNewWay ? sectorSaid(sector, units) : length(sector.km, units), places: listed(added.slice(0, FEW).map(({ name }) => shortName(name))) });
  });
  const told = steps.slice(-STEPS);
  const words = told.map((step, nth) => (nth === 0 && told.length === steps.length ? t("{range} reaches {places}", step) : t("{range} adds {places}", step)));
  return words.length ? words : [t("none of the cities on this map in the sector")];
}
