// A picture of exactly what the map shows, at the pixels of this screen, framed by the words that a
// picture of the server has too: title, legend, scale, caveat, sources, link.

import { CAVEAT, SOURCES, claim, commonSite, subtitle, title } from "./captions.js";
import { beside, columns, inline, lineHeight, paragraph, stack } from "./paper.js";
import { within } from "../base/dom.js";
import { rangeSaid } from "../scene/ringwords.js";
import { shortLink } from "./sharing.js";
import { sheet } from "../base/sheet.js";
import { FONT, ringStyle } from "../base/style.js";
import { swatchMarks } from "../base/symbols.js";
import { t } from "../base/words.js";

/** @typedef {{x: number, y: number, width: number, height: number}} PixelBox */
/**
 * What the map shows, copied before it moves on.
 * @typedef {object} Snapshot
 * @property {number} width
 * @property {number} height
 * @property {Sheet} base
 * @property {Sheet} live
 * @property {{image: HTMLImageElement, box: PixelBox}[]} tiles
 * @property {string} credit
 */
/** @typedef {{paper: Sheet, credit: string, note: string}} Ground The map below the rings. */
/**
 * What the words of a picture are made of.
 * @typedef {object} Shown
 * @property {Scene} scene
 * @property {Palette} palette
 * @property {boolean} dark
 * @property {number} ratio
 * @property {{box: PixelBox, words: string, bar: PixelBox}} scale
 * @property {LegendRow[]} symbols
 */

const MARGIN = 14;
const COLUMN = 400; // CSS pixels a column of the legend wants at least
const SWATCH = 34;
const GAP = 10;
const PATIENCE_MS = 8000; // for the tiles of an online map

/**
 * Return a promise of {blob, note}; `shown` = {symbols, scale} of the map. The map may move meanwhile.
 * @param {LeafletMap} map
 * @param {ReadyModel} model
 * @param {{symbols: LegendRow[], scale: ScaleParts}} shown
 * @returns {Promise<MapPicture>}
 */
export async function pictureOf(map, model, shown) {
  const { scene, dark, palette } = model;
  const ratio = window.devicePixelRatio || 1;
  const scale = scaleAt(map, shown.scale);
  const now = { scene: structuredClone(scene), palette, dark, ratio, scale, symbols: shown.symbols };
  const seen = snapshot(map, ratio);
  const ground = await withTiles(seen, ratio);
  return { blob: await framed(now, seen, ground), note: ground.note };
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

/**
 * Copy what the canvases show, and note which tiles lie between them.
 * @param {LeafletMap} map
 * @param {number} ratio
 * @returns {Snapshot}
 */
function snapshot(map, ratio) {
  const { x: width, y: height } = map.getSize();
  const [base, live] = ["rmBase", "rmScene"].map((pane) => {
    const paper = blank(width, height, ratio);
    const canvas = within(paneOf(map, pane), "canvas");
    const box = boxOf(map, canvas);
    paper.getContext("2d").drawImage(canvas, Math.round(box.x * ratio), Math.round(box.y * ratio),
      Math.round(box.width * ratio), Math.round(box.height * ratio));
    return paper;
  });
  /** @type {NodeListOf<HTMLImageElement>} */
  const loaded = paneOf(map, "rmTiles").querySelectorAll("img.leaflet-tile-loaded");
  const tiles = [...loaded]
    .filter((image) => image.style.display !== "none").map((image) => ({ image, box: boxOf(map, image) }));
  return { width, height, base, live, tiles, credit: map.attributionControl.getContainer()?.textContent ?? "" };
}

/** @param {number} width @param {number} height @param {number} ratio @returns {Sheet} */
function blank(width, height, ratio) {
  return sheet(Math.round(width * ratio), Math.round(height * ratio));
}

/**
 * Put the tiles over the base map if their server lets pages read them; else say why they are missing.
 * @param {Snapshot} snapshot
 * @param {number} ratio
 * @returns {Promise<Ground>}
 */
async function withTiles({ base, tiles, width, height, credit }, ratio) {
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
 * @returns {Shown["scale"]}
 */
function scaleAt(map, { node, text, bar }) {
  return { box: boxOf(map, node), words: text.textContent ?? "", bar: boxOf(map, bar) };
}

/**
 * Put head, map and foot together.
 * @param {Shown} now
 * @param {Snapshot} seen
 * @param {Ground} ground
 * @returns {Promise<Blob>}
 */
function framed(now, seen, ground) {
  const { palette, ratio } = now;
  const room = seen.width - 2 * MARGIN;
  const unit = Math.min(1.4, Math.max(1, seen.width / 1100));
  const head = headOf(now, room, unit);
  const foot = footOf(now, room, unit, ground.credit);
  const top = Math.round(head.height + 1.4 * MARGIN);
  const bottom = top + seen.height;
  const canvas = /** @type {Sheet} */ (document.createElement("canvas"));
  [canvas.width, canvas.height] = [seen.width, bottom + foot.height + 2 * MARGIN].map((side) => Math.round(side * ratio));
  const pen = canvas.getContext("2d");
  pen.fillStyle = palette.paper;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(ground.paper, 0, Math.round(top * ratio));
  pen.drawImage(seen.live, 0, Math.round(top * ratio));
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  head.draw(pen, MARGIN, 0.7 * MARGIN);
  foot.draw(pen, MARGIN, bottom + MARGIN);
  pen.translate(0, top);
  drawScale(pen, now);
  return toPng(canvas);
}

/** @param {HTMLCanvasElement} canvas @returns {Promise<Blob>} */
function toPng(canvas) {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob)
      : reject(new Error(t("This browser could not make a picture of that size.")))), "image/png");
  });
}

/** @param {Shown} shown @param {number} room @param {number} unit @returns {TextBlock} */
function headOf({ scene, palette }, room, unit) {
  return stack([
    paragraph([{ text: title(scene), size: 21 * unit, weight: 700, color: palette.ink }], room),
    paragraph([{ text: subtitle(scene), size: 14 * unit, color: palette.faint }], room),
  ]);
}

/**
 * Legend, caveat, sources and link.
 * @param {Shown} now
 * @param {number} room
 * @param {number} unit
 * @param {string} credit
 * @returns {TextBlock}
 */
function footOf(now, room, unit, credit) {
  const { scene, palette } = now;
  const size = 13 * unit;
  const count = Math.max(1, Math.min(3, Math.floor(room / (COLUMN * unit)), scene.rings.length));
  /** @param {string} text @param {number} weight @param {string} [color] @returns {TextBlock} */
  const words = (text, weight, color = palette.ink) => paragraph([{ text, size: 12 * unit, weight, color }], room);
  const rings = scene.rings.map((ring, index) => (/** @type {number} */ width) => ringRow(now, ring, index, size, width));
  const site = commonSite(scene);
  return stack([
    columns(rings, count, room, 2 * GAP),
    ...(site ? [words(site, 400, palette.faint)] : []),
    inline(now.symbols.map((symbol) => symbolItem(symbol, palette, 12 * unit, room)), room, 1.5 * GAP),
    words(CAVEAT, 700),
    words([SOURCES, credit].filter(Boolean).join(" "), 400, palette.faint),
    words(shortLink(scene), 400),
  ], 5);
}

/**
 * @param {Shown} shown
 * @param {Ring} ring
 * @param {number} index
 * @param {number} size
 * @param {number} width
 * @returns {TextBlock}
 */
function ringRow({ scene, palette, dark }, ring, index, size, width) {
  const { color, dash } = ringStyle(index, dark);
  const said = paragraph([
    { text: rangeSaid(ring, scene.units), size, weight: 700, color: palette.ink },
    { text: claim(ring, scene), size, color: palette.ink },
  ], width - SWATCH - GAP);
  /** @param {Pen} pen @param {number} x @param {number} y */
  const line = (pen, x, y) => {
    pen.beginPath();
    pen.setLineDash(dash);
    pen.moveTo(x, y);
    pen.lineTo(x + SWATCH, y);
    pen.lineWidth = 4;
    pen.strokeStyle = color;
    pen.stroke();
    pen.setLineDash([]);
    pen.translate(x, y - 5);
    pen.lineWidth = 1.6;
    pen.stroke(new Path2D(swatchMarks(ring.statement)));
    pen.translate(-x, 5 - y);
  };
  return beside(line, SWATCH + GAP, said, lineHeight(size));
}

/**
 * @param {Shown["symbols"][number]} shown
 * @param {Palette} palette
 * @param {number} size
 * @param {number} room
 * @returns {TextBlock}
 */
function symbolItem({ picture, words }, palette, size, room) {
  const side = picture ? 18 : 0;
  const said = paragraph([{ text: words, size, color: palette.ink }], room - side);
  /** @param {Pen} pen @param {number} x @param {number} y */
  const paint = (pen, x, y) => picture && pen.drawImage(picture, x, y - side / 2, side, side);
  return beside(paint, side && side + 3, said, lineHeight(size));
}

/**
 * The scale where the map has it.
 * @param {Pen} pen
 * @param {Shown} shown
 */
function drawScale(pen, { scale: { box, bar, words }, palette }) {
  pen.globalAlpha = 0.85;
  pen.fillStyle = palette.paper;
  pen.fillRect(box.x, box.y, box.width, box.height);
  pen.globalAlpha = 1;
  pen.fillStyle = pen.strokeStyle = palette.ink;
  pen.font = `400 12px ${FONT}`;
  pen.textAlign = "right";
  pen.textBaseline = "middle";
  pen.fillText(words, bar.x + bar.width, (box.y + bar.y) / 2 + 1);
  pen.lineWidth = 2;
  pen.beginPath();
  pen.moveTo(bar.x + 1, bar.y);
  pen.lineTo(bar.x + 1, bar.y + bar.height - 1);
  pen.lineTo(bar.x + bar.width - 1, bar.y + bar.height - 1);
  pen.lineTo(bar.x + bar.width - 1, bar.y);
  pen.stroke();
}
