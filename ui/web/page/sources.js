// The tables of the page Sources: a head that is pressed sorts by its column, a link to a row keeps the view.

import { query, valueIn, withValues } from "../base/address.js";

/** @param {HTMLTableRowElement} row @param {number} column @returns {string | number} what to sort by */
function valueOf(row, column) {
  const cell = row.cells[column];
  const number = cell?.dataset.value;
  return number === undefined ? (cell?.textContent ?? "").trim() : Number(number);
}

/** @param {string | number} a @param {string | number} b @returns {number} blank cells last, numbers by their size */
function compare(a, b) {
  if (a === "" || b === "") return (a === "" ? 1 : 0) - (b === "" ? 1 : 0);
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), undefined, { numeric: true });
}

/**
 * Sort the table whose head was pressed; pressed again, the other way round.
 * @param {MouseEvent} event
 */
export function sortTable({ target }) {
  /** @type {HTMLTableCellElement | null} */
  const head = target instanceof Element ? target.closest(".rm-data thead th[aria-sort]") : null;
  const table = head?.closest("table");
  const body = table?.tBodies[0];
  if (!head || !table || !body) return;
  const down = head.ariaSort === "ascending";
  for (const other of table.querySelectorAll("thead th[aria-sort]")) other.ariaSort = "none";
  head.ariaSort = down ? "descending" : "ascending";
  const rows = [...body.rows].map((row) => ({ row, value: valueOf(row, head.cellIndex) }));
  const sign = down ? -1 : 1;
  rows.sort((a, b) => compare(a.value, b.value) * (a.value === "" || b.value === "" ? 1 : sign));
  body.append(...rows.map(({ row }) => row));
}

/**
 * The link to another row of this page: of the address as it is when it is followed. Those to other pages are whole.
 * @param {MouseEvent} event
 */
export function followRow({ target }) {
  /** @type {HTMLAnchorElement | null} */
  const link = target instanceof Element ? target.closest(":is(.rm-data, .rm-data-row) a:not([target])") : null;
  if (link && valueIn(link.search, "row") !== null) link.search = withValues(query(), { row: valueIn(link.search, "row") });
}

/**
 * Show a link whole that the keyboard comes to: browsers leave alone what is partly in view.
 * @param {FocusEvent} event
 */
export function showFocused({ target }) {
  if (target instanceof Element && target.matches(".rm-data a")) target.scrollIntoView({ block: "nearest", inline: "nearest" });
}
