// The timeline plays: from moment to moment, at a pace at which a sentence can be read. The day runs on between two
// moments, unless motion is unwelcome; while nobody sees the page nothing runs.

import { isMotionWelcome } from "../base/frames.js";
import { dateOf, numberOf } from "./days.js";
import { momentFrom } from "./moments.js";

const RUNS_MS = 500; // from one moment to the next
const RESTS_MS = 1500; // on each

/**
 * Return what plays: {isOn, start(), stop()}. `on.day(date)` for each day on the way, `on.changed()` when it begins or ends.
 * @param {{moments(): Moment[], now(): string, day(date: string): void, changed(): void}} on
 * @returns {{readonly isOn: boolean, start(): void, stop(): void}}
 */
export function playing(on) {
  let running = 0; // counts the runs: an old one ends by itself
  let isOn = false;

  const stop = () => {
    if (!isOn) return;
    isOn = false;
    running += 1;
    on.changed();
  };

  /** @param {string} from @param {number} mine */
  const leg = (from, mine) => {
    const next = momentFrom(on.moments(), from, 1);
    if (!next) return stop();
    const [start, end] = [numberOf(from), numberOf(next.day)];
    const runs = isMotionWelcome() ? RUNS_MS : 0;
    const begun = performance.now();
    let shown = from;
    /** @param {number} now */
    const frame = (now) => {
      if (mine !== running) return;
      const passed = Math.max(0, now - begun);
      const date = passed < runs ? dateOf(start + ((end - start) * passed) / runs) : next.day;
      if (date !== shown) {
        shown = date;
        on.day(date);
      }
      if (passed > runs + RESTS_MS) leg(next.day, mine);
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    return undefined;
  };

  document.addEventListener("visibilitychange", () => { if (document.hidden) stop(); });
  return {
    get isOn() { return isOn; },
    start() {
      if (isOn) return;
      isOn = true;
      running += 1;
      const [first] = on.moments();
      const now = momentFrom(on.moments(), on.now(), 1) ? on.now() : first?.day;
      on.changed();
      if (!now) return void stop();
      if (now !== on.now()) on.day(now);
      leg(now, running);
    },
    stop,
  };
}
