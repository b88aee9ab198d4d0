// Keys, marks and tickets of a class, as a browser keeps them. The key of who leads is in a cookie that no script can read; a page
// knows it while it is open, if it started the class. The tab that leads has a mark, which is no key.
// A browser in a class has a ticket: one vote and a seat, and nothing that anyone would want to steal.

import { url } from "../base/live.js";
import { readCode } from "./code.js";

/** @typedef {"localStorage" | "sessionStorage"} StorageName */

const SECRET = /^[0-9a-f]{32}$/;
const TICKET = /^[A-Za-z0-9]{8,32}$/;
const TICKET_MS = 5000;
const TICKET_KEY = "reachmap.ticket";
const MARK_KEY = "reachmap.leads";
const OLD = /^reachmap\.(class|voter)\./; // kept secrets, in earlier versions
/** @type {Map<string, string>} */
const secrets = new Map(); // of classes started by this page: where cookies are refused, too
/** @type {Map<string, string>} */
const inMemory = new Map(); // where the browser keeps nothing

/** @param {StorageName} storage @param {string} key @returns {string} */
function read(storage, key) {
  try {
    return window[storage].getItem(key) ?? inMemory.get(key) ?? "";
  } catch {
    return inMemory.get(key) ?? "";
  }
}

/** @param {StorageName} storage @param {string} key @param {string} value */
function write(storage, key, value) {
  inMemory.set(key, value);
  try {
    window[storage].setItem(key, value);
  } catch { /* kept while the page is open */ }
}

/** @param {StorageName} storage @param {string} key */
function remove(storage, key) {
  inMemory.delete(key);
  try {
    window[storage].removeItem(key);
  } catch { /* nothing was kept */ }
}

/** Forget what earlier versions kept within reach of scripts. */
export function clearOld() {
  for (const storage of /** @type {StorageName[]} */ (["localStorage", "sessionStorage"])) {
    try {
      Object.keys(window[storage]).filter((key) => OLD.test(key)).forEach((key) => window[storage].removeItem(key));
    } catch { /* nothing is kept here */ }
  }
}

/** @returns {string} */
const draw = () => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** This page, until it is loaded anew: by it a server knows who led, or voted, before a lost connection. */
export const PAGE = draw();

/**
 * Ask the server for a class and return its code. An Error says there is none.
 * @returns {Promise<string>}
 */
export async function newRoom() {
  const answer = await fetch(url("room"), { method: "POST" });
  const { code, secret } = await answer.json();
  if (!answer.ok || readCode(code) !== code || !SECRET.test(secret)) throw new Error("no room");
  secrets.set(code, secret);
  mark(code);
  await keepKey(code, secret).catch(() => {}); // without it the class is led until the page is closed
  return code;
}

/** @param {string} code @param {string} secret @returns {Promise<Response>} */
const keepKey = (code, secret) => fetch(url(`room/${code}/key`), { method: "PUT", headers: { "X-Class-Key": secret } });

/**
 * What proves that this browser leads a class: its secret, or true for the cookie.
 * @param {string} code
 * @returns {string | true}
 */
export const proofOf = (code) => secrets.get(code) ?? true;

/**
 * Forget the key of a class that is over.
 * @param {string} code
 */
export function forgetKey(code) {
  secrets.delete(code);
  fetch(url(`room/${code}/key`), { method: "DELETE", keepalive: true }).catch(() => {}); // it is gone in a day
}

/**
 * Note that this tab leads a class; a new page in it goes on.
 * @param {string} code
 */
export const mark = (code) => write("sessionStorage", MARK_KEY, code);
export const unmark = () => remove("sessionStorage", MARK_KEY);
/** @param {string} code @returns {boolean} */
export const isMarked = (code) => read("sessionStorage", MARK_KEY) === code;

/**
 * Return this browser's ticket, "" if the server gives none now: too many asked at once.
 * @returns {Promise<string>}
 */
export async function ticket() {
  const kept = read("localStorage", TICKET_KEY);
  if (TICKET.test(kept)) return kept;
  const answer = await fetch(url("room/ticket"), { method: "POST", signal: AbortSignal.timeout(TICKET_MS) })
    .then((each) => (each.ok ? each.json() : null)).catch(() => null);
  if (!TICKET.test(answer?.ticket ?? "")) return ""; // "undefined" would look like one
  write("localStorage", TICKET_KEY, answer.ticket);
  return answer.ticket;
}

/** Forget a ticket that the server does not know. */
export const forgetTicket = () => remove("localStorage", TICKET_KEY);
