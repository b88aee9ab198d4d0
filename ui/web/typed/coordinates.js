// Coordinates as people type and paste them: decimal degrees, degrees with minutes and seconds, letters or
// words for the hemispheres, a decimal comma, links to maps. What can be read in two ways is refused, with why.

import { isLink, pairInLink } from "./maplinks.js";
import { plainSigns, pointed } from "./signs.js";
import { t } from "../base/words.js";

/** @typedef {{point: LatLon, problem?: undefined} | {point?: undefined, problem: string}} Typed */
/** @typedef {{numbers: number[], marks: string[], letters: string[], isNegative: boolean, isRound: boolean}} Half */

const TOKEN = /[NSEW@#]|[+-]? ?\d+(?:\.\d+)?|[°'"]|[,;/|:]/g;
const AXIS = /** @type {Record<string, "lat" | "lon">} */ ({ N: "lat", S: "lat", "@": "lat", E: "lon", W: "lon", "#": "lon" });
const MARKS = ["°", "'", '"'];
const MOST_CHARS = 2000;

/**
 * Return the point that a text means, or why it is none; null for what is no coordinates at all.
 * @param {string} text
 * @returns {Typed | null}
 */
export function coordinatesIn(text) {
  const given = text.trim().slice(0, MOST_CHARS);
  if (isLink(given)) {
    const pair = pairInLink(given);
    return (pair && coordinatesIn(pair)) || { problem: t("this link holds no coordinates; accepted: the numbers themselves, such as 39.87, 125.27") };
  }
  const plain = plainSigns(given);
  const ways = plain.split(/ \/ /); // an encyclopedia has several, one beside the other
  const read = ways.length > 1 ? ways.map(pairIn).find((each) => each?.point) : null;
  return read ?? pairIn(plain);
}

/** @param {string} plain @returns {Typed | null} */
function pairIn(plain) {
  const whole = pointed(plain);
  const tokens = tokensOf(whole ?? plain);
  if (!tokens) return /\d ?°|[NSEW@#] +\d[^]*[NSEW@#] +\d/.test(plain) ? unread() : null;
  if (!tokens.some(isNumber)) return null;
  if (whole === null) return { problem: t("the commas can be read in two ways; accepted: 39.87, 125.27") };
  const halves = halvesOf(tokens);
  if (!halves) return tokens.every((token) => !/[NSEW@#]/.test(token)) || plain.includes("°") ? unread() : null;
  return pointOf(halves);
}

/** @returns {Typed} */
const unread = () => ({ problem: t("expected LAT,LON in degrees, such as 39.87,125.27 or 39\u00b052'N 125\u00b016'E") });

const isNumber = (/** @type {string} */ token) => /\d/.test(token);

/**
 * The numbers, letters and signs of a text; null if it holds anything else.
 * @param {string} text
 * @returns {string[] | null}
 */
function tokensOf(text) {
  const tokens = text.match(TOKEN) ?? [];
  return text.replace(TOKEN, "").trim() ? null : tokens.map((token) => token.replace(" ", ""));
}

/**
 * The tokens of each coordinate: parted by letters, else by a sign between them, else in the middle.
 * @param {string[]} all
 * @returns {[string[], string[]] | null}
 */
function halvesOf(all) {
  const hasHemispheres = all.some((token) => /[NSEW]/.test(token));
  const tokens = hasHemispheres ? all.filter((token) => !/[@#]/.test(token)) : all;
  const at = partingOf(tokens);
  const halves = /** @type {[string[], string[]]} */ ([tokens.slice(0, at), tokens.slice(at)].map((half) => half.filter((token) => !/[,;/|:]/.test(token))));
  return at > 0 && halves.every((half) => half.some(isNumber)) ? halves : null;
}

/**
 * Where the second coordinate begins; -1 if that is not to be told.
 * @param {string[]} tokens
 * @returns {number}
 */
function partingOf(tokens) {
  const placesOf = (/** @type {RegExp} */ kind) => tokens.flatMap((token, at) => (kind.test(token) ? [at] : []));
  const [letters, signs, numbers, degrees] = [/[NSEW@#]/, /[,;/|]/, /\d/, /\u00b0/].map(placesOf);
  const byLetters = letters.length ? atLetters(letters, tokens.length - 1, numbers.length) : 0;
  if (byLetters) return byLetters;
  if (signs.length === 1) return signs[0];
  if (degrees.length === 2) return degrees[1] - 1;
  return numbers.length % 2 ? -1 : numbers[numbers.length / 2];
}

/**
 * The same by letters, which stand before both coordinates or behind both; 0 where they do not tell.
 * @param {number[]} letters
 * @param {number} last
 * @param {number} numbers
 * @returns {number}
 */
function atLetters([first, second, ...more], last, numbers) {
  if (more.length) return -1;
  const isAfter = first > 0 && (second ?? last) === last;
  if (isAfter && (second || (first < last && numbers === 2))) return first + 1;
  return first === 0 && second < last ? second : 0;
}

/** @param {[string[], string[]]} halves @returns {Typed} */
function pointOf(halves) {
  const parts = halves.map(partsOf);
  if (parts.some(({ numbers, marks }) => numbers.length > 3 || marks.some((mark, at) => mark !== MARKS[at]) || marks.length > numbers.length)) return unread();
  if (parts.some(({ numbers, isRound }) => !isRound || numbers.slice(1).some((each) => each >= 60))) {
    return { problem: t("minutes and seconds are below 60, and only the last number has decimals") };
  }
  if (parts.some(({ isNegative, letters }) => isNegative && /[NSEW]/.test(letters.join("")))) {
    return { problem: t("a minus and a letter are one too many; accepted: -33.9 or 33.9 S") };
  }
  const axes = parts.map(({ letters }) => AXIS[letters[0]]);
  if (axes[0] && axes[0] === axes[1]) return unread();
  const [first, second] = parts.map(degreesOf);
  const isTurned = axes[0] === "lon" || axes[1] === "lat";
  return isTurned ? checked(second, first, true) : checked(first, second, axes.some(Boolean));
}

/** @param {string[]} half @returns {Half} */
function partsOf(half) {
  const written = half.filter(isNumber);
  return {
    numbers: written.map((number) => Math.abs(Number(number))),
    marks: half.filter((token) => MARKS.includes(token)),
    letters: half.filter((token) => token in AXIS),
    isNegative: written[0].startsWith("-"),
    isRound: written.slice(0, -1).every((number) => !number.includes(".")) && written.slice(1).every((number) => !/^[+-]/.test(number)),
  };
}

/** @param {Half} half @returns {number} */
function degreesOf({ numbers: [degrees, minutes = 0, seconds = 0], letters, isNegative }) {
  const size = Number((degrees + minutes / 60 + seconds / 3600).toFixed(minutes || seconds ? 6 : 12)); // 6: a tenth of a metre
  return isNegative || letters[0] === "S" || letters[0] === "W" ? -size : size;
}

/** @param {number} lat @param {number} lon @param {boolean} isNamed which of them is which @returns {Typed} */
function checked(lat, lon, isNamed) {
  if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) return { point: { lat: lat + 0, lon: lon + 0 } };
  if (!isNamed && Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90) {
    return { problem: t("latitude {lat} is beyond 90 degrees; latitude comes first, so perhaps {swapped} is meant",
      { lat: shortest(lat), swapped: pairText({ lat: lon, lon: lat }) }) };
  }
  if (Math.abs(lat) > 90) return { problem: t("latitude {lat} is not between -90 and 90", { lat: shortest(lat) }) };
  return { problem: t("longitude {lon} is not between -180 and 180", { lon: shortest(lon) }) };
}

/** @param {number} value @returns {string} */
const shortest = (value) => (value === 0 ? "0" : value.toFixed(12).replace(/\.?0+$/, ""));

/**
 * A point as links have it: LAT,LON, as short as the numbers allow.
 * @param {LatLon} point
 * @returns {string}
 */
export const pairText = ({ lat, lon }) => `${shortest(lat)},${shortest(lon)}`;
