// The scene: the Scenario as the browser holds it while someone plays with it, and what follows
// from it. The rules are those of geo/link/scenario.py and geo/reach/matrix.py; browser tests compare the two.

import { keysOf, pairsBeside, written } from "../base/address.js";
import { DEFAULT_LAYERS, KM_PER_UNIT, LIMITS, LINK_KEYS, LINK_VERSION, STATES } from "../base/facts.js";
import { decimal, t } from "../base/words.js";

export const MIN_KM = LIMITS.km[0];
export const MAX_KM = LIMITS.km[1];
export const MAX_RINGS = LIMITS.rings;
export const MAX_LABEL = LIMITS.label;
/** @type {Role[]} */
export const ROLES = ["low", "best", "high"]; // of the outlines of a ring, innermost first
/**
 * States from the best one on, each with its place in this order.
 * @type {Record<string, number>}
 */
export const ORDER = Object.fromEntries(STATES.map(({ id }, index) => [id, index]));

/**
 * The range that stands for a ring: the best one, else the high one.
 * @param {Edges} ring
 * @returns {number}
 */
export const mainKm = (ring) => /** @type {number} */ (ring.best ?? ring.high); // a ring has one of them
/**
 * Places up to here are in.
 * @param {Edges} ring
 * @returns {number}
 */
export const sureKm = (ring) => ring.low ?? mainKm(ring);
/**
 * Places beyond here are out.
 * @param {Edges} ring
 * @returns {number}
 */
export const limitKm = (ring) => ring.high ?? mainKm(ring);

/**
 * Whether what fits the report of a ring goes beyond all places: "no limit".
 * @param {Edges & Pick<Ring, "spread">} ring
 * @returns {boolean}
 */
export const isUnlimited = (ring) => Boolean(ring.spread) && limitKm(ring) === MAX_KM;

/**
 * [{role, km}] of a ring's outlines, innermost first.
 * @param {Edges} ring
 * @returns {{role: Role, km: number}[]}
 */
export function edges(ring) {
  return ROLES.flatMap((role) => {
    const km = ring[role] ?? null;
    return km === null ? [] : [{ role, km }];
  });
}

/**
 * Whether what is dated so was known on the day that is shown: all is, where no day is (geo/records/known.py).
 * @param {string | undefined} known the day from which on it was, "" for ever
 * @param {string | null | undefined} date
 * @returns {boolean}
 */
export const isKnown = (known, date) => !date || !known || known <= date;

/**
 * Whether a ring quotes what was printed only after the day that is shown.
 * @param {Pick<Ring, "printed">} ring
 * @param {string | null | undefined} date
 * @returns {boolean}
 */
export const isLater = ({ printed }, date) => !isKnown(printed, date);

/**
 * Whether a ring is drawn and counted nowhere: it is hidden, or of a later day.
 * @param {Pick<Ring, "hidden" | "printed">} ring
 * @param {string | null | undefined} date
 * @returns {boolean}
 */
export const isOff = (ring, date) => Boolean(ring.hidden) || isLater(ring, date);

/**
 * The indices of the rings that are shown.
 * @param {Pick<Scene, "rings" | "date">} scene
 * @returns {number[]}
 */
export const shownRings = ({ rings, date }) => rings.map((_, index) => index).filter((index) => !isOff(rings[index], date));

/**
 * The index of the ring that headline, symbols, distance lines and cards speak of: the active one, the first
 * one shown where that is not, null where none is.
 * @param {Pick<Scene, "rings" | "active" | "date">} scene
 * @returns {number | null}
 */
export const speaking = ({ rings, active, date }) => (isOff(rings[active], date) ? shownRings({ rings, date })[0] ?? null : active);

/**
 * The same view without what somebody wrote, which makes links long: what is kept back for its label is hidden.
 * @param {Scene} scene
 * @returns {Scene}
 */
export const withoutWords = (scene) => (
  { ...scene, title: "", note: "", rings: scene.rings.map((ring) => (
    { ...ring, label: "", printed: "", hidden: isOff(ring, scene.date) })) });

/** @param {number} km @returns {number} */
export function clampKm(km) {
  return Math.min(MAX_KM, Math.max(MIN_KM, km));
}

/**
 * A site's name as it fits on a map: without what stands in brackets.
 * @param {string} name
 * @returns {string}
 */
export const shortName = (name) => name.split(" (")[0];

/**
 * The name of a ring's site as maps and headlines have it: "Sohae".
 * @param {Pick<Ring, "name" | "short">} ring
 * @returns {string}
 */
export const siteName = ({ name, short: told }) => told ?? shortName(name);

export const OWN = LIMITS.own_label; // as it stands in links, which mean the same in all languages

// What looks like the marks around own words, as geo/reach/quotes.py has it.
const DOUBLE_MARKS = new RegExp("[\u201c\u201d\u201e\u201f\u301d\u301e\u301f\uff02\u275d\u275e\u2760" +
  "\u2e42\u2033\u2036\u2034\u02ba\u02ee\u02dd\u05f4\u{1f676}\u{1f677}\u{1f678}]|(?:[\u2018\u2019\u201a\u201b" +
  "\u2032\u2035\u02b9\u02bb\u02bc\u00b4\uff07](?:\u200b|\u200c|\u200d|\u2060|\ufeff)*){2,}", "gu");

// Letters that are read from the right, and what keeps them from turning the signs around them round.
const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** @param {string} text @returns {string} */
const isolated = (text) => (FROM_THE_RIGHT.test(text) ? `\u2066${text}\u2069` : text);

/**
 * A text in quotation marks that nothing in it can close, turn round or move.
 * @param {string} text
 * @returns {string}
 */
export const inMarks = (text) => `\u201c${isolated(text.replace(DOUBLE_MARKS, '"'))}\u201d`;

/**
 * What somebody wrote as it is shown: in marks, and called their own.
 * @param {string} text
 * @returns {string}
 */
export const ownWords = (text) => t("{words}, own label", { words: inMarks(text) });

/**
 * Who says how far, in the page's language; `ring.label` is what stands in links. `said` is there
 * only where the server or edits.js has found what the label is: all else is somebody's own words.
 * @param {{label: string, said?: string}} ring
 * @returns {string}
 */
export function saidBy(ring) {
  if (!ring.label) return "";
  if (ring.label === OWN) return t("own assumption");
  return ring.said || ownWords(ring.label);
}

/**
 * The least width of a band that a thumb leaves: 10 km or 1 %, or it would collapse under it.
 * @param {number} km
 * @returns {number}
 */
const leastApart = (km) => Math.max(10, Math.round(km / 1000) * 10);

/**
 * Set one edge of a ring; the others give way so that low < best < high stays true.
 * @param {Edges} ring
 * @param {Role} role
 * @param {number} km
 * @param {number} [apart] at least, from one edge to the next
 */
export function setEdge(ring, role, km, apart = leastApart(clampKm(km))) {
  const roles = ROLES.filter((name) => ring[name] !== null);
  const kms = roles.map((name) => Number(ring[name]));
  const at = roles.indexOf(role);
  kms[at] = Math.min(MAX_KM - apart * (roles.length - 1 - at), Math.max(MIN_KM + apart * at, km));
  for (let i = at - 1; i >= 0; i -= 1) kms[i] = Math.min(kms[i], kms[i + 1] - apart);
  for (let i = at + 1; i < roles.length; i += 1) kms[i] = Math.max(kms[i], kms[i - 1] + apart);
  roles.forEach((name, i) => { ring[name] = kms[i]; });
}

/**
 * 8000 -> "8,000" in the units chosen.
 * @param {number} km
 * @param {Units} units
 * @returns {string}
 */
export function number(km, units) {
  return decimal(km / KM_PER_UNIT[units]);
}

/**
 * 8000 -> "8,000 km" in the units chosen.
 * @param {number} km
 * @param {Units} units
 * @returns {string}
 */
export const length = (km, units) => `${number(km, units)} ${units}`;

/**
 * "3,000–5,500 km" or "8,000 km".
 * @param {Edges} ring
 * @param {Units} units
 * @returns {string}
 */
export function rangeText(ring, units) {
  const high = length(limitKm(ring), units);
  return ring.low === null ? high : `${number(ring.low, units)}\u2013${high}`;
}

/**
 * Shortest decimal text of a number, without an exponent.
 * @param {number} value
 * @param {number} [decimals]
 * @returns {string}
 */
export function short(value, decimals = 6) {
  return String(Number(value.toFixed(decimals)));
}

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
  radar: ({ radars }) => radars,
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
