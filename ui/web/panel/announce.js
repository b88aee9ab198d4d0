// Announcements of changes for those who do not see it: one sentence when the thumb rests.

import { getFlights, showsTests, shownFlights } from "../testflights/flights.js";
import { isPeopled, layerOf } from "../base/layers.js";
import { getPlaces, getSite } from "../base/live.js";
import { radarNews } from "../radar/controlnews.js";
import { rangeTold } from "../scene/ringwords.js";
import { speaking } from "../scene/scene.js";
import { classify, wayTo } from "../scene/turning.js";
import { dateText, plural, t } from "../base/words.js";

/** @typedef {{place: Place, state: ReachState}} PlaceState */

const NAMED = 3; // places told by name

/**
 * {place id: state} of the places shown, against the active ring; null while the answers come.
 * @param {Scene} scene
 * @returns {Promise<PlaceState[]>}
 */
async function statesOf(scene) {
  const ring = scene.rings[speaking(scene) ?? scene.active];
  const [places, answer] = await Promise.all([getPlaces(scene.date), getSite(ring.site)]);
  return places.filter(({ layer }) => scene.show.includes(layer))
    .map((place) => ({ place, state: classify(wayTo(answer, place.id), ring) }));
}

/**
 * The important first: US soil, then the largest.
 * @param {Place} a
 * @param {Place} b
 * @returns {number}
 */
function byNews(a, b) {
  return (Number(b.us_soil) - Number(a.us_soil)) || ((b.population || 0) - (a.population || 0));
}

/** @param {number} count @param {boolean} gained @returns {string} */
function citiesText(count, gained) {
  return gained ? plural("1 more city", "{n} more cities", count) : plural("1 city fewer", "{n} cities fewer", count);
}

/**
 * "3 more cities, Guam inside": what entered or left the ring.
 * @param {Place[]} places
 * @param {boolean} gained
 * @returns {string}
 */
function movedText(places, gained) {
  const cities = places.filter(isPeopled).length;
  const named = places.slice().sort(byNews).slice(0, NAMED).map(({ name }) => name).join(", ");
  if (!places.length) return "";
  const told = gained ? t("{names} inside", { names: named }) : t("{names} outside", { names: named });
  return cities ? `${citiesText(cities, gained)}, ${told}` : told;
}

/**
 * What a change of range means: places that are inside now and were not, and the other way round.
 * @param {PlaceState[]} before
 * @param {PlaceState[]} after
 * @returns {string}
 */
function changeText(before, after) {
  const was = new Map(before.map(({ place, state }) => [place.id, state]));
  /** @param {boolean} gained @returns {Place[]} */
  const moved = (gained) => after.filter(({ place, state }) => was.has(place.id) &&
    (gained ? state === "in" && was.get(place.id) !== "in" : state !== "in" && was.get(place.id) === "in"))
    .map(({ place }) => place);
  const parts = [movedText(moved(true), true), movedText(moved(false), false)].filter(Boolean);
  return parts.length ? parts.join("; ") : t("the same places inside");
}

/**
 * What of a scene is told when it changes, but for ranges.
 * @param {Scene} before
 * @param {Scene} after
 * @returns {string[]}
 */
function settingsText(before, after) {
  /** @type {string[]} */
  const parts = [];
  if (after.rings.length > before.rings.length) parts.push(t("A ring was added"));
  if (after.rings.length < before.rings.length) parts.push(t("A ring was removed"));
  for (const layer of after.layers ?? []) {
    const [was, is] = [before.show.includes(layer), after.show.includes(layer)];
    const told = { layer: t(layerOf(layer).name) };
    if (was !== is) parts.push(is ? t("Shown: {layer}", told) : t("Hidden: {layer}", told));
  }
  if ((before.date || "") !== (after.date || "")) {
    parts.push(after.date ? t("As of {date}", { date: dateText(after.date) }) : t("All dates"));
  }
  return parts;
}

/**
 * How many tests are on the map, where that has changed.
 * @param {Scene} before
 * @param {Scene} after
 * @returns {Promise<string>}
 */
async function testsText(before, after) {
  if (!showsTests(after)) return "";
  const facts = await getFlights();
  const [was, is] = [before, after].map((scene) => shownFlights(facts, scene).length);
  return was === is ? "" : plural("1 test flight", "{n} test flights", is);
}

/** @param {Scene} scene @returns {string} */
const ringKey = (scene) => {
  const ring = scene.rings[scene.active];
  return [ring.site, ring.low, ring.best, ring.high, Boolean(ring.rotating), scene.active, scene.units].join();
};

/**
 * Return {say(text)}; it speaks by itself when the scene of a panel has settled.
 * @param {{tab: Bus}} tab
 * @returns {{say(text: string): void}}
 */
export function announcer({ tab }) {
  /** @type {{scene: Scene, states: PlaceState[]} | null} */
  let before = null; // {scene, states} of the last time
  let latest = 0;
  /** @param {string} text */
  const say = (text) => tab.send("heard", { text });
  tab.on("settled", async (live) => {
    latest += 1;
    const mine = latest;
    const scene = structuredClone(live);
    const states = await statesOf(scene).catch(() => null);
    if (mine !== latest || !states) return;
    const last = before;
    before = { scene, states };
    if (!last) return;
    const more = await Promise.all([testsText, radarNews].map((tell) => tell(last.scene, scene).catch(() => "")));
    if (mine !== latest) return;
    const parts = [...settingsText(last.scene, scene), ...more].filter(Boolean);
    if (ringKey(last.scene) !== ringKey(scene)) {
      const from = last.scene.rings[last.scene.active].site === scene.rings[scene.active].site ? last.states : null;
      const ring = scene.rings[scene.active];
      const range = rangeTold(ring, scene.units);
      parts.push(from ? `${range}: ${changeText(from, states)}` : ring.center ? t("{range} around {site}", { range, site: ring.name }) : t("{range} from {site}", { range, site: ring.name }));
    }
    if (parts.length) say(parts.join(". "));
  });
  const prime = tab.on("scene", async (live) => { // what was there before the first change
    prime();
    const scene = structuredClone(live);
    const states = await statesOf(scene).catch(() => null);
    if (states && !before) before = { scene, states };
  });
  return { say };
}
