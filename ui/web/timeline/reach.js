// The arsenal's reach as a ring of the scene: as any ring, so that the link says all that is drawn.

import { ROLES } from "../scene/edges.js";
import { MAX_RINGS } from "../scene/scene.js";

/**
 * The step of the arsenal's reach on a day, null before the first.
 * @param {ReachStep[]} steps
 * @param {string | null} date null for today
 * @returns {ReachStep | null}
 */
export const reachOn = (steps, date) => (date ? steps.filter(({ day }) => day <= date) : steps).at(-1) ?? null;

/** @param {ReachStep[]} steps @param {string | null} date the ring of that day; before the first, that one, which is then of a later day */
const ringOn = (steps, date) => (reachOn(steps, date) ?? steps[0])?.ring;

/**
 * The index of the ring that is the arsenal's reach on the scene's day, -1 for none.
 * @param {Scene} scene
 * @param {ReachStep[]} steps
 * @returns {number}
 */
export function reachIndex({ rings, date }, steps) {
  const reach = ringOn(steps, date);
  if (!reach) return -1;
  return rings.findIndex((ring) => ring.site === reach.site && ring.label === reach.label && ROLES.every((role) => ring[role] === reach[role]));
}

/**
 * Take the scene to another day, and the arsenal's reach with it.
 * @param {Scene} scene
 * @param {string | null} date
 * @param {ReachStep[]} steps none where that ring is to stay as it is
 */
export function setDay(scene, date, steps) {
  const index = reachIndex(scene, steps);
  scene.date = date;
  if (index < 0) return;
  const { hidden } = scene.rings[index];
  scene.rings[index] = { ...structuredClone(ringOn(steps, date)), hidden };
}

/**
 * Add the arsenal's reach, as the ring that the view speaks of, or take it away. Where there is no room for one
 * more it takes the place of the active one.
 * @param {Scene} scene
 * @param {boolean} wanted
 * @param {ReachStep[]} steps
 */
export function setReach(scene, wanted, steps) {
  const index = reachIndex(scene, steps);
  const reach = ringOn(steps, scene.date);
  if (wanted === (index >= 0) || !reach) return;
  if (!wanted && scene.rings.length > 1) {
    scene.rings.splice(index, 1);
    scene.active = Math.min(scene.active > index ? scene.active - 1 : scene.active, scene.rings.length - 1);
  } else if (wanted) {
    const at = scene.rings.length < MAX_RINGS ? scene.rings.length : scene.active;
    scene.rings[at] = structuredClone(reach);
    scene.active = at;
  }
}
