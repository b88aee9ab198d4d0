// The worker that paints a drag. It is handed a board, the map as it is, and then what changes from frame
// to frame; where to write, and what is within reach, the map itself decides (labels/nameplate.js).

import { paintPatch, paintPlate } from "../labels/plate.js";
import { paintSpokenRing } from "./rings.js";
import { speaking } from "../scene/scene.js";

class Painter {
  /** @param {[OffscreenCanvas, OffscreenCanvas]} canvases @param {(said: FromPainter) => void} say */
  constructor(canvases, say) {
    this.pens = canvases.map((canvas) => /** @type {Pen} */ (/** @type {unknown} */ (canvas.getContext("2d"))));
    this.say = say;
    /** @type {Board | null} */
    this.board = null;
    /** @type {MapLabel[]} */
    this.labels = [];
    /** @type {Box[] | null} */
    this.patches = null; // null: all
    this.isDue = false;
    this.isNew = false;
  }

  /** @param {Board} board */
  begin(board) {
    this.board = board;
    this.labels = board.labels;
    this.patches = null;
    this.isNew = true;
    for (const { canvas } of this.pens) [canvas.width, canvas.height] = [board.width, board.height];
    this.paintSoon();
  }

  /** @param {BoardChange} change */
  follow({ ring, turned, out, numbers, patches }) {
    if (!this.board) return;
    const { model, spots, labels } = this.board;
    model.scene.rings[speaking(model.scene) ?? 0] = ring;
    for (const [index, state] of turned) {
      const spot = spots.places[index];
      spot.state = state;
      model.states.set(spot.place.id, state);
    }
    this.labels = [...labels.filter((_, index) => !out.includes(index)), ...numbers];
    this.patches?.push(...patches);
    this.paintSoon();
  }

  clear() {
    this.board = null;
    this.pens.forEach((pen) => pen.reset());
  }

  paintSoon() {
    if (this.isDue) return;
    this.isDue = true;
    requestAnimationFrame(() => this.paint());
  }

  paint() {
    this.isDue = false;
    if (!this.board) return;
    const { view, spots } = this.board;
    const model = { ...this.board.model, knownSites: () => /** @type {Board} */ (this.board).model.sites };
    const [ring, plate] = this.pens;
    for (const pen of this.pens) pen.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
    ring.clearRect(0, 0, view.width, view.height);
    paintSpokenRing(ring, view, model);
    const whole = { view, spots, labels: this.labels };
    if (this.patches) this.patches.forEach((patch) => paintPatch(plate, patch, whole, model));
    else paintPlate(plate, whole, model);
    this.patches = [];
    this.tell();
  }

  /** A new board is told of when it is seen: a frame is shown when the next one is asked for. */
  tell() {
    const { isNew } = this;
    this.isNew = false;
    if (isNew) requestAnimationFrame(() => this.say({ isNew }));
    else this.say({ isNew });
  }
}

/**
 * Paint what `port` brings.
 * @param {PainterPort} port
 */
export function serve(port) {
  /** @type {Painter | null} */
  let painter = null;
  port.onmessage = ({ data: said }) => {
    if ("canvases" in said) painter = new Painter(said.canvases, (told) => port.postMessage(told));
    else if ("board" in said) painter?.begin(said.board);
    else if ("change" in said) painter?.follow(said.change);
    else painter?.clear();
  };
}

if (typeof document === "undefined") serve(/** @type {PainterPort} */ (/** @type {unknown} */ (globalThis)));
