// What the legend says: who claims what and when, and what symbols mean, as rows of the page.

import { el, sourceLink } from "../base/dom.js";
import { FLIGHTS, STATES } from "../base/facts.js";
import { PLACE_LAYERS, STATE_WORDS } from "../base/layers.js";
import { saidBy } from "../scene/saidby.js";
import { isOfNorth, startText } from "../scene/titles.js";
import { isOff, shortName, shownRings, speaking } from "../scene/scene.js";
import { rangeSaid } from "../scene/ringwords.js";
import { reportText } from "../scene/spreadwords.js";
import { SITES_FROM_ZOOM, ringStyle } from "../base/style.js";
import { legendSign, lineSwatch, startSign } from "../base/symbols.js";
import { radarRows } from "../radar/legend.js";
import { flightSign } from "../testflights/paint.js";
import { dateText, t } from "../base/words.js";

/**
 * One line per ring; the site once below them all when it is the same.
 * @param {Scene} scene
 * @param {boolean} dark
 * @returns {HTMLElement[]}
 */
export function ringRows(scene, dark) {
  const sites = new Set(scene.rings.map((ring) => ring.name));
  const short = new Set([...sites].map(shortName));
  /** @param {string} name @returns {string} */
  const told = (name) => (short.size === sites.size ? shortName(name) : name);
  const rows = scene.rings.map((ring, index) => {
    return el("li", { hidden: isOff(ring, scene.date) }, lineSwatch(ringStyle(index, dark), ring.statement), el("span", {}, el("b", {}, rangeSaid(ring, scene.units)),
      ring.spread ? ` ${reportText(ring, scene.units)}${ring.label ? "; " : ""}` : "",
      ring.label ? [" ", ring.source ? sourceLink({ name: saidBy(ring), url: ring.source.url }) : saidBy(ring)] : "",
      ring.claimed ? el("span", { class: "rm-legend-when" }, ", ", el("time", { datetime: ring.claimed }, dateText(ring.claimed))) : null,
      sites.size > 1 ? el("small", {}, ` ${startText(ring, told(ring.name))}`) : null));
  });
  if (sites.size === 1 && shownRings(scene).length) rows.push(el("li", {}, el("small", {}, startText(scene.rings[0], [...sites][0]))));
  return rows;
}

/**
 * Whether, on the map of a day, something is shown of which nobody has said since when it stands (geo/records/standing.py).
 * @param {ReadyModel} readyModel
 * @returns {boolean}
 */
export const hasUndated = ({ scene, shown }) => Boolean(scene.date) && shown.some((place) => place.since && !place.deployed_from);

/**
 * Shape says what it is, fill how the ring chosen reaches it; colour is a ring's alone.
 * @param {ReadyModel} model
 * @param {number} zoom
 * @returns {LegendRow[]}
 */
export function symbolRows(model, zoom) {
  const { scene, palette } = model;
  /**
   * @param {PlaceLayer | "site"} layer
   * @param {ReachState} state
   * @param {string} words
   * @param {LegendRow["about"]} about
   * @returns {LegendRow}
   */
  const item = (layer, state, words, about) => ({ sign: legendSign(layer, state, palette.ink, palette), words, about });
  const rows = startRows(scene, palette);
  if (zoom >= SITES_FROM_ZOOM) rows.push(item("site", "out", t("other known site"), "kind"));
  const layers = PLACE_LAYERS.filter((layer) => scene.show.includes(layer.id));
  layers.forEach((layer) => rows.push(item(layer.id, "in", t(layer.legend), "kind")));
  if (layers.length && shownRings(scene).length) rows.push(...states(scene).map((id) => item(layers[0].id, id, STATE_WORDS[id], "state")));
  /** @param {string} words @param {LegendRow["about"]} [about] @returns {LegendRow} */
  const note = (words, about = "note") => ({ sign: null, words, about });
  if (layers.length && shownRings(scene).length > 1) rows.push(note(t("(the ring chosen)"), "which"));
  const ring = scene.rings[speaking(scene) ?? scene.active];
  if (ring.spread) {
    rows.push(note(t("Shade: the share of the assumptions that reach, not a chance; lines: 5, 50 and 95%"), "shade"));
  }
  if (scene.show.includes("envelope")) rows.push(note(ring.rotating ? t("Thin outline: from any known site, without rotation") : t("Thin outline: from any known site")));
  rows.push(...flightRows(model), ...radarRows(model, zoom));
  if (scene.date) rows.push(note(t("As of {date}", { date: dateText(scene.date) })));
  if (hasUndated(model)) rows.push(note(t("First day not known of some places shown")));
  return rows;
}

/**
 * Where rings start: launch sites, else a point of one's own, and what they are around where no layer says so
 * (geo.share.captions.center_rows).
 * @param {Scene} scene
 * @param {Palette} palette
 * @returns {LegendRow[]}
 */
function startRows(scene, palette) {
  const rings = shownRings(scene).map((index) => scene.rings[index]);
  const point = rings.some(isOfNorth) ? t("Launch site") : rings.some(({ center }) => !center) ? t("Point that someone chose") : "";
  const others = PLACE_LAYERS.filter(({ id }) => !scene.show.includes(id) && rings.some(({ center }) => center?.layer === id));
  return [...(point ? [{ layer: undefined, words: point }] : []), ...others.map(({ id, legend }) => ({ layer: id, words: t(legend) }))]
    .map(({ layer, words }) => ({ sign: startSign(layer, palette.ink, palette), words, about: "kind" }));
}

/**
 * What marks of tests mean, as far as there are any (geo.share.captions.flight_rows).
 * @param {ReadyModel} model
 * @returns {LegendRow[]}
 */
function flightRows({ flights, palette }) {
  /** @param {string} look @param {boolean} isHollow @param {string} words @returns {LegendRow} */
  const row = (look, isHollow, words) => ({ sign: flightSign(look, isHollow, palette), words, about: "kind" });
  const lines = flights.filter(({ line }) => line).map(({ flight }) => flight);
  const drawn = FLIGHTS.looks.filter(({ id }) => lines.some(({ look }) => look === id));
  const floor = lines.find((flight) => flight.floor);
  return [
    ...drawn.map(({ id, legend }) => row(id, false, t(legend))),
    ...(floor ? [row(floor.look, true, t(FLIGHTS.floor_legend))] : []),
    ...(lines.length < flights.length ? [row(FLIGHTS.tag, false, t(FLIGHTS.tag_legend))] : []),
  ];
}

/**
 * The states that places can have against the ring spoken of: only a band has something in it.
 * @param {Scene} scene
 * @returns {ReachState[]}
 */
function states(scene) {
  const low = scene.rings[speaking(scene) ?? scene.active].low;
  return STATES.map(({ id }) => id).filter((id) => id !== "band" || low !== null);
}
