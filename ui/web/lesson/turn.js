// Turning the globe: by mouse, finger and keys, and by itself to a place.

import { isMotionWelcome } from "../base/frames.js";

/** @typedef {{facing: LatLon, turned(): void, rested(): void}} GlobeLook What faces the viewer; who is told of a turn. */

const KEY_DEG = 5;
/** @type {Record<string, [up: number, east: number] | undefined>} */
const KEYS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [1, 0], ArrowDown: [-1, 0] };
const MAX_LAT = 90;
const JOURNEY_MS = 500;

/** @param {number} lon @returns {number} */
const wrapped = (lon) => lon - 360 * Math.floor((lon + 180) / 360);

/**
 * Make a node turn a globe. `look.facing` is {lat, lon} of what faces the viewer, `look.turned()` is
 * called after each change and `look.rested()` when it is over. Returns `goTo({lat, lon})`.
 * @param {HTMLElement} node
 * @param {HTMLElement} canvas
 * @param {GlobeLook} look
 * @returns {{goTo(goal: LatLon): void}}
 */
export function turnable(node, canvas, look) {
  /** @type {({x: number, y: number} & LatLon) | null} */
  let held = null;
  let journey = 0; // counts, so that a newer one ends an older
  /** @param {number} lat @param {number} lon */
  const face = (lat, lon) => {
    look.facing = { lat: Math.max(-MAX_LAT, Math.min(MAX_LAT, lat)), lon: wrapped(lon) };
    look.turned();
  };
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    journey += 1;
    held = { x: event.clientX, y: event.clientY, ...look.facing };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!held) return;
    const perPx = 115 / Math.min(canvas.clientWidth, canvas.clientHeight); // the middle follows the finger
    face(held.lat + (event.clientY - held.y) * perPx, held.lon - (event.clientX - held.x) * perPx);
  });
  for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) {
    canvas.addEventListener(end, () => {
      if (held) look.rested();
      held = null;
    });
  }
  node.addEventListener("keydown", (event) => {
    const step = KEYS[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    journey += 1;
    const deg = KEY_DEG * (event.shiftKey ? 0.2 : 1);
    face(look.facing.lat + step[0] * deg, look.facing.lon + step[1] * deg);
    look.rested();
  });
  return {
    goTo(goal) {
      journey += 1;
      travel(look, face, goal, journey, () => journey);
    },
  };
}

/**
 * Turn to a place in half a second, or at once for those who asked for less motion.
 * @param {GlobeLook} look
 * @param {(lat: number, lon: number) => void} face
 * @param {LatLon} goal
 * @param {number} mine
 * @param {() => number} newest
 */
function travel(look, face, goal, mine, newest) {
  const from = { ...look.facing };
  const [up, east] = [goal.lat - from.lat, wrapped(goal.lon - from.lon)];
  const start = performance.now();
  const still = !isMotionWelcome();
  /** @param {number} now */
  const step = (now) => {
    if (newest() !== mine) return;
    const part = still ? 1 : Math.min(1, Math.max(0, (now - start) / JOURNEY_MS));
    const eased = part * part * (3 - 2 * part);
    face(from.lat + up * eased, from.lon + east * eased);
    if (part < 1) requestAnimationFrame(step);
    else look.rested();
  };
  step(start);
}
