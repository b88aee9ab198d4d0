// Places against rings as a real table: the same answer as the map, for reading, sorting and for
// those who do not see the map. It changes when a thumb rests, not while it moves.

import { bus } from "../base/bus.js";
import { el, setText, within } from "../base/dom.js";
import { STATES } from "../base/facts.js";
import { PLACE_LAYERS } from "../base/layers.js";
import { getPlaces, getSite } from "../base/live.js";
import { isDark, ringStyle } from "../base/style.js";
import { lineSwatch } from "../base/symbols.js";
import { flightTable } from "../testflights/table.js";
import { plural, t } from "../base/words.js";
import { shownRings, speaking } from "../scene/scene.js";
import { classify, wayTo } from "../scene/turning.js";
import { getRadars, showsRadars } from "../sectors/sectors.js";
import { atFirst, byColumn, columnsOf } from "./columns.js";
import { defenceColumns } from "./defence.js";
import { Lines } from "./lines.js";

/** @typedef {import("./columns.js").Row} Row */
/** @typedef {import("./columns.js").Column} Column */

/**
 * @template {{id: string}} T
 * @param {readonly T[]} rows
 * @param {(row: T) => string} words
 * @returns {Record<string, string>}
 */
const byId = (rows, words) => Object.fromEntries(rows.map((row) => [row.id, words(row)]));
const KINDS = { "": t("All kinds"), ...byId(PLACE_LAYERS, (layer) => t(layer.name)) };
const REACH = { "": t("Any reach"), ...byId(STATES, (state) => t(state.short_title)) };

/**
 * What the signs in the columns of rings mean: solid, half, hollow, as symbols on the map.
 * @returns {HTMLElement}
 */
const signs = () => el("span", { class: "rm-table-signs" }, STATES.map(({ id, word }) => (
  el("span", {}, el("i", { class: `rm-sign rm-${id}`, "aria-hidden": "true" }), t(word)))));

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

class ReachTable {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.sort = { key: "", down: false }; // no column: as rows stand at first
    this.filter = { text: "", layer: "", reach: "" };
    this.head = el("thead");
    this.lines = new Lines((row, column, i) => this.cell(row, column, i));
    this.count = el("span", { role: "status" });
    this.order = el("span", {});
    this.back = el("button", { type: "button", onclick: () => {
      this.sort = { key: "", down: false };
      this.render();
      this.frame.focus(); // the button is gone
    } });
    const search = el("input", { type: "search", placeholder: t("Search the table"), "aria-label": t("Search the table"),
      oninput: () => { this.filter.text = search.value.trim().toLowerCase(); this.render(); } });
    const tab = bus();
    this.flights = flightTable(tab);
    this.frame = el("div", { class: "rm-table-frame", tabindex: "0", role: "region", "aria-label": t("Places and rings") },
      el("table", { "data-testid": "reach-table" },
        el("caption", { class: "rm-heard" }, t("Distance, azimuth and reach of every place shown on the map")), this.head, this.lines.body));
    root.replaceChildren(el("h2", {}, t("Who is inside")), el("div", { class: "rm-table-tools" }, search,
      choice(t("Kind"), KINDS, (value) => { this.filter.layer = value; this.render(); }),
      choice(t("Reach of the active ring"), REACH, (value) => { this.filter.reach = value; this.render(); }),
      this.count),
    el("p", { class: "rm-table-order" }, this.order, this.back, signs()), this.frame, this.flights.node);
    /** @type {Scene | null} */
    this.scene = null;
    /** @type {Row[] | null} */
    this.rows = null;
    /** @type {ReturnType<typeof defenceColumns>} */
    this.defence = { seen: [], near: [] };
    tab.on("settled", (scene) => this.show(scene));
    tab.on("scene", (scene) => { if (!this.scene) this.show(scene); });
    tab.on("goto", (scene) => this.show(scene));
    tab.on("theme", () => this.render());
    this.tab = tab;
    if (tab.scene) this.show(tab.scene);
  }

  /** @param {Scene} scene */
  async show(scene) {
    const mine = structuredClone(scene);
    this.scene = mine;
    this.flights.show(mine).catch(() => {}); // it is tried again with the next change
    try {
      const [places, radars, ...answers] = await Promise.all([getPlaces(scene.date), showsRadars(mine) ? getRadars() : null,
        ...scene.rings.map((ring) => getSite(ring.site))]);
      if (mine !== this.scene) return;
      this.defence = defenceColumns(mine, places, radars);
      this.rows = places.filter((place) => scene.show.includes(place.layer)).map((place) => ({
        place, km: answers.map((answer) => answer.km[place.id]),
        azimuth: answers.map((answer) => answer.azimuth[place.id]),
        states: answers.map((answer, i) => classify(wayTo(answer, place.id), mine.rings[i])),
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
    const columns = columnsOf(scene, this.defence);
    const { text, layer, reach } = this.filter;
    const rows = this.rows.filter((row) => (!text || row.words.includes(text)) &&
      (!layer || row.place.layer === layer) && (!reach || row.states[speaking(scene) ?? scene.active] === reach));
    const by = columns.find(({ key }) => key === this.sort.key) ?? null; // a ring's column may be gone
    rows.sort(by ? byColumn(by, this.sort.down) : atFirst(scene));
    this.sayOrder(by, shownRings(scene).length > 1);
    setText(this.count, plural("{shown} of 1 place", "{shown} of {n} places", this.rows.length, { shown: rows.length }));
    this.head.replaceChildren(el("tr", {}, columns.map((column, i) => this.header(column, i, column === by))));
    this.lines.show(rows, columns);
  }

  /**
   * Say how rows are ordered, and offer the order they had at first.
   * @param {Column | null} by
   * @param {boolean} isCompared whether there are rings to differ
   */
  sayOrder(by, isCompared) {
    const first = isCompared ? t("Where the ranges differ first, US places on top; then by distance") : t("By distance");
    setText(this.order, by ? t("Sorted by: {column}", { column: by.head }) : first);
    setText(this.back, isCompared ? t("Where the ranges differ first") : t("By distance"));
    this.back.hidden = !by;
  }

  /** @param {Column} column @param {number} i @param {boolean} sorted @returns {HTMLElement} */
  header(column, i, sorted) {
    const { down } = this.sort;
    return el("th", { scope: "col", "aria-sort": sorted ? (down ? "descending" : "ascending") : "none",
      class: column.numeric ? "rm-num" : column.ring === undefined ? null : "rm-cell-ring" }, el("button", { type: "button", onclick: () => {
        this.sort = { key: column.key, down: sorted && !down };
        this.render();
        this.head.querySelectorAll("button")[i].focus();
      } }, column.ring === undefined ? null
      : lineSwatch(ringStyle(column.ring, isDark())), column.head,
      column.who ? el("small", { title: column.who.trim() }, column.who) : "", sorted ? (down ? " \u25bc" : " \u25b2") : ""));
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
      return el("td", { class: `rm-cell-ring rm-${state}`, title: String(words) }, el("i", { class: "rm-sign" }), el("span", { class: column.isTold ? "rm-told" : "rm-heard" }, words));
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

