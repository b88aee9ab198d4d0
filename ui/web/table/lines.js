// The rows of the table in the page: what has not changed since the last time stays as it is. To lay out all
// 3,300 cells anew takes 0.15 s on a good machine, with every rest of a thumb.

import { el } from "../base/dom.js";

/** @typedef {import("./columns.js").Row} Row */
/** @typedef {import("./columns.js").Column} Column */
/**
 * A row that is in the page, and what its cells say.
 * @typedef {{node: HTMLElement, said: string[]}} Line
 */

/**
 * What a cell shows, to tell whether it would be another one.
 * @param {Row} row
 * @param {Column} column
 * @returns {string}
 */
function saidIn(row, { key, ring, isTold, cell }) {
  if (ring !== undefined) return isTold ? `${row.states[ring]} ${cell(row)}` : row.states[ring];
  return `${key} ${key === "source" ? `${row.place.source.name} ${row.place.source.url}` : cell(row)}`;
}

export class Lines {
  /** @param {(row: Row, column: Column, i: number) => HTMLElement} cell */
  constructor(cell) {
    this.cell = cell;
    this.body = el("tbody");
    /** @type {Map<string, Line>} */
    this.lines = new Map(); // by place, of all rows that were shown so far
  }

  /**
   * Show these rows in this order, and no others.
   * @param {readonly Row[]} rows
   * @param {readonly Column[]} columns
   */
  show(rows, columns) {
    this.arrange(rows.map((row) => this.line(row, columns)));
  }

  /** @param {Row} row @param {readonly Column[]} columns @returns {HTMLElement} */
  line(row, columns) {
    const said = columns.map((column) => saidIn(row, column));
    const kept = this.lines.get(row.place.id);
    if (kept?.said.length !== said.length) {
      const node = el("tr", {}, columns.map((column, i) => this.cell(row, column, i)));
      this.lines.set(row.place.id, { node, said });
      return node;
    }
    said.forEach((words, i) => {
      if (words !== kept.said[i]) kept.node.children[i].replaceWith(this.cell(row, columns[i], i));
    });
    kept.said = said;
    return kept.node;
  }

  /** @param {readonly HTMLElement[]} nodes */
  arrange(nodes) {
    /** @type {Set<Element>} */
    const wanted = new Set(nodes);
    [...this.body.children].filter((node) => !wanted.has(node)).forEach((node) => node.remove());
    let at = this.body.firstElementChild;
    for (const node of nodes) {
      if (at && at !== node && at.nextElementSibling === node) { // it stands further down from now on
        const moved = at;
        at = node;
        moved.remove();
      }
      if (at === node) at = at.nextElementSibling;
      else this.body.insertBefore(node, at);
    }
  }
}
