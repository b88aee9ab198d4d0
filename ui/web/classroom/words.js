// Words of a poll, its question and its result: names in the language of the page, the right
// answer from the same distances as the map.

import { shareText, sum } from "./bars.js";
import { STATES } from "../base/facts.js";
import { recognise } from "../scene/quotes.js";
import { getPlaces, getSite, getWords } from "../base/live.js";
import { rangeTold } from "../scene/ringwords.js";
import { length, rangeText } from "../scene/lengths.js";
import { saidBy } from "../scene/saidby.js";
import { classify, reachKm, wayTo } from "../scene/turning.js";
import { t } from "../base/words.js";

/**
 * Return {place(id), site(id), who(ring), range(ring, units)}: names, and whose estimate a ring is; ids where nothing is known.
 * @returns {Promise<PollNames>}
 */
export async function namesHere() {
  const [places, sites, missiles] = await Promise.all([
    getPlaces("").catch(() => []), getWords("live/sites.json").catch(() => []), getWords("live/missiles.json").catch(() => [])]);
  /** @param {{id: string, name: string}[]} list */
  const nameOf = (list) => {
    const names = new Map(list.map(({ id, name }) => [id, name]));
    return (/** @type {string} */ id) => names.get(id) ?? id;
  };
  const known = (/** @type {PollRing} */ ring) => {
    const copy = { ...ring };
    recognise(copy, missiles);
    return copy;
  };
  return {
    place: nameOf(places), site: nameOf(sites), who: (ring) => (ring.label ? saidBy(known(ring)) : ""),
    range: (ring, units) => rangeTold(known(ring), units),
  };
}

/**
 * Return {question, choices: [{name, isRing}]} of a poll.
 * @param {Poll} poll
 * @param {PollNames} names
 * @param {Units} units
 * @returns {PollWords}
 */
export function pollWords({ kind, place, ring, rings }, names, units) {
  const isRing = kind === "believe";
  if (isRing) return { question: t("Whose estimate do you believe?"), choices: rings.map((each) => ({ name: choiceName(each, names, units), isRing })) };
  const who = names.who(ring);
  const range = names.range(ring, units);
  return {
    question: t("In or out? {place}, with {ring} from {site}",
      { place: names.place(place), ring: who ? `${range} (${who})` : range, site: names.site(ring.site) }),
    choices: STATES.filter(({ id }) => id !== "band").map(({ title }) => ({ name: t(title), isRing })),
  };
}

/**
 * "experts via Yonhap: 8,000 km", or from where, if nobody says so.
 * @param {PollRing} ring
 * @param {PollNames} names
 * @param {Units} units
 * @returns {string}
 */
function choiceName(ring, names, units) {
  const who = names.who(ring);
  const range = names.range(ring, units);
  return who ? `${who}: ${range}` : `${range}, ${names.site(ring.site)}`;
}

/**
 * "Inside: 12 (60%). Outside: 8 (40%).": the bars as one reads them out.
 * @param {PollChoice[]} choices
 * @param {number[]} counts
 * @returns {string}
 */
export function resultText(choices, counts) {
  return choices.map(({ name }, index) => `${name}: ${shareText(counts[index], sum(counts))}.`).join(" ");
}

/**
 * The range of a ring as the distance of a place is held against it: with rotation, that in its direction.
 * @param {PollRing & LatLon} ring
 * @param {Way} way
 * @param {Units} units
 * @returns {string}
 */
function rangeTowards(ring, { azimuth }, units) {
  const { spread } = ring;
  const [low, best, high] = [ring.low, ring.best, ring.high].map((km) => (km === null ? null : reachKm(ring, km, azimuth)));
  const range = spread ? rangeTold({ low, best, high, spread }, units) : rangeText({ low, best, high }, units);
  return ring.rotating ? t("{range} in that direction, with Earth's rotation", { range }) : range;
}

/**
 * The right answer of "In or out?", "" where there is none.
 * @param {Poll} poll
 * @param {PollNames} names
 * @param {Units} units
 * @returns {Promise<string>}
 */
export async function rightAnswer({ kind, place, ring }, names, units) {
  if (kind !== "in_out") return "";
  const answer = await getSite(ring.site);
  if (!(place in answer.km)) return "";
  const way = wayTo(answer, place);
  const start = { ...ring, lat: answer.site.lat, lon: answer.site.lon };
  const values = { place: names.place(place), distance: length(way.km, units), site: names.site(ring.site), range: rangeTowards(start, way, units) };
  return {
    in: t("{place} is inside: {distance} from {site}, and the ring is {range}.", values),
    band: t("{place} is in the band: {distance} from {site}, and the estimate is {range}.", values),
    out: t("{place} is outside: {distance} from {site}, and the ring is {range}.", values),
  }[classify(way, start)];
}
