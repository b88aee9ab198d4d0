// What is printed of the map: a sheet of its own with headline, map, legend and sources. The map in the window is as
// wide as that, not as paper, and what a browser prints of its frame is cut off on the right.

import { appWindow } from "../base/bus.js";
import { el } from "../base/dom.js";
import { PRINTER_RATIO } from "../base/sheet.js";
import { ringStyle } from "../base/style.js";
import { lineSwatch, signSwatch } from "../base/symbols.js";
import { findingOf } from "../scene/headline.js";
import { rangeSaid } from "../scene/ringwords.js";
import { shownRings } from "../scene/scene.js";
import { titleOf } from "../scene/titles.js";
import { CAVEAT, SOURCES, claim, commonSite, subtitle } from "../share/captions.js";
import { scaleAt, snapshot } from "../share/mapsnapshot.js";
import { AT_ONCE } from "../camera/view.js";
import { drawScale } from "../share/picture.js";
import { shortLink } from "../share/sharing.js";
import { lend } from "./lent.js";

const SHEET_PX = { x: 1040, y: 680 }; // of a map on paper: its words are then of a size to be read on A4 and Letter
const SETTLED_MS = 100; // after a print: what tells sizes has told them
const NAME = "rm-sheet";

/**
 * Lay a sheet into the page whenever it is about to be printed.
 * @param {{lender: Omit<import("./lent.js").Lender, "model" | "scaleBox">, model: MapModel, isReady: (model: MapModel) => model is ReadyModel,
 *   scale: ScaleParts, symbols: () => LegendRow[], rest: () => void}} printed
 */
export function layForPrinter({ lender, model, isReady, scale, symbols, rest }) {
  const home = appWindow();
  const lay = () => {
    if (appWindow() !== home || !isReady(model)) return; // this frame is gone, or has nothing to show yet
    if (home.document.querySelector(".st-key-page_quiz")) return; // its map shows the answer
    rest();
    const { map } = lender;
    const scaleBox = () => {
      const { box: { x, y, width, height } } = scaleAt(map, scale);
      return [{ x0: x, y0: y, x1: x + width, y1: y + height }];
    };
    const hasTiles = within(map, ".leaflet-tile-loaded"); // those of another view would come too late
    const paper = home.document.createElement("canvas");
    lend({ ...lender, model, scaleBox }, hasTiles ? map.getSize() : SHEET_PX, PRINTER_RATIO, () => copy(map, model, scale, paper));
    const { x, y } = map.getSize();
    const { style } = home.document.documentElement; // for print.css: a frame of another size would move what it shows
    for (const [name, px] of /** @type {[string, number][]} */ ([["--rm-map-x", x], ["--rm-map-y", y]])) style.setProperty(name, `${px}px`);
    home.document.querySelector(`.${NAME}`)?.remove();
    home.document.body.prepend(sheetOf(model, paper, symbols()));
  };
  let isPrinting = false;
  let back = () => {}; // to what was seen: a browser may lay out the frame for its paper meanwhile
  home.addEventListener("beforeprint", () => {
    const { map, view } = lender;
    isPrinting = true;
    lay();
    const [center, zoom, size] = [map.getCenter(), map.getZoom(), map.getSize()];
    back = () => view.quietly(() => {
      map.invalidateSize({ pan: false });
      if (map.getSize().equals(size)) map.setView(center, zoom, AT_ONCE);
    });
  });
  home.addEventListener("afterprint", () => {
    isPrinting = false;
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(back, SETTLED_MS)));
  });
  // Where a page only looks as if printed, as in a browser's tools, nobody says so beforehand.
  home.matchMedia("print").addEventListener("change", ({ matches }) => matches && !isPrinting && lay());
}

/** @param {LeafletMap} map @param {string} selector */
const within = (map, selector) => map.getContainer().querySelector(selector);

/**
 * @param {LeafletMap} map
 * @param {ReadyModel} model
 * @param {ScaleParts} scale
 * @param {HTMLCanvasElement} paper
 */
function copy(map, model, scale, paper) {
  const { width, height, base, live, tiles } = snapshot(map, PRINTER_RATIO);
  [paper.width, paper.height] = [base.width, base.height];
  const pen = /** @type {Pen} */ (paper.getContext("2d"));
  pen.drawImage(base, 0, 0, paper.width, paper.height);
  pen.scale(paper.width / width, paper.height / height);
  for (const { image, box } of tiles) pen.drawImage(image, box.x, box.y, box.width, box.height);
  pen.drawImage(live, 0, 0, width, height);
  drawScale(pen, { scale: scaleAt(map, scale), palette: model.palette });
}

/**
 * @param {ReadyModel} model
 * @param {HTMLCanvasElement} paper
 * @param {LegendRow[]} symbols
 * @returns {HTMLElement}
 */
function sheetOf(model, paper, symbols) {
  const { scene } = model;
  const finding = findingOf(scene, (site) => model.answersBySite.get(site), model.places, model.radarFacts);
  const site = commonSite(scene);
  return el("section", { class: NAME, "data-testid": "sheet" },
    el("header", {}, el("h1", {}, titleOf(scene)), el("p", {}, subtitle(scene, finding)), scene.note ? el("p", {}, el("em", {}, scene.note)) : null),
    el("figure", {}, paper),
    el("div", { class: "rm-sheet-words" },
      storyWords(),
      el("ul", { class: "rm-sheet-rings" }, shownRings(scene).map((index) => el("li", {}, lineSwatch(ringStyle(index, false), scene.rings[index].statement),
        el("span", {}, el("b", {}, rangeSaid(scene.rings[index], scene.units)), " ", claim(scene.rings[index], scene)))), site ? el("li", {}, el("span", {}, site)) : null),
      el("p", { class: "rm-sheet-symbols" }, symbols.map(({ sign, words }) => el("span", {}, sign && signSwatch(sign), " ", words))),
      el("p", {}, el("b", {}, CAVEAT)), el("p", {}, SOURCES), el("p", { class: "rm-sheet-link" }, shortLink(scene))));
}

/**
 * The words of a story's step, which stand over the map on the screen.
 * @returns {HTMLElement | null}
 */
function storyWords() {
  const words = appWindow().document.querySelector(".rm-story:not([hidden]) .rm-story-words");
  if (!words) return null;
  return el("div", { class: "rm-sheet-story" }, [...words.children].filter((part) => !part.hasAttribute("hidden")).map((part) => part.cloneNode(true)));
}
