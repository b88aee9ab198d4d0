// What a browser keeps of a class: a leader's secret, and the token that keeps a phone that connects
// again from voting twice. Neither is ever shown or part of a link.

import { url } from "./live.js";
import { readCode } from "./roomcode.js";

const SECRET = /^[0-9a-f]{32}$/;
const TOKEN = /^[A-Za-z0-9]{8,32}$/;
const DAY_MS = 86400000; // a room has ended long before
const PREFIX = "reachmap.class.";
const inMemory = new Map(); // where the browser keeps nothing

function read(storage, key) {
  try {
    return window[storage].getItem(key) ?? inMemory.get(key) ?? "";
  } catch {
    return inMemory.get(key) ?? "";
  }
}

function write(storage, key, value) {
  inMemory.set(key, value);
  try {
    window[storage].setItem(key, value);
  } catch { /* kept while the page is open */ }
}

/** Forget the secrets of classes of days past. */
function clearOld() {
  try {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
      const since = Number(localStorage.getItem(key).split(" ")[1]);
      if (!(Date.now() - since < DAY_MS)) localStorage.removeItem(key);
    }
  } catch { /* nothing is kept here */ }
}

const isSecret = (text) => typeof text === "string" && SECRET.test(text);

/** Keep the secret of a class that this browser leads. */
function keepSecret(code, secret) {
  clearOld();
  write("localStorage", PREFIX + code, `${secret} ${Date.now()}`);
}

/** Ask the server for a class and return its code; the secret is kept. An Error says there is none. */
export async function newRoom() {
  const answer = await fetch(url("room"), { method: "POST" });
  const { code, secret } = await answer.json();
  if (!answer.ok || readCode(code) !== code || !isSecret(secret)) throw new Error("no room");
  keepSecret(code, secret);
  return code;
}

/** Return the secret of a class, "" unless this browser leads it. */
export function secretOf(code) {
  const [secret] = read("localStorage", PREFIX + code).split(" ");
  return isSecret(secret) ? secret : "";
}

/** Forget the secret of a class that is over. */
export function forgetSecret(code) {
  inMemory.delete(PREFIX + code);
  try {
    localStorage.removeItem(PREFIX + code);
  } catch { /* nothing was kept */ }
}

/** Return this tab's token for the polls of a class: random, the same until the tab is closed. */
export function voterOf(code) {
  const key = `reachmap.voter.${code}`;
  const kept = read("sessionStorage", key);
  if (TOKEN.test(kept)) return kept;
  const token = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  write("sessionStorage", key, token);
  return token;
}
