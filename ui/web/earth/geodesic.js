// @ts-nocheck until types reach this folder
// Geodesics on WGS84 in the browser, so that a ring can follow the thumb.
//
// The direct problem is solved with Vincenty's series (Survey Review XXIII, 176, 1975), good to
// well under a millimetre up to the antipode's neighbourhood. Python's GeographicLib stays the
// reference: a browser test holds the two together. All points are [lat, lon] in degrees.

const A_M = 6378137.0; // equatorial radius, NIMA TR8350.2
const F = 1 / 298.257223563; // flattening, NIMA TR8350.2
const B_M = A_M * (1 - F);
const RAD = Math.PI / 180;
const MEAN_RADIUS_KM = 6371.0088; // IUGG mean radius, only for first guesses

/** Return a function (azimuthDeg, km) -> [lat, lon], lon in [-180, 180], from one start point. */
export function directFrom(lat, lon) {
  const tanU1 = (1 - F) * Math.tan(lat * RAD);
  const cosU1 = 1 / Math.sqrt(1 + tanU1 * tanU1);
  const sinU1 = tanU1 * cosU1;
  return (azimuthDeg, km) => {
    const sinAz = Math.sin(azimuthDeg * RAD);
    const cosAz = Math.cos(azimuthDeg * RAD);
    const sigma1 = Math.atan2(tanU1, cosAz);
    const sinAlpha = cosU1 * sinAz;
    const cos2Alpha = 1 - sinAlpha * sinAlpha;
    const u2 = (cos2Alpha * (A_M * A_M - B_M * B_M)) / (B_M * B_M);
    const bigA = 1 + (u2 / 16384) * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)));
    const bigB = (u2 / 1024) * (256 + u2 * (-128 + u2 * (74 - 47 * u2)));
    const first = (km * 1000) / (B_M * bigA);
    let sigma = first;
    let sinS, cosS, cosM;
    for (let i = 0; i < 12; i += 1) {
      sinS = Math.sin(sigma);
      cosS = Math.cos(sigma);
      cosM = Math.cos(2 * sigma1 + sigma);
      const m2 = -1 + 2 * cosM * cosM;
      const delta =
        bigB * sinS * (cosM + (bigB / 4) * (cosS * m2 -
          (bigB / 6) * cosM * (-3 + 4 * sinS * sinS) * (-3 + 4 * cosM * cosM)));
      const next = first + delta;
      if (Math.abs(next - sigma) < 1e-13) break;
      sigma = next;
    }
    const tmp = sinU1 * sinS - cosU1 * cosS * cosAz;
    const lat2 = Math.atan2(
      sinU1 * cosS + cosU1 * sinS * cosAz,
      (1 - F) * Math.sqrt(sinAlpha * sinAlpha + tmp * tmp),
    );
    const lambda = Math.atan2(sinS * sinAz, cosU1 * cosS - sinU1 * sinS * cosAz);
    const c = (F / 16) * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha));
    const l = lambda - (1 - c) * F * sinAlpha *
      (sigma + c * sinS * (cosM + c * cosS * (-1 + 2 * cosM * cosM)));
    return [lat2 / RAD, wrap(lon + l / RAD)];
  };
}

/** Return a longitude in [-180, 180). */
export function wrap(lon) {
  return ((((lon + 180) % 360) + 360) % 360) - 180;
}

/** Make longitudes continuous along a line of [lat, lon], in place. */
function unwrap(line) {
  for (let i = 1; i < line.length; i += 1) {
    line[i][1] -= 360 * Math.round((line[i][1] - line[i - 1][1]) / 360);
  }
  return line;
}

/** Return the length of the meridian from the equator to a latitude (Helmert's series, 1880). */
function meridianKm(lat) {
  const n = F / (2 - F);
  const phi = lat * RAD;
  return (A_M / 1000 / (1 + n)) * (
    (1 + n ** 2 / 4 + n ** 4 / 64) * phi
    - 1.5 * (n - n ** 3 / 8) * Math.sin(2 * phi)
    + (15 / 16) * (n ** 2 - n ** 4 / 4) * Math.sin(4 * phi)
    - (35 / 48) * n ** 3 * Math.sin(6 * phi)
    + (315 / 512) * n ** 4 * Math.sin(8 * phi)
  );
}

/** Which poles lie within a range: {north, south}. Decided by distance, never by the outline. */
export function polesInside(lat, rangeKm) {
  const [here, quarter] = [meridianKm(lat), meridianKm(90)];
  return { north: quarter - here <= rangeKm, south: quarter + here <= rangeKm };
}

/**
 * Return [lat, lon] at even azimuths, clockwise from north and back to it, longitudes unwrapped:
 * 361 of them, or fewer with a larger step. The line goes around exactly the poles inside.
 */
export function rangeRing(lat, lon, rangeKm, stepDeg = 1) {
  const direct = directFrom(lat, lon);
  const ring = [];
  for (let azimuth = 0; azimuth < 360; azimuth += stepDeg) ring.push(direct(azimuth, rangeKm));
  ring.push(ring[0].slice());
  return aroundPoles(unwrap(ring), polesInside(lat, rangeKm));
}

/** Where a ring grazes a pole, one step could go either way round; mend it in place. */
function aroundPoles(ring, { north, south }) {
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

const step = (ring, i) => Math.abs(ring[i][1] - ring[i - 1][1]);

/** Return {km, azimuth} on a sphere; the first guess for `inverse`. */
function sphericalInverse(lat1, lon1, lat2, lon2) {
  const [p1, p2, dl] = [lat1 * RAD, lat2 * RAD, (lon2 - lon1) * RAD];
  const y = Math.sin(dl) * Math.cos(p2);
  const x = Math.cos(p1) * Math.sin(p2) - Math.sin(p1) * Math.cos(p2) * Math.cos(dl);
  const angle = Math.atan2(Math.hypot(x, y),
    Math.sin(p1) * Math.sin(p2) + Math.cos(p1) * Math.cos(p2) * Math.cos(dl));
  return { km: angle * MEAN_RADIUS_KM, azimuth: Math.atan2(y, x) / RAD };
}

/**
 * Return {km, azimuth, exact} from one point to another, by aiming with the direct problem until
 * it hits. Near the antipode (beyond about 19,900 km) aim wanders: then `exact` is false.
 */
export function inverse(lat1, lon1, lat2, lon2) {
  const direct = directFrom(lat1, lon1);
  let { km, azimuth } = sphericalInverse(lat1, lon1, lat2, lon2);
  for (let i = 0; i < 30; i += 1) {
    const [lat, lon] = direct(azimuth, km);
    const miss = sphericalInverse(lat, lon, lat2, lon2);
    if (miss.km < 1e-7) return { km, azimuth: (azimuth + 360) % 360, exact: true };
    // The ray arrives at the azimuth seen back from a point just behind.
    const behind = direct(azimuth, km - 1);
    const course = sphericalInverse(behind[0], behind[1], lat, lon).azimuth;
    const off = (miss.azimuth - course) * RAD;
    // How far the end moves sideways per turn of the azimuth; near the antipode that goes to zero.
    const reduced = Math.max(MEAN_RADIUS_KM * Math.sin(km / MEAN_RADIUS_KM), km > 10000 ? 50 : 1e-9);
    km = Math.abs(km + miss.km * Math.cos(off));
    azimuth += (miss.km * Math.sin(off)) / reduced / RAD;
  }
  return { km, azimuth: (azimuth + 360) % 360, exact: false };
}

/** Return `steps + 1` [lat, lon] along the geodesic between two points, longitudes unwrapped. */
export function geodesicPath(lat1, lon1, lat2, lon2, steps = 256) {
  const { km, azimuth } = inverse(lat1, lon1, lat2, lon2);
  const direct = directFrom(lat1, lon1);
  const line = [];
  for (let i = 0; i <= steps; i += 1) line.push(direct(azimuth, (km * i) / steps));
  return unwrap(line);
}
