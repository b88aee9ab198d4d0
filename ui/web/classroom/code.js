// The code of a class: as it is typed, as it stands in the address, and as it is shown.

import { query, valueOf, withValues, without, writeQuery } from "../base/address.js";
import { t } from "../base/words.js";

const CODE = /^[0-9A-HJKMNP-TV-Z]{6}$/; // Crockford's base32, which has no I, L, O and U
const ALIKE = { O: "0", I: "1", L: "1" };
const SHOWN_CHARS = 40; // of what is no code, in a message

/** Return the code that was typed in whatever case, with spaces or hyphens; "" if it is none. */
export function readCode(text) {
  const plain = text.slice(0, SHOWN_CHARS).normalize("NFKC").toUpperCase();
  const code = plain.replace(/[\s\p{Pd}]/gu, "").replace(/[OIL]/g, (letter) => ALIKE[letter]);
  return CODE.test(code) ? code : "";
}

/** "K7M2QX" -> "K7M 2QX": as one reads it to a class. */
export const spelled = (code) => `${code.slice(0, 3)} ${code.slice(3)}`;

/** Say what is wrong with a text that is no code, and what is accepted. */
export function notACode(text) {
  const value = text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)}\u2026` : text;
  return t("\u201c{value}\u201d is not the code of a class. A code has six digits and letters without U, such as K7M 2QX.", { value });
}

/** Return what the address says of a class, "" if nothing. */
export function roomInAddress() {
  return valueOf("room") ?? "";
}

/** Write the address anew: with a code, or with "" without a class; `dropped` are keys to leave out. */
export function writeRoom(code, dropped = []) {
  writeQuery(withValues(without(query(), dropped), { room: code || null }));
}
