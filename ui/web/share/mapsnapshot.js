// What the map shows at one moment, copied before it moves on: its canvases, the tiles between them,
// its scale bar.

import { sheet } from "../base/sheet.js";
import { t } from "../base/words.js";

const PATIENCE_MS = 8000; // for the tiles of an online map

/**
 * Copy what the canvases show, and note which tiles lie between them.
 * @param {LeafletMap} map
 * @param {number} ratio
 * @returns {MapSnapshot}
 */
export function snapshot(map, ratio) {
  const { x: width, y: height } = map.getSize();
  /** @param {string[]} panes from the lowest on @returns {Sheet} */
  const copyOf = (panes) => {
    const paper = blank(width, height, ratio);
    for (const canvas of panes.flatMap((pane) => [...paneOf(map, pane).querySelectorAll("canvas")])) {
      const box = boxOf(map, canvas);
      paper.getContext("2d").drawImage(/** @type {Sheet} */ (canvas), Math.round(box.x * ratio), Math.round(box.y * ratio),
        Math.round(box.width * ratio), Math.round(box.height * ratio));
    }
    return paper;
  };
  const [base, live] = [copyOf(["rmBase"]), copyOf(["rmTests", "rmSectors", "rmRings", "rmScene", "rmNames", "rmSectorNames", "rmTags"])];
  /** @type {NodeListOf<HTMLImageElement>} */
  const loaded = paneOf(map, "rmTiles").querySelectorAll("img.leaflet-tile-loaded");
  const tiles = [...loaded]
    .filter((image) => image.style.display !== "none").map((image) => ({ image, box: boxOf(map, image) }));
  return { width, height, base, live, tiles, credit: map.attributionControl.getContainer()?.textContent ?? "" };
}

/**
 * Put the tiles over the base map if their server lets pages read them; else say why they are missing.
 * @param {MapSnapshot} snapshot
 * @param {number} ratio
 * @returns {Promise<PictureGround>}
 */
export async function withTiles({ base, tiles, width, height, credit }, ratio) {
  if (!tiles.length) return { paper: base, credit: "", note: "" };
  const paper = blank(width, height, ratio);
  const pen = paper.getContext("2d");
  try {
    const images = await Promise.all(tiles.map(({ image }) => readable(image)));
    pen.drawImage(base, 0, 0);
    pen.scale(ratio, ratio);
    images.forEach((image, i) => {
      const { box } = tiles[i];
      pen.drawImage(image, box.x, box.y, box.width, box.height);
    });
    return { paper, credit: t("Map: {credit}.", { credit }), note: "" };
  } catch {
    return {
      paper: base, credit: "",
      note: t("The online map's images may not be copied; the picture shows the built-in map in their place."),
    };
  }
}

/**
 * Ask for a tile anew, in the way that lets a page read it.
 * @param {HTMLImageElement} image
 * @returns {Promise<HTMLImageElement>}
 */
function readable(image) {
  return new Promise((resolve, reject) => {
    const copy = new Image();
    copy.crossOrigin = "anonymous";
    copy.referrerPolicy = image.referrerPolicy;
    copy.onload = () => resolve(copy);
    copy.onerror = reject;
    setTimeout(reject, PATIENCE_MS);
    copy.src = image.src;
  });
}

/**
 * Where the scale bar is now, and what it says.
 * @param {LeafletMap} map
 * @param {ScaleParts} scaleParts
 * @returns {PictureFacts["scale"]}
 */
export function scaleAt(map, { node, text, bar }) {
  return { box: boxOf(map, node), words: text.textContent ?? "", bar: boxOf(map, bar) };
}

/**
 * What a node of the map covers, in CSS pixels of the map.
 * @param {LeafletMap} map
 * @param {Element} node
 * @returns {PixelBox}
 */
function boxOf(map, node) {
  const home = map.getContainer().getBoundingClientRect();
  const box = node.getBoundingClientRect();
  return { x: box.left - home.left, y: box.top - home.top, width: box.width, height: box.height };
}

/**
 * A pane of ours: the map has made it.
 * @param {LeafletMap} map
 * @param {string} name
 * @returns {HTMLElement}
 */
const paneOf = (map, name) => /** @type {HTMLElement} */ (map.getPane(name));

/** @param {number} width @param {number} height @param {number} ratio @returns {Sheet} */
function blank(width, height, ratio) {
  return sheet(Math.round(width * ratio), Math.round(height * ratio));
}
