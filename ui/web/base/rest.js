// What follows a person's changes once nobody moves anything: the address, and words for those who listen.

import { isLeaving, whenLeft } from "./address.js";

const REST_MS = 300; // after the last change

/**
 * Return a function to call at each change: `settle` runs once after the last of them, and at once when the page
 * is being left. `now()` runs it without a wait.
 * @param {() => void} settle
 * @returns {(() => void) & {now(): void}}
 */
export function atRest(settle) {
  let timer = 0;
  const now = () => {
    clearTimeout(timer);
    timer = 0;
    settle();
  };
  const soon = () => {
    if (isLeaving()) return now();
    clearTimeout(timer);
    timer = window.setTimeout(now, REST_MS);
  };
  whenLeft(() => { if (timer) now(); });
  return Object.assign(soon, { now });
}
