// How large a place's symbol is, and how important its name: as in a picture of the server.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";

import "../helpers/page.mjs";
import { nameRank, symbolRadius } from "../../../ui/web/base/symbols.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const places = JSON.parse(execFileSync(`${ROOT}.venv/bin/python`, ["-m", "tests.web.helpers.prominence"],
  { cwd: ROOT, encoding: "utf8", maxBuffer: 2 ** 26 }));

test("each place has the same radius and rank in both halves", () => {
  assert.ok(places.length > 200);
  for (const { told, px, rank } of places) {
    assert.ok(Math.abs(symbolRadius(told) - px) < 1e-12, told.id);
    assert.ok(Math.abs(nameRank(told) - rank) < 1e-12, told.id);
  }
});

test("symbols of cities differ in size, capitals and US soil in rank", () => {
  const city = { layer: "cities", kind: "city", population: 1e6, us_soil: false };
  assert.deepEqual([0, 1e6, 4e7].map((population) => symbolRadius({ ...city, population })), [2.6, 3.1, 7]);
  const rank = nameRank(city);
  assert.ok(nameRank({ ...city, kind: "capital city" }) - rank > 0.4);
  assert.ok(nameRank({ ...city, us_soil: true }) - rank > 0.6);
});
