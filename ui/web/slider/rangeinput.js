// One range input: native, in kilometres, with the steps that suit a keyboard. What a pointer does is for
// its track (track.js); here is what keys, scripts and readers of the screen do.
//
// What a person sees when the value rests has to be told, and no script says reliably that it has done:
// a movement that belongs to no drag is told by its `change`, or when nothing follows it.

import { el } from "../base/dom.js";
import { MAX_KM, MIN_KM } from "../scene/edges.js";
import { FULL, shareOf } from "./scale.js";

const COARSE_KM = 10; // what a screen reader moves it to; typed and scripted values are kept as they are
/** @type {Record<string, number>} */
const KEY_STEPS = { ArrowRight: 10, ArrowUp: 10, ArrowLeft: -10, ArrowDown: -10, PageUp: 500, PageDown: -500 };
const REST_MS = 700; // after a movement that no `change` follows
const SCRIPT_REST_MS = 1500; // scripts say `change` themselves, as a rule

export class RangeInput {
  /** @param {string} testId @param {string} label @param {SliderActions} on @param {SliderShape} shape */
  constructor(testId, label, on, shape) {
    this.on = on;
    this.isHeld = false;
    this.isRefusing = false; // what the browser's own slider still does is not meant
    this.isSaying = false;
    this.untold = false; // it moved, and that was not told
    /** @type {number | null} */
    this.shown = null; // the value to show
    this.timer = 0;
    const { step = "any", min = MIN_KM, max = MAX_KM } = shape;
    this.step = step;
    this.isOwn = shape.max !== undefined; // its scale is its own, and not that of rings
    this.scale = { min, max };
    this.input = el("input", {
      type: "range", min, max, step, class: "rm-range",
      "data-testid": testId, "aria-label": label,
      oninput: ({ isTrusted }) => this.isSaying || this.moved(isTrusted),
      onchange: ({ isTrusted }) => this.isSaying || this.changed(isTrusted),
    });
    if (!this.isOwn) giveWay(this);
  }

  get km() { return Number(this.input.value); }

  get share() { return shareOf(this.shown ?? this.km, this.scale); }

  /** @param {Scale} scale */
  setScale(scale) {
    if (scale === this.scale) return;
    this.scale = scale;
    Object.assign(this.input, { min: String(scale.min), max: String(scale.max) });
    if (this.shown !== null) this.input.value = String(this.shown);
  }

  /**
   * The track has moved it.
   * @param {number} km
   */
  drag(km) {
    this.input.value = String(km);
    [this.untold, this.shown] = [true, km];
    this.on.input(km);
    this.say("input");
  }

  /**
   * Say what the browser says of its own sliders, to whoever else listens.
   * @param {"input" | "change"} kind
   */
  say(kind) {
    this.isSaying = true;
    this.input.dispatchEvent(new Event(kind, { bubbles: true }));
    this.isSaying = false;
  }

  /** @param {boolean} byHand */
  moved(byHand) {
    if (byHand && (this.isHeld || this.isRefusing)) this.input.value = String(this.shown);
    else this.take(byHand);
  }

  /** @param {boolean} byHand */
  take(byHand) {
    const own = this.step === "any" ? COARSE_KM : Number(this.step);
    const grain = byHand ? own : 0.001;
    const { min, max } = this.scale;
    this.shown = Math.min(max, Math.max(min, Math.round(this.km / grain) * grain));
    this.shown = Math.round(this.shown * 1000) / 1000;
    this.untold = true;
    this.on.input(this.shown);
    this.later(() => this.isHeld || this.tell(), byHand ? REST_MS : SCRIPT_REST_MS);
  }

  /**
   * The browser says that it was let go of; some tools say nothing else.
   * @param {boolean} byHand
   */
  changed(byHand) {
    if (!this.untold && this.km !== this.shown) this.moved(byHand);
    this.tell();
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
    if (this.km !== km) this.input.value = String(km);
  }

  /**
   * Steps by keys that suit kilometres; a slider with steps of its own has the browser's.
   * @param {KeyboardEvent} event
   */
  stepByKey(event) {
    const step = KEY_STEPS[event.key] * (event.shiftKey ? 0.1 : 1);
    const { min, max } = this.isOwn ? this.scale : FULL;
    const end = { Home: min, End: max }[event.key];
    if (!step && end === undefined) return;
    event.preventDefault();
    this.on.input(end ?? Math.min(max, Math.max(min, Math.round((this.shown ?? this.km) + step))));
    this.on.settle?.();
  }
}

/**
 * A script may write a number beyond a short scale, which would cut it off: the scale gives way.
 * @param {RangeInput} slider
 */
function giveWay(slider) {
  const native = /** @type {Required<PropertyDescriptor>} */ (Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value"));
  Object.defineProperty(slider.input, "value", {
    configurable: true,
    get: native.get,
    set(text) {
      const isCut = Number(text) > Number(this.max) && Number(text) <= MAX_KM && slider.shown !== Number(text);
      if (isCut && slider.step === "any") slider.setScale(FULL);
      native.set.call(this, text);
    },
  });
}
