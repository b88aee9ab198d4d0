// Radar sectors, the places that they see and the batteries near places: the browser says of links what Python says.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";

import "../helpers/page.mjs";
import { placesOn } from "../../../ui/web/base/standing.js";
import { batteriesOf, nearestBattery } from "../../../ui/web/radar/batteries.js";
import { restateSectors, whoSees } from "../../../ui/web/sectors/sightings.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const QUERIES = [
  "show=cities,bases,thaad,radar", "show=cities,thaad,radar&date=2017-06-01", "show=thaad,radar&date=2009-08-01", "show=cities",
  "show=cities,bases&radar=tpy2_seongju~600~347~120&radar=tpy2_seongju~2000~347~120", "show=cities,radar&radar=sbx1~4000~0~360&date=2013-04-03",
  "show=cities,bases,thaad,radar&radar=uewr_clear~5556~304~240&radar=cobra_dane~3200~60~120&radar=tpy2_shariki~19~0~1",
];
const { places, radars, views } = JSON.parse(execFileSync(`${ROOT}.venv/bin/python`, ["-m", "tests.web.helpers.sectors"],
  { cwd: ROOT, encoding: "utf8", input: JSON.stringify(QUERIES), maxBuffer: 1e9 }));

/** A model as that of the map, for a scene. */
function modelOf(scene) {
  const there = scene.date ? placesOn(places, scene.date) : places;
  return {
    scene, radarFacts: radars, places: there, shown: there.filter(({ layer }) => scene.show.includes(layer)), added: [],
    placesKey: scene.date ?? "", sectors: [], sectorsKey: "",
  };
}

for (const { query, scene, sectors, near } of views) {
  test(`sectors of ?${query}`, () => {
    const model = modelOf(scene);
    restateSectors(model);
    assert.deepEqual(model.sectors.map(({ radar: { id }, km, azimuth, width, direction, claims, sees }) => (
      { id, km, azimuth, width, direction, claims: claims.map((each) => each.id), sees: [...sees].sort() })),
    sectors.map((each) => ({ ...each, sees: each.sees.sort() })));
    for (const { id } of model.shown) {
      const mine = sectors.filter((each) => each.id !== id && each.sees.includes(id));
      const least = [...new Map(mine.map((each) => [each.id, each.km]))];
      assert.deepEqual(whoSees(model, id).map(({ radar, km }) => [radar.id, km]), least);
    }
  });

  test(`batteries near the places of ?${query}`, () => {
    const { places: there, shown } = modelOf(scene);
    const batteries = batteriesOf(there);
    const found = shown.flatMap((place) => {
      const nearest = nearestBattery(batteries, place);
      return nearest ? [[place.id, nearest.battery.id, Math.round(nearest.km * 1e6)]] : [];
    });
    assert.deepEqual(Object.fromEntries(found.map(([id, ...more]) => [id, more])),
      Object.fromEntries(Object.entries(near).map(([id, [battery, km]]) => [id, [battery, Math.round(km * 1e6)]])));
  });
}

test("a sector that turns is compared anew, the others keep what they see", () => {
  const model = modelOf(views[4].scene);
  restateSectors(model);
  const [before, kept] = model.sectors.map(({ sees }) => sees);
  model.scene = { ...model.scene, radars: model.scene.radars.map((each) => (each.km === 2000 ? { ...each, azimuth: 100 } : each)) };
  restateSectors(model);
  const [after, same] = model.sectors.map(({ sees }) => sees);
  assert.ok(before.has("beijing") && !after.has("beijing"));
  assert.equal(same, kept);
});
