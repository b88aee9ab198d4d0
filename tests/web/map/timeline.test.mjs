// The timeline's days, its steps, and the ring that goes with it.

import assert from "node:assert/strict";
import test from "node:test";

import "../helpers/page.mjs";
import { LAST_NUMBER, dateOf, dayOf, monthsOn, numberOf } from "../../../ui/web/timeline/days.js";
import { countsText, momentFrom, momentOn } from "../../../ui/web/timeline/moments.js";
import { reachIndex, reachOn, setDay, setReach } from "../../../ui/web/timeline/reach.js";
import { isOff, shownRings, speaking, withoutWords } from "../../../ui/web/scene/scene.js";
import { placesKey, placesOn } from "../../../ui/web/base/standing.js";

const DAYS = ["1984-04-30", "1998-09-07", "2017-07-04"];
const MOMENTS = DAYS.map((day, i) => ({ day, flown: [{ name: `M${i}`, date: day }], printed: i ? ["a", "b"] : [], come: [], gone: [] }));
const ring = (site, km, label, printed = "") => ({ site, name: site, lat: 40, lon: 125, low: null, best: km, high: null, label, printed });
const STEPS = [300, 2000, 8000].map((km, i) => ({ day: DAYS[i], missile: `M${i}`, claim: "", ring: ring("tonghae", km, `M${i}`, DAYS[i]) }));
const sceneOn = (date, ...rings) => ({ rings: [ring("sohae", 1000, ""), ...rings], active: 0, date });

test("days are numbers from the first one on, and back", () => {
  for (const date of ["1984-01-01", "1984-02-29", "1999-12-31", "2000-03-01", "2026-08-20"]) {
    assert.equal(dateOf(numberOf(date)), date);
  }
  assert.equal(numberOf("1985-01-01"), 366); // 1984 had 366 days
  assert.deepEqual([dayOf("1950-01-01"), dayOf("2090-01-01"), dayOf(null)], [0, LAST_NUMBER, LAST_NUMBER]);
});

test("a month on is the same day, or the last one of a shorter month", () => {
  const on = (date, by) => dateOf(monthsOn(numberOf(date), by));
  assert.equal(on("2016-01-31", 1), "2016-02-29");
  assert.equal(on("2017-03-31", -1), "2017-02-28");
  assert.equal(on("2017-12-15", 1), "2018-01-15");
  assert.equal(on("1984-01-15", -1), "1984-01-01");
});

test("moments are those before, on and after a day", () => {
  assert.equal(momentOn(MOMENTS, "1984-04-29"), null);
  assert.equal(momentOn(MOMENTS, "2017-07-03").day, "1998-09-07");
  assert.equal(momentFrom(MOMENTS, "1998-09-07", 1).day, "2017-07-04");
  assert.equal(momentFrom(MOMENTS, "1998-09-07", -1).day, "1984-04-30");
  assert.equal(momentFrom(MOMENTS, "2017-07-04", 1), null);
  assert.equal(countsText(MOMENTS, "1998-09-07"), "2 types flown, 2 claims in print");
});

test("the arsenal's reach is a ring that goes with the day, and no other does", () => {
  const scene = sceneOn("1990-01-01");
  setReach(scene, true, STEPS);
  assert.deepEqual(scene.rings.map(({ best }) => best), [1000, 300]);
  assert.equal(scene.active, 1);
  setDay(scene, "2017-07-04", STEPS);
  assert.deepEqual([scene.date, ...scene.rings.map(({ best }) => best)], ["2017-07-04", 1000, 8000]);
  setDay(scene, "2000-01-01", []);
  assert.equal(scene.rings[1].best, 8000, "without steps it stays");
  setDay(scene, "2017-08-01", STEPS);
  assert.equal(reachIndex(scene, STEPS), 1);
  scene.rings[1].best = 8100;
  assert.equal(reachIndex(scene, STEPS), -1, "one that somebody changed is another ring");
});

test("it is taken away as it came, and keeps within the number of rings", () => {
  const scene = sceneOn(null);
  setReach(scene, true, STEPS);
  assert.equal(scene.rings[1].best, 8000, "without a day it is today's");
  setReach(scene, false, STEPS);
  assert.deepEqual([scene.rings.length, scene.active], [1, 0]);
  const full = { rings: Array.from({ length: 12 }, (_, i) => ring("sohae", 100 + i, "")), active: 3, date: null };
  setReach(full, true, STEPS);
  assert.deepEqual([full.rings.length, full.rings[3].best], [12, 8000]);
});

test("before its first day it is there and not drawn", () => {
  const scene = sceneOn("2017-07-04");
  setReach(scene, true, STEPS);
  setDay(scene, "1984-01-01", STEPS);
  assert.equal(reachOn(STEPS, scene.date), null);
  assert.deepEqual([scene.rings[1].best, isOff(scene.rings[1], scene.date)], [300, true]);
  assert.equal(speaking({ ...scene, active: 1 }), 0);
});

test("a ring of a later day is shown nowhere and stays hidden without its label", () => {
  const scene = sceneOn("2017-07-04", ring("tonghae", 6200, "Jang", "2017-07-12"), ring("tonghae", 700, "mine"));
  assert.deepEqual(shownRings(scene), [0, 2]);
  assert.deepEqual(withoutWords({ ...scene, title: "", note: "" }).rings.map(({ hidden }) => hidden), [false, true, false]);
  assert.deepEqual(shownRings({ ...scene, date: null }), [0, 1, 2]);
});

test("of the places of a day later years tell nothing", () => {
  const place = (id, from, to, isDated = true) => (
    { id, deployed_from: from, deployed_to: to, on_dated_maps: isDated, away: null, events: [], notes: "moved in 2023", status: "past", until: "2024" });
  const all = [place("a", "2013-04", null), place("b", "2017-04-26", null), place("c", "2009", "2009"), place("d", null, null, false)];
  const found = placesOn(all, "2013-04-02");
  assert.deepEqual(found.map(({ id }) => id), ["a"]);
  assert.deepEqual(["notes", "status", "until"].map((name) => found[0][name]), ["", "", ""]);
});

test("of the places of a day it is told what had happened by then, and none is there while it was away", () => {
  const place = { id: "a", deployed_from: "2017", deployed_to: null, on_dated_maps: true, away: ["2026-03-03", "2026-03-12"],
    events: [["2026-03-03", "left"], ["2017-09", "came"]], notes: "all of it" };
  const told = (day) => placesOn([place], day).map(({ notes }) => notes);
  assert.deepEqual(told("2017-08-31"), [""]);
  assert.deepEqual(told("2017-09-01"), ["came"]);
  assert.deepEqual(told("2026-03-02"), ["came"]);
  assert.deepEqual(told("2026-03-03"), []);
  assert.deepEqual(told("2026-03-12"), ["left\ncame"]);
  const key = (day) => placesKey(placesOn([place], day), day);
  assert.notEqual(key("2017-08-31"), key("2017-09-01"), "the same places, and more to tell of them");
  assert.equal(key("2017-09-01"), key("2026-03-02"));
  assert.notEqual(key("2026-03-02"), key("2026-03-12"));
});
