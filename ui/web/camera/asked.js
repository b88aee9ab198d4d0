// The places that a reader asked for by name, or by a line of distance, and the sectors that a link assumes.

import { sectorLine } from "../earth/sectors.js";

/**
 * @param {{names?: string[], show?: string[], targets?: string[]}} scene
 * @returns {string[]}
 */
export const askedIds = ({ names = [], show = [], targets = [] }) => [...names, ...(show.includes("arcs") ? targets : [])];

/**
 * Those of them that are known by now.
 * @param {MapModel} model
 * @param {{names?: string[], show?: string[], targets?: string[]}} scene
 * @returns {MapPlace[]}
 */
export const askedPlaces = (model, scene) => askedIds(scene).flatMap((id) => model.placeById.get(id) ?? []);

const EVERY = 12; // of the points of an outline, one in so many is enough to frame it
const NORTH_LAT = 77; // what of a sector around the pole is shown

/**
 * Points on the outlines of the sectors that a link assumes, as far as their radars are known by now.
 * @param {MapModel} model
 * @param {{radars?: RadarAssumption[]}} goal
 * @returns {LatLon[]}
 */
export const assumedSectors = ({ radarFacts }, { radars = [] }) => radars.flatMap((assumed) => {
  const radar = radarFacts?.radars.find(({ id }) => id === assumed.id);
  const line = radar ? sectorLine({ lat: radar.lat, lon: radar.lon, km: assumed.km, azimuth: assumed.azimuth, width: assumed.width }) : [];
  return line.filter((_, i) => i % EVERY === 0).map(([lat, lon]) => ({ lat: Math.min(lat, NORTH_LAT), lon }));
});
