// The lesson's globe and azimuthal map, cut off at their edges, and the share of the Earth that a flat
// circle misjudges: against shapely, pyproj and distances by GeographicLib.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import "./helpers/page.mjs";
import { Canvas } from "./helpers/canvas.mjs";
import { truth } from "./helpers/truth.mjs";
import { answerInstead } from "../../ui/web/base/live.js";
import { inverse, rangeRing } from "../../ui/web/earth/geodesic.js";
import { cellsFrom, misjudged } from "../../ui/web/lesson/area.js";
import { ball, behind, spot, traceArea, vectors } from "../../ui/web/lesson/ball.js";
import { loadLand, paintBall, paintDisc } from "../../ui/web/lesson/land.js";

const PALETTE = { land: "land", sea: "sea" };
const SIZE = { x: 300, y: 300, radius: 290 };
const HALF_WAY_KM = 20003.93;
const RAD = Math.PI / 180;
const SOHAE = [39.66, 124.706];

const COUNT = 1500;
const POINTS = Array.from({ length: COUNT }, (_, i) => [
  Math.asin(1 - (2 * i + 1) / COUNT) / RAD, (i * 137.50776405) % 360 - 180, // spread evenly
]);
const GROUND = truth("ground", { points: POINTS });

answerInstead(async (path) => {
  const text = readFileSync(new URL(`../../data/${path}`, import.meta.url), "utf8");
  return { ok: true, json: async () => JSON.parse(text) };
});
const LAND = await loadLand();

/** Compare the ground that was painted with what is there, a degree or more from any coast. */
function assertGround(canvas, where, seen) {
  let compared = 0;
  POINTS.forEach(([lat, lon], i) => {
    if (GROUND[i].to_change_deg < 1 || !seen(lat, lon)) return;
    const [x, y] = where(lat, lon);
    assert.equal(canvas.colorAt(x, y), GROUND[i].on_land ? "land" : "sea", `${lat}, ${lon}`);
    compared += 1;
  });
  return compared;
}

for (const [lat, lon] of [[40, 125], [90, 0], [-90, 0], [0, -30], [-60, 170], [10, -150], [25, 20]]) {
  test(`land and sea of a globe turned to ${lat}, ${lon}`, () => {
    const [canvas, facing] = [new Canvas(), { lat, lon }];
    const globe = ball(SIZE.x, SIZE.y, SIZE.radius, facing);
    paintBall(canvas, globe, behind(facing), LAND, PALETTE);
    const where = (...point) => {
      const { x, y } = spot(globe, ...point);
      return [x, y];
    };
    const compared = assertGround(canvas, where, (...point) => inverse(lat, lon, ...point).km < 9900);
    assert.ok(compared > COUNT / 3, `${compared}`);
  });
}

for (const site of [SOHAE, [0, 179.9], [-75, 20], [48, -100], [-30, -150]]) {
  test(`land and sea of the map around ${site}`, () => {
    const canvas = new Canvas();
    const where = (lat, lon) => {
      const { km, azimuth } = inverse(...site, lat, lon);
      const px = (SIZE.radius * km) / HALF_WAY_KM;
      return [SIZE.x + px * Math.sin(azimuth * RAD), SIZE.y - px * Math.cos(azimuth * RAD)];
    };
    paintDisc(canvas, SIZE, behind({ lat: site[0], lon: site[1] }), LAND, PALETTE, where);
    const compared = assertGround(canvas, where, (...point) => inverse(...site, ...point).km < 19800);
    assert.ok(compared > (2 * COUNT) / 3, `${compared}`);
  });
}

test("what is within range on the globe, at every range and from every side", () => {
  for (const [lat, lon] of [[40, 125], [-39.66, -55.294], [90, 0], [-90, 0], [0, 30], [-20, -160]]) {
    const facing = { lat, lon };
    const globe = ball(SIZE.x, SIZE.y, SIZE.radius, facing);
    for (const km of [300, 3000, 5500, 9999, 10100, 13000, 14394, 16000, 19500]) {
      const canvas = new Canvas();
      canvas.fillStyle = "within";
      traceArea(canvas, globe, [vectors(rangeRing(...SOHAE, km))], inverse(...SOHAE, ...behind(facing)).km <= km);
      canvas.fill();
      for (const point of POINTS) {
        const away = inverse(...SOHAE, ...point).km;
        const { x, y } = spot(globe, ...point);
        if (Math.abs(away - km) < 30 || inverse(lat, lon, ...point).km > 9900) continue;
        assert.equal(canvas.colorAt(x, y), away < km ? "within" : undefined, `${km} km, ${point} from ${lat}, ${lon}`);
      }
    }
  }
});

test("the share of the Earth that a flat circle misjudges is good to half a percent", () => {
  const cases = [SOHAE, [0, 0], [-45, 150]].flatMap(([lat, lon]) => (
    [[1000, lat], [5500, lat], [8000, lat], [13000, 0], [19000, lat]].map((more) => [lat, lon, ...more])));
  const shares = truth("misjudged", { cases });
  cases.forEach(([lat, lon, km, scaleLat], i) => {
    const found = misjudged(cellsFrom({ lat, lon }, scaleLat), km);
    assert.ok(Math.abs(found - shares[i]) < 0.005, `${found}, not ${shares[i]}: ${cases[i]}`);
  });
});
