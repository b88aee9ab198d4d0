// The legend, on the map itself so that a plain screen shot stands alone: who claims what and
// when, what the symbols mean, sources, and the caveat.

import { el, setText, sourceLink, within } from "../base/dom.js";
import { STATES } from "../base/facts.js";
import { PLACE_LAYERS, STATE_WORDS } from "../base/layers.js";
import { rangeSaid } from "../scene/ringwords.js";
import { saidBy, shortName } from "../scene/scene.js";
import { SITES_FROM_ZOOM, ringStyle } from "../base/style.js";
import { legendSign, lineSwatch, signSwatch } from "../base/symbols.js";
import { dateText, t } from "../base/words.js";

/** @typedef {{control: import("leaflet").Control, node: HTMLElement, symbols(): LegendRow[], toggle(): void, update(model: ReadyModel, zoom: number): void}} Legend */

const CREDITS = t("Rings: WGS84 geodesics, Reachmap. Sources: claims as named; sites CNS/NTI; cities GeoNames " +
  "(CC BY 4.0); map Natural Earth.");

/**
 * Return {control, update(model)}; update touches only what changed.
 * @param {Leaflet} L
 * @returns {Legend}
 */
export function legend(L) {
  const rings = el("ul", { class: "rm-legend-rings" });
  const symbols = el("div", { class: "rm-legend-symbols" });
  const body = el("details", { open: window.innerWidth > 640 },
    el("summary", {}, t("Range assumptions")), rings, symbols,
    el("p", { class: "rm-legend-note" },
      el("b", {}, t("Assumptions, not predictions; payloads are unknown.")), ` ${CREDITS}`));
  const node = el("div", { class: "rm-legend", "data-testid": "legend" }, body);
  const control = new L.Control({ position: "bottomleft" });
  control.onAdd = () => {
    L.DomEvent.disableClickPropagation(node);
    L.DomEvent.disableScrollPropagation(node);
    return node;
  };
  let shown = "";
  /** @type {LegendRow[]} */
  let rows = []; // of the symbols, and of what has none
  return {
    control, node,
    symbols: () => rows,
    toggle() {
      body.open = !body.open;
    },
    /** @param {ReadyModel} model @param {number} zoom */
    update(model, zoom) {
      const { scene, dark } = model;
      const near = zoom >= SITES_FROM_ZOOM;
      const key = JSON.stringify([scene.rings.map(({ label, name, kind, said, claimed, source, statement, hidden }) => (
        [label, name, kind, said, claimed, source, statement, hidden])), scene.show, dark, scene.date, near, hasUndated(model)]);
      if (key !== shown) {
        shown = key;
        rings.replaceChildren(...ringRows(scene, dark));
        rows = symbolRows(model, near);
        symbols.replaceChildren(...rows.map(({ sign, words }) => el("span", {}, sign && signSwatch(sign), words)));
      }
      scene.rings.forEach((ring, index) => {
        setText(within(rings.children[index], "b"), rangeSaid(ring, scene.units));
      });
    },
  };
}

/**
 * One line per ring; the site once below them all when it is the same.
 * @param {Scene} scene
 * @param {boolean} dark
 * @returns {HTMLElement[]}
 */
function ringRows(scene, dark) {
  const sites = new Set(scene.rings.map((ring) => ring.name));
  const short = new Set([...sites].map(shortName));
  /** @param {string} name @returns {string} */
  const told = (name) => (short.size === sites.size ? shortName(name) : name);
  const rows = scene.rings.map((ring, index) => {
    return el("li", { class: ring.hidden ? "rm-hidden" : null }, lineSwatch(ringStyle(index, dark), ring.statement), el("span", {}, el("b"),
      ring.label ? [" ", ring.source ? sourceLink({ name: saidBy(ring), url: ring.source.url }) : saidBy(ring)] : "",
      ring.claimed ? [", ", el("time", { datetime: ring.claimed }, dateText(ring.claimed))] : null,
      sites.size > 1 ? el("small", {}, ` ${t("from {site}", { site: told(ring.name) })}`) : null));
  });
  if (sites.size === 1) rows.push(el("li", {}, el("small", {}, t("from {site}", { site: [...sites][0] }))));
  return rows;
}

/**
 * Whether, on the map of a day, something is shown of which nobody has said since when it stands (geo/records/standing.py).
 * @param {ReadyModel} readyModel
 * @returns {boolean}
 */
const hasUndated = ({ scene, shown }) => Boolean(scene.date) && shown.some((place) => place.status && !place.deployed_from);

/** @param {ReadyModel} model @param {boolean} near @returns {LegendRow[]} */
function symbolRows(model, near) {
  const { scene, palette, dark } = model;
  const color = ringStyle(0, dark).color;
  /**
   * @param {PlaceLayer | "site"} layer
   * @param {ReachState} state
   * @param {string} words
   * @returns {LegendRow}
   */
  const item = (layer, state, words) => ({ sign: legendSign(layer, state, color, palette), words });
  const rows = [item("site", "in", t("Launch site"))];
  if (near) rows.push(item("site", "out", t("other known site")));
  const layers = PLACE_LAYERS.filter((layer) => scene.show.includes(layer.id));
  layers.forEach((layer) => rows.push(item(layer.id, "in", t(layer.legend))));
  if (layers.length) {
    const banded = scene.rings.some((ring) => ring.low !== null);
    STATES.filter(({ id }) => id !== "band" || banded)
      .forEach(({ id }) => rows.push(item(layers[0].id, id, STATE_WORDS[id])));
  }
  if (scene.show.includes("envelope")) rows.push({ sign: null, words: t("Thin outline: from any known site") });
  if (scene.date) rows.push({ sign: null, words: t("As of {date}", { date: dateText(scene.date) }) });
  if (hasUndated(model)) rows.push({ sign: null, words: t("some of unknown first day") });
  return rows;
}
