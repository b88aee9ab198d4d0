// The links that leave the app, and the names of files: the rules of geo/share/links.py, word for word;
// browser tests compare the two.

import { written } from "../base/address.js";
import { url } from "../base/live.js";
import { edges } from "../scene/edges.js";
import { short } from "../scene/lengths.js";
import { toPairs } from "../scene/link.js";
import { shownRings, speaking, withoutWords } from "../scene/scene.js";

const READABLE_CHARS = 150; // of a printed link: more is typed by nobody
const EMBED = 'width="600" height="400" style="border:0" loading="lazy" allow="clipboard-write" allowfullscreen title="Reachmap: range rings"';
/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };

/**
 * Return the query of a view as Python writes it: a link in a mail must not end at an apostrophe.
 * @param {Scene} scene
 * @returns {string}
 */
export function viewQuery(scene) {
  return written(toPairs(scene, scene.lang)).replace(/[!'*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * Return the link that opens this view.
 * @param {Scene} scene
 * @returns {string}
 */
export function viewLink(scene) {
  return `${location.origin}${url("")}?${viewQuery(scene)}`;
}

/**
 * Return a link to print: without names, where they make it too long to type.
 * @param {Scene} scene
 * @returns {string}
 */
export function shortLink(scene) {
  const link = viewLink(scene);
  if (link.length <= READABLE_CHARS) return link;
  return viewLink(withoutWords(scene));
}

/**
 * Return the HTML that shows this view in a page of someone else.
 * @param {Scene} scene
 * @returns {string}
 */
export function embedSnippet(scene) {
  const source = `${viewLink(scene)}&embed=true`.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
  return `<iframe src="${source}" ${EMBED}></iframe>`;
}

/**
 * Return a file name that says what is shown: `reachmap_sohae_8000km_and_2_more.png`, the ring that speaks.
 * @param {Scene} scene
 * @param {string} ending
 * @returns {string}
 */
export function fileName(scene, ending) {
  const ring = scene.rings[speaking(scene) ?? scene.active];
  const site = ring.site.replace(/[^A-Za-z0-9.-]+/g, "_").replace(/^_+|_+$/g, "");
  const km = edges(ring).map((edge) => short(edge.km)).join("-");
  const more = shownRings(scene).length - 1;
  const words = ["reachmap", site, `${km}km`, ...(more > 0 ? [`and_${more}_more`] : [])];
  return `${words.join("_")}.${ending}`;
}
