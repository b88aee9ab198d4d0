// Coordinates in one spelling: half-width digits, plain signs for degrees, minutes and seconds, the letters
// N, S, E and W for words, "@" for "latitude" and "#" for "longitude". What means nothing here stays as it is.

/** Each pattern becomes what stands beside it, in this order. */
const BEFORE = /** @type {[RegExp, string][]} */ ([
  [/[\p{Cf}\p{Variation_Selector}]/gu, ""], // not seen, and copied along
  [/[\u00ba\u02da\u2070\u2218\u2103]|&deg;/g, "°"], // NFKC would make letters of some
  [/[\u2033\u02ba\u3003]|\u2032\u2032|''/g, '"'],
]);
const WORDS = /** @type {[RegExp, string][]} */ ([
  [/[\u2010-\u2015\u2212\u207b]/g, "-"],
  [/[\u2032\u2018\u2019\u201b\u02b9\u02bc`\u00b4]/g, "'"],
  [/[\u201c-\u201f]|''/g, '"'],
  [/[\u3001\uff64]/g, ","],
  [/\s*\([^()\d]*\)$/, ""], // a name behind it
  [/^(?:coordinates?|coords?|gps|location|position|\uc88c\ud45c|\uc704\uce58)\s*[:=]?\s*/i, ""],
  [/(?:\ubd81\uc704|\u5317[\u7def\u7eac])/g, " N "], [/(?:\ub0a8\uc704|\u5357[\u7def\u7eac])/g, " S "],
  [/(?:\ub3d9\uacbd|[\u6771\u4e1c][\u7d4c\u7ecf\u7d93])/g, " E "], [/(?:\uc11c\uacbd|\u897f[\u7d4c\u7ecf\u7d93])/g, " W "],
  [/^wgs[ -]?84\s*[:,]?\s*/i, ""],
  // Well-known text and GeoJSON: longitude first.
  [/^(?:srid=4326;)?\s*point\s*z?\s*\(\s*([-+\d.]+)[\s,]+([-+\d.]+)[^()]*\)$/i, "# $1 @ $2"],
  [/^\{.*"coordinates"\s*:\s*\[\s*([-+\d.]+)\s*,\s*([-+\d.]+)[^[]*$/i, "# $1 @ $2"],
  [/(?<=\d)\s*&\s*(?=lon|lng)/i, ", "],
  [/(\d)\s*d\s*([\d.]+)\s*m\s*([\d.]+)\s*s/gi, "$1° $2' $3\" "],
  [/(\d)\s*d\s*([\d.]+)\s*m(?![a-df-mo-rt-vx-z])/gi, "$1° $2' "],
  [/["']?(?:\blat(?:itude)?\b\.?|\uc704\ub3c4|[\u7def\u7eac]\u5ea6)["']?\s*[:=]?/gi, " @ "],
  [/["']?(?:\b(?:lon|lng|long|longitude)\b\.?|\uacbd\ub3c4|[\u7d4c\u7ecf\u7d93]\u5ea6)["']?\s*[:=]?/gi, " # "],
  [/\b(north|south|east|west)\b/gi, " $1 "],
  [/(?<=\d)\s*(?:degrees?|degs?\b\.?|\ub3c4|\u5ea6)/gi, "° "],
  [/(?<=\d)\s*(?:minutes?|mins?\b\.?|\ubd84|\u5206)/gi, "' "],
  [/(?<=\d)\s*(?:seconds?|secs?\b\.?|\ucd08|\u79d2)/gi, '" '],
]);
const LETTERS = /** @type {Record<string, string>} */ ({ NORTH: "N", SOUTH: "S", EAST: "E", WEST: "W" });
const LEFT_OVER = /^[\s,;.[({<]+|[\s,;./\])}>\u3002]+$/g;

/** @param {string} text @param {[RegExp, string][]} pairs @returns {string} */
const replaced = (text, pairs) => pairs.reduce((all, [pattern, sign]) => all.replace(pattern, sign), text);

/**
 * Return a text in the one spelling of coordinates, without brackets around it and marks behind it.
 * @param {string} text
 * @returns {string}
 */
export function plainSigns(text) {
  const plain = replaced(replaced(text, BEFORE).normalize("NFKC"), WORDS);
  return plain.toUpperCase().replace(/NORTH|SOUTH|EAST|WEST/g, (word) => LETTERS[word])
    .replace(/([NSEW])\.(?!\d)/g, "$1").replace(LEFT_OVER, "").replace(/\s+/g, " ");
}

/**
 * Return a text with points where commas part decimals, "39,66 124,70"; null where that is not to be told.
 * @param {string} text in the one spelling
 * @returns {string | null}
 */
export function pointed(text) {
  const isPointed = /\d\.\d/.test(text);
  const numbers = text.match(/\d+(?:[.,]\d+)*/g) ?? [];
  const withComma = numbers.filter((number) => number.includes(","));
  if (isPointed) return text; // "39.66,124.70"
  if (withComma.some((number) => number.split(",").length > 2)) return null;
  if (!withComma.length || numbers.length < 2) return text; // "39,124"
  return text.replace(/(\d),(?=\d)/g, "$1.");
}
