// How far a ring reaches: its outlines, one or a band of two or three, and how they give way to one that is moved.

import { LIMITS } from "../base/facts.js";

export const MIN_KM = LIMITS.km[0];
export const MAX_KM = LIMITS.km[1];
/** @type {Role[]} */
export const ROLES = ["low", "best", "high"]; // of the outlines of a ring, innermost first

/**
 * The range that stands for a ring: the best one, else the high one.
 * @param {Edges} ring
 * @returns {number}
 */
export const mainKm = (ring) => /** @type {number} */ (ring.best ?? ring.high); // a ring has one of them
/**
 * Places up to here are in.
 * @param {Edges} ring
 * @returns {number}
 */
export const sureKm = (ring) => ring.low ?? mainKm(ring);
/**
 * Places beyond here are out.
 * @param {Edges} ring
 * @returns {number}
 */
export const limitKm = (ring) => ring.high ?? mainKm(ring);

/**
 * Whether what fits the report of a ring goes beyond all places: "no limit".
 * @param {Edges & Pick<Ring, "spread">} ring
 * @returns {boolean}
 */
export const isUnlimited = (ring) => Boolean(ring.spread) && limitKm(ring) === MAX_KM;

/**
 * [{role, km}] of a ring's outlines, innermost first.
 * @param {Edges} ring
 * @returns {{role: Role, km: number}[]}
 */
export function edges(ring) {
  return ROLES.flatMap((role) => {
    const km = ring[role] ?? null;
    return km === null ? [] : [{ role, km }];
  });
}

/** @param {number} km @returns {number} */
export function clampKm(km) {
  return Math.min(MAX_KM, Math.max(MIN_KM, km));
}

/**
 * The least width of a band that a thumb leaves: 10 km or 1 %, or it would collapse under it.
 * @param {number} km
 * @returns {number}
 */
const leastApart = (km) => Math.max(10, Math.round(km / 1000) * 10);

/**
 * Set one edge of a ring; the others give way so that low < best < high stays true.
 * @param {Edges} ring
 * @param {Role} role
 * @param {number} km
 * @param {number} [apart] at least, from one edge to the next
 */
export function setEdge(ring, role, km, apart = leastApart(clampKm(km))) {
  const roles = ROLES.filter((name) => ring[name] !== null);
  const kms = roles.map((name) => Number(ring[name]));
  const at = roles.indexOf(role);
  kms[at] = Math.min(MAX_KM - apart * (roles.length - 1 - at), Math.max(MIN_KM + apart * at, km));
  for (let i = at - 1; i >= 0; i -= 1) kms[i] = Math.min(kms[i], kms[i + 1] - apart);
  for (let i = at + 1; i < roles.length; i += 1) kms[i] = Math.max(kms[i], kms[i - 1] + apart);
  roles.forEach((name, i) => { ring[name] = kms[i]; });
}
