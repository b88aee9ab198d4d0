// Animation frames: painting at most once in each.

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
