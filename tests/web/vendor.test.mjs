// The modules of others do here what they are taken for: figures that were published or are known.

import assert from "node:assert/strict";
import test from "node:test";

import { Geodesic, PolygonArea } from "../../ui/web/vendor/geographiclib.js";
import {
  geoArea, geoAzimuthalEquidistant, geoCircle, geoContains, geoDistance, geoPath,
} from "../../ui/web/vendor/d3geo.js";

const RAD = Math.PI / 180;
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

test("areas of d3-geo are those of a sphere: the whole, and caps of any size", () => {
  near(geoArea({ type: "Sphere" }), 4 * Math.PI, 1e-12);
  for (const radius of [1, 60, 90, 150]) {
    const cap = geoCircle().center([124.7, 39.66]).radius(radius).precision(0.5)();
    const exact = 2 * Math.PI * (1 - Math.cos(radius * RAD));
    near(geoArea(cap) / exact, 1, 1e-4); // a polygon of 720 sides
    assert.equal(geoContains(cap, [124.7, 39.66]), true);
    assert.equal(geoContains(cap, [-55.3, -39.66]), false);
  }
});

test("the azimuthal map keeps distances from its middle, and clips a cap around the antipode", () => {
  const map = geoAzimuthalEquidistant().rotate([-124.7, -39.66]).scale(100).translate([0, 0]);
  for (const place of [[2.35, 48.85], [-122.4, 37.8], [151.2, -33.9], [0, 90]]) {
    near(Math.hypot(...map(place)), 100 * geoDistance([124.7, 39.66], place), 1e-9);
  }
  const around = geoCircle().center([-55.3, -39.66]).radius(20)();
  const [[left, top], [right, bottom]] = geoPath(map).bounds(around);
  for (const edge of [-left, -top, right, bottom]) near(edge, 100 * Math.PI, 0.5);
  near(geoPath(map).area(around) / (1e4 * Math.PI * (Math.PI ** 2 - (160 * RAD) ** 2)), 1, 1e-2);
});
