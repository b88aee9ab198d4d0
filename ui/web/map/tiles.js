// Online tiles, if someone chooses them. The offline map stays underneath: when tiles fail, it is
// what one sees, and a notice says so.

import { t } from "../base/words.js";

const PATIENCE = 3; // tiles that may fail before the notice: one lost tile is no news

/**
 * Return a function `use(id)` that switches the tiles; `providers` is the allow-list.
 * @param {Leaflet} L
 * @param {LeafletMap} map
 * @param {TileProvider[]} providers
 * @param {Pick<Notice, "show" | "hide">} notice
 * @returns {(id: string) => void}
 */
export function tileSwitch(L, map, providers, notice) {
  /** @type {import("leaflet").TileLayer | null} */
  let layer = null;
  let current = "offline";
  return (id) => {
    if (id === current) return;
    current = id;
    if (layer) layer.remove();
    layer = null;
    notice.hide();
    const provider = providers.find((entry) => entry.id === id);
    if (!provider) return;
    let failed = 0;
    layer = L.tileLayer(provider.url, {
      attribution: provider.attribution, maxZoom: 12, maxNativeZoom: provider.max_zoom,
      pane: "rmTiles", referrerPolicy: "strict-origin-when-cross-origin",
    });
    layer.on("tileload", () => {
      failed = 0;
      notice.hide();
    });
    layer.on("tileerror", ({ tile }) => {
      tile.style.display = "none"; // a broken image would cover the offline map
      failed += 1;
      if (failed === PATIENCE) {
        notice.show(t("{map} cannot be reached; the built-in offline map is shown instead.", { map: provider.title }));
      }
    });
    layer.addTo(map);
  };
}
