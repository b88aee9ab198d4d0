// The rules of a scene: which places are in, how outlines give way, what stands in a link.

import assert from "node:assert/strict";
import test from "node:test";

import "./helpers/page.mjs";
import { edges, setEdge } from "../../ui/web/scene/edges.js";
import { rangeText } from "../../ui/web/scene/lengths.js";
import { toQuery } from "../../ui/web/scene/link.js";
import { speaking } from "../../ui/web/scene/scene.js";
import { classify } from "../../ui/web/scene/turning.js";
import { removeRing } from "../../ui/web/scene/edits.js";
import { withState } from "../../ui/web/lesson/address.js";
import { people, plural } from "../../ui/web/base/words.js";

const ring = (low, best, high, more = {}) => ({ site: "sohae", low, best, high, label: "", ...more });
const sceneOf = (rings, more = {}) => ({
  rings, layers: ["cities", "bases", "thaad", "radar"], show: ["cities", "bases", "thaad"],
  units: "km", date: "", radars: [], at: null, base: "offline", targets: ["a", "b"],
  defaultTargets: ["a", "b"], title: "", note: "", names: [], legend: true, tests: [], active: 0, ...more,
});

const way = (km) => ({ km, azimuth: 0 });

test("a place on the inner outline is in, one on the outer is in the band", () => {
  const spread = ring(3000, null, 5500);
  assert.deepEqual([3000, 3001, 5500, 5501].map((km) => classify(way(km), spread)), ["in", "band", "band", "out"]);
  assert.deepEqual([8000, 8000.1].map((km) => classify(way(km), ring(null, 8000, null))), ["in", "out"]);
});

test("outlines give way to the one that is moved, and stay within the limits", () => {
  const moved = (role, km) => {
    const spread = ring(1000, 2000, 3000);
    setEdge(spread, role, km);
    return edges(spread).map((edge) => edge.km);
  };
  assert.deepEqual(moved("best", 4000), [1000, 4000, 4040]);
  assert.deepEqual(moved("high", 500), [480, 490, 500]);
  assert.deepEqual(moved("low", 99999), [19500, 19700, 19900]);
  assert.deepEqual(moved("high", 0), [10, 20, 30]);
});

test("a link holds what differs from the default, readable, and the keys of others", () => {
  assert.equal(toQuery(sceneOf([ring(null, 8000, null)])), "ring=sohae~8000&v=1");
  const scene = sceneOf([ring(3000, null, 5500, { label: "a b&c" })], {
    units: "nmi", date: "2017-07-04", at: [39.5, 124.70004], base: "osm", targets: ["b"], show: ["radar", "bases"],
  });
  assert.equal(
    toQuery(scene, "?utm=x&ring=old&bad=1", ["bad"]),
    "ring=sohae~3000-5500~a+b%26c&show=bases,radar&units=nmi&date=2017-07-04&at=39.5,124.7&base=osm&to=b&v=1&utm=x",
  );
});

test("a link holds own words, places to name, a legend that is off and the rings that are hidden", () => {
  const rings = [ring(null, 500, null), ring(null, 600, null, { hidden: true }), ring(null, 700, null, { hidden: true })];
  const scene = sceneOf(rings, { title: "Who's in? 100%", note: "a & b", names: ["seoul", "guam_nb"], legend: false });
  assert.equal(toQuery(scene), "ring=sohae~500&ring=sohae~600&ring=sohae~700" +
    "&title=Who's+in%3F+100%25&note=a+%26+b&name=seoul,guam_nb&legend=0&hide=2,3&v=1");
});

test("the first ring shown speaks where the active one is hidden, none where all are", () => {
  const rings = [ring(null, 500, null), ring(null, 600, null), ring(null, 700, null)];
  const speaks = (active, ...hidden) => speaking(sceneOf(rings.map((each, i) => ({ ...each, hidden: hidden.includes(i) })), { active }));
  assert.deepEqual([speaks(0), speaks(2), speaks(1, 1), speaks(0, 0, 1), speaks(2, 0), speaks(1, 0, 1, 2)], [0, 2, 0, 2, 2, null]);
});

test("a hidden ring stays hidden when another one is removed", () => {
  const scene = sceneOf([ring(null, 500, null), ring(null, 600, null), ring(null, 700, null, { hidden: true })]);
  removeRing(scene, 0);
  assert.match(toQuery(scene), /&hide=2&/);
});

test("a link names the active ring by its number, but for the first", () => {
  const rings = [ring(null, 500, null), ring(null, 600, null), ring(null, 700, null)];
  const linkOf = (active) => toQuery(sceneOf(rings, { active }), "?on=9&x=1");
  assert.equal(linkOf(0), "ring=sohae~500&ring=sohae~600&ring=sohae~700&v=1&x=1");
  assert.equal(linkOf(2), "ring=sohae~500&ring=sohae~600&ring=sohae~700&on=3&v=1&x=1");
});

test("a step of a story stays in the link when another ring becomes the active one", () => {
  const rings = [ring(null, 500, null), ring(null, 600, null)];
  const linkOf = (active, was) => toQuery(sceneOf(rings, { active, story: "july", step: 2 }), "", [],
    sceneOf(rings, { active: was }));
  assert.equal(linkOf(0, 0), "story=july&step=2");
  assert.equal(linkOf(1, 0), "story=july&step=2&on=2");
  assert.equal(linkOf(1, 1), "story=july&step=2");
  assert.equal(linkOf(0, 1), "story=july&step=2&on=1");
});

test("a ring that is taken away leaves the active one as it was, or its neighbour", () => {
  const left = (active, index) => {
    const scene = sceneOf([500, 600, 700].map((km) => ring(null, km, null)), { active });
    removeRing(scene, index);
    return scene.rings[scene.active].best;
  };
  assert.deepEqual([left(2, 0), left(0, 2), left(1, 1), left(2, 2)], [700, 500, 700, 600]);
});

test("the lesson's address changes the active ring, or holds its ring alone", () => {
  const shown = { site: { id: "sohae" }, km: 900, units: "km", active: 1 };
  const changed = new Set(["ring"]);
  assert.equal(withState("?ring=sohae~500&ring=sohae~600~x&on=2", shown, changed), "ring=sohae~500&ring=sohae~900&on=2");
  assert.equal(withState("?on=2&units=mi", shown, changed), "ring=sohae~900&units=mi");
});

test("numbers are told in the units chosen, people in round words", () => {
  assert.equal(rangeText(ring(3000, null, 5500), "km"), "3,000\u20135,500 km");
  assert.equal(rangeText(ring(null, 8000, null), "mi"), "4,971 mi");
  assert.deepEqual([999, 12345, 1499999, 1432000000].map(people), ["999", "12,000", "1 million", "1.4 bn"]);
  assert.deepEqual([0, 1, 2].map((n) => plural("1 answer", "{n} answers", n)), ["0 answers", "1 answer", "2 answers"]);
});
