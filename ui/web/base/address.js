// The page's address: how its query is put together, and the one place that reads and writes it.
// What a change does not name stays as it is written.

import { LINK_KEYS } from "./facts.js";
import { stateToWrite, tellSteps } from "./steps.js";

const AGAIN_MS = 1000;
// The keys of a link in their order, and behind them that of the quiz's page; what is none of them comes last.
const KEYS = [...LINK_KEYS.map(({ name }) => name), "result"];

/**
 * Return the keys of a link that are one of the owners'.
 * @param {LinkKey["owner"][]} owners
 * @returns {string[]}
 */
export const keysOf = (...owners) => LINK_KEYS.filter(({ owner }) => owners.includes(owner)).map(({ name }) => name);

// How a query is put together: pure, of any query with or without its "?"

/**
 * Percent-encode what must be, and keep the rest readable.
 * @param {string} text
 * @returns {string}
 */
const readable = (text) => encodeURIComponent(text).replace(/%20/g, "+").replace(/%2C/g, ",").replace(/%3A/g, ":");

/**
 * Return [[key, value]] as a query.
 * @param {[string, string][]} pairs
 * @returns {string}
 */
export function written(pairs) {
  return pairs.map(([key, value]) => `${readable(key)}=${readable(value)}`).join("&");
}

/**
 * Return the last value of a key, null if it has none.
 * @param {string} query
 * @param {string} key
 * @returns {string | null}
 */
export const valueIn = (query, key) => new URLSearchParams(query).getAll(key).pop() ?? null;

/**
 * Return [[key, value]] of a query without some keys.
 * @param {string} query
 * @param {string[]} keys
 * @returns {[string, string][]}
 */
export const pairsBeside = (query, keys) => [...new URLSearchParams(query)].filter(([key]) => !keys.includes(key));

/**
 * Whether pairs and a query hold the same, but for the keys `beside` it.
 * @param {[string, string][]} pairs
 * @param {string} query
 * @param {string[]} beside
 * @returns {boolean}
 */
export function saysTheSame(pairs, query, beside) {
  /** @param {[string, string][]} all @returns {string} */
  const sorted = (all) => JSON.stringify(all.filter(([key]) => !beside.includes(key)).map(String).sort());
  return sorted(pairs) === sorted(pairsBeside(query, beside));
}

/** @param {string} query @returns {string[]} */
const piecesOf = (query) => query.replace(/^\?/, "").split("&").filter(Boolean);
/** @param {string} piece @returns {[string, string]} */
const pairOf = (piece) => [...new URLSearchParams(piece)][0] ?? ["", ""];
/** @param {string} key @returns {(piece: string) => boolean} */
const isOf = (key) => (piece) => pairOf(piece)[0] === key;
/** @param {string} key @returns {number} */
const rankOf = (key) => (KEYS.includes(key) ? KEYS.indexOf(key) : KEYS.length);

/**
 * Return a query without some keys.
 * @param {string} query
 * @param {string[]} keys
 * @returns {string}
 */
export const without = (query, keys) => piecesOf(query).filter((piece) => !keys.some((key) => isOf(key)(piece))).join("&");

/**
 * Return a query with a value in the place of the first one of its key, or where the contract has it.
 * @param {string} query
 * @param {string} key
 * @param {string} value
 * @returns {string}
 */
export function withFirst(query, key, value) {
  const pieces = piecesOf(query);
  const first = pieces.findIndex(isOf(key));
  const next = pieces.findIndex((piece) => rankOf(pairOf(piece)[0]) > rankOf(key));
  const place = first >= 0 ? first : next >= 0 ? next : pieces.length;
  pieces.splice(place, first >= 0 ? 1 : 0, written([[key, value]]));
  return pieces.join("&");
}

/**
 * Return a query with a value in the place of one of its key's, counted from 0, which is there.
 * @param {string} query
 * @param {string} key
 * @param {number} index
 * @param {string} value
 * @returns {string}
 */
export function withNth(query, key, index, value) {
  let left = index;
  const isNth = (/** @type {string} */ piece) => isOf(key)(piece) && left-- === 0;
  return piecesOf(query).map((piece) => (isNth(piece) ? written([[key, value]]) : piece)).join("&");
}

/**
 * Return a query in which keys have one value each: `values` = {key: text}, or null for none.
 * @param {string} query
 * @param {Record<string, string | null>} values
 * @returns {string}
 */
export function withValues(query, values) {
  return Object.entries(values).reduce((text, [key, value]) => {
    if (value === null) return without(text, [key]);
    const pieces = piecesOf(text);
    const first = pieces.findIndex(isOf(key));
    return withFirst(pieces.filter((piece, at) => at === first || !isOf(key)(piece)).join("&"), key, value);
  }, piecesOf(query).join("&"));
}

// The address of this page

/**
 * The query of the address as it is now, with its "?".
 * @returns {string}
 */
export const query = () => location.search;

/**
 * The last value that the address has for a key, null if none.
 * @param {string} key
 * @returns {string | null}
 */
export const valueOf = (key) => valueIn(query(), key);

/**
 * The address of this page, or of a query in its place, in another language; a page loads anew for it.
 * @param {string} lang
 * @param {string} [asked]
 * @returns {string}
 */
export const addressIn = (lang, asked = query()) => `${location.pathname}?${withValues(asked, { lang })}`;

/**
 * Make a query the address of this page; `isStep`: as a new step in the browser's history.
 * @param {string} text
 * @param {boolean} [isStep]
 */
export function writeQuery(text, isStep = false) {
  writePath(`${location.pathname}${text ? `?${text}` : ""}${location.hash}`, isStep);
}

/**
 * Write the address anew with one value for each key, or null for none; the rest stays.
 * @param {Record<string, string | null>} values
 */
export const writeValues = (values) => writeQuery(withValues(query(), values));

/** @type {{path: string, isStep: boolean, before: string} | null} */
let waiting = null; // the newest address that could not be written, and what stood there
let timer = 0;

/**
 * Write a path and query; if the browser says no, once it lets us: WebKit allows 100 calls in ten seconds.
 * @param {string} path
 * @param {boolean} isStep
 */
function writePath(path, isStep) {
  const isOwed = waiting?.before === location.href && waiting.isStep; // a step that waits is one with what comes after it
  clearTimeout(timer);
  waiting = null;
  try {
    const isNew = isStep || isOwed;
    history[isNew ? "pushState" : "replaceState"](stateToWrite(isNew), "", path);
    tellSteps();
  } catch {
    waiting = { path, isStep: isStep || isOwed, before: location.href };
    timer = setTimeout(tryAgain, AGAIN_MS);
  }
}

function tryAgain() {
  if (waiting && location.href === waiting.before) writePath(waiting.path, waiting.isStep); // else another was newer
}

/**
 * Call `act` when the browser has stepped to another address of this page. Streamlit hears nothing of the
 * step if that answers true (boot/returned.js).
 * @param {() => boolean} act
 */
export function whenReturned(act) {
  const path = location.pathname;
  window.addEventListener("reachmapreturned", (event) => {
    if (location.pathname === path && act()) event.preventDefault();
  });
}

let leaving = false;

/**
 * Call `act` when the page is being left, once or twice: Chromium takes an address only before it is
 * left, iPhones tell only after.
 * @param {() => void} act
 */
export function whenLeft(act) {
  const leave = () => {
    leaving = true;
    setTimeout(() => { leaving = false; }); // or it stays after all
    act();
  };
  for (const kind of ["beforeunload", "pagehide"]) window.addEventListener(kind, leave);
}

/**
 * Whether the page is just being left: what ends only now, such as a drag, cannot wait.
 * @returns {boolean}
 */
export const isLeaving = () => leaving;
