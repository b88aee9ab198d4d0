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

/** @param {unknown} value @param {number} low @param {number} high @returns {value is number} */
const isNumber = (value, low, high) => typeof value === "number" && value >= low && value <= high;
/** @param {unknown} value @param {number} low @param {number} high @returns {value is number} */
const isWhole = (value, low, high) => Number.isInteger(value) && isNumber(value, low, high);
/** @param {unknown} value @param {RegExp} pattern @returns {value is string} */
const isText = (value, pattern) => typeof value === "string" && pattern.test(value);
/**
 * @param {unknown} value
 * @param {number} most
 * @param {(each: unknown) => boolean} test
 * @returns {value is string[]}
 */
const isList = (value, most, test) => Array.isArray(value) && value.length <= most && value.every((each) => test(each));
/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isTable = (value) => typeof value === "object" && value !== null;
/** @param {unknown} value @returns {value is number | null} */
const isRange = (value) => value === null || isNumber(value, MIN_KM, MAX_KM);

/**
 * Return the edges of a ring as a message gives them, null if they are none.
 * @param {Record<string, unknown>} raw
 * @returns {Edges | null}
 */
function rangeOf({ low = null, best = null, high = null }) {
  if (!isRange(low) || !isRange(best) || !isRange(high) || (best === null && high === null)) return null;
  const given = [low, best, high].filter((km) => km !== null);
  if (given.some((km, i) => i && km <= given[i - 1])) return null;
  if (low !== null && high === null) return null;
  return { low, best, high };
}

/**
 * Return a ring without what is not known here, null if something is wrong with it.
 * @param {unknown} raw
 * @returns {Ring | null}
 */
function ringOf(raw) {
  const ring = namedRing(raw);
  if (!ring || !isTable(raw) || !isNumber(raw.lat, -90, 90) || !isNumber(raw.lon, -180, 180)) return null;
  return { ...ring, name: ring.site, lat: raw.lat, lon: raw.lon };
}

/** @param {unknown} value @returns {value is string} */
const isDay = (value) => isText(value, DAY) && !Number.isNaN(Date.parse(value));
/** @param {unknown} value @returns {value is Camera} */
const isView = (value) => Array.isArray(value) && value.length === 3 && isNumber(value[0], -90, 90) &&
  isNumber(value[1], -180, 180) && isNumber(value[2], 0, 22);

/** @param {unknown} value @returns {value is Units} */
const isUnits = (value) => typeof value === "string" && Object.hasOwn(KM_PER_UNIT, value);

/**
 * Return all of a scene but its rings, null if something is wrong with it.
 * @param {Record<string, unknown>} raw
 * @param {string[]} layers
 * @returns {Pick<ClassScene, "show" | "units" | "date" | "radars" | "at" | "targets"> | null}
 */
function settingsOf({ show, units, date = null, radars = [], at = null, targets }, layers) {
  if (!isList(show, layers.length, (layer) => layers.some((each) => each === layer)) || !isUnits(units)) return null;
  if (!(date === null || isDay(date)) || !(at === null || isView(at))) return null;
  if (!isList(radars, MOST_RADARS, (radar) => isText(radar, RADAR))) return null;
  return isList(targets, MOST_TARGETS, (id) => isText(id, ID)) ? { show, units, date, radars, at, targets } : null;
}

/**
 * Return the scene of a message, null if something is wrong with it. `layers` are those known here.
 * @param {unknown} raw
 * @param {string[]} layers
 * @returns {ClassScene | null}
 */
export function sceneOf(raw, layers) {
  if (!isTable(raw) || !Array.isArray(raw.rings) || raw.rings.length > MAX_RINGS) return null;
  const rings = raw.rings.map(ringOf).filter((ring) => ring !== null);
  const settings = settingsOf(raw, layers);
  const { active = 0, story, step } = raw;
  if (!settings || rings.length < raw.rings.length || !isWhole(active, 0, rings.length - 1)) return null;
  const visit = isText(story, ID) && isWhole(step, 1, 1000) ? { story, step } : { story: "", step: 1 };
  return { rings, ...settings, active, ...visit };
}

/**
 * Return the size of the leader's map, null if it is not told.
 * @param {unknown} raw
 * @returns {MapSize | null}
 */
export function sizeOf(raw) {
  const [width, height] = Array.isArray(raw) && raw.length === 2 ? raw : [];
  return isWhole(width, 50, MOST_PX) && isWhole(height, 50, MOST_PX) ? [width, height] : null;
}

/**
 * Return the words of a teacher's own story, null if there are none.
 * @param {unknown} raw
 * @returns {StepWords | null}
 */
export function wordsOf(raw) {
  if (!isTable(raw)) return null;
  const isFine = Object.entries(LIMITS.class_words).every(([key, most]) => {
    const words = raw[key] ?? "";
    return typeof words === "string" && [...words].length <= most;
  });
  const { title, text, question } = /** @type {Partial<StepWords>} */ (raw);
  return isFine ? { title: title ?? "", text: text ?? "", question: question ?? "" } : null;
}

/**
 * A ring as polls name it: it is not drawn, so it needs no coordinates.
 * @param {unknown} raw
 * @returns {PollRing | null}
 */
function namedRing(raw) {
  const range = isTable(raw) ? rangeOf(raw) : null;
  if (!range || !isTable(raw) || !isText(raw.site, SITE)) return null;
  const label = raw.label ?? "";
  return typeof label === "string" ? { site: raw.site, ...range, label: cleanLabel(label) } : null;
}

/**
 * Return {id, kind, place, ring, rings} of a poll, null if something is wrong with it.
 * @param {unknown} raw
 * @returns {Poll | null}
 */
export function pollOf(raw) {
  if (!isTable(raw)) return null;
  const { id, kind, place, choices } = raw;
  if (!(isWhole(id, 0, Number.MAX_SAFE_INTEGER) || isText(id, ID)) || !Array.isArray(choices)) return null;
  if (kind === "in_out") {
    const ring = namedRing(raw.ring);
    return ring && isText(place, ID) && choices.length === 2 ? { id, kind, place, ring, rings: [] } : null;
  }
  const rings = choices.slice(0, MAX_RINGS + 1).map(namedRing).filter((ring) => ring !== null);
  const isFine = kind === "believe" && rings.length > 0 && rings.length <= MAX_RINGS && rings.length === choices.length;
  return isFine ? { id, kind, place: "", ring: null, rings } : null;
}

/**
 * Return the counts of a poll's bars, [] where they are taken away, null if something is wrong.
 * @param {unknown} raw
 * @param {Poll | null} poll
 * @returns {number[] | null}
 */
export function countsOf(raw, poll) {
  if (!isTable(raw) || !poll || raw.poll !== poll.id || !Array.isArray(raw.counts)) return null;
  const { counts } = raw;
  if (!counts.length) return [];
  const isFine = counts.length === (poll.rings.length || 2) && counts.every((each) => isWhole(each, 0, MOST_VOTES));
  return isFine ? counts : null;
}
