// Rings of a report: shares, shade and words against Python's, and what an edit makes of them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";

import "./helpers/page.mjs";
import { sceneOf } from "../../ui/web/classroom/messages.js";
import { SPREAD } from "../../ui/web/base/facts.js";
import { addRing, bandOfSpread, chooseClaim } from "../../ui/web/scene/edits.js";
import { recognise } from "../../ui/web/scene/quotes.js";
import { edgeText, rangeTold } from "../../ui/web/scene/ringwords.js";
import { ringText } from "../../ui/web/scene/link.js";
import { kmAt, shadeKm, shareReaching } from "../../ui/web/scene/spread.js";
import { reportText, shareText } from "../../ui/web/scene/spreadwords.js";
import { titleOf } from "../../ui/web/scene/titles.js";
import { classify } from "../../ui/web/scene/turning.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const ASK = `
import json
from dataclasses import replace
from geo.catalog import load_catalog, view_of
from geo.link import View, decode, fitting_ranges
from geo.reach import edge_text, report_text, share_text, title_of
from ui.scene import scene_of
catalog = load_catalog()
texts = ("2802,933:t39", "3724.9,998", "5500,1000", "6248,1090", "8000,1000", "6248.5,1090:t67.5", "2802,933:e0:b0-0:c0-0", "1,0")
scenario, _ = decode([("ring", f"sohae~lofted:{text}~KCNA") for text in texts], catalog)
view = View(scenario, catalog)
in_units = {units: View(replace(scenario, units=units), catalog) for units in ("km", "mi", "nmi")}
kms = range(5, 20_004, 7)
told = []
for ring in scenario.rings:
    ranges = fitting_ranges(ring.report)
    shares = [ranges.share_reaching(km) for km in kms]
    told.append({"shares": shares, "shade": ranges.shade_km, "words": [share_text(share, view.tell) for share in shares],
                 "report": {units: report_text(ring, each) for units, each in in_units.items()},
                 "title": title_of(View(replace(scenario, rings=(ring,)), catalog)),
                 "edges": [edge_text(ring, km, view) for km in range(10, 20_000, 5)]})
print(json.dumps({"scene": scene_of(view), "told": told}))
`;
const python = JSON.parse(execFileSync(`${ROOT}.venv/bin/python`, ["-c", ASK], { cwd: ROOT, encoding: "utf8", maxBuffer: 1e9 }));
const { rings } = python.scene;
const KMS = Array.from({ length: python.told[0].shares.length }, (_, i) => 5 + 7 * i);
const anew = (index = 0) => structuredClone(rings[index]);

test("shares and shade are those of Python", () => {
  rings.forEach(({ spread }, i) => {
    const { shares, shade } = python.told[i];
    KMS.forEach((km, k) => assert.ok(Math.abs(shareReaching(spread, km) - shares[k]) < 1e-9, `${spread.text} at ${km} km`));
    shadeKm(spread).forEach((km, step) => assert.ok(Math.abs(km - shade[step]) < 1e-6, `${spread.text}, disk ${step}`));
  });
});

test("shares and ranges are said as Python says them", () => {
  rings.forEach((ring, i) => {
    const { words, edges } = python.told[i];
    assert.deepEqual(KMS.map((km) => shareText(shareReaching(ring.spread, km))), words);
    assert.deepEqual(edges.map((_, k) => edgeText(ring, 10 + 5 * k, "km")), edges);
  });
});

test("a place in the band is one that more than 5 and fewer than 95 of 100 of the assumptions reach", () => {
  for (const ring of rings.slice(0, 3)) {
    for (const km of KMS.filter((each) => each < 19_900)) {
      const share = shareReaching(ring.spread, km);
      assert.equal(classify({ km, azimuth: 0 }, ring), share >= 0.95 ? "in" : share >= 0.05 - 1e-9 ? "band" : "out", `${ring.spread.text} at ${km} km`);
    }
  }
});

test("a range without a limit is called so, and no other", () => {
  assert.deepEqual(rings.slice(2, 5).map((ring) => rangeTold(ring, "km").split(/ km/).at(-1)), [" to no limit", " to no limit", "no limit"]);
  assert.equal(kmAt(rings[4].spread, 5), SPREAD.no_limit_km);
});

test("a link has the report as it was written, and the label", () => {
  assert.equal(ringText(rings[0]), "sohae~lofted:2802,933:t39~KCNA");
});

test("a band made of a report has its edges, as round as they are told, and the label", () => {
  const ring = anew();
  bandOfSpread(ring, []);
  assert.equal(ring.spread, null);
  assert.deepEqual([ring.low, ring.best, ring.high], [rings[0].low, rings[0].best, rings[0].high].map((km) => Math.round(km / 10) * 10));
  assert.equal(ringText(ring), `sohae~${ring.low}-${ring.best}-${ring.high}~KCNA`);
});

test("a report is left where a claim is chosen, and is no part of a ring that is added", () => {
  const ring = anew();
  const claim = { id: "c", label: "who", low: null, high: 6700, said_by: "who", date: "", source: null, statement: "value", original: "" };
  chooseClaim(ring, claim, [{ id: "m", names: ["M"], name: "M", sites: ["sohae"], claims: [claim], low: null, best: null, high: null }]);
  assert.deepEqual([ring.spread, ring.best, ring.kind], [null, 6700, "claim"]);
  const scene = { ...python.scene, rings: [anew()] };
  addRing(scene);
  assert.equal(scene.rings[1].spread, undefined);
});

test("a ring of a report quotes no claim, even one with its label and numbers", () => {
  const { low, high } = rings[3]; // a band
  const claim = { id: "c", label: "KCNA", low, high, said_by: "KCNA", date: "", source: null, statement: "value", original: "" };
  const ring = anew(3);
  recognise(ring, [{ id: "m", names: ["M"], name: "M", sites: ["sohae"], claims: [claim], low: null, best: null, high: null }]);
  assert.equal(ring.kind, "words");
});

test("a class is told of the spread", () => {
  assert.deepEqual(sceneOf(python.scene).rings[0].spread, rings[0].spread);
});

test("which report a ring comes from is said as Python says it, with the digits that were printed", () => {
  rings.forEach((/** @type {Ring} */ ring, /** @type {number} */ i) => {
    for (const units of /** @type {Units[]} */ (["km", "mi", "nmi"])) assert.equal(reportText(ring, units), python.told[i].report[units]);
    assert.equal(titleOf({ ...python.scene, rings: [ring] }), python.told[i].title);
  });
  const said = rings.map((/** @type {Ring} */ ring) => reportText(ring, "km"));
  assert.ok(said.includes("computed from the report: apogee 6,248.5 km, 1,090 km away"));
  assert.ok(said.includes("fits the report: apogee 3,724.9 km, 998 km away"));
});
