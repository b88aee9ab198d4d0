// The event bus of one browser tab, over which panel, map and table talk: events on the app's window.
// Each event and what it carries is declared in types/bus.d.ts (BusEvents).
//
// The map lives in a frame of the same origin, so both see the same bus. Tabs are apart by nature.
// The last scene and what came of it stay beside the bus for whoever is ready later (usually the map).

const NAME = "reachmapBus";

/**
 * Return the app's window: that of the page around the map's frame, which its first script has marked. A page of
 * ours is one by itself, in whatever frame it may be shown, be it in a page of the same origin; and so is a worker.
 * @returns {Window & typeof globalThis}
 */
export function appWindow() {
  if (typeof document === "undefined") return /** @type {Window & typeof globalThis} */ (globalThis);
  const isHeld = document.documentElement.hasAttribute("data-held"); // boot/frameguard.js
  return /** @type {Window & typeof globalThis} */ (isHeld ? window.parent : window);
}

/**
 * Return the element of the app's page that this window stands in, if this is the map's.
 * @returns {Element | null}
 */
export const mapFrame = () => (appWindow() === window ? null : window.frameElement);

/**
 * Return the tab's bus.
 * @returns {Bus}
 */
export function bus() {
  const home = appWindow();
  if (!home[NAME]) {
    const events = new home.EventTarget();
    home[NAME] = {
      scene: null,
      result: null,
      kept: new Map(), // what was fetched, for panel, table and map alike
      quiz: null,
      send(type, detail) {
        if (type === "scene") this.scene = /** @type {Scene} */ (detail);
        if (type === "result") this.result = /** @type {Result} */ (detail);
        events.dispatchEvent(new home.CustomEvent(type, { detail }));
      },
      on(type, listener) {
        const heard = (/** @type {Event} */ event) => listener(/** @type {CustomEvent} */ (event).detail);
        events.addEventListener(type, heard);
        return () => events.removeEventListener(type, heard);
      },
    };
  }
  return home[NAME];
}
