// Numbers as people type them. Which sign parts thousands is CLDR's to say: a comma in English and Korean,
// a dot in German and Spanish, a blank in French, an apostrophe in Swiss German.

import assert from "node:assert/strict";
import test from "node:test";

import "../helpers/page.mjs";
import { boxText } from "../../../ui/web/card/numberbox.js";
import { problemOf, typedKm } from "../../../ui/web/card/typed.js";

const READ = [
  ["8000", 8000], ["8,000", 8000], [" 8 000 ", 8000], ["8\u00a0000", 8000], ["8\u202f000", 8000], ["8'000", 8000],
  ["8000km", 8000], ["8,000 KM", 8000], ["8000 kilometres", 8000], ["8000 km.", 8000], ["\uff18\uff10\uff10\uff10", 8000],
  ["\uff18\uff0c\uff10\uff10\uff10\uff4b\uff4d", 8000], ["8000\u339e", 8000], ["6789.125", 6789.125], ["12,345.5", 12_345.5],
  ["4970 mi", 7998.43968], ["4,970 miles", 7998.43968], ["100 nmi", 185.2], ["100 nautical miles", 185.2], ["8.000", 8],
];

test("plain, grouped, with a unit, in full-width digits", () => {
  for (const [text, km] of READ) assert.equal(typedKm(text, "km", "en"), km, JSON.stringify(text));
});

test("a number without a unit is in those of the page", () => {
  assert.equal(typedKm("4970", "mi", "en"), 7998.43968); // 1,609.344 m, by the agreement of 1959
  assert.equal(typedKm("100", "nmi", "en"), 185.2);
  assert.equal(typedKm("8000 km", "mi", "en"), 8000);
});

test("the signs of a language part thousands and decimals", () => {
  for (const [locale, text, km] of [
    ["de", "8.000", 8000], ["de", "8.000,5 km", 8000.5], ["de", "8,5", 8.5], ["es", "12.345", 12_345], ["pt-BR", "8.000", 8000],
    ["fr", "8\u202f000,5", 8000.5], ["de-CH", "8\u2019000", 8000], ["ko", "8,000", 8000],
  ]) assert.equal(typedKm(text, "km", locale), km, `${locale} ${text}`);
});

test("what is not clear is no number", () => {
  for (const text of ["", "  ", "-8000", "8,00", "80,00", "8,0000", "8000 m", "8e3", "0x10", "3000-5500", "8.000.000", "abc", "1/2", "8000 km mi", "\u221e"]) {
    assert.ok(Number.isNaN(typedKm(text, "km", "en")), JSON.stringify(text));
  }
  assert.ok(Number.isNaN(typedKm("8,000.5", "km", "de")));
});

test("a problem names the value and what is accepted, in the units of the page", () => {
  assert.equal(problemOf("8.000", 8, "km"), "8.000 is not a range: 10 to 19,900 km are accepted");
  assert.equal(problemOf("20000", 20_000, "km"), "20000 is not a range: 10 to 19,900 km are accepted");
  assert.equal(problemOf(" ", NaN, "mi"), "nothing is not a range: 6 to 12,365 mi are accepted");
  assert.deepEqual([10, 8000.5, 19_900].map((km) => problemOf("x", km, "km")), ["", "", ""]);
});

test("a number that means a range in two ways is refused with both", () => {
  for (const [text, locale, words] of /** @type {[string, string, string][]} */ ([
    ["10.400", "en", "10.400 can be read as 10,400 or as 10.4: type it as 10400 or as 10.4"],
    ["12.125 km", "en", "12.125 km can be read as 12,125 or as 12.125: type it as 12125 or as 12.1250"],
    ["\uff11\uff10.400", "en", "\uff11\uff10.400 can be read as 10,400 or as 10.4: type it as 10400 or as 10.4"],
    ["10,400", "de", "10,400 can be read as 10,400 or as 10.4: type it as 10400 or as 10.4"],
  ])) {
    const km = typedKm(text, "km", locale);
    assert.ok(Number.isNaN(km), text);
    assert.equal(problemOf(text, km, "km", locale), words);
  }
  assert.deepEqual(["10.4", "150.500", "789.125", "12.1250"].map((text) => typedKm(text, "km", "en")), [10.4, 150.5, 789.125, 12.125]);
});

test("a band in one box is named as one, with the way to type it", () => {
  for (const text of ["8500\u201310400", "3000-5500", "3,000 to 5,500 km", "3000~5500"]) {
    assert.match(problemOf(text, typedKm(text, "km", "en"), "km", "en"), /is a band: choose/, text);
  }
  assert.match(problemOf("-8000", NaN, "km", "en"), /is not a range/);
});

test("a box says whole numbers, but for one that was given with decimals", () => {
  assert.deepEqual([8000, 6789.125, 5504.6].map((km) => boxText(km, "km")), ["8,000", "6,789.125", "5,504.6"]);
  assert.deepEqual([8000, 7998.43968, 5632.704].map((km) => boxText(km, "mi")), ["4,971", "4,970", "3,500"]);
});
