// Links to places on maps of others: what they hold of latitude and longitude, as text.

const NUMBER = "[+-]?\\d{1,3}(?:\\.\\d+)?";
const PAIR = `(${NUMBER})\\s*[,~]\\s*(${NUMBER})`;
const KEYS = "q|query|ll|sll|cbll|center|centre|daddr|saddr|destination|loc|map|cp|coords?|coordinate|at|ring|viewpoint|where1";

/** The patterns of a link, the surest first; each has latitude, then longitude. */
const FORMS = [
  /!3d([+-]?\d+(?:\.\d+)?)!4d([+-]?\d+(?:\.\d+)?)/, // Google: the place itself, not the middle of the view
  new RegExp(`[?&#;](?:m?lat|latitude|y)=(${NUMBER})&(?:[^=&]*=[^&]*&)*?(?:m?lon|m?lng|longitude|x)=(${NUMBER})`, "i"),
  new RegExp(`[?&#](?:${KEYS})=(?:loc:)?\\s*${PAIR}`, "i"),
  new RegExp(`^geo:${PAIR}`, "i"),
  new RegExp(`@${PAIR}`), // Google, Naver: the middle of the view
  new RegExp(`[#&?](?:map)=\\d+(?:\\.\\d+)?/(${NUMBER})/(${NUMBER})`, "i"), // OpenStreetMap
  new RegExp(`/link/(?:map|to|roadview)/(?:[^/,]*,)?${PAIR}`, "i"), // Kakao
  new RegExp(`#\\d+(?:\\.\\d+)?/(${NUMBER})/(${NUMBER})`), // many maps
  new RegExp(`/${PAIR}(?:[/?,]|$)`), // Google's search, Apple's and others' places
];
const TURNED = new RegExp(`[?&](?:ll|pt)=${PAIR}`, "i"); // Yandex: longitude first
const GEOHACK = /[?&]params=([\d._]+_[NS])_([\d._]+_[EW])/i; // Wikipedia

/**
 * Whether a text is an address, of whichever kind.
 * @param {string} text
 * @returns {boolean}
 */
export const isLink = (text) => /^(?:[a-z][a-z.+-]*:\/\/|geo:|www\.|(?:maps?|goo)\.[a-z]+)\S*/i.test(text) && !/^\S*\s+\S/.test(text.replace(/, /g, ","));

/** @param {string} text @returns {string} */
function opened(text) {
  try {
    return decodeURIComponent(text.replace(/\+/g, " "));
  } catch {
    return text;
  }
}

/**
 * Return the coordinates that a link holds, as somebody might type them; "" if it holds none.
 * @param {string} link
 * @returns {string}
 */
export function pairInLink(link) {
  const text = opened(link.trim());
  const turned = /yandex\./i.test(text) && TURNED.exec(text);
  if (turned) return `${turned[2]}, ${turned[1]}`;
  const geohack = GEOHACK.exec(text);
  if (geohack) return `${geohack[1]}, ${geohack[2]}`.replaceAll("_", " ");
  const spelled = /\/(?:place|search)\/([^/@]*\d\s*\u00b0[^/@]*)/.exec(text); // 39\u00b039'36"N 124\u00b042'00"E
  if (spelled && !text.includes("!4d")) return spelled[1];
  const found = FORMS.map((form) => form.exec(text)).find((each) => each && !(/^geo:0,0\?/i.test(text) && each[0].startsWith("geo:")));
  return found ? `${found[1]}, ${found[2]}` : "";
}
