// The legend, on the map itself so that a plain screen shot stands alone: what symbols mean, the
// caveat, sources, and who claims what where no cards say it. It is small: what does not fit into a
// share of the map is left out step by step, down to one line that unfolds.

import { appWindow } from "../base/bus.js";
import { el, renew, setAttribute, setText, within } from "../base/dom.js";
import { url } from "../base/live.js";
import { rangeSaid } from "../scene/ringwords.js";
import { hasUndated, ringRows, symbolRows } from "./rows.js";
import { radarRowsKey } from "../radar/legend.js";
import { SITES_FROM_ZOOM } from "../base/style.js";
import { signSwatch } from "../base/symbols.js";
import { LANG, t } from "../base/words.js";

const MOST_SHARE = 0.14; // of the map; a legend may take 15 %
const NARROW_PX = 640; // a map of this width has room for one line
// From all that there is to say down to one line: which classes leave out what, map.css. Two columns that
// would cut names only come where there is no room for one.
const LEVELS = [["rm-full"], ["rm-terse", "rm-columns", "rm-uncut"], ["rm-terse"], ["rm-terse", "rm-columns"], ["rm-listless"], ["rm-line"], ["rm-folded"]];
const LINE = LEVELS.length - 2;

const CREDITS = t("Rings: WGS84 geodesics, Reachmap. Sources: claims as named; sites CNS/NTI; cities GeoNames " +
  "(CC BY 4.0); map Natural Earth.");

/**
 * Whether the rings are told in cards beside the map: not in a page of someone else, in a quiz, full
 * screen or a presentation.
 * @returns {boolean}
 */
function areCardsSeen() {
  const { document: page } = appWindow();
  const { dataset } = page.documentElement;
  if (page.fullscreenElement || dataset.present !== undefined || dataset.embed !== undefined) return false;
  return Boolean(page.querySelector(".rm-cards"));
}

class Legend {
  constructor() {
    this.rings = el("ul", { class: "rm-legend-rings" });
    this.symbols = el("div", { class: "rm-legend-symbols" });
    this.more = el("button", { type: "button", class: "rm-legend-more", "aria-expanded": "false", onclick: () => this.unfold() });
    this.credits = el("p", { class: "rm-legend-credits", hidden: true }, CREDITS);
    if (!document.documentElement.hasAttribute("data-saved")) { // a saved page has no other pages
      this.credits.append(" ", el("a", { href: `${url("sources")}?lang=${LANG}`, target: "_blank", rel: "noopener" }, t("All sources")));
    }
    this.node = el("section", { class: "rm-legend leaflet-control", "data-testid": "legend", "aria-label": t("Legend") },
      this.rings, this.symbols, el("p", { class: "rm-legend-note" }, el("b", {}, t("Assumptions, not predictions; payloads are unknown.")), " ", this.more), this.credits);
    this.shown = ""; // of what the words were made
    this.level = 0; // of LEVELS
    this.fitted = ""; // for which words and size of the map the level was chosen
    /** @type {LegendRow[]} */
    this.rows = [];
    this.changed = () => {}; // called when it folds or unfolds
  }

  /** Another look at what is left out, or at the sources. */
  unfold() {
    this.credits.hidden = !this.credits.hidden;
    this.node.classList.toggle("rm-open", !this.credits.hidden);
    setAttribute(this.more, "aria-expanded", String(!this.credits.hidden));
    this.changed();
  }

  /** Away with it, or back: a key of a presentation. */
  toggle() {
    this.node.hidden = !this.node.hidden;
    this.changed();
  }

  /**
   * Say what is shown; touches only what changed.
   * @param {ReadyModel} model
   * @param {number} zoom
   */
  update(model, zoom) {
    const { scene, dark, palette } = model;
    const key = JSON.stringify([scene.rings.map(({ label, name, kind, said, claimed, source, statement, hidden, printed, low, spread, rotating }) => (
      [label, name, kind, said, claimed, source, statement, hidden, printed, low !== null, rotating, spread && [spread.text, scene.units]])), scene.active, scene.show, dark, palette, scene.date,
    zoom >= SITES_FROM_ZOOM, hasUndated(model), model.flightsKey, radarRowsKey(model, zoom)]);
    if (key !== this.shown) {
      this.shown = key;
      renew(this.rings, ringRows(scene, dark)); // a drag past a claim changes one of them
      this.rows = symbolRows(model, zoom);
      renew(this.symbols, this.rows.map(({ sign, words, about }) => el("span", { class: `rm-legend-${about}` }, sign && signSwatch(sign), words)));
    }
    scene.rings.forEach((ring, index) => {
      setText(within(this.rings.children[index], "b"), rangeSaid(ring, scene.units));
    });
  }

  /**
   * Choose the fullest form that leaves the map free; `size`: of the map. Only for a map at rest: it measures.
   * @param {Scene} scene
   * @param {LeafletPoint} size
   */
  fit(scene, { x, y }) {
    const isListed = scene.legend && !areCardsSeen();
    const key = `${this.shown} ${x} ${y} ${isListed}`;
    if (key === this.fitted || !x) return;
    this.fitted = key;
    this.node.classList.toggle("rm-listed", isListed);
    const isSmall = () => this.node.offsetWidth * this.node.offsetHeight <= MOST_SHARE * x * y;
    const fits = () => isSmall() && !(LEVELS[this.level].includes("rm-uncut") && this.cuts());
    let isTaken = this.take(x <= NARROW_PX ? LINE : 0);
    while (isTaken && !fits()) isTaken = this.take(this.level + 1);
  }

  /**
   * Take a form, and return whether there is such a one.
   * @param {number} level
   * @returns {boolean}
   */
  take(level) {
    if (level >= LEVELS.length) return false;
    this.level = level;
    this.node.classList.remove(...LEVELS.flat());
    this.node.classList.add(...LEVELS[level]);
    setText(this.more, level < LINE ? t("Sources") : t("Legend, sources"));
    return true;
  }

  /**
   * Take the next smaller form for now: for this one there is no corner. Return whether there was one.
   * @returns {boolean}
   */
  lessen() {
    this.fitted = "";
    return this.take(this.level + 1);
  }

  /** Whether a ring's line does not fit into its column. */
  cuts() {
    return [...this.rings.querySelectorAll("li > span")].some((line) => line.scrollWidth > line.clientWidth);
  }
}

/**
 * Return the legend of a map; place.js stands it in a corner.
 * @returns {Legend}
 */
export function legend() {
  return new Legend();
}
