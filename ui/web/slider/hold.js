// The hold of a slider, from the press to the first sign that it was let go. No single sign is
// certain: each is missing in some browser, or when the pointer is taken away in mid-drag. Movements are
// told once in a frame: a mouse may send eight in one, and what follows from each costs a layout.

import { oncePerFrame } from "../base/frames.js";

const SWIPE_PX = 4; // less than that sideways, and a finger was not dragging

class Hold {
  /** @param {PointerEvent} pointerEvent @param {HoldActions} on */
  constructor({ pointerId, pointerType, clientX, clientY }, on) {
    this.pointerId = pointerId;
    this.on = on;
    this.x = clientX;
    this.y = clientY;
    this.dx = 0; // how far the pointer has moved
    this.dy = 0;
    this.isSure = pointerType !== "touch"; // that the slider is meant, not the page below the finger
    this.told = 0; // of dx
    this.tellSoon = oncePerFrame(() => this.tell());
    this.ears = new AbortController();
  }

  /** @param {HTMLElement} node what was pressed */
  listen(node) {
    const { ears: { signal } } = this;
    /**
     * @template {Event} [E=Event]
     * @param {EventTarget} target
     * @param {string} kinds
     * @param {(event: E) => void} act
     */
    const hear = (target, kinds, act) => kinds.split(" ").forEach(
      (kind) => target.addEventListener(kind, /** @type {EventListener} */ (act), { signal, capture: true, passive: false }));
    /** @param {(event: PointerEvent) => void} act */
    const mine = (act) => (/** @type {PointerEvent} */ event) => {
      if (event.pointerId === this.pointerId || node.contains(/** @type {Node} */ (event.target))) act(event);
    };
    /** @param {Event} event */
    const cancel = ({ isTrusted }) => {
      const wasSwipe = this.wasSwipe(isTrusted);
      if (!wasSwipe) this.tell();
      this.on.cancel(wasSwipe);
    };
    const end = () => this.end();
    hear(window, "pointermove", mine((event) => this.follow(event)));
    hear(node, "touchmove", (event) => this.isSure && event.cancelable && event.preventDefault()); // no slider of the browser's own
    hear(window, "pointerup", mine(end));
    hear(document, "lostpointercapture", mine(end)); // there, when the slider is gone
    hear(window, "pointercancel", mine(cancel));
    hear(node, "touchcancel", cancel);
    hear(node, "touchend", (/** @type {TouchEvent} */ { touches }) => touches?.length || end());
    hear(node, "blur", end);
    hear(window, "pointerdown", end); // another finger: what the first still does is told later
    hear(window, "blur", ({ target }) => target === window && end());
    hear(document, "visibilitychange", () => document.hidden && end());
    hear(window, "beforeunload pagehide", end);
  }

  /** @param {PointerEvent} event */
  follow({ clientX, clientY, pointerType, buttons, isTrusted }) {
    if (isTrusted && pointerType === "mouse" && !buttons) return void this.end(); // let go where nobody told us
    [this.dx, this.dy] = [clientX - this.x, clientY - this.y];
    this.isSure ||= Math.abs(this.dx) >= SWIPE_PX && Math.abs(this.dx) >= Math.abs(this.dy);
    if (this.isSure) this.tellSoon();
  }

  /** Tell how far it has moved, if that is not told. */
  tell() {
    if (this.ears.signal.aborted || !this.isSure || this.dx === this.told) return;
    this.told = this.dx;
    this.on.move(this.dx);
  }

  end() {
    this.tell();
    this.on.end();
  }

  /**
   * Whether the browser took the pointer away because it was meant for the page.
   * @param {boolean} isByBrowser
   * @returns {boolean}
   */
  wasSwipe(isByBrowser) {
    const [dx, dy] = [Math.abs(this.dx), Math.abs(this.dy)];
    return dy > Math.max(dx, SWIPE_PX) || (isByBrowser && dx < SWIPE_PX);
  }

  close() {
    this.ears.abort();
  }
}

/**
 * Return the hold of a slider that was just pressed at a node.
 * @param {PointerEvent} event
 * @param {HTMLElement} node
 * @param {HoldActions} on
 * @returns {Hold}
 */
export function holdOf(event, node, on) {
  const hold = new Hold(event, on);
  hold.listen(node);
  return hold;
}
