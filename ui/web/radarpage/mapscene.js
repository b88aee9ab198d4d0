// What the map beside the page shows: the sectors, no ring; and the links to the main map with the same.

import { valueOf, withValues, written } from "../base/address.js";
import { isPeopled } from "../base/layers.js";
import { url } from "../base/live.js";
import { LANG, t } from "../base/words.js";
import { latOf, zoomBelow } from "../camera/framing.js";
import { worldX, worldY } from "../earth/canvaslayer.js";
import { directFrom } from "../earth/geodesic.js";
import { batteriesOf } from "../radar/batteries.js";
import { toPairs } from "../scene/link.js";

const ROOM = 0.9; // of the map's frame
const MOST_LAT = 83;

/** @returns {HTMLIFrameElement | null} */
const frame = () => document.querySelector(".st-key-map iframe");

/** Say what the map's frame is on this page. */
export function entitleMap() {
  frame()?.setAttribute("title", t("Map of the radar's sectors; the page says the same in words"));
}

/**
 * The scene of the page: cities, and what else of the kind of batteries stands there.
 * @param {Scene} given of the address
 * @param {Place[]} places
 * @returns {Scene}
 */
export const pageScene = (given, places) => ({
  ...given, active: 0, show: given.layers.filter((layer) => [...places.filter(isPeopled), ...batteriesOf(places)].some((place) => place.layer === layer)), targets: [], title: "", note: "", tests: [],
});

/**
 * The same with the sectors of a radar, those of others as they are, and a ring around it that is not drawn: a scene has one.
 * @param {Scene} scene
 * @param {Pick<RadarPageModel, "radar" | "kms" | "azimuth" | "width">} sectors
 * @returns {Scene}
 */
export const withSectors = (scene, { radar: { id, name, short, lat, lon }, kms, azimuth, width }) => ({
  ...scene, rings: [{ site: `${lat},${lon}`, name, short, lat, lon, low: null, best: kms[0], high: null, label: "", hidden: true }],
  names: [id], radars: [...kms.map((km) => ({ id, km, azimuth, width })), ...scene.radars.filter((each) => each.id !== id)],
});

/**
 * The view with a radar in the middle and all within a range.
 * @param {LatLon} radar
 * @param {number} km
 * @returns {Camera}
 */
export function viewAround({ lat, lon }, km) {
  const [width, height] = [frame()?.clientWidth || window.innerWidth, frame()?.clientHeight || window.innerHeight];
  const direct = directFrom(lat, lon);
  const [north, south, east] = [0, 180, 90].map((azimuth) => direct(azimuth, km));
  const y = worldY(lat);
  const tall = Math.max(y - worldY(Math.min(MOST_LAT, north[0])), worldY(south[0]) - y);
  const wide = Math.abs(worldX(east[1]) - worldX(lon));
  const fit = Math.min((ROOM * height) / 2 / tall, (ROOM * width) / 2 / wide);
  return [latOf(y), lon, Math.max(0, zoomBelow(Math.log2(fit / 256)))];
}

/**
 * The main map with a scene, in the page's language where its address says that.
 * @param {Scene} scene
 * @returns {string}
 */
export const mapLink = (scene) => `${url("")}?${withValues(written(toPairs(scene)), { lang: valueOf("lang") === LANG ? LANG : null })}`;

/**
 * The main map with a ring from a launch site to a target, and the batteries.
 * @param {Between} between
 * @param {Scene} scene
 * @returns {string}
 */
export function betweenLink({ site, target, km }, scene) {
  const ring = { site: site.id, name: site.name, lat: site.lat, lon: site.lon, low: null, best: Math.ceil(km), high: null, label: "", hidden: false };
  const show = [...new Set([...scene.show, target.layer, "arcs"])];
  return mapLink({ ...scene, rings: [ring], radars: [], names: [], at: null, show, targets: [target.id] });
}
