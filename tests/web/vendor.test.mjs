// The modules of others do here what they are taken for: figures that were published or are known.

import assert from "node:assert/strict";
import test from "node:test";

import { Geodesic, PolygonArea } from "../../ui/web/vendor/geographiclib.js";

const near = (found, wanted, off) => assert.ok(Math.abs(found - wanted) <= off, `${found}, not ${wanted}`);

// Karney's GeodSolve cases: short, nearly antipodal, antipodal, along the equator past the cut.
for (const [name, lat1, lon1, lat2, lon2, s12, off] of [
  ["GeodSolve0", 40.6, -73.8, 49.01666667, 2.55, 5853226, 0.5],
  ["GeodSolve6", 88.202499451857, 0, -88.202499451857, 179.98102203299285, 20003898.214, 5e-4],
  ["GeodSolve33", 0, 0, 0, 180, 20003931, 0.5],
  ["GeodSolve74", 54.1589, 15.3872, 54.1591, 15.3877, 39.527686385, 5e-9],
  ["GeodSolve78", 27.2, 0, -27.1, 179.5, 19974354.765767, 5e-7],
]) {
  test(`distance of ${name}`, () => near(Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2).s12, s12, off));
}

test("a line of GeographicLib, kept for a whole ring, ends where the direct problem ends", () => {
  for (let azimuth = -180; azimuth < 180; azimuth += 7) {
    const there = Geodesic.WGS84.Line(39.66, 124.7, azimuth).Position(8e6);
    const back = Geodesic.WGS84.Inverse(39.66, 124.7, there.lat2, there.lon2);
    near(back.s12, 8e6, 1e-7);
  }
});

test("the area of WGS84 is that of its two halves", () => {
  const half = new PolygonArea.PolygonArea(Geodesic.WGS84);
  for (const lon of [0, 120, -120]) half.AddPoint(0, lon);
  near(half.Compute(false, true).area, 510065621724088 / 2, 1); // GeographicLib's Planimeter5 and 6
});
