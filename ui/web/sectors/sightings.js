// What the sectors of a scene see of the places on the map. The way from a radar to a place is solved once; while a
// sector is turned, it is only compared.

import { inverse } from "../earth/geodesic.js";
import { isWithin, sectorLine } from "../earth/sectors.js";
import { sectorKey, shownSectors, showsRadars } from "./sectors.js";

/** @type {Map<string, Map<string, Way>>} */
const solved = new Map(); // ways to places, by radar

/** @param {Radar} radar @param {Place} place @returns {Way} */
export function wayTo(radar, place) {
  let ways = solved.get(radar.id);
  if (!ways) solved.set(radar.id, ways = new Map());
  let way = ways.get(place.id);
  if (!way) ways.set(place.id, way = inverse(radar.lat, radar.lon, place.lat, place.lon));
  return way;
}

/**
 * Keep in a model which sectors its scene shows, and which of its places each sees.
 * @param {ReadyModel} model
 */
export function restateSectors(model) {
  const { radarFacts, scene, places, shown, added, placesKey } = model;
  const isShown = radarFacts !== null && showsRadars(scene);
  const among = isShown ? JSON.stringify([placesKey, scene.show, added.map(({ id }) => id)]) : "";
  const key = isShown ? JSON.stringify([scene.radars, scene.date, scene.units, among]) : "";
  if (key === model.sectorsKey) return;
  model.sectorsKey = key;
  const before = new Map(model.sectors.filter((sector) => sector.among === among).map((sector) => [sectorKey(sector), sector]));
  const sectors = radarFacts && isShown ? shownSectors(radarFacts, scene, new Set(places.map(({ id }) => id))) : [];
  model.sectors = sectors.map((sector) => {
    const sees = before.get(sectorKey(sector))?.sees ?? new Set([...shown, ...added].filter((place) => isWithin(sector, wayTo(sector.radar, place))).map(({ id }) => id));
    return { ...sector, sees, among };
  });
}

/**
 * The radars that see a place by what is drawn of them, each with the least of its sectors that does.
 * @param {Pick<MapModel, "sectors">} model
 * @param {string} id of the place
 * @returns {ShownSector[]}
 */
export function whoSees({ sectors }, id) {
  /** @type {Map<Radar, ShownSector>} */
  const least = new Map(); // those of a radar come the widest first
  for (const sector of sectors) if (sector.sees.has(id) && sector.radar.id !== id) least.set(sector.radar, sector);
  return [...least.values()];
}

/**
 * The test hook: what is drawn of radars, and which of the places of shown layers each sector sees.
 * @param {MapModel} model
 * @returns {object[]}
 */
export const sectorsState = ({ sectors, shown }) => sectors.map((sector) => ({
  id: sector.radar.id, range_km: sector.km, azimuth_deg: sector.azimuth, width_deg: sector.width,
  vertices: sectorLine(sector),
  sees: shown.filter(({ id }) => sector.sees.has(id)).map(({ id }) => id),
}));
