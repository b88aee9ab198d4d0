// A scene as a link: what differs from the default, key by key, as geo.link.query.encode writes it.

import { keysOf, pairsBeside, written } from "../base/address.js";
import { DEFAULT_LAYERS, LINK_KEYS, LINK_VERSION } from "../base/facts.js";
import { edges } from "./edges.js";
import { short } from "./lengths.js";

/** The query keys this module writes; all others in the address are left as they are. */
export const OWN_KEYS = keysOf("view", "format", "step");
const DEFAULT_SHOW = DEFAULT_LAYERS.join(",");

/**
 * A ring as it stands in a link.
 * @param {Ring} ring
 * @returns {string}
 */
export function ringText(ring) {
  const km = ring.spread?.text ?? edges(ring).map((edge) => short(edge.km)).join("-");
  return `${ring.site}~${km}${ring.rotating ? ":rotating" : ""}${ring.label ? `~${ring.label}` : ""}`;
}

/**
 * @param {string} text
 * @param {string} usual
 * @returns {string[]}
 */
const unless = (text, usual) => (text === usual ? [] : [text]);

/**
 * The values of a key, as geo/link/keys.py writes them, where neither a text of the scene is one as it stands nor a switch.
 * @type {Record<string, (scene: Scene) => string[]>}
 */
const VALUES = {
  ring: ({ rings }) => rings.map(ringText),
  on: ({ active }) => (active ? [String(active + 1)] : []),
  show: ({ layers, show }) => unless(layers.filter((layer) => show.includes(layer)).join(","), DEFAULT_SHOW),
  radar: ({ radars }) => radars.map(({ id, km, azimuth, width }) => [id, ...[km, azimuth, width].map((each) => short(each))].join("~")),
  at: ({ at }) => (at ? [at.map((value) => short(value, 4)).join(",")] : []),
  name: ({ names }) => unless(names.join(","), ""),
  tests: ({ tests }) => unless(tests.join(","), ""),
  legend: ({ legend }) => (legend ? [] : ["0"]),
  hide: ({ rings }) => unless(rings.flatMap(({ hidden }, index) => (hidden ? [index + 1] : [])).join(","), ""),
  to: ({ targets, defaultTargets }) => unless(targets.join(","), defaultTargets.join(",")),
};

/**
 * The values with which a link says what differs from the default.
 * @param {LinkKey} key
 * @param {Scene} scene
 * @returns {string[]}
 */
function valuesOf({ name, field, plain }, scene) {
  if (VALUES[name]) return VALUES[name](scene);
  const value = /** @type {Record<string, any>} */ (scene)[field];
  return unless(value === true ? "1" : value || plain, plain);
}

const WRITTEN_KEYS = LINK_KEYS.filter(({ name, owner }) => owner === "view" || name === "lang");

/**
 * Return [[key, value]] of a scene, as geo.link.query.encode writes them; the language only where asked:
 * the address keeps its own.
 * @param {Scene} scene
 * @param {string} [lang]
 * @returns {[string, string][]}
 */
export function toPairs(scene, lang = "en") {
  const said = { ...scene, lang };
  /** @param {LinkKey} key @returns {[string, string][]} */
  const pairsOf = (key) => valuesOf(key, said).map((value) => [key.name, value]);
  return [...WRITTEN_KEYS.flatMap(pairsOf), ["v", LINK_VERSION]];
}

/**
 * Return [[key, value]] of a scene that began as a step of a story: the step, and what was changed
 * since. What a step gives cannot be taken back by leaving it out: then all is written, and no step;
 * but that the first ring is the active one can be said.
 * @param {Scene} scene
 * @param {Scene} base
 * @returns {[string, string][]}
 */
function toStepPairs(scene, base) {
  const [said, given] = [toPairs(scene), toPairs({ ...base, units: "km" })];
  if (base.active && !scene.active) said.push(["on", "1"]);
  const of = (/** @type {[string, string][]} */ pairs, /** @type {string} */ wanted) => pairs.filter(([key]) => key === wanted).join();
  if (given.some(([key]) => !of(said, key))) return said;
  return [["story", scene.story ?? ""], ["step", String(scene.step)],
    ...said.filter(([key]) => of(said, key) !== of(given, key))];
}

/**
 * Return the query string of a scene, with the keys of `search` that are not ours kept, but for
 * those whose value could not be used. `base` is the scene of the step of a story that it began with.
 * @param {Scene} scene
 * @param {string} [search]
 * @param {string[]} [unused]
 * @param {Scene | null} [base]
 * @returns {string}
 */
export function toQuery(scene, search = "", unused = [], base = null) {
  const kept = pairsBeside(search, [...OWN_KEYS, ...unused]);
  return written([...(base ? toStepPairs(scene, base) : toPairs(scene)), ...kept]);
}
