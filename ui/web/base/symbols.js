// Place symbols: shape says what it is, fill says whether it is inside. Colour only helps.

import { MARKS, NAME_RANK, SYMBOLS, SYMBOL_SIZE } from "./facts.js";
import { isPeopled, layerOf } from "./layers.js";
import { sheet } from "./sheet.js";

const SVG = "http://www.w3.org/2000/svg";

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
  const key = `${layer},${r},${state},${color},${palette.ink},${ratio}`;
  let sprite = sprites.get(key);
  if (!sprite) {
    if (sprites.size >= KEEP) sprites.clear();
    const size = Math.ceil(2 * half * ratio);
    sprite = sheet(size, size);
    const pen = sprite.getContext("2d");
    pen.scale(ratio, ratio);
    drawPlace(pen, layer, half, half, r, state, color, palette);
    sprites.set(key, sprite);
  }
  /** @param {number} value @returns {number} */
  const whole = (value) => Math.round((value - half) * ratio) / ratio; // between pixels it would blur
  ctx.drawImage(sprite, whole(x), whole(y), sprite.width / ratio, sprite.height / ratio);
}

/**
 * Draw one place: solid when inside, half when in the band, hollow when outside.
 * @param {Pen} ctx
 * @param {PlaceLayer} layer
 * @param {number} x
 * @param {number} y
 * @param {number} r
 * @param {ReachState} state
 * @param {string} color
 * @param {Palette} palette
 */
function drawPlace(ctx, layer, x, y, r, state, color, palette) {
  const { symbol } = layerOf(layer);
  trace(ctx, symbol, x, y, r);
  ctx.fillStyle = state === "in" ? color : palette.paper;
  ctx.fill();
  if (state === "band") {
    ctx.save();
    ctx.clip();
    ctx.fillStyle = color;
    ctx.fillRect(x - 2 * r, y - 2 * r, 2 * r, 4 * r);
    ctx.restore();
    trace(ctx, symbol, x, y, r);
  }
  ctx.strokeStyle = state === "out" ? palette.faint : palette.ink;
  ctx.lineWidth = state === "out" ? 1 : 1.1;
  ctx.stroke();
}

/**
 * Draw a launch site: a star when a ring starts there, else a small diamond.
 * @param {Pen} ctx
 * @param {number} x
 * @param {number} y
 * @param {boolean} starred
 * @param {string} color
 * @param {Palette} palette
 */
export function drawSite(ctx, x, y, starred, color, palette) {
  if (starred) trace(ctx, "star", x, y, 10);
  else trace(ctx, "diamond", x, y, 5.4);
  ctx.fillStyle = starred ? color : palette.ink;
  ctx.fill();
  ctx.strokeStyle = palette.halo;
  ctx.lineWidth = starred ? 1.6 : 0.8;
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
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 34 10");
  svg.setAttribute("class", "rm-swatch");
  svg.setAttribute("aria-hidden", "true");
  /** @param {string} tag @param {Record<string, string | number>} given */
  const add = (tag, given) => {
    const part = document.createElementNS(SVG, tag);
    Object.entries(given).forEach(([name, value]) => part.setAttribute(name, String(value)));
    svg.append(part);
  };
  add("line", { x1: 0, x2: 34, y1: 5, y2: 5, stroke: color, "stroke-width": 4, "stroke-dasharray": dash.join(" ") });
  const marks = swatchMarks(statement);
  if (marks) add("path", { d: marks, stroke: color, "stroke-width": 1.6 });
  return svg;
}

/**
 * Return a small canvas with a symbol, for legends.
 * @param {PlaceLayer | "site"} layer
 * @param {ReachState} state
 * @param {string} color
 * @param {Palette} palette
 * @returns {HTMLCanvasElement}
 */
export function symbolSwatch(layer, state, color, palette) {
  const canvas = /** @type {Sheet} */ (document.createElement("canvas"));
  const ratio = window.devicePixelRatio || 1;
  canvas.width = canvas.height = 18 * ratio;
  canvas.style.width = canvas.style.height = "18px";
  const ctx = canvas.getContext("2d");
  ctx.scale(ratio, ratio);
  if (layer === "site") drawSite(ctx, 9, 9, state === "in", color, palette);
  else drawPlace(ctx, layer, 9, 9, 5.2, state, color, palette);
  return canvas;
}
