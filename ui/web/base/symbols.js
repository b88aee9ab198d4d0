// Place symbols: shape says what it is, fill says whether it is inside. Colour only helps.

import { svg } from "./dom.js";
import { MARKS, NAME_RANK, SYMBOLS, SYMBOL_SIZE } from "./facts.js";
import { isPeopled, layerOf } from "./layers.js";
import { areSheetsCheap, sheet } from "./sheet.js";

/**
 * Radius in pixels of a place's symbol.
 * @param {Pick<Place, "layer" | "population">} place
 * @returns {number}
 */
export function symbolRadius(place) {
  if (!isPeopled(place)) return layerOf(place.layer).radius_px;
  const { least_px, most_px, base_px, root_million_px } = SYMBOL_SIZE;
  return Math.max(least_px, Math.min(most_px, base_px + Math.sqrt((place.population || 0) / 1e6) * root_million_px));
}

/**
 * Importance of a place for its name on the map; about log10 of a population.
 * @param {Pick<Place, "layer" | "population" | "kind" | "us_soil">} place
 * @returns {number}
 */
export function nameRank(place) {
  if (!isPeopled(place)) return layerOf(place.layer).rank;
  const own = Math.log10((place.population || 0) + 1) + (place.kind.includes("capital") ? NAME_RANK.capital : 0);
  return place.us_soil ? Math.max(own + NAME_RANK.us_soil, NAME_RANK.us_soil_least) : own;
}

/**
 * Begin a path along an outline of SYMBOLS.
 * @param {Pen} ctx
 * @param {string} symbol
 * @param {number} x
 * @param {number} y
 * @param {number} r
 */
function trace(ctx, symbol, x, y, r) {
  ctx.beginPath();
  for (const [dx, dy] of SYMBOLS[symbol]) ctx.lineTo(x + r * dx, y + r * dy);
  ctx.closePath();
}

/** @type {Map<string, Sheet>} */
const sprites = new Map();
const KEEP = 2000;

/**
 * Stamp one place on the map, from a picture of it kept between frames.
 * @param {Pen} ctx
 * @param {PlaceLayer} layer
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {ReachState} state
 * @param {string} color
 * @param {Palette} palette
 * @param {number} ratio
 */
export function stampPlace(ctx, layer, x, y, radius, state, color, palette, ratio) {
  const r = Math.round(radius * 4) / 4; // so that towns of about the same size share a picture
  const half = Math.ceil(2 * r + 2);
  const sign = () => placeSign(layer, r, state, color, palette); // a picture that is kept needs none
  /** @param {number} value @returns {number} */
  const whole = (value) => Math.round((value - half) * ratio) / ratio; // between pixels it would blur
  if (!areSheetsCheap) return paintRimmed(ctx, sign(), palette.halo, whole(x) + half, whole(y) + half);
  const key = `${layer},${r},${state},${color},${palette.ink},${ratio}`;
  let sprite = sprites.get(key);
  if (!sprite) {
    if (sprites.size >= KEEP) sprites.clear();
    const size = Math.ceil(2 * half * ratio);
    sprite = sheet(size, size);
    const pen = sprite.getContext("2d");
    pen.scale(ratio, ratio);
    paintRimmed(pen, sign(), palette.halo, half, half);
    sprites.set(key, sprite);
  }
  ctx.drawImage(sprite, whole(x), whole(y), sprite.width / ratio, sprite.height / ratio);
}

/**
 * A sign with a rim that keeps it apart from its neighbours.
 * @param {Pen} pen
 * @param {Sign} sign
 * @param {string} halo
 * @param {number} x
 * @param {number} y
 */
function paintRimmed(pen, sign, halo, x, y) {
  paintSign(pen, { ...sign, fill: halo, half: null, line: halo, width: sign.width + 1.8 }, x, y);
  paintSign(pen, sign, x, y);
}

/**
 * How a place looks: solid when inside, half when in the band, hollow when outside.
 * @param {PlaceLayer} layer
 * @param {number} r
 * @param {ReachState} state
 * @param {string} color
 * @param {Palette} palette
 * @returns {Sign}
 */
function placeSign(layer, r, state, color, palette) {
  const isOut = state === "out";
  return {
    symbol: layerOf(layer).symbol, r, fill: state === "in" ? color : palette.paper,
    half: state === "band" ? color : null, line: isOut ? palette.faint : palette.ink, width: isOut ? 1 : 1.1,
  };
}

/**
 * How the start of a ring looks: a star at a launch site, or the symbol of what it is around.
 * @param {PlaceLayer | undefined} layer
 * @param {string} color
 * @param {Palette} palette
 * @returns {Sign}
 */
export const startSign = (layer, color, palette) => (
  { symbol: layer ? layerOf(layer).symbol : "star", r: layer ? 8.5 : 10, fill: color, half: null, line: palette.halo, width: 1.6 });

/** @param {Palette} palette @returns {Sign} a launch site from which no ring starts */
const idleSign = (palette) => ({ symbol: "diamond", r: 5.4, fill: palette.ink, half: null, line: palette.halo, width: 0.8 });

/**
 * Draw a launch site, or what a ring is around.
 * @param {Pen} ctx
 * @param {DrawnSite} spot
 * @param {string} color of its ring
 * @param {Palette} palette
 */
export function drawSite(ctx, { site, star, dot: { x, y } }, color, palette) {
  paintSign(ctx, star === null ? idleSign(palette) : startSign(site.typed && site.layer, color, palette), x, y);
}

/**
 * Draw a sign about a point.
 * @param {Pen} ctx
 * @param {Sign} sign
 * @param {number} x
 * @param {number} y
 */
export function paintSign(ctx, { symbol, r, fill, half, line, width }, x, y) {
  trace(ctx, symbol, x, y, r);
  ctx.fillStyle = fill;
  ctx.fill();
  if (half) {
    ctx.save();
    ctx.clip();
    ctx.fillStyle = half;
    ctx.fillRect(x - 2 * r, y - 2 * r, 2 * r, 4 * r);
    ctx.restore();
    trace(ctx, symbol, x, y, r);
  }
  ctx.strokeStyle = line;
  ctx.lineWidth = width;
  ctx.stroke();
}

/**
 * Marks of a floor or a ceiling as a path beside a line 34 pixels long at a height of 5: on the side
 * where they are on the ring, but nearer together. "" for a plain range.
 * @param {string} [statement]
 * @returns {string}
 */
export function swatchMarks(statement = "") {
  const length = MARKS.lengths[statement];
  if (!length) return "";
  const places = [-1, 0, 1].map((step) => 17 + step * MARKS.every / 2);
  return `M0 5H34${places.map((x) => `M${x} 5V${length > 0 ? 0 : 10}`).join("")}`;
}

/**
 * Return a short line in a ring's colour and dash, for legends and cards; marked where it is no plain range.
 * @param {LineStyle} lineStyle
 * @param {string} [statement]
 * @returns {SVGElement}
 */
export function lineSwatch({ color, dash }, statement) {
  const marks = swatchMarks(statement);
  return svg("svg", { viewBox: "0 0 34 10", class: "rm-swatch", "aria-hidden": "true" },
    svg("line", { x1: 0, x2: 34, y1: 5, y2: 5, stroke: color, "stroke-width": 4, "stroke-dasharray": dash.join(" ") }),
    ...(marks ? [svg("path", { d: marks, stroke: color, "stroke-width": 1.6 })] : []));
}

/**
 * How a symbol looks in a legend.
 * @param {PlaceLayer | "site"} layer
 * @param {ReachState} state
 * @param {string} color
 * @param {Palette} palette
 * @returns {Sign}
 */
export const legendSign = (layer, state, color, palette) => (
  layer === "site" ? (state === "in" ? startSign(undefined, color, palette) : idleSign(palette)) : placeSign(layer, 5.2, state, color, palette));

/**
 * Return a sign in a box of 18 by 18 pixels, for legends.
 * @param {Sign} sign
 * @returns {SVGElement}
 */
export function signSwatch({ symbol, r, fill, half, line, width }) {
  const d = `M${SYMBOLS[symbol].map(([dx, dy]) => `${r * dx} ${r * dy}`).join("L")}Z`;
  const left = half && svg("svg", { x: -9, y: -9, width: 9, height: 18, viewBox: "-9 -9 9 18" }, // it cuts off what is right of it
    svg("path", { d, fill: half }));
  return svg("svg", { viewBox: "-9 -9 18 18", width: 18, height: 18, class: "rm-symbol", "aria-hidden": "true" },
    svg("path", { d, fill }), ...(left ? [left] : []),
    svg("path", { d, fill: "none", stroke: line, "stroke-width": width }));
}
