// Where things are in the lab's picture: the Earth from the side, cut along the flight, all to one scale.
//
// A point is an angle at the middle of the Earth, from the site on, and a distance from there. The picture
// holds whatever the slider can do, so that nothing in it moves but the arc.

import { EARTH, KM_PER_UNIT } from "../base/facts.js";
import { arcPoints, flight } from "../flight/kepler.js";

const { radius_km: R } = EARTH;
const MOST_TURN = 0.87; // the site never lies lower than this, radians from the top
const ANGLES_DEG = [8, 15, 25, 35, 45, 55, 65, 75, 85];
const DEPTH_KM = 0.06; // of the ground that is seen, in parts of the picture's width
const RAY_PX = 84; // of the angle at the site, in a wide picture
const RAY_PART = 0.13; // of the width of a narrow one
const ROUND = [100, 200, 500, 1000, 2000, 5000]; // steps of scales
const PAD = { top: 54, right: 34, bottom: 40, left: 66 }; // px, for words

/** @typedef {[x: number, y: number]} Xy */

/**
 * Return where a point is, in px.
 * @param {LabFrame} labFrame
 * @param {number} angle
 * @param {number} radiusKm
 * @returns {Xy}
 */
export function place({ x, y, scale, turn }, angle, radiusKm) {
  const at = turn + angle;
  return [x + scale * radiusKm * Math.sin(at), y - scale * radiusKm * Math.cos(at)];
}

/**
 * Return the way out from the middle of the Earth, turned clockwise.
 * @param {LabFrame} labFrame
 * @param {number} angle
 * @param {number} [by]
 * @returns {Xy}
 */
export const outwards = ({ turn }, angle, by = 0) => [Math.sin(turn + angle + by), -Math.cos(turn + angle + by)];

/**
 * Return points as the path of an SVG.
 * @param {LabFrame} frame
 * @param {[angle: number, radiusKm: number][]} points
 * @returns {string}
 */
export const pathOf = (frame, points) => (
  `M${points.map(([angle, radius]) => place(frame, angle, radius).map((px) => px.toFixed(1)).join(" ")).join("L")}`);

/**
 * Return a stretch of a circle around the Earth, at a height.
 * @param {LabFrame} frame
 * @param {number} heightKm
 * @param {number} from
 * @param {number} to
 * @returns {string}
 */
export function circlePath(frame, heightKm, from, to) {
  const steps = Math.max(2, Math.ceil((to - from) * 60));
  return pathOf(frame, Array.from({ length: steps + 1 }, (_, i) => [from + ((to - from) * i) / steps, R + heightKm]));
}

/** How long the ray of the angle is, in px. @param {LabFrame} frame @returns {number} */
export const rayPx = ({ width }) => Math.min(RAY_PX, width * RAY_PART);

/**
 * Return the frame of a model in a box of so many px.
 * @param {LabModel} model
 * @param {number} width
 * @param {number} height
 * @returns {LabFrame}
 */
export function frameOf(model, width, height) {
  const psi = Math.min(model.farthestKm / R, Math.PI);
  const turn = -Math.min(psi / 2, MOST_TURN);
  const unit = { x: 0, y: 0, scale: 1, turn, width, height };
  const points = seen(model, psi).map(([angle, radius]) => place(unit, angle, radius));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys)];
  const bottom = Math.max(...ys) + DEPTH_KM * (right - left);
  const scale = Math.min(
    (width - PAD.left - PAD.right) / (right - left), (height - PAD.top - PAD.bottom) / (bottom - top));
  return {
    ...unit, scale,
    x: PAD.left + (width - PAD.left - PAD.right) / 2 - (scale * (left + right)) / 2,
    y: PAD.top + (height - PAD.top - PAD.bottom) / 2 - (scale * (top + bottom)) / 2,
  };
}

/**
 * What has to be seen: the ground, the arcs of all angles, and straight up.
 * @param {LabModel} model
 * @param {number} psi of the farthest range
 * @returns {[angle: number, radiusKm: number][]}
 */
function seen({ flown, straightUpKm }, psi) {
  const arcs = ANGLES_DEG.flatMap((deg) => arcPoints(flight(flown.speedKmS, deg), 24));
  const ground = Array.from({ length: 25 }, (_, i) => /** @type {[number, number]} */ ([(psi * i) / 24, R]));
  return [[0, R + straightUpKm], ...ground, ...arcs];
}

/**
 * The least step between ticks that is round in the reader's units, in km.
 * @param {number} leastKm that leaves room between them
 * @param {Units} units
 * @param {number} [least] which no step is below, in these units
 * @returns {number}
 */
export function roundStepKm(leastKm, units, least = 0) {
  const unitKm = KM_PER_UNIT[units];
  return unitKm * (ROUND.find((n) => n >= least && n * unitKm >= leastKm) ?? ROUND[ROUND.length - 1]);
}
