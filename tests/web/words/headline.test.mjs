// The headline on an English page: the same as Python's, and what it is made of.

import assert from "node:assert/strict";
import test from "node:test";

import "../helpers/page.mjs";
import { headlines } from "../helpers/headlines.mjs";
import { titleOf } from "../../../ui/web/scene/titles.js";

const july = headlines.find(({ query }) => query === "").scene;

test("a range of one's own beside the claims about a missile leaves the question as it is", () => {
  const own = { ...july.rings[0], kind: "ours", label: "own assumption", missileName: "", launched: "" };
  assert.equal(titleOf({ ...july, rings: [own, ...july.rings.slice(1)] }), titleOf(july));
  const someone = { ...own, kind: "words", label: "my uncle" };
  assert.equal(titleOf({ ...july, rings: [someone, ...july.rings.slice(1)] }), "North Korea: who is within reach of Panghyon?");
});

test("claims about two flights of a missile name it instead of the day", () => {
  const [first, ...others] = july.rings;
  assert.equal(titleOf({ ...july, rings: [{ ...first, launched: "2017-07-28" }, ...others] }),
    "How far could North Korea\u2019s Hwasong-14 reach?");
});
