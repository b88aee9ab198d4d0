// The browser's headlines against Python's, in the language of the page that was imported first.

import assert from "node:assert/strict";
import test from "node:test";

import { saidByPython } from "./python.mjs";
import { LANG } from "../../../ui/web/base/words.js";
import { findingOf } from "../../../ui/web/scene/headline.js";
import { titleOf } from "../../../ui/web/scene/titles.js";

export const headlines = saidByPython("headlines");

test(`titles and findings are said as Python says them (${LANG})`, () => {
  for (const { query, scene, places, sites, radars, title, finding } of headlines) {
    assert.equal(titleOf(scene), title, query);
    assert.equal(findingOf(scene, (site) => sites[site], places, radars), finding, query);
  }
});

test(`no finding is said before the places and the distances from all sites are there (${LANG})`, () => {
  const { scene, places, sites } = headlines.find(({ query }) => query.includes("kaesong"));
  const of = (site) => sites[site];
  assert.ok(findingOf(scene, of, places, null));
  assert.equal(findingOf(scene, of, null, null), null);
  assert.equal(findingOf(scene, (site) => (site === "kaesong" ? null : of(site)), places, null), null);
  const sector = headlines.find(({ query }) => query.startsWith("hide=1,2,3,4,5&radar="));
  assert.equal(findingOf(sector.scene, of, sector.places, null), null);
  assert.equal(findingOf(sector.scene, of, null, sector.radars), null);
});
