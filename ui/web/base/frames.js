// Not too often: painting at most once in an animation frame, words at most so many times a second.

/**
 * Whether things may move by themselves; some ask their system that nothing does.
 * @returns {boolean}
 */
export const isMotionWelcome = () => !matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * Return a function that runs `draw` at once, and never twice in one animation frame.
 * @param {() => void} draw
 * @returns {() => void}
 */
export function oncePerFrame(draw) {
  let drawn = false; // in this frame
  let again = false;
  const run = () => {
    drawn = true;
    requestAnimationFrame(next);
    draw();
  };
  const next = () => {
    drawn = false;
    if (!again) return;
    again = false;
    run();
  };
  return () => {
    if (drawn) again = true;
    else run();
  };
}

/**
 * Return a function that runs `act` with what it is given: at once when it has rested, else later, so that it
 * never runs more often than `perSecond`; of calls that come meanwhile the last one counts. Each change of
 * words costs a layout around them, and nobody reads sixty a second. `now()` tells at once what still waits.
 * @template {unknown[]} Given
 * @param {number} perSecond
 * @param {(...given: Given) => void} act
 * @returns {((...given: Given) => void) & {now(): void}}
 */
export function atMost(perSecond, act) {
  /** @type {Given | null} */
  let waiting = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer; // while it is too early
  /** @param {Given} given */
  const run = (given) => {
    waiting = null;
    clearTimeout(timer);
    timer = setTimeout(next, 1000 / perSecond);
    act(...given);
  };
  const next = () => {
    timer = undefined;
    if (waiting) run(waiting);
  };
  const ask = (/** @type {Given} */ ...given) => {
    if (timer === undefined) run(given);
    else waiting = given;
  };
  return Object.assign(ask, { now: () => { if (waiting) run(waiting); } });
}

const SHARE = 4; // of the time, one part in so many: as much again goes into showing what was drawn

/**
 * Return a function that runs `draw`: at once when it has rested, and in a burst of calls so seldom that it takes a
 * quarter of the time, so that a slow machine has time for the thumb that sets it off. The last call always counts.
 * `now()` runs at once, whatever the burst; `isWaiting()` tells whether something still waits.
 * @param {() => void} draw
 * @returns {(() => void) & {now(): void, isWaiting(): boolean}}
 */
export function sparing(draw) {
  let freeMs = 0; // from when on it may run again
  let timer = 0;
  const run = () => {
    clearTimeout(timer);
    timer = 0;
    const begunMs = performance.now();
    draw();
    const doneMs = performance.now();
    freeMs = doneMs + (SHARE - 1) * (doneMs - begunMs);
  };
  const ask = () => {
    if (timer) return;
    const waitMs = freeMs - performance.now();
    if (waitMs > 0) timer = window.setTimeout(run, waitMs);
    else run();
  };
  return Object.assign(ask, { now: run, isWaiting: () => timer !== 0 });
}
