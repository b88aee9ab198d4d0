// What the search box finds on the map of a day: who stood then, in print of the table itself.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import "../helpers/page.mjs";
import { foundOn } from "../../../ui/web/panel/foundon.js";

const TABLE = readFileSync(new URL("../../../data/missile_defense.csv", import.meta.url), "utf8");
const place = (id, from, to = null, dated = true) => ({
  id, name: id, deployed_from: from, deployed_to: to, on_dated_maps: dated, away: null, events: [], since: from || "not known", until: to ?? "",
});
const PLACES = [place("thaad_seongju", "2017-04-26"), place("thaad_saudi", "2025-07-02"), place("thaad_romania_2019", "2019", "2019-08-09"),
  place("uewr_qatar", "", null, false), place("seoul", "")];
const SITES = [{ id: "sohae", known: "", first_used: "2012-04-13" }, { id: "late", known: "2022-01-05", first_used: "2022-01-05" }];
const found = (id) => ({ id, name: id, detail: "", lat: 0, lon: 0, site: null });
const site = (id) => ({ id: null, site: id, name: id, detail: "launch site", lat: 0, lon: 0 });
const on = (day, ...results) => foundOn({ results, message: "" }, day, PLACES, SITES);

test("the days are those of the table", () => {
  for (const [id, from] of [["thaad_seongju", "2017-04-26"], ["thaad_saudi", "2025-07-02"]]) {
    assert.ok(TABLE.split("\n").some((line) => line.startsWith(`${id},`) && line.includes(from)), id);
  }
});

test("a battery of later is not found, and it is said since when it stands; one that stood is", () => {
  const { results, message } = on("2017-07-04", found("thaad_seongju"), found("thaad_saudi"), found("seoul"));
  assert.deepEqual(results.map(({ id }) => id), ["thaad_seongju", "seoul"]);
  assert.equal(message, "Not on the map of 2017-07-04: thaad_saudi (since 2025-07-02).");
  assert.deepEqual(on("2025-07-02", found("thaad_saudi")), { results: [found("thaad_saudi")], message: "", online: undefined });
});

test("what had gone and what stood on no day known are not found either", () => {
  const { results, message } = on("2020-01-01", found("thaad_romania_2019"), found("uewr_qatar"), found("cancelled"));
  assert.deepEqual(results, []);
  assert.equal(message, "Not on the map of 2020-01-01: thaad_romania_2019 (until 2019-08-09); uewr_qatar; cancelled.");
});

test("of what had left and came back the days are said", () => {
  const away = { ...place("thaad_seongju", "2017-04-26"), away: ["2026-03-03", "2026-03-12"] };
  const { results, message } = foundOn({ results: [found("thaad_seongju")], message: "" }, "2026-03-05", [away], SITES);
  assert.deepEqual(results, []);
  assert.equal(message, "Not on the map of 2026-03-05: thaad_seongju (left 2026-03-03, back 2026-03-12).");
});

test("towns are found on any day, and a launch site of later says so", () => {
  const town = { name: "Town", detail: "", lat: 1, lon: 1, id: null, site: null };
  const { results } = on("2017-07-04", town, site("sohae"), site("late"));
  assert.deepEqual(results.map(({ name }) => name), ["Town", "sohae", "late"]);
  assert.equal(results[1].detail, "launch site");
  assert.match(results[2].detail, /2022-01-05, after this day/);
});
