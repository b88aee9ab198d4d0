// The browser's sentences of result against Python's, in the language of the page that was imported first.

import assert from "node:assert/strict";
import test from "node:test";

import { saidByPython } from "./python.mjs";
import { LANG } from "../../../ui/web/base/words.js";
import { countersText, resultOf } from "../../../ui/web/panel/sentences.js";

/** {km, people} as live.js keeps it. */
function unpacked(answer) {
  let sum = 0;
  return { ...answer, people: answer.people.map((step) => (sum += step)) };
}

export const views = saidByPython("views").map((view) => ({
  ...view, sites: Object.fromEntries(Object.entries(view.sites).map(([site, answer]) => [site, unpacked(answer)])),
}));

test(`counts and nearest US soil are said as Python says them (${LANG})`, () => {
  assert.ok(views.some((view) => view.said.some(({ nearest }) => nearest)));
  for (const { query, scene, places, sites, said: expected } of views) {
    scene.rings.forEach((ring, active) => {
      const { who, ...sentences } = resultOf({ ...scene, active }, sites[ring.site], places);
      assert.deepEqual(sentences, expected[active], `${query}, ring ${active}`);
      assert.ok(sentences.counts.includes(who) && Boolean(who) === Boolean(ring.label), "who claims it is a part of the counts");
    });
  }
});

test(`nothing is said before places and distances are there (${LANG})`, () => {
  const [{ scene, places, sites }] = views;
  const [ring] = scene.rings;
  assert.equal(resultOf(scene, undefined, places), null);
  assert.equal(resultOf(scene, sites[ring.site], null), null);
  assert.equal(countersText(ring, null, places, scene.show), "");
});
