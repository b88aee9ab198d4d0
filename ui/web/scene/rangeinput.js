// The slider of a range: native, in kilometres, with the steps that suit a thumb and a keyboard.
//
// What a person sees when the thumb rests has to be told, and no browser tells it reliably: WebKit
// sends no `change` if anything wrote `value` meanwhile, a touch that is taken away sends none,
// Firefox sends one more `input` after `pointerup`. So a drag ends by the first sign of its end, a
// movement that belongs to no drag is told when nothing follows it, and nobody writes under a thumb.

import { el } from "../base/dom.js";
import { holdOf } from "./hold.js";
import { MAX_KM, MIN_KM, clampKm } from "./scene.js";

const DRAG_STEP_KM = 10; // by hand; typed and scripted values are kept as they are
/** @type {Record<string, number>} */
const KEY_STEPS = { ArrowRight: 10, ArrowUp: 10, ArrowLeft: -10, ArrowDown: -10, PageUp: 500, PageDown: -500 };
const REST_MS = 700; // after a movement that no `change` follows
const SCRIPT_REST_MS = 1500; // scripts say `change` themselves, as a rule

class RangeInput {
  /** @param {string} testId @param {string} label @param {SliderActions} on @param {SliderShape} shape */
  constructor(testId, label, on, shape) {
    this.on = on;
    /** @type {ReturnType<typeof holdOf> | null} */
    this.hold = null;
    this.untold = false; // it moved, and that was not told
    this.byHand = false; // it was a hand that moved it
    this.unsure = false; // it moved under a finger that may mean the page
    this.refused = false; // a swipe was taken back: what it still sends is not meant
    /** @type {number | null} */
    this.shown = null; // the value to show; written when no thumb is held
    this.timer = 0;
    this.step = shape.step ?? "any";
    this.input = el("input", {
      type: "range", min: MIN_KM, max: MAX_KM, step: this.step, class: "rm-range", ...shape,
      "data-testid": testId, "aria-label": label,
      onpointerdown: (event) => event.button > 0 || this.press(event),
      oninput: ({ isTrusted }) => this.move(isTrusted),
      onchange: ({ isTrusted }) => this.changed(isTrusted),
      onkeydown: () => {
        this.end();
        this.refused = false;
      },
    });
  }

  /** @param {PointerEvent} event */
  press(event) {
    this.end();
    this.refused = false;
    const before = Number(this.input.value);
    const hold = holdOf(event, before, this.on.press?.() ?? (() => this.on.input(before)));
    /** @param {() => void} act */
    const still = (act) => () => this.hold === hold && act();
    hold.listen(this.input, {
      end: (atOnce) => (atOnce ? this.end() : setTimeout(still(() => this.end()))), // Firefox has an `input` left
      cancel: (wasSwipe) => (wasSwipe ? this.takeBack() : this.end()),
    });
    this.hold = hold;
    if (this.step === "any") this.input.step = String(DRAG_STEP_KM); // the browser snaps: what is seen is what is drawn
  }

  /** @param {boolean} byHand */
  move(byHand) {
    if (byHand && this.refused) {
      this.refuse();
      return;
    }
    this.unsure = Boolean(byHand && this.hold && !this.hold.isSure);
    if (!this.unsure) this.take(byHand);
  }

  /** @param {boolean} byHand */
  take(byHand) {
    const km = Number(this.input.value);
    [this.untold, this.byHand] = [true, byHand];
    this.shown = clampKm(byHand ? Math.round(km / DRAG_STEP_KM) * DRAG_STEP_KM : Math.round(km * 1000) / 1000);
    this.on.input(this.shown);
    this.later(() => this.hold || this.end(), byHand ? REST_MS : SCRIPT_REST_MS);
  }

  /**
   * The browser says that it was let go of; some tools say nothing else.
   * @param {boolean} byHand
   */
  changed(byHand) {
    if (!this.untold && !this.refused && Number(this.input.value) !== this.shown) this.move(byHand);
    this.end();
  }

  /** The thumb is free: it stands where the value is, which is told. */
  end() {
    if (this.unsure) this.take(true); // a tap
    this.letGo();
    this.tell();
  }

  /** A swipe over the slider was meant for the page: all is as it was before the press. */
  takeBack() {
    if (!this.hold) return;
    const { before, undo } = this.hold;
    const moved = this.untold;
    this.untold = false;
    this.shown = before;
    this.letGo();
    if (moved) undo();
    this.refused = true;
    this.refuse();
  }

  refuse() {
    this.input.value = String(this.shown);
    this.later(() => { this.refused = false; }, REST_MS);
  }

  letGo() {
    this.hold?.close();
    this.hold = null;
    this.input.step = String(this.step);
    [this.byHand, this.unsure] = [false, false];
    if (this.shown !== null) this.show(this.shown);
  }

  tell() {
    if (!this.untold) return;
    clearTimeout(this.timer);
    this.untold = false;
    this.on.change();
  }

  /** @param {() => void} act @param {number} ms */
  later(act, ms) {
    clearTimeout(this.timer);
    this.timer = setTimeout(act, ms);
  }

  /** @param {number} km */
  show(km) {
    this.shown = km;
    const isMoving = this.hold || (this.untold && this.byHand);
    if (!isMoving && Number(this.input.value) !== km) this.input.value = String(km);
  }
}

/**
 * Steps by keys that suit kilometres; a slider with steps of its own has the browser's.
 * @param {RangeInput} slider
 * @param {KeyboardEvent} event
 * @param {(() => void) | undefined} settle
 */
function stepByKey(slider, event, settle) {
  const step = KEY_STEPS[event.key] * (event.shiftKey ? 0.1 : 1);
  const end = { Home: MIN_KM, End: MAX_KM }[event.key];
  if (!step && end === undefined) return;
  event.preventDefault();
  slider.on.input(end ?? clampKm(Math.round(Number(slider.input.value) + step)));
  settle?.();
}

/**
 * Return {input, show(km), release()}: a native range input.
 *
 * `on.input(km)` while it moves; `on.change()` once when a thumb or a script has let go of it;
 * `on.settle()` after each key; `on.press()` when it is pressed, which returns what brings all back
 * if the press was a swipe over the page. `show` waits while a thumb is held; `release` ends a drag
 * at once, before the slider goes. `shape`: {min, max, step}, then keys are the browser's.
 * @param {string} testId
 * @param {string} label
 * @param {SliderActions} on
 * @param {SliderShape | null} [shape]
 * @returns {Slider}
 */
export function rangeInput(testId, label, on, shape = null) {
  const slider = new RangeInput(testId, label, on, shape ?? {});
  if (!shape) slider.input.addEventListener("keydown", (event) => stepByKey(slider, event, on.settle));
  return { input: slider.input, show: (km) => slider.show(km), release: () => slider.end() };
}
