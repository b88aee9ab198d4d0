// What the browser fetches once and keeps: places, and for each launch site the distance of every
// place and the curve of town population. Python computed them; the browser only compares.

import { bus } from "./bus.js";
import { placesOn } from "./standing.js";
import { LANG } from "./words.js";

const cache = bus().kept;

/**
 * The app's root, below whatever folders: this file comes from its assets.
 * @returns {string}
 */
function base() {
  const { pathname } = new URL(import.meta.url);
  return pathname.slice(0, pathname.lastIndexOf("/assets/") + 1);
}

/**
 * Return the URL of a path below the app's root.
 * @param {string} path
 * @returns {string}
 */
export function url(path) {
  return base() + path;
}

/** @type {{ask: (path: string) => Promise<Reply>, pages: string}} */
const source = { ask: (path) => fetch(url(path)), pages: url("") };

/**
 * Ask for a path below the app's root: a promise of {ok, json()}, as fetch() gives it.
 * @param {string} path
 * @returns {Promise<Reply>}
 */
export function askFor(path) {
  return source.ask(path);
}

/**
 * Have a function answer instead of the server: a saved page has none.
 * @param {(path: string) => Promise<Reply>} answer
 */
export function answerInstead(answer) {
  source.ask = answer;
}

/**
 * Say where the other pages are, for a page that was saved from the app: at the address that it came from.
 * @param {URL} home
 */
export function pagesFrom(home) {
  source.pages = /^https?:$/.test(home.protocol) ? new URL("./", home).href : "";
}

/**
 * The address of a page of the app, seen from wherever this is; "" where nobody knows it.
 * @param {string} name
 * @returns {string}
 */
export function pageUrl(name) {
  return source.pages && source.pages + name;
}

/**
 * Fetch JSON once per URL; a failure is not kept, so the next call tries again.
 * @template {string} P
 * @param {P} path
 * @returns {Promise<LiveAnswer<P>>}
 */
export function getJson(path) {
  if (!cache.has(path)) {
    const asked = askFor(path).then((answer) => {
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return answer.json();
    });
    asked.catch(() => cache.delete(path));
    cache.set(path, asked);
  }
  return /** @type {Promise<LiveAnswer<P>>} */ (cache.get(path)); // the server's word for its form
}

/**
 * Return a path that asks for names, notes and problems in the page's language.
 * @param {string} path
 * @returns {string}
 */
export function inWords(path) {
  return LANG === "en" ? path : `${path}${path.includes("?") ? "&" : "?"}lang=${LANG}`;
}

/**
 * Fetch JSON whose names and notes are in the page's language.
 * @template {string} P
 * @param {P} path
 * @returns {Promise<LiveAnswer<P>>}
 */
export function getWords(path) {
  return /** @type {Promise<LiveAnswer<P>>} */ (getJson(inWords(path)));
}

/**
 * Return all places that stood on a date (or ever): [{id, name, layer, lat, lon, ...}].
 * @param {string | null} date
 * @returns {Promise<Place[]>}
 */
export async function getPlaces(date) {
  const places = await getWords("live/places.json?date=");
  return date ? placesOn(places, date) : places;
}

/**
 * Return {km: {place id: distance}, azimuth: {...}, people: [cumulative by whole km]} of a site.
 * @param {string} site
 * @returns {Promise<Answer>}
 */
export function getSite(site) {
  const path = inWords(`live/site.json?site=${encodeURIComponent(site)}`);
  const fresh = !cache.has(path);
  const asked = /** @type {Promise<Answer>} */ (getJson(path));
  if (fresh) asked.then(unpackPeople, () => {});
  return asked;
}

/** @param {Answer} answer */
function unpackPeople(answer) {
  let sum = 0;
  answer.people = answer.people.map((step) => (sum += step));
}
