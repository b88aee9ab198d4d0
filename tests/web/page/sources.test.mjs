// The tables of the page Sources: in what order a pressed head puts the rows, and where a link to a row leads.

import assert from "node:assert/strict";
import test from "node:test";

import { pretendPage } from "../helpers/page.mjs";

class Element {}
globalThis.Element ??= Element;
const { followRow, sortTable } = await import("../../../ui/web/page/sources.js");

/** A table of one column, as much of it as the module asks for; numbers are the cells that have `data-value`. */
function tableOf(cells) {
  const rows = cells.map((cell) => ({
    cells: [typeof cell === "number" ? { textContent: cell.toLocaleString("en"), dataset: { value: String(cell) } } : { textContent: cell, dataset: {} }],
    cell,
  }));
  const body = { rows, append: (...sorted) => { body.rows = sorted; } };
  const table = { tBodies: [body], querySelectorAll: () => [head] };
  const head = Object.assign(new globalThis.Element(), { cellIndex: 0, ariaSort: "none" });
  head.closest = (selector) => (selector === "table" ? table : head);
  return { head, order: () => body.rows.map(({ cell }) => cell) };
}

test("a head that is pressed sorts up, then down; blank cells stay last", () => {
  for (const [cells, up] of [
    [[3000, "", 10, 10058], [10, 3000, 10058, ""]],
    [["Wonsan", "", "Sohae"], ["Sohae", "Wonsan", ""]],
    [["2017-07", "1998-08-31", "2017-07-04"], ["1998-08-31", "2017-07", "2017-07-04"]],
  ]) {
    const { head, order } = tableOf(cells);
    sortTable({ target: head });
    assert.equal(head.ariaSort, "ascending");
    assert.deepEqual(order(), up);
    sortTable({ target: head });
    assert.equal(head.ariaSort, "descending");
    assert.deepEqual(order(), [...up.filter(Boolean).toReversed(), ...up.filter((cell) => cell === "")]);
  }
});

test("a press beside a head sorts nothing", () => {
  const beside = Object.assign(new globalThis.Element(), { closest: () => null });
  sortTable({ target: beside });
  sortTable({ target: null });
});

test("a link to a row keeps the view, and has one row", () => {
  pretendPage("sources?ring=sohae~8000&lang=ko&row=claims/a");
  const link = Object.assign(new globalThis.Element(), { search: "?row=missiles/hwasong-14" });
  link.closest = () => link;
  followRow({ target: link });
  const asked = new URLSearchParams(link.search);
  assert.deepEqual(asked.getAll("row"), ["missiles/hwasong-14"]);
  assert.equal(asked.get("ring"), "sohae~8000");
  assert.equal(asked.get("lang"), "ko");
});

test("a link to a page of its own is left as it is written", () => {
  pretendPage("sources?ring=sohae~8000&lang=ko&row=claims/a");
  const link = Object.assign(new globalThis.Element(), { search: "?lang=ko&id=hwasong-14-pacom" });
  link.closest = () => link;
  followRow({ target: link });
  assert.equal(link.search, "?lang=ko&id=hwasong-14-pacom");
});
