// Geodesics on WGS84 in the browser, so that a ring can follow the thumb: a thin adapter over
// GeographicLib, as geo/earth/geodesic.py is in Python. All points are [lat, lon] in degrees.
//
// A ring asks for the same azimuths from the same site at every range, so the lines that leave a
// site are kept: what remains to be done for a vertex is one Position().

import { Geodesic } from "../vendor/geographiclib.js";

/** @typedef {ReturnType<typeof Geodesic.WGS84.DirectLine>} GeodesicLine */

const { WGS84 } = Geodesic;
// Its declarations have no Line(), which its documentation has.
const LINES = /** @type {{Line(lat: number, lon: number, azimuthDeg: number, caps: number): GeodesicLine}} */ (
  /** @type {unknown} */ (WGS84));
const END = Geodesic.LATITUDE | Geodesic.LONGITUDE;
const LINES_KEPT = 16384; // of 1 kB each: as many as 45 whole rings start from

/** WGS84 (NIMA TR8350.2): equatorial radius, flattening, and the square of the eccentricity. */
export const EQUATORIAL_RADIUS_KM = WGS84.a / 1000;
export const FLATTENING = WGS84.f;
export const ECCENTRICITY2 = FLATTENING * (2 - FLATTENING);

/** @type {Map<string, Map<number, GeodesicLine>>} */
const linesBySite = new Map(); // by azimuth
let kept = 0;

/**
 * The range in a direction.
 * @param {RangeKm} range
 * @param {number} azimuthDeg
 * @returns {number}
 */
export const rangeAt = (range, azimuthDeg) => (typeof range === "function" ? range(azimuthDeg) : range);

/** @param {number} lat @param {number} lon @returns {Map<number, GeodesicLine>} */
function linesFrom(lat, lon) {
  const site = `${lat},${lon}`;
  let lines = linesBySite.get(site);
  if (!lines) {
    lines = new Map();
    linesBySite.set(site, lines);
  }
  return lines;
}

/** @param {number} lat @param {number} lon @param {number} azimuthDeg @returns {GeodesicLine} */
function newLine(lat, lon, azimuthDeg) {
  if (kept >= LINES_KEPT) { // begin anew: it takes a millisecond a site
    linesBySite.clear();
    kept = 0;
  }
  kept += 1;
  return LINES.Line(lat, lon, azimuthDeg, END | Geodesic.DISTANCE_IN);
}

/**
 * Return a function (azimuthDeg, km) -> [lat, lon], lon in [-180, 180), from one start point.
 * @param {number} lat
 * @param {number} lon
 * @returns {(azimuthDeg: number, km: number) => LatLonPair}
 */
export function directFrom(lat, lon) {
  const lines = linesFrom(lat, lon);
  return (azimuthDeg, km) => {
    let line = lines.get(azimuthDeg);
    if (!line) {
      line = newLine(lat, lon, azimuthDeg);
      lines.set(azimuthDeg, line);
    }
    const { lat2, lon2 } = /** @type {{lat2: number, lon2: number}} */ (line.Position(km * 1000, END));
    return [lat2, wrap(lon2)];
  };
}

/**
 * Return {km, azimuth} from one point to another; the azimuth at the first, in [0, 360).
 * @param {number} lat1
 * @param {number} lon1
 * @param {number} lat2
 * @param {number} lon2
 * @returns {Way}
 */
export function inverse(lat1, lon1, lat2, lon2) {
  const { s12, azi1 } = /** @type {{s12: number, azi1: number}} */ (WGS84.Inverse(lat1, lon1, lat2, lon2));
  return { km: s12 / 1000, azimuth: (azi1 + 360) % 360 };
}

/**
 * Return a longitude in [-180, 180).
 * @param {number} lon
 * @returns {number}
 */
export function wrap(lon) {
  return ((((lon + 180) % 360) + 360) % 360) - 180;
}

/**
 * Make longitudes continuous along a line of [lat, lon], in place.
 * @param {LatLonPair[]} line
 * @returns {LatLonPair[]}
 */
export function unwrap(line) {
  for (let i = 1; i < line.length; i += 1) {
    line[i][1] -= 360 * Math.round((line[i][1] - line[i - 1][1]) / 360);
  }
  return line;
}

/**
 * Which poles lie within a range: {north, south}. Decided by distance, never by the outline.
 * @param {number} lat
 * @param {RangeKm} rangeKm
 * @returns {{north: boolean, south: boolean}}
 */
export function polesInside(lat, rangeKm) {
  const [north, south] = [inverse(lat, 0, 90, 0), inverse(lat, 0, -90, 0)];
  return { north: north.km <= rangeAt(rangeKm, north.azimuth), south: south.km <= rangeAt(rangeKm, south.azimuth) };
}

/**
 * Return [lat, lon] at even azimuths, clockwise from north and back to it, longitudes unwrapped:
 * 361 of them, or fewer with a larger step. The line goes around exactly the poles inside.
 * @param {number} lat
 * @param {number} lon
 * @param {RangeKm} rangeKm
 * @param {number} [stepDeg]
 * @returns {LatLonPair[]}
 */
export function rangeRing(lat, lon, rangeKm, stepDeg = 1) {
  const direct = directFrom(lat, lon);
  /** @type {LatLonPair[]} */
  const ring = [];
  for (let azimuth = 0; azimuth < 360; azimuth += stepDeg) ring.push(direct(azimuth, rangeAt(rangeKm, azimuth)));
  ring.push([ring[0][0], ring[0][1]]);
  return aroundPoles(unwrap(ring), polesInside(lat, rangeKm));
}

/**
 * Where a closed line grazes a pole, one step could go either way round; mend it in place.
 * @param {LatLonPair[]} ring
 * @param {{north: boolean, south: boolean}} north
 * @returns {LatLonPair[]}
 */
export function aroundPoles(ring, { north, south }) {
  // Clockwise around the site is westward around a north pole inside, eastward around a south.
  const turns = Number(south) - Number(north);
  const missing = turns - Math.round((ring[ring.length - 1][1] - ring[0][1]) / 360);
  if (!missing) return ring;
  let widest = 1;
  for (let i = 2; i < ring.length; i += 1) {
    if (step(ring, i) > step(ring, widest)) widest = i;
  }
  for (let i = widest; i < ring.length; i += 1) ring[i][1] += 360 * missing;
  return ring;
}

/** @param {LatLonPair[]} ring @param {number} i @returns {number} */
const step = (ring, i) => Math.abs(ring[i][1] - ring[i - 1][1]);

/**
 * Return `steps + 1` [lat, lon] along the geodesic between two points, longitudes unwrapped.
 * @param {number} lat1
 * @param {number} lon1
 * @param {number} lat2
 * @param {number} lon2
 * @param {number} [steps]
 * @returns {LatLonPair[]}
 */
export function geodesicPath(lat1, lon1, lat2, lon2, steps = 256) {
  const { km, azimuth } = inverse(lat1, lon1, lat2, lon2);
  return geodesicLine(lat1, lon1, azimuth, km, steps);
}

/**
 * Return [lat, lon] along the geodesic that leaves a point this way, `steps + 1` points, longitudes unwrapped.
 * @param {number} lat
 * @param {number} lon
 * @param {number} azimuthDeg
 * @param {number} km
 * @param {number} steps
 * @returns {LatLonPair[]}
 */
export function geodesicLine(lat, lon, azimuthDeg, km, steps) {
  const line = LINES.Line(lat, lon, azimuthDeg, END | Geodesic.DISTANCE_IN);
  return unwrap(Array.from({ length: steps + 1 }, (_, i) => {
    const { lat2, lon2 } = /** @type {{lat2: number, lon2: number}} */ (line.Position((1000 * km * i) / steps, END));
    return [lat2, wrap(lon2)];
  }));
}
