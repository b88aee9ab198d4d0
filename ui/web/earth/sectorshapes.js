// Sectors on the map: their geometry in world units, kept while they stay as they are. They are traced as rings are.

import { refined } from "./refined.js";
import { ringShape } from "./ringshapes.js";
import { WHOLE_TURN, polesWithin, sectorLine, sectorWalk } from "./sectors.js";

const KEEP = 200; // shapes; a drag makes one a frame, so the oldest go

/** @typedef {Pick<RingShape, "xs" | "ys" | "azimuths" | "minX" | "maxX">} ArcShape */
/** @typedef {RingShape & {arc: ArcShape}} SectorShape */

/** @type {Map<string, SectorShape>} */
const kept = new Map();

/**
 * The outline of a sector, and its arc alone; azimuths are those from its centre.
 * @param {Sector} sector
 * @param {number} detail the zoom at which it is looked at
 * @returns {SectorShape}
 */
export function sectorShape({ lat, lon, km, azimuth, width }, detail) {
  const key = [lat, lon, km, azimuth, width, detail].join();
  let shape = kept.get(key);
  if (!shape) {
    shape = width >= WHOLE_TURN ? round(lat, lon, km, detail) : build({ lat, lon, km, azimuth, width }, detail);
    if (kept.size >= KEEP) kept.delete(kept.keys().next().value ?? "");
    kept.set(key, shape);
  }
  return shape;
}

/** @param {number} lat @param {number} lon @param {number} km @param {number} detail @returns {SectorShape} */
function round(lat, lon, km, detail) {
  const ring = ringShape({ lat, lon }, km, detail);
  return { ...ring, arc: ring };
}

/** @param {Sector} sector @param {number} detail @returns {SectorShape} */
function build(sector, detail) {
  const { params, pointAt } = sectorWalk(sector);
  const vertices = sectorLine(sector);
  const line = refined(vertices, params, pointAt, detail);
  const left = sector.azimuth - sector.width / 2;
  const azimuths = line.params.map((param) => left + Math.min(1, Math.max(0, param - 1)) * sector.width);
  const [from, to] = [line.params.indexOf(1), line.params.indexOf(2) + 1];
  const [xs, ys] = [line.xs.slice(from, to), line.ys.slice(from, to)];
  return {
    vertices, xs: line.xs, ys: line.ys, azimuths, poles: polesWithin(sector), ...span(line.xs),
    arc: { xs, ys, azimuths: azimuths.slice(from, to), ...span(xs) },
  };
}

/** @param {number[]} xs @returns {{minX: number, maxX: number}} */
const span = (xs) => ({ minX: Math.min(...xs), maxX: Math.max(...xs) });
