// The hold of a slider, from the press to the first sign that it was let go. No single sign is
// certain: each is missing in some browser, or when the pointer is taken away in mid-drag.

const SWIPE_PX = 4; // less than that sideways, and a finger was not dragging

class Hold {
  /** @param {PointerEvent} pointerEvent @param {number} before @param {() => void} undo */
  constructor({ pointerId, pointerType, clientX, clientY }, before, undo) {
    this.pointerId = pointerId;
    this.before = before; // the value at the press
    this.undo = undo;
    this.x = clientX;
    this.y = clientY;
    this.dx = 0; // how far the pointer has moved
    this.dy = 0;
    this.isSure = pointerType !== "touch"; // that the slider is meant, not the page below the finger
    this.ears = new AbortController();
  }

  /**
   * Hear what may end it. `on` = {end(atOnce), cancel(wasSwipe)}.
   * @param {HTMLInputElement} input
   * @param {{end(atOnce?: boolean): void, cancel(wasSwipe: boolean): void}} on
   */
  listen(input, on) {
    const { signal } = this.ears;
    /**
     * @template {Event} [E=Event]
     * @param {EventTarget} target
     * @param {string} kinds
     * @param {(event: E) => void} act
     */
    const hear = (target, kinds, act) => kinds.split(" ").forEach(
      (kind) => target.addEventListener(kind, /** @type {EventListener} */ (act), { signal, capture: true }));
    /** @param {(event: PointerEvent) => void} act */
    const mine = (act) => (/** @type {PointerEvent} */ event) => {
      if (event.pointerId === this.pointerId || event.target === input) act(event);
    };
    /** @param {Event} event */
    const cancel = ({ isTrusted }) => on.cancel(this.wasSwipe(isTrusted));
    hear(window, "pointermove", mine((event) => this.follow(event, on)));
    hear(input, "touchmove", (/** @type {TouchEvent} */ { touches: [touch] }) => touch && this.follow(touch, on));
    hear(window, "pointerup", mine(() => on.end()));
    hear(document, "lostpointercapture", mine(() => on.end())); // there, when the slider is gone
    hear(window, "pointercancel", mine(cancel));
    hear(input, "touchcancel", cancel);
    hear(input, "touchend", (/** @type {TouchEvent} */ { touches }) => touches?.length || on.end());
    hear(input, "blur", () => on.end());
    hear(window, "pointerdown", () => on.end(true)); // another finger: what the first still does is told later
    hear(window, "blur", ({ target }) => target === window && on.end(true));
    hear(document, "visibilitychange", () => document.hidden && on.end(true));
    hear(window, "beforeunload pagehide", () => on.end(true));
  }

  /**
   * @param {Partial<PointerEvent> & Pick<Touch, "clientX" | "clientY">} given
   * @param {{end(): void}} on
   */
  follow({ clientX, clientY, pointerType, buttons, isTrusted }, on) {
    [this.dx, this.dy] = [Math.abs(clientX - this.x), Math.abs(clientY - this.y)];
    this.isSure ||= this.dx >= SWIPE_PX && this.dx >= this.dy;
    if (isTrusted && pointerType === "mouse" && !buttons) on.end(); // let go where nobody told us
  }

  /**
   * Whether the browser took the pointer away because it was meant for the page.
   * @param {boolean} isByBrowser
   * @returns {boolean}
   */
  wasSwipe(isByBrowser) {
    return this.dy > Math.max(this.dx, SWIPE_PX) || (isByBrowser && this.dx < SWIPE_PX);
  }

  close() {
    this.ears.abort();
  }
}

/**
 * Return the hold of a slider that was just pressed; `undo` is what a swipe over the page calls.
 * @param {PointerEvent} event
 * @param {number} before
 * @param {() => void} undo
 * @returns {Hold}
 */
export function holdOf(event, before, undo) {
  return new Hold(event, before, undo);
}
