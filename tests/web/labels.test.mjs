// Where words stand on a map: on their rings, beside their dots, never on one another.

import assert from "node:assert/strict";
import test from "node:test";

import "./helpers/page.mjs";
import { flightEnds, flightNames } from "../../ui/web/labels/flightnames.js";
import { layoutLabels } from "../../ui/web/labels/layout.js";
import { TIER } from "../../ui/web/labels/names.js";
import { WEIGHT } from "../../ui/web/labels/room.js";
import { mapFlight } from "../../ui/web/testflights/flights.js";

const measure = (text, { size }) => text.length * size * 0.55;
const AREA = { x0: 0, y0: 0, x1: 800, y1: 600 };
const STYLE = { size: 12, weight: 600 };
const dot = (x, y, more = {}) => ({ x, y, r: 4, rank: 6, weight: WEIGHT.large, ...more });
const main = (x, y) => dot(x, y, { weight: WEIGHT.main });
const wanted = (text, at, tier = TIER.must) => ({ text, id: text, kind: "place", dot: at, tier, style: STYLE });

/** A circle as a stretch of an outline, azimuths clockwise from north. */
function circle(x, y, r) {
  const turn = Array.from({ length: 361 }, (_, i) => i);
  return {
    xs: turn.map((deg) => x + r * Math.sin((deg * Math.PI) / 180)), ys: turn.map((deg) => y - r * Math.cos((deg * Math.PI) / 180)),
    along: turn.map((deg) => (deg * Math.PI * r) / 180), azimuths: turn,
  };
}
const edge = (ring, km, stretches, full = null) => (
  { ring, role: "best", number: `${km} km`, bare: `${km}`, full, style: { size: 14, weight: 700 }, stretches });

const layout = (facts) => layoutLabels({ area: AREA, covered: [], taken: [], dots: [], edges: [], wanted: [], regions: [], measure, ...facts });
const meet = (a, b) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
const gap = ({ x0, y0, x1, y1 }, { x, y }) => Math.hypot(Math.max(x0 - x, 0, x - x1), Math.max(y0 - y, 0, y - y1));

function assertApart(labels, covered = []) {
  labels.forEach((label, i) => {
    for (const box of label.boxes) {
      assert.ok(box.x0 >= AREA.x0 && box.x1 <= AREA.x1 && box.y0 >= AREA.y0 && box.y1 <= AREA.y1, label.text);
      for (const other of [...labels.slice(i + 1).flatMap(({ boxes }) => boxes), ...covered]) assert.ok(!meet(box, other), label.text);
    }
  });
}

const azimuthOf = ({ letters }, x, y) => {
  const middle = letters[Math.floor(letters.length / 2)];
  return (Math.atan2(middle.x - x, y - middle.y) * 180) / Math.PI;
};

test("numbers stand on their rings, upright, all at one bearing", () => {
  const radii = [100, 160, 220, 280];
  const { labels } = layout({ edges: radii.map((r, i) => edge(i, r, [circle(400, 300, r)])) });
  assert.deepEqual(labels.map(({ text, ring }) => [text, ring]), radii.map((r, i) => [`${r} km`, i]));
  for (const { letters, boxes, ring } of labels) {
    assert.equal(letters.map(({ letter }) => letter).join(""), `${radii[ring]} km`);
    for (const { x, y, angle } of letters) {
      assert.ok(Math.abs(Math.hypot(x - 400, y - 300) - radii[ring]) < 1.5);
      assert.ok(Math.abs(angle) <= Math.PI / 2 + 0.1, "on its head");
    }
    assert.equal(boxes.length, letters.length - 1); // none for the blank
  }
  for (const label of labels) assert.ok(Math.abs(azimuthOf(label, 400, 300) - 118) < 5, label.text);
  assertApart(labels);
});

test("a number read from the other side runs the other way", () => {
  for (const [x, y] of [[400, 500], [400, 100]]) { // the upper and the lower half of a ring
    const { labels: [{ letters }] } = layout({ edges: [edge(0, 300, [circle(x, y + (y > 300 ? 250 : -250), 300)])] });
    assert.ok(letters.at(-1).x > letters[0].x);
  }
});

test("where something lies at the bearing, all numbers move to another one", () => {
  const covered = [{ x0: 480, y0: 330, x1: 560, y1: 480 }];
  const { labels } = layout({ covered, edges: [140, 180].map((r, i) => edge(i, r, [circle(400, 300, r)])) });
  const [a, b] = labels.map((label) => azimuthOf(label, 400, 300));
  assert.ok(Math.abs(a - b) < 5, `${a} and ${b}`);
  assertApart(labels, covered);
});

test("a number loses its unit before it is dropped, and is dropped last of all", () => {
  const [short, shorter] = [70, 56].map((px) => ({ xs: [400, 400 + px], ys: [300, 300], along: [0, px], azimuths: [90, 91] }));
  assert.deepEqual(layout({ edges: [edge(0, "10,000", [short])] }).labels.map(({ text }) => text), ["10,000 km"]);
  const [{ text, letters }] = layout({ edges: [edge(0, "10,000", [shorter])] }).labels;
  assert.ok(text === "10,000" || letters === null); // along its line without the unit, or flat across it
  const covered = [{ x0: 0, y0: 0, x1: 800, y1: 600 }];
  assert.deepEqual(layout({ covered, edges: [edge(0, "10,000", [short])] }).labels, []);
});

test("a ring smaller than its number has it right beside it", () => {
  const [{ letters, boxes: [box] }] = layout({ edges: [edge(0, 300, [circle(400, 300, 6)])] }).labels;
  assert.equal(letters, null);
  const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  assert.ok(Math.abs(Math.hypot(x - 400, y - 300) - 6) <= 12);
});

test("of many small rings about one place those too small for a number give way", () => {
  const radii = [3, 5, 7, 10, 13, 19, 20, 32];
  const { labels } = layout({ dots: [main(400, 300)], edges: radii.map((r, i) => edge(i, 100 * r, [circle(400, 300, r)])) });
  for (const [i, r] of radii.entries()) if (2 * Math.PI * r >= 110) assert.ok(labels.some(({ ring }) => ring === i), `${r} px`);
  for (const { boxes, ring } of labels) {
    for (const { x0, x1, y0, y1 } of boxes) assert.ok(Math.abs(Math.hypot((x0 + x1) / 2 - 400, (y0 + y1) / 2 - 300) - radii[ring]) <= 12);
  }
  assertApart(labels);
});

test("who claims a ring joins its number only where the whole touches nothing", () => {
  const stretches = [circle(400, 300, 250)];
  const text = (facts) => layout({ edges: [edge(0, 8000, stretches, "8000 km, experts")], ...facts }).labels.find(({ kind }) => kind === "ring").text;
  assert.equal(text({}), "8000 km, experts");
  const names = Array.from({ length: 36 }, (_, i) => main(400 + 250 * Math.sin((i * Math.PI) / 18), 300 - 250 * Math.cos((i * Math.PI) / 18)));
  assert.equal(text({ dots: names, wanted: names.map((at, i) => wanted(`n${i}`, at)) }), "8000 km");
});

test("a name that must be written is, with a line where its dot is crowded, and over lesser symbols", () => {
  const [seoul, pyongyang] = [main(400, 300), main(404, 295)];
  const crowd = Array.from({ length: 200 }, (_, i) => dot(400 + 60 * Math.sin(i * 2.4) * (i / 200), 300 + 60 * Math.cos(i * 2.4) * (i / 200), { weight: WEIGHT.small, rank: 4 }));
  const { labels } = layout({ dots: [seoul, pyongyang, ...crowd], wanted: [wanted("Pyongyang", pyongyang), wanted("Seoul", seoul)] });
  assert.deepEqual(labels.map(({ text }) => text), ["Pyongyang", "Seoul"]);
  assertApart(labels);
  const covered = [{ x0: 300, y0: 260, x1: 394, y1: 340 }, { x0: 406, y0: 260, x1: 500, y1: 340 }]; // a narrow street
  const [{ leader, boxes }] = layout({ dots: [seoul], covered, wanted: [wanted("Seoul", seoul)] }).labels;
  assert.ok(Math.hypot(leader[0] - 400, leader[1] - 300) < 6 && gap(boxes[0], { x: leader[2], y: leader[3] }) < 3);
});

test("a name that must be written stands over a lesser symbol rather than far off", () => {
  const seoul = main(400, 300);
  const crowd = Array.from({ length: 11 * 11 }, (_, i) => dot(325 + 15 * (i % 11), 225 + 15 * Math.floor(i / 11), { rank: 7 }))
    .filter(({ x, y }) => x !== 400 || y !== 300);
  const [{ leader, boxes }] = layout({ dots: [seoul, ...crowd], wanted: [wanted("Seoul", seoul)] }).labels;
  assert.ok(leader && gap(boxes[0], seoul) < 50, `${gap(boxes[0], seoul)} px off`);
});

test("what lies under a legend or out of view has no name", () => {
  const covered = [{ x0: 380, y0: 280, x1: 420, y1: 320 }];
  for (const at of [main(400, 300), main(-3, 300), main(400, 601)]) assert.deepEqual(layout({ covered, dots: [at], wanted: [wanted("Seoul", at)] }).labels, []);
});

test("a word without a line is nearer to its own dot than to that of a larger place, or it is not written", () => {
  const [small, large] = [dot(400, 300, { rank: 5 }), dot(409, 300, { rank: 7 })];
  const beside = layout({ dots: [small, large], wanted: [wanted("Small", small, TIER.other)] }).labels;
  for (const { boxes } of beside) assert.ok(gap(boxes[0], small) <= gap(boxes[0], large));
  const around = [[-12, 0], [12, 0], [0, -12], [0, 12]].map(([dx, dy]) => dot(400 + dx, 300 + dy, { rank: 7 }));
  assert.deepEqual(layout({ dots: [small, ...around], wanted: [wanted("Small", small, TIER.other)] }).labels, []);
});

test("the more important name comes first; a lesser one gives way", () => {
  const [a, b] = [dot(400, 300, { rank: 7 }), dot(400, 300.5, { rank: 6 })];
  const { labels } = layout({ dots: [a, b], wanted: [wanted("Large", a, TIER.other), wanted("Lesser", b, TIER.other)] });
  assert.equal(labels[0].text, "Large");
  assertApart(labels);
});

test("a region is written within itself, aside of what stands at its middle, or not at all", () => {
  const region = { id: "china", text: "CHINA", x: 400, y: 300, stepX: 20, stepY: 30, spacing: 4, style: STYLE };
  const place = (facts) => layout({ regions: [region], ...facts }).labels.find(({ kind }) => kind === "region");
  assert.equal(place({}).letters.length, 5);
  const at = main(400, 300);
  const moved = place({ dots: [at], wanted: [wanted("Beijing", at)] });
  assert.ok(Math.abs(moved.boxes[0].y0 - 300) > 10);
  const symbol = dot(400, 300, { weight: WEIGHT.small });
  assert.ok(gap(place({ dots: [symbol] }).boxes[0], symbol) > 0, "beside a symbol rather than over it");
  const many = Array.from({ length: 400 }, (_, i) => dot(300 + 10 * (i % 20), 200 + 10 * Math.floor(i / 20), { weight: WEIGHT.small }));
  assert.ok(place({ dots: many }), "over symbols rather than not at all");
  assert.equal(place({ covered: [{ x0: 200, y0: 200, x1: 600, y1: 400 }] }), undefined);
});

// 40 degrees north, 500 pixels down and 400 across; a world of 2 ** zoom tiles.
function seen(zoom) {
  const scale = 256 * 2 ** zoom;
  const y = 0.5 - Math.log((1 + Math.sin((40 * Math.PI) / 180)) / (1 - Math.sin((40 * Math.PI) / 180))) / (4 * Math.PI);
  return { width: 800, height: 600, ratio: 1, zoom, scale, x0: ((130 + 180) / 360) * scale - 400, y0: y * scale - 300 };
}
const flown = (id, label, extent, way) => mapFlight({ id, label, extent, way }, { id: "s", lat: 40, lon: 125 });
const FLOWN = [
  flown("short", "Short, 2020", 400, [90, 400]), flown("lofted", "High, 2022", 6000, [80, 1000]),
  flown("unnamed", "", 9000, [70, 900]), flown("mark", "Mark, 2016", 5000, null),
];

test("the closer one looks, the more flights are named; those of no type and without a line are not", () => {
  const ids = (zoom) => flightNames(seen(zoom), flightEnds(seen(zoom), { flights: FLOWN })).map(({ id }) => id);
  assert.deepEqual(ids(1), []);
  assert.deepEqual([...new Set(ids(3))], ["lofted"]);
  assert.deepEqual([...new Set(ids(6))], ["lofted", "short"]);
});

test("flights are named at their ends, the same words once, after names that must be written and before others", () => {
  const at = (x, y, rank) => dot(x, y, { rank });
  const [first, second, town] = [at(400, 300, 0.3), at(440, 330, 0.2), at(402, 296, 6)];
  const flight = (id, text, to) => ({ dot: to, text, id, kind: "flight", tier: TIER.flight, style: STYLE });
  const [high, again] = [flight("a", "High, 2022", first), flight("b", "High, 2022", second)];
  const { labels } = layout({ dots: [first, second, town], wanted: [wanted("Town", town, TIER.other), high, again] });
  assert.deepEqual(labels.filter(({ kind }) => kind === "flight").map(({ id }) => id), ["a"]);
  assertApart(labels);
  const full = [{ x0: 250, y0: 150, x1: 550, y1: 320 }]; // no room about the first: the other one bears the words
  const other = layout({ covered: full, dots: [first, second], wanted: [high, again] }).labels;
  assert.deepEqual(other.map(({ id }) => id), ["b"]);
});

test("where many came down, a short line leads to the one that is named", () => {
  const mine = dot(400, 300, { rank: 0.3 });
  const crowd = Array.from({ length: 8 }, (_, i) => dot(400 + 9 * Math.cos((i * Math.PI) / 4), 300 + 9 * Math.sin((i * Math.PI) / 4), { rank: 0.3 }));
  const dots = [mine, ...crowd];
  const [{ leader, boxes }] = layout({ dots, wanted: [{ dot: mine, text: "High, 2022", id: "a", kind: "flight", tier: TIER.flight, style: STYLE }] }).labels;
  assert.ok(leader && gap(boxes[0], mine) < 50);
  assert.ok(crowd.every((each) => gap(boxes[0], each) > each.r));
});
