// Which stretch of the world a map shows by itself, at the sizes that people have.

import assert from "node:assert/strict";
import test from "node:test";

import "../helpers/page.mjs";
import { frameOf, stepFrame } from "../../../ui/web/camera/framing.js";
import { shareInView } from "../../../ui/web/camera/seen.js";

// Of the map, in windows of 1280 x 800, 1024 x 768, 1920 x 1080; an iPad, a phone, an embed.
const SIZES = [[976, 690], [720, 660], [1616, 970], [820, 850], [390, 490], [600, 330]].map(([x, y]) => ({ x, y }));
const SOHAE = { site: "sohae", name: "Sohae", lat: 39.66, lon: 124.705 };
const SEOUL = [37.57, 126.98];
const BUSAN = [35.18, 129.08];
const NEW_YORK = [40.71, -74.01];
const GUAM = { lat: 13.45, lon: 144.8 };
const ring = (km, more = {}) => ({ ...SOHAE, label: "", low: null, best: km, high: null, ...more });

/** Pixels of a point by the formulas of Web Mercator, with the world's copy nearest to the middle. */
function pixelOf({ x, y }, { center, zoom }, [lat, lon]) {
  const world = 256 * 2 ** zoom;
  const mercator = (deg) => 0.5 - Math.asinh(Math.tan((deg * Math.PI) / 180)) / (2 * Math.PI);
  const turns = (lon - center[1]) / 360;
  return [x / 2 + (turns - Math.round(turns)) * world, y / 2 + (mercator(lat) - mercator(center[0])) * world];
}

const isIn = ({ x, y }, [px, py], edge = 0) => px > edge && px < x - edge && py > edge && py < y - edge;

test("a map that is smaller than its margins has a view, too", () => {
  for (const size of [{ x: 1, y: 1 }, { x: 60, y: 800 }, { x: 800, y: 40 }]) {
    for (const { center, zoom } of [frameOf(size, [ring(8000)], [GUAM]), stepFrame(size, [30, 150, 3])]) {
      assert.ok([...center, zoom].every(Number.isFinite), `${size.x} x ${size.y}: ${center}, ${zoom}`);
    }
  }
});

for (const size of SIZES) {
  const at = `${size.x} x ${size.y}`;

  test(`no ice is shown below the inhabited world, at ${at}`, () => {
    for (const km of [100, 300, 1000, 3000, 5000, 5700, 6700, 8000, 10000, 13000]) {
      const [, y] = pixelOf(size, frameOf(size, [ring(km)], []), [-60.5, 150]);
      assert.ok(y >= size.y - 1, `${km} km: 60 degrees south is at ${y} of ${size.y}`);
    }
  });

  test(`most of a ring is in view, and its site not at the edge, at ${at}`, () => {
    for (const km of [30, 300, 1000, 3000, 5000, 5700, 6700, 8000, 10000, 13000, 16000, 19900]) {
      const frame = frameOf(size, [ring(km)], []);
      const share = shareInView(size, frame, ring(km));
      assert.ok(share >= 1 / 3, `${km} km: ${share}`);
      assert.ok(isIn(size, pixelOf(size, frame, [SOHAE.lat, SOHAE.lon]), 0.09 * Math.min(size.x, size.y)), `site at ${km} km`);
    }
  });

  test(`New York is in view of a ring that may reach it, at ${at}`, () => {
    for (const km of [8000, 10000, 13000]) {
      assert.ok(isIn(size, pixelOf(size, frameOf(size, [ring(km)], []), NEW_YORK), 10), `${km} km`);
    }
  });

  test(`a short ring is shown in Korea, at ${at}`, () => {
    const frame = frameOf(size, [ring(300)], []);
    for (const place of [SEOUL, BUSAN]) assert.ok(isIn(size, pixelOf(size, frame, place)), String(place));
    assert.ok(!isIn(size, pixelOf(size, frame, [GUAM.lat, GUAM.lon])));
  });

  test(`a place that was asked for is in view, at ${at}`, () => {
    assert.ok(isIn(size, pixelOf(size, frameOf(size, [ring(300)], [GUAM]), [GUAM.lat, GUAM.lon]), 10));
  });
}

test("the widest ring that is shown decides, not one that is hidden", () => {
  const [size] = SIZES;
  const alone = frameOf(size, [ring(1000)], []);
  assert.deepEqual(frameOf(size, [ring(1000), ring(500)], []), alone);
  assert.deepEqual(frameOf(size, [ring(1000), ring(9000, { hidden: true })], []), alone);
  assert.ok(frameOf(size, [ring(1000), ring(9000)], []).zoom < alone.zoom);
});

test("a site elsewhere is in the middle of what is shown", () => {
  const [size] = SIZES;
  const diego = ring(9000, { lat: -7.3, lon: -72.4 });
  const [x] = pixelOf(size, frameOf(size, [diego], []), [diego.lat, diego.lon]);
  assert.ok(Math.abs(x - size.x / 2) < 2);
});

test("a smaller map shows the stretch that a story's step shows on the map it was written for", () => {
  const written = { x: 976, y: 690 };
  for (const at of [[36.6, 128.5, 6.5], [33, 132, 3.9], [24, 150, 1.8]]) {
    const frame = { center: [at[0], at[1]], zoom: at[2] };
    assert.deepEqual(stepFrame(written, at), frame, "as it was written");
    assert.deepEqual(stepFrame({ x: 1616, y: 970 }, at), frame, "not closer on a larger one");
    const world = 256 * 2 ** at[2];
    const half = (180 * written.x) / world; // in degrees of longitude
    for (const size of [{ x: 720, y: 660 }, { x: 516, y: 690 }, { x: 390, y: 490 }]) {
      const found = stepFrame(size, at);
      if (found.zoom <= Math.log2(size.y / 256) + 0.125) continue; // a map shows no more than all the world from north to south
      for (const lon of [at[1] - 0.99 * half, at[1] + 0.99 * half]) {
        assert.ok(isIn(size, pixelOf(size, found, [at[0], lon])), `${at} on ${size.x}`);
      }
    }
  }
});

test("the share of an outline in view is that of its even azimuths", () => {
  const size = { x: 1000, y: 800 };
  const whole = { center: [SOHAE.lat, SOHAE.lon], zoom: 5 };
  assert.equal(shareInView(size, whole, ring(300)), 1);
  assert.equal(shareInView(size, { ...whole, zoom: 9 }, ring(300)), 0, "closer than the ring");
  const half = shareInView({ x: 1000, y: 800 }, { center: [SOHAE.lat, SOHAE.lon + (180 * 1000) / (256 * 2 ** 5)], zoom: 5 }, ring(300));
  assert.ok(Math.abs(half - 0.5) < 0.01, "the site at the left edge");
});

test("where all rings are hidden, a link's sectors are what is looked at, over the antimeridian, too", () => {
  const size = SIZES[0];
  const hidden = [ring(8000, { hidden: true })];
  const points = [[36, 128], [52, 110], [56, 128], [50, 150]];
  const over = [[52, 174], [60, 190], [40, -170]];
  for (const sector of [points, over]) {
    const frame = frameOf(size, hidden, [], sector.map(([lat, lon]) => ({ lat, lon })));
    for (const point of sector) assert.ok(isIn(size, pixelOf(size, frame, point)), `${point}`);
    assert.ok(frame.zoom >= 3, `${frame.zoom}`);
  }
  assert.deepEqual(frameOf(size, hidden, [], []), frameOf(size, hidden, []));
});

test("beside a ring, a link's sectors are in view as well", () => {
  const frame = frameOf(SIZES[0], [ring(1000)], [], [{ lat: 50, lon: 160 }]);
  assert.ok(isIn(SIZES[0], pixelOf(SIZES[0], frame, [50, 160])) && isIn(SIZES[0], pixelOf(SIZES[0], frame, SEOUL)));
});
