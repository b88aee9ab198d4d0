// Test flights painted: lines to where they came down, and one tag at the site of all others.

import { FLIGHTS, SYMBOLS } from "../base/facts.js";
import { copies } from "../earth/canvaslayer.js";
import { FONT } from "../base/style.js";

const HALO_PX = 1.8; // around marks, and around the line chosen
const EDGE_PX = 1.1;
const SAG = 1.9; // radii of a tag below its site, to its middle: its roof points there
const LOOKS = new Map(FLIGHTS.looks.map((look) => [look.id, look]));

/** @param {string} look @returns {import("../base/facts.js").FlightLook} */
const lookOf = (look) => LOOKS.get(look) ?? FLIGHTS.looks[0];

/**
 * Where the lines of flights lie on the paper of a view, in every copy of the world.
 * @param {CanvasView} view
 * @param {MapFlight[]} flights
 * @returns {FlightSpots["lines"]}
 */
export function flightLines(view, flights) {
  const drawn = flights.filter(({ line }) => line);
  return drawn.flatMap((flight) => copies(view, flight.minX, flight.maxX).map((turn) => ({
    flight,
    points: flight.xs.map((x, i) => ({ x: (x + turn) * view.scale - view.x0, y: flight.ys[i] * view.scale - view.y0 })),
  })));
}

/**
 * One tag for the flights without a line of sites that stand close together; it hangs on that with the most flights.
 * @param {CanvasView} view
 * @param {MapFlight[]} flights
 * @returns {FlightTag[]}
 */
export function flightTags(view, flights) {
  /** @type {Map<MapSite, MapFlight[]>} */
  const bySite = new Map();
  for (const flight of flights.filter(({ line }) => !line)) bySite.set(flight.site, [...(bySite.get(flight.site) ?? []), flight]);
  /** @type {FlightTag[]} */
  const tags = [];
  for (const [site, here] of [...bySite].sort(([, a], [, b]) => b.length - a.length)) {
    for (const turn of copies(view, site.x, site.x)) {
      const at = { x: (site.x + turn) * view.scale - view.x0, y: site.y * view.scale - view.y0 };
      const near = tags.find(({ x, y }) => Math.hypot(x - at.x, y - at.y) < FLIGHTS.apart_px);
      if (near) near.flights = [...near.flights, ...here];
      else tags.push({ ...at, flights: here });
    }
  }
  return tags;
}

/**
 * The middle of a tag.
 * @param {FlightTag} tag
 * @returns {WorldPoint}
 */
export const tagMiddle = ({ x, y }) => ({ x, y: y + SAG * FLIGHTS.tag_px });

/**
 * Paint the lines, and the marks at their ends; the one chosen is painted wider.
 * @param {Pen} ctx
 * @param {FlightSpots["lines"]} lines
 * @param {Palette} palette
 * @param {{bold: number, chosen: string}} how
 */
export function paintLines(ctx, lines, palette, { bold, chosen }) {
  ctx.lineJoin = "round";
  const onTop = (/** @type {FlightSpots["lines"][number]} */ { flight: { flight } }) => Number(flight.id === chosen);
  for (const { flight: { flight }, points } of [...lines].sort((a, b) => onTop(a) - onTop(b))) {
    const isChosen = flight.id === chosen;
    const width = FLIGHTS.line_px * bold * (isChosen ? 2.5 : 1);
    ctx.beginPath();
    points.forEach(({ x, y }) => ctx.lineTo(x, y));
    if (isChosen) stroke(ctx, palette.halo, width + 2 * HALO_PX, 1);
    ctx.setLineDash([...lookOf(flight.look).dash]);
    stroke(ctx, palette.ink, width, isChosen ? 1 : FLIGHTS.line_alpha);
    ctx.setLineDash([]);
  }
  for (const { flight: { flight }, points } of lines) {
    const [before, end] = points.slice(-2);
    paintMark(ctx, flight, end, Math.atan2(end.y - before.y, end.x - before.x), palette);
  }
}

/** @param {Pen} ctx @param {string} color @param {number} width @param {number} alpha */
function stroke(ctx, color, width, alpha) {
  ctx.globalAlpha = alpha;
  ctx.strokeStyle = color;
  ctx.lineWidth = width;
  ctx.stroke();
  ctx.globalAlpha = 1;
}

/**
 * The mark of a flight: solid, or hollow where its apogee is a floor.
 * @param {Pen} ctx
 * @param {Flight} flight
 * @param {WorldPoint} at
 * @param {number} turn the way it flew, in radians clockwise from the right
 * @param {Palette} palette
 */
function paintMark(ctx, { look, floor }, at, turn, palette) {
  const { symbol, is_turned: isTurned } = lookOf(look);
  paintOutline(ctx, { symbol, r: FLIGHTS.mark_px, fill: floor ? palette.paper : palette.ink }, at, isTurned ? turn : 0, palette);
}

/** @param {Pen} ctx @param {{symbol: string, r: number, fill: string}} sign @param {WorldPoint} at @param {number} turn @param {Palette} palette */
function paintOutline(ctx, { symbol, r, fill }, { x, y }, turn, palette) {
  const [cos, sin] = [r * Math.cos(turn), r * Math.sin(turn)];
  ctx.beginPath();
  SYMBOLS[symbol].forEach(([dx, dy]) => ctx.lineTo(x + cos * dx - sin * dy, y + sin * dx + cos * dy));
  ctx.closePath();
  stroke(ctx, palette.halo, EDGE_PX + HALO_PX, 1);
  ctx.fillStyle = fill;
  ctx.fill();
  stroke(ctx, palette.ink, EDGE_PX, 1);
}

/** @param {Pen} ctx @param {FlightTag} tag @param {Palette} palette */
export function paintTag(ctx, tag, palette) {
  const middle = tagMiddle(tag);
  paintOutline(ctx, { symbol: FLIGHTS.tag, r: FLIGHTS.tag_px, fill: palette.paper }, middle, 0, palette);
  ctx.font = `700 10px ${FONT}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = palette.ink;
  ctx.fillText(String(tag.flights.length), middle.x, middle.y + 0.2 * FLIGHTS.tag_px);
}

/**
 * A flight's mark, or that of a tag, for legends and lists.
 * @param {string} look
 * @param {boolean} isHollow
 * @param {Palette} palette
 * @returns {Sign}
 */
export const flightSign = (look, isHollow, palette) => ({
  symbol: look === FLIGHTS.tag ? FLIGHTS.tag : lookOf(look).symbol, r: 5.2, half: null, line: palette.ink, width: EDGE_PX,
  fill: isHollow || look === FLIGHTS.tag ? palette.paper : palette.ink,
});
