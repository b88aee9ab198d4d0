// What a class is told, in the shape of this browser: as the server sends it, without its English words.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";

import { countsOf, pollOf, sceneOf } from "../../ui/web/classroom/messages.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const ASK = `
import json
from geo.catalog import load_catalog
from ui.rooms.messages import Ask
from ui.rooms.polls import begin_poll
from ui.rooms.views import moving, read_view
catalog = load_catalog()
query = "story=five_ranges&step=2&ring=sohae~8000~experts via Yonhap&ring=39.87,125.27~3000-5500&units=mi&at=40,150,3&on=2&radar=tpy2_seongju~800.5~347~120"
written, scene = read_view(query, catalog)
plain = read_view("ring=sohae~8000&radar=tpy2_seongju~2000~290~120", catalog)[1]
polls = [begin_poll(Ask(*asked), scene["rings"], catalog).question() for asked in (("in_out", "guam_nb", 1), ("believe",))]
print(json.dumps({"scene": scene, "drag": moving(plain), "polls": polls}))
`;
const told = JSON.parse(execFileSync(`${ROOT}.venv/bin/python`, ["-c", ASK], { cwd: ROOT, encoding: "utf8" }));
const RINGS = [
  { site: "sohae", name: "sohae", low: null, best: 8000, high: null, label: "experts via Yonhap" },
  { site: "39.87,125.27", name: "39.87,125.27", low: 3000, best: null, high: 5500, label: "" },
];
const bare = (rings) => rings.map(({ site, name, low, best, high, label }) => ({ site, name, low, best, high, label }));

test("a view keeps what its leader moves; language and base map stay each reader's own", () => {
  const { rings, ...scene } = sceneOf(told.scene);
  assert.deepEqual(bare(rings), RINGS);
  assert.deepEqual([rings[1].lat, rings[1].lon], [39.87, 125.27]);
  const { show, radars, targets, units, date, at, active, story, step } = scene;
  assert.deepEqual([show, radars, targets], [told.scene.show, [{ id: "tpy2_seongju", km: 800.5, azimuth: 347, width: 120 }], told.scene.targets]);
  assert.deepEqual({ units, date, at, active, story, step }, { units: "mi", date: null, at: [40, 150, 3], active: 1, story: "five_ranges", step: 2 });
  assert.deepEqual(["lang", "base", "layers", "bases", "defaultTargets"].filter((field) => field in scene), []);
  assert.deepEqual({ ...told.scene, ...scene, radars: told.scene.radars }, told.scene);
});

test("while the leader drags there is as much, and no story unless one is told", () => {
  const { rings, radars, story, step, active } = sceneOf(told.drag);
  assert.deepEqual([rings.length, story, step, active], [1, "", 1, 0]);
  assert.deepEqual(radars, [{ id: "tpy2_seongju", km: 2000, azimuth: 290, width: 120 }]);
});

test("a poll asks of a place and a ring, or which ring is believed", () => {
  const [inOut, believe] = told.polls.map(pollOf);
  assert.deepEqual([inOut.kind, inOut.place, bare([inOut.ring]), inOut.rings], ["in_out", "guam_nb", RINGS.slice(1), []]);
  assert.deepEqual([believe.kind, believe.place, believe.ring, bare(believe.rings)], ["believe", "", null, RINGS]);
});

test("bars are those of the poll that is shown", () => {
  assert.deepEqual(countsOf({ poll: "a", counts: [1, 2] }, { id: "a" }), [1, 2]);
  assert.deepEqual(countsOf({ poll: "a", counts: [] }, { id: "a" }), []);
  assert.equal(countsOf({ poll: "a", counts: [1, 2] }, { id: "b" }), null);
  assert.equal(countsOf({ poll: "a", counts: [1, 2] }, null), null);
});
