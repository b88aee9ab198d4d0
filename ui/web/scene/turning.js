// What the Earth's rotation makes of a range: by direction, and in a sentence. The words of geo/reach/turning.py;
// a test compares the two.

import { rangesByBearing } from "../flight/bearings.js";
import { t } from "../base/words.js";
import { MAX_KM, limitKm, sureKm, isUnlimited } from "./edges.js";
import { length } from "./lengths.js";

/**
 * How far a range of a ring goes in a direction.
 * @param {RingStart} ring
 * @param {number} km
 * @param {number} azimuthDeg
 * @returns {number}
 */
export const reachKm = ({ lat, rotating }, km, azimuthDeg) => (rotating ? rangesByBearing(lat, km)(azimuthDeg) : km);

/**
 * The way from a site to a place, of what Python has answered for the site.
 * @param {Answer} answer
 * @param {string} id
 * @returns {Way}
 */
export const wayTo = ({ km, azimuth }, id) => ({ km: km[id], azimuth: azimuth[id] });

/**
 * Where a place stands against a ring, by its distance and direction.
 * @param {Way} way
 * @param {RingStart & Edges} ring
 * @returns {ReachState}
 */
export function classify({ km, azimuth }, ring) {
  if (km <= reachKm(ring, sureKm(ring), azimuth)) return "in";
  return km <= reachKm(ring, limitKm(ring), azimuth) ? "band" : "out";
}

/**
 * How far beyond the outer edge of a ring a place lies, negative inside.
 * @param {Ring} ring
 * @param {Way} way
 * @returns {number}
 */
export const beyondKm = (ring, { km, azimuth }) => km - reachKm(ring, limitKm(ring), azimuth);

/**
 * How far a ring with rotation goes at least and at most, "" for others.
 * @param {Ring} ring
 * @param {Units} units
 * @returns {string}
 */
export function turningSentence(ring, units) {
  if (!ring.rotating) return "";
  const said = edgeSentence(ring, units);
  if (!isUnlimited(ring)) return said;
  // How fast it is stands nowhere: the edge of what has no limit is drawn too near.
  return `${said} ${t("What has no limit without Earth's rotation counts as {range} here: where its curve ends, it may reach farther.",
    { range: length(MAX_KM, units) })}`;
}

/**
 * Between which distances the outer edge lies.
 * @param {Ring} ring
 * @param {Units} units
 * @returns {string}
 */
function edgeSentence(ring, units) {
  const kms = Array.from({ length: 360 }, (_, azimuth) => reachKm(ring, limitKm(ring), azimuth));
  const least = length(Math.min(...kms), units);
  const most = Math.max(...kms);
  if (most < MAX_KM) {
    return t("Over the turning Earth the outer edge lies {least} to {most} away, by direction.", { least, most: length(most, units) });
  }
  const first = kms.findIndex((km, i) => km >= MAX_KM && kms[(i + 359) % 360] < MAX_KM);
  const last = kms.findIndex((km, i) => km >= MAX_KM && kms[(i + 1) % 360] < MAX_KM);
  return t("Over the turning Earth the outer edge lies {least} away or more, by direction; from azimuth {first}\u00b0 to {last}\u00b0 there is no limit.",
    { least, first, last });
}
