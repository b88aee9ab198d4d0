// Rings that grow or shrink from one scene to the next, so that eyes can follow.

import { NO_QUOTE } from "./quotes.js";
import { ROLES } from "./edges.js";
import { isMotionWelcome } from "../base/frames.js";

const LASTS_MS = 600;

/**
 * Whether two lists of rings differ in nothing but their ranges.
 * @param {Ring[]} before
 * @param {Ring[]} after
 * @returns {boolean}
 */
function areAlike(before, after) {
  return before.length === after.length && before.every((ring, i) => ring.site === after[i].site &&
    ring.spread?.text === after[i].spread?.text && Boolean(ring.rotating) === Boolean(after[i].rotating) &&
    ROLES.every((role) => (ring[role] === null) === (after[i][role] === null)));
}

// Who says the number at the end has not said those on the way to it.
const NOBODY = { label: "", ...NO_QUOTE };

/**
 * A ring part of the way from one to another: slow at both ends.
 * @param {Ring} from
 * @param {Ring} to
 * @param {number} part
 * @returns {Ring}
 */
function between(from, to, part) {
  const eased = part * part * (3 - 2 * part);
  const onTheWay = (/** @type {number | null} */ a, /** @type {number | null} */ b) => (
    a === null || b === null ? null : a + (b - a) * eased);
  const ranges = ROLES.map((role) => [role, onTheWay(from[role], to[role])]);
  const isMoving = ROLES.some((role) => from[role] !== to[role]);
  return { ...to, ...Object.fromEntries(ranges), ...(isMoving ? NOBODY : {}) };
}

let running = 0; // the latest; one that began earlier stops

/** Rings stay where they are on their way: what they went to is no longer wanted. */
export function stopTween() {
  running += 1;
}

/**
 * Call `show(rings)` in each frame on the way from one list of rings to another, then `done()`.
 * @param {Ring[]} before
 * @param {Ring[]} after
 * @param {(rings: Ring[]) => void} show
 * @param {() => void} done
 */
export function tweened(before, after, show, done) {
  running += 1;
  const mine = running;
  if (!isMotionWelcome() || !areAlike(before, after)) return done();
  const begun = performance.now();
  const from = structuredClone(before);
  /** @param {number} now */
  const frame = (now) => {
    if (mine !== running) return;
    const part = Math.min(1, Math.max(0, (now - begun) / LASTS_MS));
    if (part === 1) return void done();
    show(after.map((ring, i) => between(from[i], ring, part)));
    requestAnimationFrame(frame);
  };
  return requestAnimationFrame(frame);
}
