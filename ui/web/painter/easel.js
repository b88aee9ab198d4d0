// A drag that a worker paints: the ring that moves, and symbols and words above it, on canvases that the
// page's own thread has nothing to do with. A canvas of the page is painted on and copied by that thread in
// every frame, and on a slow laptop that is all it comes to. The map decides what stands where, as ever;
// what it paints itself is hidden meanwhile, and painted anew when the drag is over.

import { speaking } from "../scene/scene.js";
import { LANG } from "../base/words.js";

/** Whether this browser can hand canvases over, and a worker has the map's letters: those of the system. */
const isAble = () => typeof Worker === "function" && "transferControlToOffscreen" in HTMLCanvasElement.prototype
  && "reset" in CanvasRenderingContext2D.prototype && !document.fonts?.size;

export class Easel {
  /**
   * @param {Leaflet} L
   * @param {string | undefined} source address of the painter's script; none in a saved page
   * @param {{shown: () => void}} on
   */
  constructor(L, source, on) {
    this.L = L;
    this.source = source;
    this.on = on;
    /** @type {Worker | null} */
    this.worker = null;
    /** @type {HTMLCanvasElement[]} */
    this.canvases = [];
    /** @type {HTMLCanvasElement[]} */
    this.covered = []; // the map's own, hidden while the painter's are seen
    /** @type {"idle" | "begun" | "seen"} */
    this.step = "idle";
    /** @type {MapLabel[]} */
    this.labels = []; // of the board
  }

  /** @param {LeafletMap} map */
  addTo(map) {
    this.map = map;
  }

  get isBegun() { return this.step !== "idle"; }

  get isSeen() { return this.step === "seen"; }

  /** The painter, who comes when he is first asked for; until then, and where there is none, the map paints itself. */
  hire() {
    if (this.worker || !this.source || !this.map || !isAble()) return;
    const worker = new Worker(`${this.source}?lang=${LANG}`, { type: "module" });
    this.canvases = ["rmScene", "rmNames"].map((pane) => {
      const canvas = this.L.DomUtil.create("canvas", "rm-canvas rm-painted leaflet-zoom-animated");
      this.map?.getPane(pane)?.append(canvas);
      return canvas;
    });
    const sheets = this.canvases.map((canvas) => canvas.transferControlToOffscreen());
    worker.onmessage = ({ data }) => this.heard(data);
    worker.onerror = () => this.dismiss();
    worker.postMessage({ canvases: sheets }, sheets);
    this.worker = worker;
  }

  /** @param {ToPainter} said */
  say(said) {
    this.worker?.postMessage(said);
  }

  /**
   * Hand the map over as it is now.
   * @param {Plate} plate
   * @param {MapLabel[]} still the words that do not move along
   * @param {ReadyModel} model
   * @param {HTMLCanvasElement[]} covered the canvases that are painted elsewhere from now on
   */
  begin({ view, spots }, still, model, covered) {
    this.hire();
    if (!this.worker || !this.map) return;
    const { x, y } = this.map.getSize();
    const ratio = window.devicePixelRatio || 1;
    const { scene, dark, bold, palette, states, selected } = model;
    this.labels = still;
    this.covered = covered;
    this.step = "begun";
    for (const canvas of this.canvases) {
      Object.assign(canvas.style, { width: `${x}px`, height: `${y}px`, display: "" });
      this.L.DomUtil.setTransform(canvas, this.map.containerPointToLayerPoint([0, 0]), 1);
    }
    this.say({ board: {
      width: Math.round(x * ratio), height: Math.round(y * ratio), view, spots: bareSpots(spots), labels: still.map(bareLabel),
      model: { scene, dark, bold, palette, states, selected, sites: scene.show.includes("envelope") ? model.knownSites() : [] },
    } });
  }

  /**
   * Tell what has changed; return whether it is for the painter alone to paint.
   * @param {PlateChange} change
   * @param {MapLabel[]} labels all there are now
   * @param {ReadyModel} model
   * @returns {boolean}
   */
  follow({ patches, turned }, labels, { scene }) {
    if (this.step === "idle") return false;
    const now = new Set(labels);
    const spoken = speaking(scene) ?? 0;
    this.say({ change: {
      ring: scene.rings[spoken], patches, turned,
      out: this.labels.flatMap((label, index) => (now.has(label) ? [] : [index])),
      numbers: labels.filter(({ kind, ring }) => kind === "ring" && ring === spoken).map(bareLabel),
    } });
    return this.isSeen;
  }

  /** @param {FromPainter} said */
  heard({ isNew }) {
    if (this.step === "idle") return;
    if (isNew) {
      this.step = "seen";
      for (const canvas of this.covered) canvas.style.display = "none";
    }
    if (this.isSeen) this.on.shown();
  }

  /** The painter did not come, or fell ill: the map goes on by itself. */
  dismiss() {
    this.leave();
    this.worker?.terminate();
    [this.worker, this.source] = [null, undefined];
    for (const canvas of this.canvases.splice(0)) canvas.remove();
  }

  /** Show the map's own canvases again; they have to be painted anew. */
  leave() {
    if (this.step === "idle") return;
    this.step = "idle";
    for (const canvas of this.covered) canvas.style.display = "";
    for (const canvas of this.canvases) canvas.style.display = "none";
    this.say({ clear: true });
  }
}

/** @param {Spots} spots @returns {Spots} without what is not painted */
const bareSpots = ({ places, sites }) => /** @type {Spots} */ (/** @type {unknown} */ ({
  places: places.map(({ place: { id, layer, lat, precision_km }, dot: { x, y, r }, state }) => (
    { place: { id, layer, lat, precision_km }, dot: { x, y, r }, state })),
  sites: sites.map(({ site, dot: { x, y, r }, star, isShown }) => ({
    site: site.typed ? { id: site.id, lat: site.lat, precision_km: 0, typed: true, layer: site.layer } : { id: site.id, lat: site.lat, precision_km: site.precision_km }, dot: { x, y, r }, star, isShown,
  })),
}));

/** @param {MapLabel} label @returns {MapLabel} without what is not painted */
const bareLabel = ({ text, kind, id, ring, style, letters, boxes, leader }) => (
  { text, kind, id, ring, style, letters, boxes, leader, own: null });
