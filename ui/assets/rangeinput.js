// The slider of a range: native, in kilometres, with the steps that suit a thumb and a keyboard.

import { el } from "./dom.js";
import { MAX_KM, MIN_KM, clampKm } from "./scene.js";

const DRAG_STEP_KM = 10; // under a thumb; typed and scripted values are kept as they are
const KEY_STEPS = { ArrowRight: 10, ArrowUp: 10, ArrowLeft: -10, ArrowDown: -10, PageUp: 500, PageDown: -500 };

/**
 * Return a native range input: `on.input(km)` while it moves, `on.change()` when a thumb or a script
 * has let go of it, `on.settle()` after each key.
 */
export function rangeInput(testId, label, on) {
  let held = false;
  const input = el("input", {
    type: "range", min: MIN_KM, max: MAX_KM, step: "any", class: "rm-range",
    "data-testid": testId, "aria-label": label,
    onpointerdown: () => { held = true; },
    oninput: () => {
      const km = Number(input.value);
      on.input(clampKm(held ? Math.round(km / DRAG_STEP_KM) * DRAG_STEP_KM : Math.round(km * 1000) / 1000));
    },
    onchange: () => { held = false; on.change(); },
    onkeydown: (event) => {
      const step = KEY_STEPS[event.key] * (event.shiftKey ? 0.1 : 1);
      const end = { Home: MIN_KM, End: MAX_KM }[event.key];
      if (!step && end === undefined) return;
      event.preventDefault();
      on.input(end ?? clampKm(Math.round(Number(input.value) + step)));
      on.settle();
    },
  });
  return input;
}
