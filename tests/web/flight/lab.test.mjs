// The lab: what it says of reported flights and published ranges, against the tables that were computed apart
// from it, and the address it writes.

import assert from "node:assert/strict";
import test from "node:test";

import "../helpers/page.mjs";
import { FITTING_MIN } from "../../../ui/web/base/facts.js";
import { withState } from "../../../ui/web/lab/address.js";
import { claimBars, computedBars, takes } from "../../../ui/web/lab/bars.js";
import { frameOf, place } from "../../../ui/web/lab/frame.js";
import { atAngle, followsFrom, givenOf, usable } from "../../../ui/web/lab/model.js";
import { angleTo } from "../../../ui/web/lab/handle.js";
import { onItsDay, ringChoices } from "../../../ui/web/lab/onmap.js";
import { labAddress, loftedForm } from "../../../ui/web/lab/report.js";
import { arcNote, findingSentence, heightWords, timeCheck } from "../../../ui/web/lab/words.js";

const SITE = { id: "banghyon_20170704", name: "Panghyon", lat: 39.872 };
const USUAL = { apogee_error_km: "", burnout_altitude_km: "", speed_credit_km_s: "" };
const report = (more) => ({
  id: "r", apogee: 2802, apogee_text: "2802", is_floor: false, distance: 933, minutes: 39, no_range: "", ...more,
});
function modelOf(one = report({}), angle = 32, more = {}) {
  const follows = followsFrom(givenOf(one));
  const flight = { id: "f", date: "2017-07-04", missile: "hwasong-14", missile_name: "Hwasong-14", reports: [one] };
  return { flight, report: one, site: SITE, units: "km", assumed: USUAL, ...follows, ...atAngle(follows.flown, angle), ...more };
}

test("4 July 2017: what each published range takes beyond the speed of the test", () => {
  const { flown } = modelOf();
  assert.equal(takes([6700], flown), "+0.26 km/s");
  assert.equal(takes([8000], flown), "+0.60 km/s");
  assert.equal(takes([8000, 8000], flown), "+0.60 km/s");
  assert.equal(takes([7000, 8000], flown), "+0.35 km/s to +0.60 km/s");
  assert.match(takes([5000], flown), /^\u2212/, "less than it had");
});

test("28 July and 29 November 2017, 24 March 2022: the same", () => {
  const of = (apogee, distance) => modelOf(report({ apogee, distance })).flown;
  assert.equal(takes([10_400], of(3724.9, 998)), "+0.45 km/s");
  assert.equal(takes([13_000], of(4475, 950)), "+0.39 km/s");
  assert.equal(takes([15_000], of(6248.5, 1090)), "\u22120.13 km/s");
});

test("the plain arc reaches 5,549 to 5,865 km, four times the apogee are 11,208, and the factor is 2.1", () => {
  const [plain, rule] = computedBars(modelOf(), null);
  assert.equal(plain.words, "5,549\u20135,865 km");
  assert.equal(rule.words, "11,208 km");
  assert.match(rule.note, /factor is 2\.1/);
});

test("a class is no calculation", () => {
  const claim = {
    id: "c", low: 3000, high: 5500, statement: "class", original: "", said_by: "somebody", date: "2017-07-04", context: "", source: { name: "s", url: "" },
  };
  const [bar] = claimBars([claim], modelOf());
  assert.equal(bar.takes, "nothing: the definition of a class, no calculation");
  assert.equal(bar.words, "3,000\u20135,500 km");
});

test("24 March 2022: 67.5 minutes do not fit 6,248.5 km; 71 minutes do, and so do those of 4 July 2017", () => {
  const check = (apogee, distance, minutes) => timeCheck(modelOf(report({ apogee, distance, minutes })), FITTING_MIN);
  assert.equal(check(6248.5, 1090, 67.5).fits, false);
  assert.match(check(6248.5, 1090, 67.5).text, /leave no time for the engines/);
  assert.equal(check(6248.5, 1090, 71).fits, true);
  assert.equal(check(2802, 933, 39).fits, true);
  assert.equal(check(2802, 933, null), null);
});

test("floors stay floors, and flights that tell nothing are not computed", () => {
  const reports = [report({ no_range: "failure" }), report({ id: "floor", no_range: "floor", is_floor: true }), report({ id: "none", distance: null }), report({ id: "ok" })];
  assert.deepEqual(usable({ reports }).map(({ id }) => id), ["floor", "ok"]);
  assert.match(findingSentence(modelOf(reports[1])), /reaches at least 5,865 km/);
  assert.match(findingSentence(modelOf(report({ apogee: 7687.5, distance: 1001.2, is_floor: true }))), /no limit/);
});

test("over 1,000 km the arc of least speed is 240 km high: a floor below it is none of the range", () => {
  const floor = (apogee) => usable({ reports: [report({ apogee, distance: 1000, no_range: "floor", is_floor: true })] }).length;
  assert.deepEqual([50, 150, 235, 245, 400].map(floor), [0, 0, 0, 1, 1]);
  const reach = [50, 100, 150, 250, 400].map((apogee) => Math.round(followsFrom(givenOf(report({ apogee, distance: 1000 }))).farthestKm));
  assert.deepEqual(reach, [2217, 1358, 1102, 1001, 1125], "the higher, the less, and then the more");
});

test("numbers are as they were printed, a floor is called one", () => {
  assert.equal(heightWords(givenOf(report({ apogee: 6248.5, apogee_text: "6248.5" })), "km"), "6,248.5 km");
  assert.equal(heightWords(givenOf(report({ apogee: 6200, apogee_text: "6200", is_floor: true })), "km"), "over 6,200 km");
  assert.equal(heightWords(givenOf(report({ apogee: 2802, apogee_text: "2802.0" })), "mi"), "1,741 mi");
  assert.match(findingSentence(modelOf(report({ distance: 999.2 }))), /came down after 999\.2 km/);
  const [angle] = ringChoices(modelOf(report({ is_floor: true, no_range: "floor" }), 60), null, false);
  assert.equal(angle.words, "the range at this angle, at least 3,886 km");
});

test("level at the ground the farthest range is a number", () => {
  const model = modelOf(report({ apogee: 1, distance: 20_000 }), 1e-9);
  assert.match(findingSentence(model), /reaches 20,0\d\d km/);
});

test("a flat flight's plain arc: ends in order, and the height that was used", () => {
  const [plain, rule] = computedBars(modelOf(report({ apogee: 50, distance: 1000 })), null);
  assert.match(plain.said, /engines off at 25 km or/);
  const [low, high] = plain.words.split("\u2013").map((words) => Number.parseFloat(words.replace(",", "")));
  assert.ok(low < high && plain.low < plain.high, plain.words);
  assert.equal(rule.words, "200 km");
  const [, beyond] = computedBars(modelOf(report({ apogee: 6248.5, distance: 1090 })), null);
  assert.equal(beyond.words, "24,994 km");
  assert.match(beyond.takes, /beyond half way round the Earth/);
});

test("no limit is said, and is no ring", () => {
  const model = modelOf(report({ apogee: 7687.5, distance: 1001.2 }), 45);
  assert.match(findingSentence(model), /no limit/);
  assert.equal(model.best.isOrbit, true);
  const endless = { p05_km: null, p25_km: null, p50_km: null, p75_km: null, p95_km: null, unlimited_share: 1, draws: 1 };
  const choices = Object.fromEntries(ringChoices(model, endless, false).map(({ id, km }) => [id, km]));
  assert.deepEqual([choices.median, choices.band], [null, null]);
});

test("what the map is shown: a range, the farthest with rotation, the middle, a band, the spread", () => {
  const model = modelOf(report({}), 60);
  const spread = { p05_km: 5760.85, p25_km: 6071.6, p50_km: 6466.49, p75_km: 6888.43, p95_km: 7281.81, unlimited_share: 0, draws: 1 };
  const choices = Object.fromEntries(ringChoices(model, spread, false).map(({ id, km }) => [id, km]));
  assert.deepEqual(choices, { angle: "3886", turning: "5865:rotating", median: "6466", band: "5761-6466-7282", spread: "lofted:2802,933:t39" });
  const assumed = { apogee_error_km: "50", burnout_altitude_km: "0-100", speed_credit_km_s: "" };
  assert.equal(loftedForm({ ...model, assumed }), "lofted:2802,933:t39:e50:b0-100");
  assert.equal(loftedForm({ ...model, assumed: { ...USUAL, burnout_altitude_km: "100" } }), "lofted:2802,933:t39:b100-100");
});

test("a report opens in the lab with all that is assumed, from its site, with the rotation", () => {
  const at = (text, more, units = "km") => Object.fromEntries(new URLSearchParams(
    labAddress({ site: "33,44", low: null, best: 6466, high: null, label: "", spread: { text }, ...more }, { text }, units).split("?")[1]));
  assert.deepEqual(at("lofted:2800.0,933:t39.5:e50:b0-0:c0-1", { rotating: true, label: "KCNA & co" }, "mi"), {
    ring: "33,44~lofted:2800.0,933:t39.5:e50:b0-0:c0-1:rotating~KCNA & co", units: "mi", lang: "en", apogee_km: "2800.0", ground_range_km: "933",
    flight_time_min: "39.5", apogee_error_km: "50", burnout_altitude_km: "0-0", speed_credit_km_s: "0-1", turning: "1",
  });
  assert.deepEqual(at("lofted:2802,933", {}), {
    ring: "33,44~lofted:2802,933", lang: "en", apogee_km: "2802", ground_range_km: "933" });
});

test("where the Earth turns, the whole spread goes back to the map with the rotation", () => {
  const spread = ringChoices(modelOf(report({}), 60), null, true).find(({ id }) => id === "spread");
  assert.equal(spread.km, "lofted:2802,933:t39:rotating");
});

test("the map of the flight's day has the ring, the day, and the flights of that type", () => {
  const flight = { date: "2017-07-04", missile: "hwasong-14" };
  const pairs = (href) => [...new URLSearchParams(href.split("?")[1])];
  assert.deepEqual(pairs(onItsDay("https://map.example/?ring=sohae~8000&lang=en", flight)), [
    ["ring", "sohae~8000"], ["show", "cities,bases,thaad,tests"], ["date", "2017-07-04"], ["lang", "en"], ["tests", "hwasong-14"]]);
  assert.ok(!onItsDay("https://map.example/?ring=sohae~8000", { ...flight, missile: "" }).includes("tests="));
});

test("what is said of an arc: the other angle, the air, the far side", () => {
  const note = (angle, apogee = 2802) => arcNote(modelOf(report({ apogee }), angle), 100, 20_015);
  assert.match(note(60), /3,886 km away: 60\u00b0 \(lofted\) and 12\.5\u00b0 \(depressed\)/);
  assert.match(note(3), /^Not a real arc/);
  assert.match(note(32), /^The best angle/);
  assert.match(note(90), /^Straight up/);
  assert.match(note(20, 12_000), /beyond the far side/);
});

test("the picture holds every arc, and has one scale", () => {
  for (const [apogee, distance] of [[550, 500], [2802, 933], [6040.9, 999.2], [7687.5, 1001.2]]) {
    const model = modelOf(report({ apogee, distance }));
    const frame = frameOf(model, 820, 520);
    for (const angle of [10, 30, 45, 60, 75, 90]) {
      const { moved } = atAngle(model.flown, angle);
      for (const [x, y] of [place(frame, moved.rise, moved.topKm), place(frame, moved.rise + moved.fall, 6371)]) {
        assert.ok(x > 0 && x < 820 && y > 0 && y < 520, `${apogee} km at ${angle}: ${x}, ${y}`);
      }
    }
    const [a, b] = [place(frame, 0, 6371), place(frame, 0, 6471)];
    assert.ok(Math.abs(Math.hypot(a[0] - b[0], a[1] - b[1]) / 100 - frame.scale) < 1e-9);
  }
});

test("only what a person changed goes into the address", () => {
  const model = modelOf(report({}), 45);
  assert.equal(withState("ring=sohae~8000&test=old", model, false, new Set()), "ring=sohae~8000&test=old");
  assert.equal(withState("ring=sohae~8000", model, false, new Set(["angle"])), "ring=sohae~8000&angle=45");
  assert.equal(withState("test=old&angle=3", model, false, new Set(["flight"])), "test=f");
  const typed = { ...model, flight: null, report: null };
  assert.equal(withState("test=f&angle=3", typed, true, new Set(["typed", "rotation"])), "apogee_km=2802&ground_range_km=933&flight_time_min=39&turning=1");
  assert.equal(withState("units=mi", model, false, new Set(["units"])), "");
});

test("the handle turns the angle to where the pointer is, seen from the site's own horizontal", () => {
  assert.equal(angleTo({ x: 100, y: 100, turn: 0 }, 200, 0), 45);
  assert.equal(angleTo({ x: 100, y: 100, turn: 0 }, 100, 20), 90);
  assert.equal(angleTo({ x: 100, y: 100, turn: 0 }, 0, 90), 90, "no farther than straight up");
  assert.equal(angleTo({ x: 100, y: 100, turn: 0 }, 200, 160), 1, "nor below the ground");
  assert.equal(angleTo({ x: 0, y: 0, turn: -Math.PI / 4 }, 100, -100), 1, "the ground itself leans");
  assert.equal(angleTo({ x: 0, y: 0, turn: -Math.PI / 4 }, 0, -100), 45);
});
