// A canvas over the map, drawn by a function: the base map and the live scene are one each.

import { sheet, showSheet } from "../base/sheet.js";

// Of all layers, while a map is lent to a printer (print/lent.js).
const lent = { ratio: 0, isStill: false };

/**
 * Draw with at least so many pixels for one of the page from now on: a printer shows more than a screen.
 * @param {number} ratio 0: as many as the screen has
 */
export function drawFiner(ratio) {
  lent.ratio = ratio;
}

/**
 * Draw nothing while a map is moved in several steps that nobody sees.
 * @param {() => void} move
 */
export function undrawn(move) {
  lent.isStill = true;
  try {
    move();
  } finally {
    lent.isStill = false;
  }
}

/**
 * How a canvas over the map is drawn.
 * @typedef {object} CanvasLayerOptions
 * @property {string} pane
 * @property {number} padding part of the view on every side
 * @property {boolean} [moving] drawn anew while the map moves; others when it rests, and until then they
 *   move along with the pane
 * @property {boolean} [live] painted on in place, and so copied by the browser in every frame; others are
 *   handed over as pictures
 * @property {boolean} [opaque]
 * @property {() => number} [enlarge]
 * @property {(ctx: Pen, view: PaperView) => void} draw
 */
/**
 * The layer as Leaflet holds it: names with an underscore are its own, or ours beside them.
 * @typedef {CanvasLayer & {_canvas: Sheet, _zoom: number, _origin: LeafletPoint, _view?: PaperView, _animate(): void,
 *   _follow(): void, _place(center: import("leaflet").LatLng, zoom: number): void, _map: LeafletMap &
 *   {_getNewPixelOrigin(center: import("leaflet").LatLng, zoom: number): LeafletPoint}}} OwnLayer
 */

/**
 * Return a Leaflet layer whose canvas covers the view plus `padding` of it on every side.
 * `draw(ctx, view)` paints in CSS pixels. An `opaque` one paints all
 * of itself, which spares the browser to mix it with what lies below. `enlarge()` says how many times
 * larger than usual all lines, symbols and words are: `draw` then works on a smaller paper.
 * `touch(paint)` of a live layer paints on what is there; `shift()` is how far it has moved since it was drawn.
 * @param {Leaflet} L
 * @param {CanvasLayerOptions} canvasLayerOptions
 * @returns {CanvasLayer}
 */
export function canvasLayer(L, { pane, padding, moving = false, live = false, opaque = false, enlarge = () => 1, draw }) {
  const Layer = L.Layer.extend({
    /** @this {OwnLayer} @param {LeafletMap} map */
    onAdd(map) {
      this._canvas = /** @type {Sheet} */ (L.DomUtil.create("canvas", "rm-canvas leaflet-zoom-animated"));
      map.getPane(pane)?.appendChild(this._canvas);
      this.redraw();
    },
    /** @this {OwnLayer} */
    onRemove() {
      this._canvas.remove();
    },
    /** @this {OwnLayer} @returns {Record<string, () => void>} */
    getEvents() {
      /** @type {Record<string, () => void>} */
      const events = {
        viewreset: this.redraw, moveend: this.redraw, resize: this.redraw, zoomanim: this._animate,
      };
      if (moving) events.move = this.redraw;
      else events.zoom = this._follow;
      return events;
    },
    /** @this {OwnLayer} */
    redraw() {
      const map = this._map;
      if (!map || lent.isStill) return;
      const size = map.getSize();
      const pad = size.multiplyBy(padding).round();
      const topLeft = map.containerPointToLayerPoint(pad.multiplyBy(-1));
      const ratio = Math.max(window.devicePixelRatio || 1, lent.ratio);
      const [width, height] = [size.x + 2 * pad.x, size.y + 2 * pad.y];
      const canvas = this._canvas;
      if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
        canvas.width = Math.round(width * ratio);
        canvas.height = Math.round(height * ratio);
        canvas.style.width = `${width}px`;
        canvas.style.height = `${height}px`;
      }
      L.DomUtil.setTransform(canvas, topLeft, 1);
      this._zoom = map.getZoom();
      // In pixels of the world: beyond the map's top Leaflet knows no latitude, and a paper may go on there.
      this._origin = /** @type {LeafletPoint} */ (map.getPixelBounds().min).subtract(pad);
      const paper = live ? canvas : sheet(canvas.width, canvas.height);
      const ctx = paper.getContext("2d", { alpha: !opaque });
      const larger = enlarge();
      const fine = ratio * larger; // device pixels of one unit of the paper
      ctx.setTransform(fine, 0, 0, fine, 0, 0);
      ctx.clearRect(0, 0, width / larger, height / larger);
      this._view = {
        width: width / larger, height: height / larger, pad, ratio: fine, larger, zoom: this._zoom,
        scale: (256 * 2 ** this._zoom) / larger, x0: this._origin.x / larger, y0: this._origin.y / larger,
      };
      draw(ctx, this._view);
      if (!live) showSheet(canvas, paper, !opaque);
    },
    /** @this {OwnLayer} @param {(ctx: Pen, view: PaperView) => void} paint */
    touch(paint) {
      if (this._map && this._view) paint(this._canvas.getContext("2d", { alpha: !opaque }), this._view);
    },
    /** @this {OwnLayer} */
    canvas() {
      return this._canvas;
    },
    /** @this {OwnLayer} @returns {{x: number, y: number}} */
    shift() {
      if (!this._map || !this._view) return { x: 0, y: 0 };
      const { min } = this._map.getPixelBounds();
      return this._origin.add([this._view.pad.x, this._view.pad.y]).subtract(/** @type {LeafletPoint} */ (min)).round();
    },
    /** @this {OwnLayer} @param {import("leaflet").ZoomAnimEvent} event */
    _animate(event) {
      this._place(event.center, event.zoom);
    },
    /** @this {OwnLayer} */
    _follow() {
      this._place(this._map.getCenter(), this._map.getZoom());
    },
    /** @this {OwnLayer} @param {import("leaflet").LatLng} center @param {number} zoom */
    _place(center, zoom) {
      const scale = this._map.getZoomScale(zoom, this._zoom);
      L.DomUtil.setTransform(
        this._canvas, this._origin.multiplyBy(scale).subtract(this._map._getNewPixelOrigin(center, zoom)).round(), scale,
      );
    },
  });
  return /** @type {CanvasLayer} */ (/** @type {unknown} */ (new Layer())); // Leaflet's classes know no types of ours
}

/**
 * World x of a longitude: 0 at 180 W, 1 at 180 E; goes on beyond.
 * @param {number} lon
 * @returns {number}
 */
export const worldX = (lon) => lon / 360 + 0.5;

/**
 * World y of a latitude on Web Mercator: 0 at 85.05 N, 1 at 85.05 S; goes on beyond.
 * @param {number} lat
 * @returns {number}
 */
export function worldY(lat) {
  const clamped = Math.max(-89.99, Math.min(89.99, lat));
  const sin = Math.sin((clamped * Math.PI) / 180);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
}

/**
 * The view proper of a paper, without what it has beyond, and how much that is.
 * @param {PaperView} paper
 * @returns {{view: CanvasView & {larger: number}, beyond: WorldPoint}}
 */
export function viewProper(paper) {
  const beyond = { x: paper.pad.x / paper.larger, y: paper.pad.y / paper.larger };
  return { beyond, view: {
    ...paper, width: paper.width - 2 * beyond.x, height: paper.height - 2 * beyond.y, x0: paper.x0 + beyond.x, y0: paper.y0 + beyond.y,
  } };
}

/**
 * The world copies (whole turns) that could touch the view, for x within [min, max].
 * @param {CanvasView} view
 * @param {number} min
 * @param {number} max
 * @returns {number[]}
 */
export function copies(view, min, max) {
  const first = Math.ceil(view.x0 / view.scale - max);
  const last = Math.floor((view.x0 + view.width) / view.scale - min);
  /** @type {number[]} */
  const turns = [];
  for (let turn = first; turn <= last; turn += 1) turns.push(turn);
  return turns;
}
