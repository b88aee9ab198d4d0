// What number a hand means: a published one that is near, else a round one. No hand can hit 8,000 km on a
// track of 230 pixels, each of which is 90 km wide.

const STEPS_KM = [10, 20, 50, 100, 200, 500];
const MAGNET_PX = 6;
const OF_THE_GAP = 1 / 3; // at most, so that there is room for other numbers between two marks

/**
 * The step for a track: the smallest that is no finer than its pixels, and a multiple of the track's own.
 * @param {number} kmPerPx
 * @param {number} [least]
 * @returns {number}
 */
export function stepFor(kmPerPx, least = STEPS_KM[0]) {
  const fit = [least, ...STEPS_KM.filter((step) => step > least && step % least === 0)];
  return fit.find((step) => step >= kmPerPx) ?? fit[fit.length - 1];
}

/**
 * @param {number} km
 * @param {number} kmPerPx
 * @param {number} [leastKm]
 * @returns {number}
 */
export function roundKm(km, kmPerPx, leastKm) {
  const step = stepFor(kmPerPx, leastKm);
  return Math.round(km / step) * step;
}

/**
 * The number that is meant at a place of the track; `marks` are those of published claims, in order. What `isExact`
 * takes each step of its own, however many lie under a pixel.
 * @param {number} km
 * @param {number} kmPerPx
 * @param {readonly number[]} marks
 * @param {number} [leastKm]
 * @param {boolean} [isExact]
 * @returns {number}
 */
export function snapKm(km, kmPerPx, marks, leastKm, isExact = false) {
  const held = marks.find((mark, i) => {
    const [before, after] = [marks[i - 1] ?? -Infinity, marks[i + 1] ?? Infinity];
    const gap = km < mark ? mark - before : after - mark;
    return Math.abs(km - mark) <= Math.min(MAGNET_PX * kmPerPx, gap * OF_THE_GAP);
  });
  return held ?? roundKm(km, isExact ? 0 : kmPerPx, leastKm);
}
