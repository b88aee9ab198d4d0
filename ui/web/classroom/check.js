// What may come from a class: each message is looked at before anything of it is shown. A message
// with one wrong value is no message.

import { KM_PER_UNIT, LIMITS } from "../base/facts.js";
import { cleanLabel } from "../scene/edits.js";
import { MAX_KM, MAX_RINGS, MIN_KM } from "../scene/scene.js";

const ID = /^[A-Za-z0-9_-]{1,80}$/;
const SITE = /^(?:[a-z0-9_]{1,60}|-?\d{1,2}(?:\.\d{1,12})?,-?\d{1,3}(?:\.\d{1,12})?)$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const RADAR = /^[a-z0-9_]{1,60}~\d{1,5}(?:\.\d{1,12})?~\d{1,3}(?:\.\d{1,12})?~\d{1,3}(?:\.\d{1,12})?$/;
const MOST_TARGETS = 400;
const MOST_RADARS = 50;
const MOST_PX = 20000;
const MOST_VOTES = 1e6;

const isNumber = (value, low, high) => typeof value === "number" && value >= low && value <= high;
const isWhole = (value, low, high) => Number.isInteger(value) && value >= low && value <= high;
const isText = (value, pattern) => typeof value === "string" && pattern.test(value);
const isList = (value, most, test) => Array.isArray(value) && value.length <= most && value.every(test);
const isRange = (value) => value === null || isNumber(value, MIN_KM, MAX_KM);

/** Return the edges of a ring as a message gives them, null if they are none. */
function rangeOf({ low = null, best = null, high = null }) {
  if (![low, best, high].every(isRange) || (best === null && high === null)) return null;
  const given = [low, best, high].filter((km) => km !== null);
  if (given.some((km, i) => i && km <= given[i - 1])) return null;
  if (low !== null && high === null) return null;
  return { low, best, high };
}

/** Return a ring without what is not known here, null if something is wrong with it. */
function ringOf(raw) {
  const range = raw && typeof raw === "object" ? rangeOf(raw) : null;
  if (!range || !isText(raw.site, SITE) || typeof (raw.label ?? "") !== "string") return null;
  if (!isNumber(raw.lat, -90, 90) || !isNumber(raw.lon, -180, 180)) return null;
  return { site: raw.site, name: raw.site, lat: raw.lat, lon: raw.lon, ...range, label: cleanLabel(raw.label ?? "") };
}

const isDay = (value) => isText(value, DAY) && !Number.isNaN(Date.parse(value));
const isView = (value) => Array.isArray(value) && value.length === 3 && isNumber(value[0], -90, 90) &&
  isNumber(value[1], -180, 180) && isNumber(value[2], 0, 22);

/** Return the scene of a message, null if something is wrong with it. `layers` are those known here. */
export function sceneOf(raw, layers) {
  if (!raw || typeof raw !== "object" || !Array.isArray(raw.rings)) return null;
  const rings = raw.rings.slice(0, MAX_RINGS + 1).map(ringOf);
  const { show, units, date = null, radars = [], at = null, targets, active = 0 } = raw;
  const isFine = rings.length > 0 && rings.length <= MAX_RINGS && rings.every(Boolean) &&
    isList(show, layers.length, (layer) => layers.includes(layer)) && typeof units === "string" &&
    Object.hasOwn(KM_PER_UNIT, units) && (date === null || isDay(date)) &&
    isList(radars, MOST_RADARS, (radar) => isText(radar, RADAR)) && (at === null || isView(at)) &&
    isList(targets, MOST_TARGETS, (id) => isText(id, ID)) && isWhole(active, 0, rings.length - 1);
  if (!isFine) return null;
  const story = isText(raw.story ?? "", ID) && isWhole(raw.step, 1, 1000) ? { story: raw.story, step: raw.step } : { story: "", step: 1 };
  return { rings, show, units, date, radars, at, targets, active, ...story };
}

/** Return the size of the leader's map, null if it is not told. */
export function sizeOf(raw) {
  return Array.isArray(raw) && raw.length === 2 && raw.every((px) => isWhole(px, 50, MOST_PX)) ? raw : null;
}

/** Return the words of a teacher's own story, null if there are none. */
export function wordsOf(raw) {
  if (!raw || typeof raw !== "object") return null;
  const isFine = Object.entries(LIMITS.class_words).every(([key, most]) =>
    typeof (raw[key] ?? "") === "string" && [...(raw[key] ?? "")].length <= most);
  return isFine ? { title: raw.title ?? "", text: raw.text ?? "", question: raw.question ?? "" } : null;
}

/** A ring as polls name it: it is not drawn, so it needs no coordinates. */
function namedRing(raw) {
  const range = raw && typeof raw === "object" ? rangeOf(raw) : null;
  if (!range || !isText(raw.site, SITE) || typeof (raw.label ?? "") !== "string") return null;
  return { site: raw.site, ...range, label: cleanLabel(raw.label ?? "") };
}

/** Return {id, kind, place, ring, rings} of a poll, null if something is wrong with it. */
export function pollOf(raw) {
  if (!raw || typeof raw !== "object") return null;
  const { id, kind, place, choices } = raw;
  if (!(isWhole(id, 0, Number.MAX_SAFE_INTEGER) || isText(id, ID)) || !Array.isArray(choices)) return null;
  if (kind === "in_out") {
    const ring = namedRing(raw.ring);
    return ring && isText(place, ID) && choices.length === 2 ? { id, kind, place, ring, rings: [] } : null;
  }
  const rings = choices.slice(0, MAX_RINGS + 1).map(namedRing);
  const isFine = kind === "believe" && rings.length > 0 && rings.length <= MAX_RINGS && rings.every(Boolean);
  return isFine ? { id, kind, place: "", ring: null, rings } : null;
}

/** Return the counts of a poll's bars, [] where they are taken away, null if something is wrong. */
export function countsOf(raw, poll) {
  if (!raw || typeof raw !== "object" || !poll || raw.poll !== poll.id || !Array.isArray(raw.counts)) return null;
  const { counts } = raw;
  if (!counts.length) return [];
  const isFine = counts.length === (poll.rings.length || 2) && counts.every((each) => isWhole(each, 0, MOST_VOTES));
  return isFine ? counts : null;
}
