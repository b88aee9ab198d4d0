// The cities the flat circle gets wrong: in short beside the pictures, and as a table.

import { el, setText } from "../base/dom.js";
import { STATE_WORDS } from "../base/layers.js";
import { areaSentence, countSentence } from "./words.js";
import { length } from "../scene/lengths.js";
import { shortName } from "../scene/scene.js";
import { plural, t } from "../base/words.js";

/** @typedef {{cities: LessonCity[] | null, units: Units, rows: Map<string, HTMLElement>}} MadeRows */

const SHORT_LIST = 9;

/**
 * Return {node, update(model, found)}: the sentence and the two lists beside the pictures.
 * @returns {{node: HTMLElement, update(model: LessonModel, found: Verdict): void}}
 */
export function shortLists() {
  const sentence = el("p", { class: "rm-lesson-count", "data-testid": "lesson-count" });
  const area = el("p", { class: "rm-lesson-area" });
  const parts = { missed: list(), added: list() };
  const node = el("section", { class: "rm-lesson-verdict" }, sentence, area,
    parts.missed.node, parts.added.node);
  return {
    node,
    update(model, { missed, added, wrong, share }) {
      setText(sentence, countSentence(model, { wrong }));
      setText(area, areaSentence(share));
      parts.missed.update(t("Left out, though within range ({n}):", { n: missed.length }), missed);
      parts.added.update(t("Taken in, though out of range ({n}):", { n: added.length }), added);
    },
  };
}

/** @returns {{node: HTMLElement, update(title: string, cities: LessonCity[]): void}} */
function list() {
  const heading = el("strong");
  const names = el("span");
  const node = el("p", {}, heading, " ", names);
  return {
    node,
    update(title, cities) {
      node.hidden = !cities.length;
      setText(heading, title);
      const shown = cities.slice(0, SHORT_LIST).map(({ place }) => shortName(place.name)).join(", ");
      const more = cities.length - SHORT_LIST;
      setText(names, more > 0 ? plural("{names} and 1 more", "{names} and {n} more", more, { names: shown }) : shown);
    },
  };
}

/**
 * Return {node, update(model, found)}: the table; its rows are made once for a site and scale.
 * @returns {{node: HTMLElement, update(model: LessonModel, found: Verdict): void}}
 */
export function wrongTable() {
  const body = el("tbody");
  const caption = el("caption");
  const columns = [t("City"), t("Country"), t("True distance"), t("By compass"), t("The flat circle says"), t("It is")];
  const table = el("table", { "data-testid": "lesson-wrong" }, caption,
    el("thead", {}, el("tr", {}, columns.map((words, i) => (
      el("th", { scope: "col", class: i === 2 || i === 3 ? "rm-num" : null }, words))))), body);
  const none = el("p", {}, t("At this range the flat circle happens to be right about every city of the list. Move the slider."));
  const node = el("div", { class: "rm-lesson-table", tabindex: "0", role: "region", "aria-label": t("Cities the flat circle gets wrong") }, table, none);
  /** @type {MadeRows} */
  let made = { cities: null, units: "km", rows: new Map() };
  let shown = "";
  return {
    node,
    update(model, found) {
      if (made.cities !== model.cities || made.units !== model.units) {
        made = { cities: model.cities, units: model.units, rows: new Map() };
        shown = "";
      }
      setText(caption, countSentence(model, found));
      table.hidden = !found.wrong.length;
      none.hidden = found.wrong.length > 0;
      const ids = found.wrong.map(({ place, trueIn }) => place.id + trueIn).join();
      if (ids === shown) return;
      shown = ids;
      body.replaceChildren(...found.wrong.map((city) => rowOf(city, made)));
    },
  };
}

/** @param {LessonCity} city @param {MadeRows} madeRows @returns {HTMLElement} */
function rowOf(city, { rows, units }) {
  const { place, km, flatKm, trueIn } = city;
  const key = place.id + trueIn;
  let row = rows.get(key);
  if (!row) {
    /** @param {boolean} inside @returns {HTMLElement} */
    const verdict = (inside) => el("td", { class: inside ? "rm-in" : "rm-out" }, `${inside ? "\u25cf" : "\u25cb"} ${STATE_WORDS[inside ? "in" : "out"]}`);
    row = el("tr", { "data-place": place.id }, el("th", { scope: "row" }, place.name), el("td", {}, place.country),
      el("td", { class: "rm-num" }, length(km, units)), el("td", { class: "rm-num" }, length(flatKm, units)),
      verdict(!trueIn), verdict(trueIn));
    rows.set(key, row);
  }
  return row;
}
