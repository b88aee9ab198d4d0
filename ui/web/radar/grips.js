// Where the handles of the chosen radar stand: one in the middle of its arc, one at the arc's right end. While the page
// lets nobody turn it, there are none.

import { appWindow } from "../base/bus.js";
import { isFramed } from "../base/framed.js";
import { worldX, worldY } from "../earth/canvaslayer.js";
import { directFrom, wrap } from "../earth/geodesic.js";
import { chosenRadar } from "../sectors/sectors.js";

const HALF_PX = 13; // of a handle, with some air

/**
 * The sector whose handles are shown, and which sliders set: the widest of the radar that is spoken of.
 * @param {ReadyModel} model
 * @returns {ShownSector | null}
 */
export function heldSector({ scene, radarFacts, sectors }) {
  if (!radarFacts || !sectors.length || isFramed() || appWindow().document.documentElement.dataset.class === "follower") return null;
  const id = chosenRadar(scene, radarFacts, sectors);
  return sectors.find(({ radar }) => radar.id === id) ?? null;
}

/**
 * The middle of a sector's arc, and its right end.
 * @param {Sector} sector
 * @returns {{middle: LatLonPair, end: LatLonPair}}
 */
export function gripsOf({ lat, lon, km, azimuth, width }) {
  const direct = directFrom(lat, lon);
  const right = (azimuth + width / 2) % 360;
  return { middle: direct(azimuth, km), end: direct(right, km) };
}

/**
 * What a drag of the middle to a point makes of a sector: whole degrees, and tens of kilometres.
 * @param {Way} way from the radar
 * @param {number} most kilometres
 * @returns {{km: number, azimuth: number}}
 */
export const turnedTo = ({ km, azimuth }, most) => (
  { km: Math.min(most, Math.max(10, Math.round(km / 10) * 10)), azimuth: Math.round(azimuth) % 360 });

/**
 * What a drag of the right end to a point makes of a sector's width: whole degrees.
 * @param {Way} way from the radar
 * @param {number} boresight
 * @returns {{width: number}}
 */
export function widenedTo({ azimuth }, boresight) {
  const off = (((azimuth - boresight) % 360) + 360) % 360; // clockwise of the boresight
  return { width: Math.min(360, Math.max(2, Math.round(off < 270 ? 2 * off : 0))) };
}

/**
 * The boxes of the handles in a view, which words keep off.
 * @param {CanvasView & {larger: number}} view
 * @param {Sector | null} held
 * @returns {Box[]}
 */
export function handleBoxes({ scale, x0, y0, width, larger }, held) {
  if (!held) return [];
  const half = HALF_PX / larger;
  const middleLon = ((x0 + width / 2) / scale - 0.5) * 360;
  return Object.values(gripsOf(held)).map(([lat, lon]) => {
    const x = worldX(nearTo(lon, middleLon)) * scale - x0;
    const y = worldY(lat) * scale - y0;
    return { x0: x - half, x1: x + half, y0: y - half, y1: y + half };
  });
}

/**
 * A longitude in the copy of the world that is nearest to another.
 * @param {number} lon
 * @param {number} other
 * @returns {number}
 */
export const nearTo = (lon, other) => other + wrap(lon - other);
