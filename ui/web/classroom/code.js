// The code of a class: as it is typed, as it stands in the address, and as it is shown.

import { query, valueOf, withValues, without, writeQuery } from "../base/address.js";
import { LIMITS } from "../base/facts.js";
import { t } from "../base/words.js";

const CODE = new RegExp(`^${LIMITS.room}$`);
const MISREAD = new RegExp(`[${Object.keys(LIMITS.misread).join("")}]`, "g");
const MOST_CHARS = 2000; // of a text in which a code is looked for
const SHOWN_CHARS = 40; // of what is no code, in a message

/**
 * Return the code that was typed in whatever case, with spaces or hyphens, or stands in a link or a sentence
 * that was pasted; "" if there is none, or more than one.
 * @param {string} text
 * @returns {string}
 */
export function readCode(text) {
  const plain = opened(text.slice(0, MOST_CHARS)).normalize("NFKC").replace(/\p{Cf}/gu, "").trim();
  return codeOf(plain) || inLink(plain) || inSentence(plain);
}

/** @param {string} text @returns {string} */
function codeOf(text) {
  const code = text.toUpperCase().replace(/[\s\p{Pd}]/gu, "").replace(MISREAD, (letter) => LIMITS.misread[letter]);
  return CODE.test(code) ? code : "";
}

/**
 * What stands in an address behind "room=", however often that was encoded.
 * @param {string} text
 * @returns {string}
 */
function inLink(text) {
  const found = /(?:^|[?&;\s]|amp;)room\s*=\s*(?:3D)?([0-9a-z]{3}[+\s\p{Pd}]?[0-9a-z]{3})(?![0-9a-z])/iu.exec(text);
  return found ? codeOf(found[1].replace("+", "")) : "";
}

/**
 * The one code among other words: it is named as such, or it has a digit, or it alone is in capitals.
 * @param {string} text
 * @returns {string}
 */
function inSentence(text) {
  const named = /(?:code|room|class|\ucf54\ub4dc|\ubc88\ud638)\s*(?:is|\ub294|:|=|-)\s*(\w{3}[\s\p{Pd}]?\w{3})(?!\w)/iu.exec(text);
  const all = [...text.matchAll(/(?<![0-9A-Za-z])(?=(\w{3}[ \u00a0\p{Pd}]?\w{3})(?![0-9A-Za-z]))/gu)].map(([, each]) => each);
  const ways = [named ? [named[1]] : [], all.filter((each) => /\d/.test(each)), all.filter((each) => each === each.toUpperCase())];
  const codes = ways.map((way) => [...new Set(way.map(codeOf).filter(Boolean))]).find((each) => each.length) ?? [];
  return codes.length === 1 ? codes[0] : "";
}

/** @param {string} text @returns {string} */
function opened(text) {
  try {
    const once = decodeURIComponent(text);
    return once === text ? text : opened(once);
  } catch {
    return text;
  }
}

/**
 * "K7M2QX" -> "K7M 2QX": as one reads it to a class.
 * @param {string} code
 * @returns {string}
 */
export const spelled = (code) => `${code.slice(0, 3)} ${code.slice(3)}`;

/**
 * Say what is wrong with a text that is no code, and what is accepted.
 * @param {string} text
 * @returns {string}
 */
export function notACode(text) {
  const value = text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)}\u2026` : text;
  return t("\u201c{value}\u201d is not the code of a class. A code has six digits and letters without U, such as K7M 2QX.", { value });
}

/**
 * Return what the address says of a class, "" if nothing.
 * @returns {string}
 */
export function roomInAddress() {
  return valueOf("room") ?? "";
}

/**
 * Whether the address has a view: a tab that led shows it again, others begin with the class's.
 * @returns {boolean}
 */
export const hasOwnView = () => ["ring", "story"].some((key) => valueOf(key) !== null);

/**
 * Write the address anew: with a code, or with "" without a class; `dropped` are keys to leave out.
 * @param {string} code
 * @param {string[]} [dropped]
 */
export function writeRoom(code, dropped = []) {
  writeQuery(withValues(without(query(), dropped), { room: code || null }));
}
