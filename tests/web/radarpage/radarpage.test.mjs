// The page on radars: its formulas against Python's, which cities lie inside by whose claim, what happened by a day.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";

import "../helpers/page.mjs";
import { axesOf, roundUp, ticks } from "../../../ui/web/radarpage/axes.js";
import { between, crossing, heightAt } from "../../../ui/web/radarpage/between.js";
import { TOLD, entriesOf, entryKms } from "../../../ui/web/radarpage/claims.js";
import { assumedWays } from "../../../ui/web/radarpage/directions.js";
import { lowestSeenKm } from "../../../ui/web/radarpage/horizon.js";
import { SEONGJU, eventOn, firstSectors, seenThings, standingOn, thingsAround } from "../../../ui/web/radarpage/model.js";
import { figureText } from "../../../ui/web/radarpage/words.js";
import { inverse } from "../../../ui/web/earth/geodesic.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const [TONGHAE, GUAM_NB, THAAD_GUAM] = [[40.85, 129.66], [13.44, 144.6525], [13.518, 144.839]];
const CASES = {
  horizon: [0, 100, 600, 800, 2000, 2500].flatMap((km) => [0, 5, 10, 15].map((deg) => [km, deg])),
  crossing: [
    [...TONGHAE, ...GUAM_NB, ...THAAD_GUAM, 200], [39.22, 125.67, 35.1, 129.03, 36.049, 128.226, 200], [39.22, 125.67, 37.57, 126.98, 36.049, 128.226, 200],
    [39.22, 125.67, 61.2, -149.9, 52, 174, 900], [36, 128, 35.1, 129.03, 36.049, 128.226, 200], [10, 170, -20, -160, -5, -175, 500],
  ],
};
const PYTHON = JSON.parse(execFileSync(`${ROOT}.venv/bin/python`, ["-m", "tests.web.helpers.defence"],
  { cwd: ROOT, encoding: "utf8", input: JSON.stringify(CASES), maxBuffer: 1e8 }));
const { facts } = PYTHON;
const seongju = facts.radars.radars.find(({ id }) => id === SEONGJU);
const near = (found, wanted, off, about) => (wanted === null ? assert.equal(found, null, about)
  : assert.ok(Math.abs(found - wanted) <= off, `${found}, not ${wanted}: ${about}`));
const namesIn = (sector) => {
  const { inside, elsewhere } = seenThings(thingsAround(seongju, facts), { azimuth: seongju.azimuth, width: seongju.width, ...sector });
  const cities = (things) => things.filter(({ isSite }) => !isSite).map(({ id }) => id);
  return { inside: cities(inside), elsewhere: cities(elsewhere) };
};

test("the lowest altitude seen is Python's, and 82 km at 600 km and 5 degrees", () => {
  CASES.horizon.forEach(([km, deg], i) => near(lowestSeenKm(km, deg), PYTHON.horizon[i], 1e-9, [km, deg]));
  near(lowestSeenKm(600, 5), 82, 0.5);
  assert.equal(lowestSeenKm(15_000, 5), Infinity, "the beam has left the Earth");
});

test("a way meets a battery's circle where Python says", () => {
  CASES.crossing.forEach(([lat, lon, lat2, lon2, lat3, lon3, circle], i) => {
    const way = inverse(lat, lon, lat2, lon2);
    const { enterKm, leaveKm, nearestKm } = crossing({ lat, lon }, way, { lat: lat3, lon: lon3 }, circle);
    [way.km, enterKm, leaveKm, nearestKm].forEach((found, j) => near(found, PYTHON.crossing[i][j], 1e-5, [i, j]));
  });
});

test("an arc of least energy to Guam takes 16 minutes and is on the ground at both ends", () => {
  const byId = (rows, id) => rows.find((row) => row.id === id);
  const { km, flight } = between(byId(facts.sites, "tonghae"), byId(facts.places, "guam_nb"), byId(facts.places, "thaad_guam"), 200);
  near(flight.timeMin, 16, 0.3, "Bate, Mueller and White: 14.9 min for 3,000 km, 17.9 for 4,000");
  near(heightAt(flight, 0), 0, 1e-6, "start");
  near(heightAt(flight, km), 0, 1e-3, "end");
  near(heightAt(flight, km / 2), flight.apogeeKm, 1e-6, "half way");
});

test("at 600 km Dandong and Weihai are in range; Weihai only until the radar turns away", () => {
  assert.deepEqual(namesIn({ km: 600 }), { inside: ["dandong", "weihai"], elsewhere: [] });
  assert.deepEqual(namesIn({ km: 600, azimuth: 0 }), { inside: ["dandong"], elsewhere: ["weihai"] });
  assert.deepEqual(namesIn({ km: 600, azimuth: 120 }), { inside: [], elsewhere: ["dandong", "weihai"] });
  assert.deepEqual(namesIn({ km: 560, width: 360 }).inside, []);
});

test("Beijing lies 1,123 km off, Dandong 564, Weihai 569, Banghyon 498, Musudan-ri 548", () => {
  const things = thingsAround(seongju, facts);
  const km = (id) => Math.round(things.find((thing) => thing.id === id).km);
  assert.deepEqual(["beijing", "dandong", "weihai", "banghyon_20170704", "tonghae"].map(km), [1123, 564, 569, 498, 548]);
  assert.ok(!namesIn({ km: 1122 }).inside.includes("beijing"));
  assert.ok(namesIn({ km: 1123 }).inside.includes("beijing"));
});

test("each claim that the page tells is in the data, and has a source", () => {
  const ids = new Set(facts.radars.claims.map(({ id }) => id));
  for (const id of TOLD.flatMap((entry) => entry.ids)) assert.ok(ids.has(id), id);
  const { told, others } = entriesOf(facts.radars, seongju);
  assert.equal(told.length, TOLD.length);
  for (const { claims } of [...told, ...others]) for (const { source } of claims) assert.match(source.url, /^https?:/);
  const dates = told.map(({ claims: [{ date }] }) => date).filter(Boolean);
  assert.deepEqual(dates, dates.toSorted(), "all sides in one row, by date");
});

test("a span is two sectors, a report of two modes too, a floor one; words without a figure are none", () => {
  const { told } = entriesOf(facts.radars, seongju);
  const kms = (id) => entryKms(told.find((entry) => entry.id === id));
  assert.deepEqual(kms("han-2017"), [800, 600]);
  assert.deepEqual(kms("uscc-2016-terminal"), [2000, 600]);
  assert.deepEqual(kms("hua-2017"), [2000]);
  assert.deepEqual(kms("nas-2012"), [1500]);
  assert.deepEqual(kms("li-2017"), []);
  const said = (id) => figureText(facts.radars.claims.find((claim) => claim.id === id), "km");
  assert.deepEqual(["han-2017", "hua-2017", "nas-2012", "wu-2016"].map(said), ["600\u2013800 km", "more than 2,000 km", "1,500 km", "no range named"]);
});

test("two lists assume different directions for the radars in Japan", () => {
  const ways = (id) => assumedWays(facts.radars, facts.radars.radars.find((radar) => radar.id === id)).map(({ azimuth }) => azimuth);
  assert.deepEqual(ways("tpy2_shariki"), [269, 290]);
  assert.deepEqual(ways("tpy2_kyogamisaki"), [306, 270]);
  assert.deepEqual(ways(SEONGJU), [347], "of Seongju no list says any");
});

test("the page begins with Seongju's 600 km, or the sectors of its link", () => {
  assert.deepEqual(firstSectors(facts.radars.radars, []), { radar: seongju, kms: [600], azimuth: 347, width: 120 });
  const given = [{ id: SEONGJU, km: 600, azimuth: 10, width: 90 }, { id: "tpy2_guam", km: 900, azimuth: 1, width: 2 }, { id: SEONGJU, km: 800, azimuth: 10, width: 90 }];
  assert.deepEqual(firstSectors(facts.radars.radars, given), { radar: seongju, kms: [800, 600], azimuth: 10, width: 90 });
});

test("before 26 April 2017 the radar is not there, and the last event is of a day before", () => {
  assert.ok(!standingOn(facts.places, "2017-04-25").has(SEONGJU));
  assert.ok(standingOn(facts.places, "2017-04-26").has(SEONGJU));
  assert.equal(eventOn(facts.events, "2017-04-25").id, "2017-03-16-radar");
  assert.equal(eventOn(facts.events, "2000-01-01"), null);
  assert.equal(eventOn(facts.events, null), facts.events.at(-1));
});

test("axes have round numbers, in the reader's units", () => {
  assert.deepEqual([722, 82, 1000, 1001].map(roundUp), [1000, 100, 1000, 2000]);
  assert.deepEqual(ticks(2500, 5, "km"), [0, 500, 1000, 1500, 2000, 2500]);
  assert.ok(ticks(2500, 5, "mi").every((km) => Math.abs(Math.round(km / 1.609344) - km / 1.609344) < 1e-9));
  const { x, y } = axesOf({ width: 100, height: 100, left: 10, right: 10, top: 10, bottom: 10 }, 1000, 500);
  assert.deepEqual([x(0), x(1000), y(0), y(500)], [10, 90, 90, 10]);
});
