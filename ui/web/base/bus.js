// How the panel, the map and the table of one browser tab talk: events on the app's window.
//
// The map lives in a frame of the same origin, so both see the same bus. Tabs are apart by nature.
// The last scene and what came of it stay beside the bus for whoever is ready later (usually the map).

const NAME = "reachmapBus";

/** Return the app's window. A saved page is one by itself, in whatever frame it may be shown. */
export function appWindow() {
  const isSaved = document.documentElement.hasAttribute("data-saved"); // ui/map/standalone.py
  return window.frameElement && !isSaved ? window.parent : window;
}

/** Return the tab's bus: {scene, result, kept, send, on}. */
export function bus() {
  const home = appWindow();
  if (!home[NAME]) {
    const events = new home.EventTarget();
    home[NAME] = {
      scene: null,
      result: null, // {sentences, seq, hasMore} of the scene: see panel/view.js
      kept: new Map(), // what was fetched, for panel, table and map alike
      send(type, detail) {
        if (type === "scene" || type === "result") this[type] = detail;
        events.dispatchEvent(new home.CustomEvent(type, { detail }));
      },
      on(type, listener) {
        const heard = (event) => listener(event.detail);
        events.addEventListener(type, heard);
        return () => events.removeEventListener(type, heard);
      },
    };
  }
  return home[NAME];
}
