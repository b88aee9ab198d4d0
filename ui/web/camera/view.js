// What every view of the map keeps to: the world's top and bottom, and longitudes around the Pacific.

import { wrap } from "../earth/geodesic.js";
import { latOf, zoomAbove } from "./framing.js";

const MAP_EDGE = 85.05; // degrees north and south
const HOME_LON = 150; // longitudes are told as 150 +- 180, so that Guam and Alaska are neighbours

/**
 * How a view is set exactly: without `reset`, which its types do not know, Leaflet pans by whole pixels where the zoom is
 * the same, and ends beside the centre.
 * @type {import("leaflet").ZoomPanOptions & {reset: boolean}}
 */
export const AT_ONCE = { animate: false, reset: true };

/**
 * Return a longitude within 180 degrees of the Pacific.
 * @param {number} lon
 * @returns {number}
 */
export function pacific(lon) {
  return wrap(lon - HOME_LON) + HOME_LON;
}

/**
 * Return where a view beyond top, bottom or the Pacific belongs; null if it is there.
 * @param {LeafletMap} map
 * @returns {LatLonPair | null}
 */
function homeOf(map) {
  const center = map.getCenter();
  const zoom = map.getZoom();
  const at = map.project(center, zoom);
  const half = map.getSize().y / 2;
  const [top, bottom] = [MAP_EDGE, -MAP_EDGE].map((lat) => map.project([lat, 0], zoom).y);
  const y = top + half > bottom - half ? (top + bottom) / 2 : Math.min(bottom - half, Math.max(top + half, at.y));
  const lng = pacific(center.lng); // a whole turn looks the same; it keeps panning endless
  const isThere = Math.abs(y - at.y) <= 1 && Math.abs(lng - center.lng) <= 1;
  if (isThere || !Number.isFinite(y) || !Number.isFinite(lng)) return null;
  return [Math.abs(y - at.y) <= 1 ? center.lat : latOf(y / (256 * 2 ** zoom)), lng];
}

/**
 * Keep the view within the map's top and bottom, and the longitude near the Pacific. `quietly`
 * runs what is no person's doing.
 * @param {Leaflet} L
 * @param {LeafletMap} map
 * @param {(move: () => void) => void} quietly
 */
export function guardView(L, map, quietly) {
  const limit = () => quietly(() => {
    // One world is at least as high as the window, so no empty bands show.
    const least = Math.max(0, zoomAbove(Math.log2(map.getSize().y / 256)));
    // At once: Leaflet would animate it later, when it looks like the doing of a person.
    if (map.getZoom() < least) map.setView(map.getCenter(), least, { animate: false });
    map.setMinZoom(least);
  });
  // Not by setMaxBounds(): it pans back at each `moveend`, against our own step below, and the two
  // called each other until the stack was full.
  map.options.maxBounds = L.latLngBounds([-MAP_EDGE, -1e5], [MAP_EDGE, 1e5]);
  map.on("resize", limit);
  let settling = false;
  map.on("moveend", () => {
    const home = settling ? null : homeOf(map);
    if (!home) return;
    settling = true;
    try {
      map.setView(home, map.getZoom(), AT_ONCE);
    } finally {
      settling = false;
    }
  });
  limit();
  // Our style sheet may come after Leaflet measured its box, and no window event tells it.
  new ResizeObserver(() => quietly(() => map.invalidateSize({ pan: false })))
    .observe(map.getContainer());
}
