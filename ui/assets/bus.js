// How the panel, the map and the table of one browser tab talk: events on the app's window.
//
// The map lives in a frame of the same origin, so both see the same bus. Tabs are apart by nature.
// The last scene stays beside the bus for whoever is ready later (usually the map).

const NAME = "reachmapBus";

/** Return the tab's bus: {scene, kept, send, on}. */
export function bus() {
  const home = window.frameElement ? window.parent : window;
  if (!home[NAME]) {
    const events = new home.EventTarget();
    home[NAME] = {
      scene: null,
      kept: new Map(), // what was fetched, for panel, table and map alike
      send(type, detail) {
        if (type === "scene") this.scene = detail;
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
