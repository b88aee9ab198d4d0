// The columns of the table: the place, each ring's answer, then what else is known of the place; and
// the order in which rows stand before a reader asks for another one.

import { sourceLink } from "../base/dom.js";
import { STATES } from "../base/facts.js";
import { LANG, decimal, t } from "../base/words.js";
import { rangeSaid } from "../scene/ringwords.js";
import { shareAt, shareText } from "../scene/spreadwords.js";
import { number } from "../scene/lengths.js";
import { saidBy } from "../scene/saidby.js";
import { ORDER, shownRings, speaking } from "../scene/scene.js";

/**
 * A place against every ring; lists are by index of a ring.
 * @typedef {{place: Place, km: number[], azimuth: number[], states: ReachState[], words: string}} Row
 */
/**
 * @typedef {object} Column
 * @property {string} key
 * @property {string} head
 * @property {string} [who] who says so, of a ring
 * @property {number} [ring] its index
 * @property {boolean} [isTold] whose words are seen, not only its sign
 * @property {boolean} [numeric]
 * @property {(row: Row) => string | number} value to sort by
 * @property {(row: Row) => string | HTMLElement} cell
 */

/** @type {Record<string, string>} */
const STATE_WORDS = Object.fromEntries(STATES.map(({ id, short }) => [id, t(short)]));

/**
 * A source by a name that fits a column; the whole name is the link's title.
 * @param {Place} place
 * @returns {HTMLElement}
 */
function shortSource({ source }) {
  const link = sourceLink(source);
  link.title = source.name;
  return link;
}

/**
 * The rings whose sites have a column: all shown ones, or the active one's where none is.
 * @param {Scene} scene
 * @returns {Ring[]}
 */
function measured({ rings, active, date }) {
  const shown = shownRings({ rings, date });
  return shown.length ? shown.map((index) => rings[index]) : [rings[active]];
}

/**
 * How far and which way, from each site in use.
 * @param {Scene} scene
 * @returns {{distances: Column[], azimuths: Column[]}}
 */
function waysFrom(scene) {
  const { rings, units } = scene;
  const sites = [...new Map(measured(scene).map((ring) => [ring.site, { name: ring.name, i: rings.indexOf(ring) }])).values()];
  const isOne = sites.length === 1;
  return {
    distances: sites.map(({ name: site, i }, nth) => ({ key: `distance ${nth}`, numeric: true,
      head: isOne ? t("Distance, {units}", { units }) : t("Distance from {site}, {units}", { site, units }),
      value: (row) => row.km[i], cell: (row) => number(row.km[i], units) })),
    azimuths: sites.map(({ name: site, i }, nth) => ({ key: `azimuth ${nth}`, numeric: true,
      head: isOne ? t("Azimuth") : t("Azimuth from {site}", { site }),
      value: (row) => row.azimuth[i], cell: (row) => `${Math.round(row.azimuth[i]) % 360}\u00b0` })),
  };
}

/**
 * How a ring reaches a place, and in which order: by its state, or where it fits a report, by the share that reaches.
 * @param {Ring} ring
 * @param {number} i
 * @returns {Pick<Column, "value" | "cell" | "isTold">}
 */
function reachOf(ring, i) {
  const { spread } = ring;
  if (!spread) return { value: (row) => ORDER[row.states[i]], cell: (row) => STATE_WORDS[row.states[i]] };
  /** @param {Row} row @returns {number} */
  const share = ({ km, azimuth }) => shareAt(ring, spread, { km: km[i], azimuth: azimuth[i] });
  return { isTold: true, value: (row) => -share(row), cell: (row) => shareText(share(row)) };
}

/**
 * The columns of a scene; a ring that is hidden has none.
 * @param {Scene} scene
 * @param {{seen: Column[], near: Column[]}} defence those of radars and batteries (defence.js)
 * @returns {Column[]}
 */
export function columnsOf(scene, defence) {
  /** @param {string} key @param {string} head @param {(row: Row) => string} pick @returns {Column} */
  const text = (key, head, pick) => ({ key, head, value: pick, cell: pick });
  const { distances, azimuths } = waysFrom(scene);
  /** @type {Column[]} */
  const rings = shownRings(scene).map((i) => ({
    key: `ring ${i}`, head: rangeSaid(scene.rings[i], scene.units), ring: i,
    who: scene.rings[i].label ? ` ${saidBy(scene.rings[i])}` : "",
    ...reachOf(scene.rings[i], i),
  }));
  return [
    text("place", t("Place"), (row) => row.place.name), ...rings, ...distances, ...defence.seen,
    text("kind", t("Kind"), (row) => row.place.kind_words),
    { key: "people", head: t("People"), numeric: true, value: (row) => row.place.population ?? -1,
      cell: (row) => (row.place.population ? decimal(row.place.population) : "") },
    text("country", t("Country"), (row) => row.place.country),
    { key: "source", head: t("Source"), value: (row) => row.place.source.name, cell: (row) => shortSource(row.place) },
    ...azimuths, ...defence.near,
  ];
}

/**
 * Compare rows as they stand at first: those on which the shown rings differ, US soil on top of them; then by
 * distance from the site of the ring that all else speaks of.
 * @param {Scene} scene
 * @returns {(a: Row, b: Row) => number}
 */
export function atFirst(scene) {
  const shown = shownRings(scene);
  const from = speaking(scene) ?? scene.active;
  /** @param {Row} row @returns {number} */
  const group = ({ states, place }) => (
    shown.every((index) => states[index] === states[shown[0]]) ? 2 : place.us_soil ? 0 : 1);
  const groups = new Map();
  /** @param {Row} row @returns {number} */
  const groupOf = (row) => {
    if (!groups.has(row)) groups.set(row, group(row));
    return groups.get(row);
  };
  return (a, b) => groupOf(a) - groupOf(b) || a.km[from] - b.km[from];
}

/**
 * Compare rows by a column.
 * @param {Column} column
 * @param {boolean} down
 * @returns {(a: Row, b: Row) => number}
 */
export function byColumn({ value }, down) {
  const sign = down ? -1 : 1;
  return (a, b) => {
    const [x, y] = [value(a), value(b)];
    return sign * (typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y), LANG));
  };
}
