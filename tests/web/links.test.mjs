// Links of both halves: whatever Python writes the browser reads, and whatever the browser writes Python reads.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";

import "./helpers/page.mjs";
import { LINK_KEYS } from "../../ui/web/base/facts.js";
import { pairsBeside } from "../../ui/web/base/address.js";
import { toQuery } from "../../ui/web/scene/link.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const COUNT = 120;

const ask = (words, input = "") => JSON.parse(execFileSync(`${ROOT}.venv/bin/python`,
  ["-m", "tests.web.helpers.scenarios", ...words], { cwd: ROOT, encoding: "utf8", input, maxBuffer: 1e9 }));
const made = ask(["made", String(COUNT)]);

test("the links made hold each key of a view", () => {
  const seen = new Set(made.flatMap(({ pairs }) => pairs.map(([key]) => key)));
  const expected = LINK_KEYS.filter(({ owner }) => owner === "view" || owner === "format").map(({ name }) => name);
  assert.deepEqual(expected.filter((key) => !seen.has(key)), []);
  assert.ok(made.length >= COUNT / 2);
});

test("whatever Python writes the browser reads", () => {
  for (const { query, pairs } of made) assert.deepEqual(pairsBeside(`?${query}`, []), pairs, query);
});

test("of a scene the browser writes what Python writes of it", () => {
  for (const { query, pairs, scene } of made) assert.deepEqual(pairsBeside(toQuery(scene), []), pairs, query);
});

test("whatever the browser writes Python reads, and keys of others stay beside it", () => {
  const said = ask(["read"], JSON.stringify(made.map(({ scene }) => toQuery(scene, "?utm=x&title=old&hide=9&name=old&note=old&legend=0"))));
  made.forEach(({ query }, index) => assert.equal(said[index], query));
});
