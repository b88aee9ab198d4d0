// How the address is put together: one value in its place, the rest as it is written.

import assert from "node:assert/strict";
import test from "node:test";

import "./helpers/page.mjs";
import {
  pairsBeside, valueIn, withFirst, withValues, without, writeQuery, writeValues, written,
} from "../../ui/web/base/address.js";
import { withState } from "../../ui/web/lesson/address.js";
import { OWN_KEYS } from "../../ui/web/scene/link.js";
import { viewIn } from "../../ui/web/story/draft.js";

test("a query stays readable and can be read again", () => {
  const pairs = [["ring", "sohae~8000~a b&c"], ["at", "39.5,-124"], ["date", "2017-07-04"], ["x", "\u00e9'=%"]];
  const query = written(pairs);
  assert.equal(query, "ring=sohae~8000~a+b%26c&at=39.5,-124&date=2017-07-04&x=%C3%A9'%3D%25");
  assert.deepEqual(pairsBeside(query, []), pairs);
  assert.deepEqual(pairsBeside(query, ["ring", "x"]), pairs.slice(1, 3));
});

test("the last value of a key is the one that counts", () => {
  assert.equal(valueIn("?lang=en&lang=ko", "lang"), "ko");
  assert.equal(valueIn("?lang=", "lang"), "");
  assert.equal(valueIn("", "lang"), null);
});

test("a new key takes its place in the contract's order, what is unknown comes last", () => {
  assert.equal(withValues("?ring=sohae~8000&v=1&utm=x", { units: "mi" }), "ring=sohae~8000&units=mi&v=1&utm=x");
  assert.equal(withValues("ring=sohae~8000&v=1&utm=x", { room: "K7M2QX" }), "ring=sohae~8000&v=1&room=K7M2QX&utm=x");
  assert.equal(withValues("utm=x", { fresh: "1" }), "utm=x&fresh=1");
  assert.equal(withValues("", { lang: "ko" }), "lang=ko");
});

test("each key of a link is the view's, or left alone by it, and a story takes no reader's key", () => {
  const keys = ["ring", "on", "show", "units", "date", "radar", "at", "base", "lang", "present", "to", "v", "story", "step", "room", "seed"];
  const all = keys.map((key) => `${key}=1`).join("&");
  assert.equal(keys.reduceRight((text, key) => withValues(text, { [key]: "1" }), "result=1&utm=x"), `${all}&result=1&utm=x`);
  assert.equal(without(all, OWN_KEYS), "lang=1&present=1&room=1&seed=1");
  assert.equal(viewIn(`https://map.example/?${all}&utm=x`), without(`${all}&utm=x`, ["lang", "present", "v", "room", "seed"]));
});

test("a key that is there keeps its place and has one value, or none", () => {
  const query = "?lang=en&ring=a%7E1&lang=ko&x=%2C";
  assert.equal(withValues(query, { lang: "ko" }), "lang=ko&ring=a%7E1&x=%2C");
  assert.equal(withValues(query, { lang: null, x: null }), "ring=a%7E1");
  assert.equal(without(query, ["ring", "x"]), "lang=en&lang=ko");
  assert.equal(without("?l%61ng=ko&a", ["lang"]), "a", "however the key is written");
});

test("of a repeated key the first one alone is replaced", () => {
  assert.equal(withFirst("?units=mi&ring=a~1&ring=b~2", "ring", "c~3"), "units=mi&ring=c~3&ring=b~2");
  assert.equal(withFirst("?units=mi", "ring", "39.5,124~3"), "ring=39.5,124~3&units=mi");
});

test("a lesson writes its ring and its units, and leaves who claimed the range that still holds", () => {
  const model = { site: { id: "sohae" }, km: 8000, units: "km", active: 0 };
  const both = new Set(["ring", "units"]);
  const query = "?ring=sohae~8000~Yonhap&ring=tonghae~900&units=mi&lang=ko";
  assert.equal(withState(query, model, both), "ring=sohae~8000~Yonhap&ring=tonghae~900&lang=ko");
  assert.equal(withState(query, { ...model, km: 800, units: "nmi" }, both), "ring=sohae~800&ring=tonghae~900&units=nmi&lang=ko");
  assert.equal(withState("", model, new Set(["ring"])), "ring=sohae~8000");
  assert.equal(withState("?seed=1", model, new Set()), "seed=1");
});

test("the address is replaced at once, with what its path and its hash are", (t) => {
  const said = [];
  globalThis.history = { state: 7, replaceState: (...all) => said.push(all) };
  t.after(() => delete globalThis.history);
  Object.assign(location, { search: "?lang=en&x=1", hash: "#here" });
  writeQuery("ring=sohae~8000");
  writeValues({ lang: null, x: null });
  assert.deepEqual(said, [[7, "", "/?ring=sohae~8000#here"], [7, "", "/#here"]]);
});

test("a step that the browser refuses is made later, one with what comes after it", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const said = [];
  let isLenient = false;
  const saying = (how) => (_state, _title, path) => {
    if (!isLenient) throw new Error("too many calls");
    said.push([how, path]);
    location.href = new URL(path, location.href).href;
  };
  globalThis.history = { state: null, replaceState: saying("replace"), pushState: saying("push") };
  t.after(() => delete globalThis.history);
  location.href = "https://map.example/?lang=en";
  writeQuery("a=1", true);
  writeQuery("a=2");
  isLenient = true;
  t.mock.timers.tick(1000);
  writeQuery("a=3");
  assert.deepEqual(said, [["push", "/?a=2"], ["replace", "/?a=3"]]);

  isLenient = false;
  writeQuery("a=4", true);
  location.href = "https://map.example/?b=1"; // a step back
  isLenient = true;
  writeQuery("b=2");
  t.mock.timers.tick(1000);
  assert.deepEqual(said.slice(2), [["replace", "/?b=2"]]);
});

test("an address that the browser refuses is written later, unless another was newer", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const said = [];
  let isLenient = false;
  globalThis.history = {
    state: null,
    replaceState(_state, _title, path) {
      if (!isLenient) throw new Error("too many calls");
      said.push(path);
      location.href = new URL(path, location.href).href;
    },
  };
  t.after(() => delete globalThis.history);
  location.href = "https://map.example/?lang=en";
  writeQuery("a=1");
  writeQuery("a=2");
  isLenient = true;
  t.mock.timers.tick(1000);
  assert.deepEqual(said, ["/?a=2"]);

  isLenient = false;
  writeQuery("a=3");
  location.href = "https://map.example/?b=1"; // Streamlit's own
  isLenient = true;
  t.mock.timers.tick(1000);
  assert.deepEqual(said, ["/?a=2"]);
});
