// The camera of the map: it fits the rings at first, moves only when someone asks, never by itself.

import { worldX, worldY } from "../earth/canvaslayer.js";
import { wrap } from "../earth/geodesic.js";
import { limitKm } from "../scene/scene.js";
import { ringShape } from "../earth/ringshapes.js";

const MAP_EDGE = 85.05; // degrees north and south
const HOME_LON = 150; // longitudes are told as 150 +- 180, so that Guam and Alaska are neighbours

/**
 * Return a longitude within 180 degrees of the Pacific.
 * @param {number} lon
 * @returns {number}
 */
export function pacific(lon) {
  return wrap(lon - HOME_LON) + HOME_LON;
}

/** @param {number} y @returns {number} */
function latOf(y) {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}

/**
 * Return {center: [lat, lon], zoom} that shows the largest ring, or the Pacific if it is huge.
 * @param {LeafletMap} map
 * @param {Ring[]} rings
 * @returns {{center: LatLonPair, zoom: number}}
 */
export function fitRings(map, rings) {
  const size = map.getSize();
  const ring = rings.reduce((a, b) => (limitKm(b) > limitKm(a) ? b : a));
  const shape = ringShape(ring.lat, ring.lon, limitKm(ring));
  const { north, south } = shape.poles;
  let [x0, x1] = [shape.minX, shape.maxX];
  let y0 = Math.max(worldY(82), Math.min(...shape.ys));
  let y1 = Math.min(worldY(-56), Math.max(...shape.ys));
  if (north || south) {
    // The middle between Korea and North America; where there is room, west of it, because the
    // legend lies in the south-west.
    const middle = size.x > 640 ? 174 : 188;
    [x0, x1] = [worldX(middle - 75), worldX(middle + 75)];
    if (north) y0 = worldY(80);
    if (south) y1 = worldY(-56);
  } else if (x0 + x1 < 2 * worldX(HOME_LON - 180)) [x0, x1] = [x0 + 1, x1 + 1];
  const scale = Math.min((size.x - 60) / (x1 - x0), (size.y - 110) / (y1 - y0));
  const fit = Math.floor(Math.log2(scale / 256) * 4) / 4;
  // A little closer, if that spares the reader a second London at the other edge.
  const oneWorld = Math.ceil(Math.log2(size.x / 256) * 4) / 4;
  const zoom = Math.max(map.getMinZoom(), Math.min(8, Math.max(fit, Math.min(oneWorld, fit + 0.5))));
  return { center: [latOf((y0 + y1) / 2), ((x0 + x1) / 2 - 0.5) * 360], zoom };
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
    const least = Math.max(0, Math.ceil(Math.log2(map.getSize().y / 256) * 4) / 4);
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
      map.setView(home, map.getZoom(), { animate: false });
    } finally {
      settling = false;
    }
  });
  limit();
  // Our style sheet may come after Leaflet measured its box, and no window event tells it.
  new ResizeObserver(() => quietly(() => map.invalidateSize({ pan: false })))
    .observe(map.getContainer());
}
