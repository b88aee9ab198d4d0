// Who holds a slider, from the press to the first sign that it was let go. No single sign is
// certain: each is missing in some browser, or when the pointer is taken away in mid-drag.

const SWIPE_PX = 4; // less than that sideways, and a finger was not dragging

class Hold {
  constructor({ pointerId, pointerType, clientX, clientY }, before, undo) {
    Object.assign(this, { pointerId, before, undo, x: clientX, y: clientY, dx: 0, dy: 0 });
    this.isSure = pointerType !== "touch"; // that the slider is meant, not the page below the finger
    this.ears = new AbortController();
  }

  /** Hear what may end it. `on` = {end(atOnce), cancel(wasSwipe)}. */
  listen(input, on) {
    const { signal } = this.ears;
    const hear = (target, kinds, act) => kinds.split(" ").forEach(
      (kind) => target.addEventListener(kind, act, { signal, capture: true }));
    const mine = (act) => (event) => {
      if (event.pointerId === this.pointerId || event.target === input) act(event);
    };
    const cancel = ({ isTrusted }) => on.cancel(this.wasSwipe(isTrusted));
    hear(window, "pointermove", mine((event) => this.follow(event, on)));
    hear(input, "touchmove", ({ touches: [touch] }) => touch && this.follow(touch, on));
    hear(window, "pointerup", mine(() => on.end()));
    hear(document, "lostpointercapture", mine(() => on.end())); // there, when the slider is gone
    hear(window, "pointercancel", mine(cancel));
    hear(input, "touchcancel", cancel);
    hear(input, "touchend", ({ touches }) => touches?.length || on.end());
    hear(input, "blur", () => on.end());
    hear(window, "pointerdown", () => on.end(true)); // another finger: what the first still does is told later
    hear(window, "blur", ({ target }) => target === window && on.end(true));
    hear(document, "visibilitychange", () => document.hidden && on.end(true));
    hear(window, "beforeunload pagehide", () => on.end(true));
  }

  follow({ clientX, clientY, pointerType, buttons, isTrusted }, on) {
    [this.dx, this.dy] = [Math.abs(clientX - this.x), Math.abs(clientY - this.y)];
    this.isSure ||= this.dx >= SWIPE_PX && this.dx >= this.dy;
    if (isTrusted && pointerType === "mouse" && !buttons) on.end(); // let go where nobody told us
  }

  /** Whether the browser took the pointer away because it was meant for the page. */
  wasSwipe(isByBrowser) {
    return this.dy > Math.max(this.dx, SWIPE_PX) || (isByBrowser && this.dx < SWIPE_PX);
  }

  close() {
    this.ears.abort();
  }
}

/** Return the hold of a slider that was just pressed; `undo` is what a swipe over the page calls. */
export function holdOf(event, before, undo) {
  return new Hold(event, before, undo);
}
