// Rings with the Earth's rotation in a class, in the lesson's address and in a saved page: by direction.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";

import "./helpers/page.mjs";
import { tellingPlace } from "../../ui/web/classroom/asking.js";
import { askedAgain } from "../../ui/web/classroom/polls.js";
import { rightAnswer } from "../../ui/web/classroom/words.js";
import { answerInstead } from "../../ui/web/base/live.js";
import { rangesByBearing } from "../../ui/web/flight/bearings.js";
import { withState } from "../../ui/web/lesson/address.js";
import { countersText } from "../../ui/web/panel/sentences.js";
import { peopleAround } from "../../ui/web/saved/towns.js";

// Computed apart from this code, at 39.5 degrees north: 8,000 km without rotation are 8,966 to the east, 7,352 to the west.
const SITE = { site: "39.5,125", name: "39.5,125", short: "39.5,125", lat: 39.5, lon: 125 };
const RING = { ...SITE, low: null, best: 8000, high: null, label: "", spread: null };
const TURNED = { ...RING, rotating: true };
const WAYS = { km: { east: 8800, west: 7600, still: 8050 }, azimuth: { east: 92, west: 270, still: 92 } };
const NAMES = { place: (id) => id, site: (id) => id, who: () => "", range: () => "" };
answerInstead(async () => ({ ok: true, json: async () => ({ site: SITE, ...structuredClone(WAYS), people: [] }) }));
const answered = (place, ring) => rightAnswer({ id: 1, kind: "in_out", place, ring, rings: [] }, NAMES, "km");

test("the right answer of a poll is that of the direction, and so is the range it tells", async () => {
  const [east, west] = [await answered("east", TURNED), await answered("west", TURNED)];
  assert.match(east, /^east is inside: 8,800 km from 39\.5,125, and the ring is 8,9\d\d km in that direction, with Earth's rotation\.$/);
  assert.match(west, /^west is outside: 7,600 km from 39\.5,125, and the ring is 7,3\d\d km in that direction, with Earth's rotation\.$/);
  assert.equal(await answered("east", RING), "east is outside: 8,800 km from 39.5,125, and the ring is 8,000 km.");
});

test("the place of which a leader asks first is the nearest to the curve", () => {
  const places = ["still", "east"].map((id) => ({ id, kind: "city", layer: "cities" }));
  assert.equal(tellingPlace(places, RING, WAYS), "still");
  assert.equal(tellingPlace(places, TURNED, WAYS), "east");
});

test("a poll that is asked again is about the ring with the rotation, not the one beside it", () => {
  assert.deepEqual(askedAgain({ id: 1, kind: "in_out", place: "east", ring: TURNED, rings: [] }, { rings: [RING, TURNED] }),
    { kind: "in_out", place: "east", ring: 1 });
});

test("the lesson, which leaves the rotation out, takes it from no link", () => {
  const moved = { site: { id: "sohae" }, km: 9000, units: "km", active: 0 };
  const after = (query) => withState(query, moved, new Set(["ring"]));
  assert.equal(after("ring=sohae~8000:rotating~mine"), "ring=sohae~9000:rotating");
  assert.equal(after("ring=sohae~9000:rotating~mine"), "ring=sohae~9000:rotating~mine");
  assert.equal(after("ring=sohae~8000~now:rotating"), "ring=sohae~9000");
});

test("a saved page counts the people within the curve as Python does", () => {
  const asked = `
import json
from geo.towns import people_within
from tests.support import view_at
from ui.map.standalone import _towns
kms = (300, 4500, 8000, 10400, 13500, 19900)
rings = [view_at(f"ring=39.5,125~{km}:rotating").rings[0] for km in kms]
print(json.dumps({"towns": _towns(), "inside": [[r.best_km, people_within(r.point, r.reach(r.sure_km))] for r in rings]}))
`;
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const { towns, inside } = JSON.parse(execFileSync(`${root}.venv/bin/python`, ["-c", asked], { cwd: root, encoding: "utf8", maxBuffer: 1e9 }));
  const { people, peopleInside } = peopleAround(towns)(39.5, 125);
  const all = people.reduce((a, b) => a + b);
  for (const [km, counted] of inside) {
    const found = peopleInside(rangesByBearing(39.5, km));
    assert.ok(Math.abs(found - counted) <= 1e-4 * all, `${km} km: ${found} against ${counted}`); // towns on the line, to 1e-5 degrees
  }
  const words = (answer) => countersText(TURNED, { ...WAYS, people: [], ...answer }, [], []);
  assert.equal(words({ peopleInside }).replace(/^[\d.]+ bn/, "N bn"), "N bn people in towns over 15,000");
  assert.equal(words({}), "", "elsewhere Python says it, in a sentence of its own");
});
