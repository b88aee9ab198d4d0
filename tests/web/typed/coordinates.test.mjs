// Coordinates as people type and paste them. The point is Sohae's, 39°39'36"N 124°42'E, which is 39.66, 124.7.

import assert from "node:assert/strict";
import test from "node:test";

import "../helpers/page.mjs";
import { coordinatesIn, pairText } from "../../../ui/web/typed/coordinates.js";

const SOHAE = [
  "39.66,124.70", "39.66 124.70", "39.66;124.70", "39.66 / 124.70", "+39.66, +124.70", "39.66\u00a0124.70", "39.66,\u2009124.70", "39.66\u3000124.70",
  "\uff13\uff19\uff0e\uff16\uff16\uff0c\uff11\uff12\uff14\uff0e\uff17", "(39.66, 124.70)", "[39.66,124.70]", "39.66, 124.70,", "39.66, 124.70.", "39.66, 124.70 (Sohae)",
  "Coordinates: 39.66, 124.70", "39,66 124,70", "39,66; 124,70", "39,66, 124,70", "39,66\u00b0N 124,70\u00b0E", "39.66\u00b0, 124.70\u00b0",
  "39.66\u00b0N 124.70\u00b0E", "N39.66 E124.70", "39.66N124.70E", "39.66 N, 124.70", "124.70E 39.66N", "E124.70, N39.66", "39.66 North, 124.70 East",
  "39\u00b039'36\"N 124\u00b042'E", "39\u00b039\u203236\u2033N, 124\u00b042\u20320\u2033E", "39\u00ba39\u201936\u201dN 124\u00ba42\u2019E", "39\u00b039'36''N 124\u00b042'00''E",
  "N 39\u00b0 39' 36\" E 124\u00b0 42' 00\"", "39 39 36 N, 124 42 0 E", "39:39:36N 124:42:00E", "39\u00b039.6'N 124\u00b042.0'E", "39 39 36 124 42 0", "124\u00b042'E 39\u00b039'36\"N",
  "39deg 39min 36sec N, 124deg 42min E", "lat: 39.66 lon: 124.70", "lon=124.70, lat=39.66", "{\"lat\": 39.66, \"lng\": 124.70}", "Latitude 39.66, Longitude 124.70",
  "\ubd81\uc704 39\ub3c4 39\ubd84 36\ucd08 \ub3d9\uacbd 124\ub3c4 42\ubd84", "\ubd81\uc704 39.66\u00b0 \ub3d9\uacbd 124.70\u00b0", "\ubd81\uc704 39.66\ub3c4, \ub3d9\uacbd 124.70\ub3c4", "\uc704\ub3c4 39.66, \uacbd\ub3c4 124.70",
  "\u5317\u7def39\u5ea639\u520636\u79d2 \u6771\u7d4c124\u5ea642\u5206", "39\u00b039\u203236\u2033N 124\u00b042\u20320\u2033E\ufeff / \ufeff39.66000\u00b0N 124.70000\u00b0E\ufeff / 39.66000; 124.70000",
];
const SYSTEMS = [ // as programs write it; well-known text and GeoJSON have the longitude first
  "39d39m36sN 124d42m0sE", "39d39.6mN 124d42mE", "POINT(124.70 39.66)", "SRID=4326;POINT (124.70 39.66)", "{\"type\":\"Point\",\"coordinates\":[124.7,39.66]}",
  "lat=39.66&lon=124.70", "+39.66+124.70/", "WGS84 39.66, 124.70",
];
const LINKS = [
  "geo:39.66,124.70;u=10", "geo:0,0?q=39.66,124.70(Sohae)", "https://www.google.com/maps/@39.66,124.70,12z", "https://maps.google.com/?q=39.66,124.70",
  "https://www.google.com/maps/place/Sohae/@39.6,124.6,15z/data=!3m1!4b1!8m2!3d39.66!4d124.7", "https://www.google.com/maps/search/?api=1&query=39.66%2C124.70",
  "https://www.google.com/maps/place/39%C2%B039'36.0%22N+124%C2%B042'00.0%22E/@39.6,124.6,17z", "https://www.google.com/maps/search/39.66,+124.70",
  "https://www.openstreetmap.org/#map=12/39.66/124.70", "https://www.openstreetmap.org/?mlat=39.66&mlon=124.70#map=5/1/2", "https://maps.apple.com/?ll=39.66,124.70&q=Pin",
  "https://www.bing.com/maps?cp=39.66~124.70&lvl=12", "https://map.kakao.com/link/map/Sohae,39.66,124.70", "nmap://place?lat=39.66&lng=124.70&name=x",
  "https://yandex.com/maps/?ll=124.70%2C39.66&z=10", "https://geohack.toolforge.org/geohack.php?params=39_39_36_N_124_42_00_E_region:KP",
];
const SOUTH_WEST = ["\u221233.9, \u2212151.2", "\u201333.9 \u2013151.2", "\uff0d33.9, \uff0d151.2", "33.9 S, 151.2 W", "S33\u00b054' W151\u00b012'", "33,9 South 151,2 West", "\ub0a8\uc704 33.9\ub3c4 \uc11c\uacbd 151.2\ub3c4"];

/** @param {string} text @returns {string | undefined} */
const read = (text) => {
  const typed = coordinatesIn(text);
  return typed?.point ? pairText(typed.point) : typed?.problem;
};

test("one point in all spellings", () => {
  for (const text of [...SOHAE, ...SYSTEMS, ...LINKS]) assert.equal(read(text), "39.66,124.7", JSON.stringify(text));
  for (const text of SOUTH_WEST) assert.equal(read(text), "-33.9,-151.2", JSON.stringify(text));
});

test("what links have is read as before", () => {
  for (const [text, point] of [["39,125", "39,125"], ["-39.5 125", "-39.5,125"], ["0,0", "0,0"], ["-0,-180", "0,-180"], ["39.123456789012,1", "39.123456789012,1"]]) assert.equal(read(text), point);
});

test("what can be read in two ways, or is not on the Earth, is refused with words that fit", () => {
  for (const [text, words] of /** @type {[string, RegExp][]} */ ([
    ["39,66,124,70", /commas can be read in two ways/], ["-33.9 S, 151 E", /minus and a letter/], ["39\u00b070'N 124\u00b0E", /below 60/], ["39.5\u00b030'N 124\u00b0E", /below 60/],
    ["124.70,39.66", /perhaps 39.66,124.7 is meant/], ["95,200", /latitude 95 is not/], ["95N 20E", /latitude 95 is not/], ["39N 190E", /longitude 190 is not/],
    ["39.66", /expected LAT,LON in degrees/], ["39\u00b039'36\"N", /expected LAT,LON in degrees/], ["39N 40S", /expected LAT,LON in degrees/], ["1,2,3", /./],
    ["39.66 124.70 12", /expected LAT,LON in degrees/], ["https://maps.app.goo.gl/abc", /holds no coordinates/], ["39\u00b0N 124\u00b0O", /expected LAT,LON in degrees/],
  ])) assert.match(String(read(text)), words, text);
});

test("names of places are no coordinates", () => {
  for (const text of ["Seoul", "", "  ", "38 North", "Area 51", "East 17", "49ers", "S", "New York 5", "\uc11c\uc6b8", "Nes", "lat", "Site 3"]) assert.equal(coordinatesIn(text), null, text);
});

test("a long text is answered at once", { timeout: 5000 }, () => {
  for (const scrap of ["3 ", "39,", "((", "N", "https://a?", "\u00b0", "- "]) assert.notEqual(coordinatesIn(scrap.repeat(5000)), undefined);
});
