// Places against rings as a real table: the same answer as the map, for reading, sorting and for
// those who do not see the map. It changes when a thumb rests, not while it moves.

import { bus } from "../base/bus.js";
import { el, setText, sourceLink, within } from "../base/dom.js";
import { STATES } from "../base/facts.js";
import { PLACE_LAYERS } from "../base/layers.js";
import { getPlaces, getSite } from "../base/live.js";
import { rangeSaid } from "../scene/ringwords.js";
import { ORDER, classify, number, saidBy, shownRings, speaking } from "../scene/scene.js";
import { ringStyle } from "../base/style.js";
import { LANG, decimal, plural, t } from "../base/words.js";

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
 * @property {boolean} [numeric]
 * @property {(row: Row) => string | number} value to sort by
 * @property {(row: Row) => string | HTMLElement} cell
 */

/**
 * @template {{id: string}} T
 * @param {readonly T[]} rows
 * @param {(row: T) => string} words
 * @returns {Record<string, string>}
 */
const byId = (rows, words) => Object.fromEntries(rows.map((row) => [row.id, words(row)]));
const KINDS = { "": t("All kinds"), ...byId(PLACE_LAYERS, (layer) => t(layer.name)) };
const REACH = { "": t("Any reach"), ...byId(STATES, (state) => t(state.short_title)) };
const STATE_CELLS = byId(STATES, (state) => t(state.short));

/**
 * @param {string} name
 * @param {Record<string, string>} words
 * @param {(value: string) => void} onchange
 * @returns {HTMLSelectElement}
 */
function choice(name, words, onchange) {
  const select = el("select", { "aria-label": name, onchange: () => onchange(select.value) },
    Object.entries(words).map(([value, text]) => el("option", { value }, text)));
  return select;
}

/**
 * The columns of a scene: [{key, head, value(row), cell(row), numeric}].
 * @param {Scene} scene
 * @returns {Column[]}
 */
function columnsOf(scene) {
  const sites = [...new Map(scene.rings.map((ring, i) => [ring.site, { name: ring.name, i }])).values()];
  /** @param {string} key @param {string} head @param {(row: Row) => string} pick @returns {Column} */
  const text = (key, head, pick) => ({ key, head, value: pick, cell: (row) => pick(row) });
  /** @type {Column[]} */
  const columns = [text("place", t("Place"), (row) => row.place.name)];
  const { units } = scene;
  sites.forEach(({ name, i }, nth) => {
    const several = sites.length > 1;
    const distance = several ? t("Distance from {site}, {units}", { site: name, units }) : t("Distance, {units}", { units });
    const azimuth = several ? t("Azimuth from {site}", { site: name }) : t("Azimuth");
    columns.push({ key: `distance ${nth}`, head: distance, numeric: true, value: (row) => row.km[i],
      cell: (row) => number(row.km[i], units) });
    columns.push({ key: `azimuth ${nth}`, head: azimuth, numeric: true, value: (row) => row.azimuth[i],
      cell: (row) => `${Math.round(row.azimuth[i]) % 360}\u00b0` });
  });
  shownRings(scene).forEach((i) => columns.push({
    key: `ring ${i}`, head: rangeSaid(scene.rings[i], scene.units), who: scene.rings[i].label ? ` ${saidBy(scene.rings[i])}` : "",
    ring: i, value: (row) => ORDER[row.states[i]], cell: (row) => row.states[i],
  }));
  columns.push(text("country", t("Country"), (row) => row.place.country), text("kind", t("Kind"), (row) => row.place.kind_words),
    { key: "people", head: t("People"), numeric: true, value: (row) => row.place.population ?? -1,
      cell: (row) => (row.place.population ? decimal(row.place.population) : "") },
    { key: "source", head: t("Source"), value: (row) => row.place.source.name, cell: (row) => sourceLink(row.place.source) });
  return columns;
}

class ReachTable {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.sort = { key: "distance 0", down: false };
    this.filter = { text: "", layer: "", reach: "" };
    this.head = el("thead");
    this.body = el("tbody");
    this.count = el("span", { role: "status" });
    const search = el("input", { type: "search", placeholder: t("Search the table"), "aria-label": t("Search the table"),
      oninput: () => { this.filter.text = search.value.trim().toLowerCase(); this.render(); } });
    root.replaceChildren(el("h2", {}, t("Who is inside")), el("div", { class: "rm-table-tools" }, search,
      choice(t("Kind"), KINDS, (value) => { this.filter.layer = value; this.render(); }),
      choice(t("Reach of the active ring"), REACH, (value) => { this.filter.reach = value; this.render(); }),
      this.count),
    el("div", { class: "rm-table-frame", tabindex: "0", role: "region", "aria-label": t("Places and rings") },
      el("table", { "data-testid": "reach-table" },
        el("caption", {}, t("Distance, azimuth and reach of every place shown on the map")), this.head, this.body)));
    /** @type {Scene | null} */
    this.scene = null;
    /** @type {Row[] | null} */
    this.rows = null;
    const tab = bus();
    tab.on("settled", (scene) => this.show(scene));
    tab.on("scene", (scene) => { if (!this.scene) this.show(scene); });
    tab.on("goto", (scene) => this.show(scene));
    this.tab = tab;
    if (tab.scene) this.show(tab.scene);
  }

  /** @param {Scene} scene */
  async show(scene) {
    const mine = structuredClone(scene);
    this.scene = mine;
    try {
      const [places, ...answers] = await Promise.all([getPlaces(scene.date),
        ...scene.rings.map((ring) => getSite(ring.site))]);
      if (mine !== this.scene) return;
      this.rows = places.filter((place) => scene.show.includes(place.layer)).map((place) => ({
        place, km: answers.map((answer) => answer.km[place.id]),
        azimuth: answers.map((answer) => answer.azimuth[place.id]),
        states: answers.map((answer, i) => classify(answer.km[place.id], mine.rings[i])),
        words: [...place.names, place.country, place.kind_words].join(" ").toLowerCase(),
      }));
      this.render();
    } catch {
      setText(this.count, t("The table could not be loaded; it is tried again with the next change."));
      this.scene = null;
    }
  }

  render() {
    const { scene } = this;
    if (!this.rows || !scene) return;
    const columns = columnsOf(scene);
    const { text, layer, reach } = this.filter;
    const rows = this.rows.filter((row) => (!text || row.words.includes(text)) &&
      (!layer || row.place.layer === layer) && (!reach || row.states[speaking(scene) ?? scene.active] === reach));
    const by = columns.find(({ key }) => key === this.sort.key) || columns[1];
    const sign = this.sort.down ? -1 : 1;
    rows.sort((a, b) => {
      const [x, y] = [by.value(a), by.value(b)];
      return sign * (typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y), LANG));
    });
    setText(this.count, plural("{shown} of 1 place", "{shown} of {n} places", this.rows.length, { shown: rows.length }));
    this.head.replaceChildren(el("tr", {}, columns.map((column, i) => this.header(column, i))));
    this.body.replaceChildren(...rows.map((row) => el("tr", {}, columns.map((column, i) => this.cell(row, column, i)))));
  }

  /** @param {Column} column @param {number} i @returns {HTMLElement} */
  header(column, i) {
    const sorted = column.key === this.sort.key;
    return el("th", { scope: "col", "aria-sort": sorted ? (this.sort.down ? "descending" : "ascending") : "none",
      class: column.numeric ? "rm-num" : null }, el("button", { type: "button", onclick: () => {
        this.sort = { key: column.key, down: sorted && !this.sort.down };
        this.render();
        this.head.querySelectorAll("button")[i].focus();
      } }, column.ring === undefined ? null
      : el("i", { style: `background:${ringStyle(column.ring).color}` }), column.head,
      column.who ? el("small", {}, column.who) : "", sorted ? (this.sort.down ? " \u25bc" : " \u25b2") : ""));
  }

  /** @param {Row} row @param {Column} column @param {number} i @returns {HTMLElement} */
  cell(row, column, i) {
    const words = column.cell(row);
    if (i === 0) {
      return el("th", { scope: "row" }, el("button", { type: "button", title: t("Show on the map"),
        onclick: () => {
          this.tab.send("find", { ...row.place, show: true });
          document.querySelector("[data-testid=map]")?.scrollIntoView({ block: "nearest" });
        } }, words));
    }
    if (column.ring !== undefined) {
      const state = row.states[column.ring];
      return el("td", { class: `rm-${state}` }, STATE_CELLS[state]);
    }
    return el("td", { class: column.numeric ? "rm-num" : `rm-cell-${column.key}` }, words);
  }
}

/** @type {WeakMap<HTMLElement, ReachTable>} */
const tables = new WeakMap();

/**
 * Mount the table of a Streamlit component.
 * @param {Component<unknown>} component
 */
export function mount({ parentElement }) {
  const root = within(parentElement, ".rm-table");
  if (!tables.has(root)) tables.set(root, new ReachTable(root));
}

