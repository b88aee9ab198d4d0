// The code of a class: as it is typed, as it stands in the address, and as it is shown.

import { query, valueOf, withValues, without, writeQuery } from "../base/address.js";
import { LIMITS } from "../base/facts.js";
import { t } from "../base/words.js";

const CODE = new RegExp(`^${LIMITS.room}$`);
const MISREAD = new RegExp(`[${Object.keys(LIMITS.misread).join("")}]`, "g");
const SHOWN_CHARS = 40; // of what is no code, in a message

/**
 * Return the code that was typed in whatever case, with spaces or hyphens; "" if it is none.
 * @param {string} text
 * @returns {string}
 */
export function readCode(text) {
  const plain = text.slice(0, SHOWN_CHARS).normalize("NFKC").toUpperCase();
  const code = plain.replace(/[\s\p{Pd}]/gu, "").replace(MISREAD, (letter) => LIMITS.misread[letter]);
  return CODE.test(code) ? code : "";
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
