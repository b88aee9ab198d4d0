// The track of a slider: one range input, or those of a band above each other. A press is the track's own
// business, since browsers disagree on it: a finger means the thumb, never the track beside it; a thumb goes
// as far as the pointer does, from wherever it was seized; numbers snap; a band moves as one.

import { el } from "../base/dom.js";
import { gripOf } from "./grip.js";
import { holdOf } from "./hold.js";
import { RangeInput } from "./rangeinput.js";
import { roundKm, snapKm } from "./snap.js";

const REFUSE_MS = 700; // a browser's own slider may move on so long

class Track {
  /** @param {TrackSlider[]} given @param {TrackActions} on @param {SliderShape} shape */
  constructor(given, on, shape) {
    this.on = on;
    this.shape = shape;
    this.sliders = given.map(({ testId, label, ...acts }) => new RangeInput(testId, label, { settle: on.settle, change: on.change, ...acts }, shape));
    this.main = this.sliders[Math.max(0, given.findIndex(({ isMain }) => isMain))];
    /** @type {{hold: ReturnType<typeof holdOf>, undo: () => void, held: RangeInput[], before: number[]} | null} */
    this.grip = null;
    /** @type {readonly number[]} */
    this.marks = [];
    this.fill = el("span", { class: "rm-fill", "aria-hidden": "true" });
    this.node = el("span", { class: "rm-track", onpointerdown: (event) => this.press(event), onkeydown: (event) => this.key(event) },
      this.fill, ...this.sliders.map(({ input }) => input));
    this.main.input.classList.add("rm-main");
    if (given.length > 1) this.node.classList.add("rm-banded");
  }

  get isBand() { return this.sliders.length > 1; }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === "Escape" && this.grip) return void this.takeBack();
    this.end();
    const slider = this.sliders.find(({ input }) => input === event.target);
    this.refuse(false);
    if (slider && slider.step === "any") slider.stepByKey(event);
  }

  /** @param {PointerEvent} event */
  press(event) {
    if (event.button > 0) return;
    this.end();
    this.refuse(false);
    if (event.isTrusted) event.preventDefault(); // the browser's own slider keeps still
    const grip = gripOf(event, this.sliders, this.main);
    if (grip) this.seize(event, grip);
    else this.pass(event);
  }

  /**
   * A finger beside the thumb is meant for the page: until it goes, what the browser makes of it is taken back.
   * @param {PointerEvent} event
   */
  pass(event) {
    this.refuse(true);
    const done = () => {
      hold.close();
      setTimeout(() => this.refuse(false), REFUSE_MS);
    };
    const hold = holdOf(event, this.node, { move() {}, end: done, cancel: done });
  }

  /** @param {PointerEvent} event @param {Grip} grip */
  seize(event, { held, kmPerPx, from, isJump }) {
    const [slider] = held;
    const before = held.map(({ shown, km }) => shown ?? km);
    if (event.isTrusted) (held.length > 1 ? this.main : slider).input.focus({ preventScroll: true });
    const undo = this.on.press?.() ?? (() => slider.on.input(before[0]));
    /** @param {number} dx */
    const move = (dx) => {
      if (held.length > 1) this.shift(before, dx * kmPerPx, kmPerPx);
      else this.drag(slider, dx || isJump ? this.snapped(from + dx * kmPerPx, kmPerPx) : before[0]);
    };
    const hold = holdOf(event, this.node, {
      move, end: () => this.end(), cancel: (wasSwipe) => (wasSwipe ? this.takeBack() : this.end()),
    });
    this.grip = { hold, undo, held, before };
    held.forEach((each) => { each.isHeld = true; });
    this.node.classList.add("rm-held");
    if (event.isTrusted) this.node.setPointerCapture(event.pointerId); // over the map's frame, too
    if (isJump) move(0);
  }

  /** @param {number} km @param {number} kmPerPx @returns {number} */
  snapped(km, kmPerPx) {
    const { min, max } = this.main.scale;
    return Math.min(max, Math.max(min, snapKm(km, kmPerPx, this.marks, Number(this.shape.step) || undefined, this.shape.isExact)));
  }

  /** @param {RangeInput} slider @param {number} km */
  drag(slider, km) {
    if (km !== slider.km) slider.drag(km);
  }

  /**
   * The band goes as one: its outlines keep their distances, and stop together.
   * @param {number[]} before
   * @param {number} byKm
   * @param {number} kmPerPx
   */
  shift(before, byKm, kmPerPx) {
    const { min, max } = this.main.scale;
    const wanted = byKm ? roundKm(before[0] + byKm, kmPerPx) - before[0] : 0;
    const by = Math.min(max - before[before.length - 1], Math.max(min - before[0], wanted));
    if (before[0] + by === this.sliders[0].km) return;
    this.main.untold = true;
    this.on.shift?.(before.map((km) => km + by));
    this.main.say("input");
  }

  /** It was let go of: the thumb stands where the value is, which is told. */
  end() {
    const moved = this.letGo().filter((slider) => slider.untold);
    moved.forEach((slider) => {
      slider.tell();
      slider.say("change");
    });
  }

  /** A swipe over the slider was meant for the page, or Escape took the drag back: all is as it was before the press. */
  takeBack() {
    if (!this.grip) return;
    const { undo, before } = this.grip;
    const held = this.letGo();
    const hasMoved = held.some(({ untold }) => untold);
    held.forEach((slider, i) => {
      slider.untold = false;
      slider.show(before[i]);
    });
    if (hasMoved) undo();
    this.refuse(true);
    setTimeout(() => this.refuse(false), REFUSE_MS);
  }

  /** @returns {RangeInput[]} those that a pointer held, or that moved without one */
  letGo() {
    const held = this.grip?.held ?? this.sliders;
    this.grip?.hold.close();
    this.grip = null;
    this.sliders.forEach((slider) => { slider.isHeld = false; });
    this.node.classList.remove("rm-held");
    return held.includes(this.main) ? held : [...held, this.main];
  }

  /** @param {boolean} isRefusing */
  refuse(isRefusing) {
    this.sliders.forEach((slider) => { slider.isRefusing = isRefusing; });
  }

  /** @param {number[]} kms in the order of the sliders */
  show(kms) {
    this.sliders.forEach((slider, i) => slider.show(kms[i]));
    const [from, to] = this.isBand ? [this.sliders[0].share, this.sliders[this.sliders.length - 1].share] : [0, this.main.share];
    const [start, end] = [from, to].map((share) => `${100 * share}%`); // painted, since what is transformed has the
    // browser look at all layers of the page in every frame of a drag
    this.fill.style.backgroundImage = `linear-gradient(90deg, transparent ${start}, var(--rm-slider) ${start} ${end}, transparent ${end})`;
  }

  /** @param {Scale} scale */
  setScale(scale) {
    this.sliders.forEach((slider) => slider.setScale(scale));
  }

  get scale() { return this.main.scale; }

  /** Whether nobody moves it now. */
  get isAtRest() { return !this.grip && !this.sliders.some(({ untold }) => untold); }
}

/**
 * Return the track of a ring's sliders, innermost first.
 * @param {TrackSlider[]} sliders
 * @param {TrackActions} on
 * @returns {Track}
 */
export function rangeTrack(sliders, on) {
  return new Track(sliders, on, {});
}

/**
 * Return {node, input, show(km), release(), mark(kms), setScale(scale)}: one native range input on a track of its own.
 *
 * `on.input(km)` while it moves; `on.change()` once when a thumb or a script has let go of it;
 * `on.settle()` after each key; `on.press()` when it is pressed, which returns what brings all back
 * if the press was a swipe over the page. `release` ends a drag at once, before the slider goes.
 * `shape`: {min, max, step, isExact}; with a step, keys are the browser's.
 * @param {string} testId
 * @param {string} label
 * @param {SliderActions} on
 * @param {SliderShape | null} [shape]
 * @returns {Slider}
 */
export function rangeInput(testId, label, on, shape = null) {
  const track = new Track([{ testId, label, input: on.input, isMain: true }], on, shape ?? {});
  const [{ input }] = track.sliders;
  return { node: track.node, input, show: (km) => track.show([km]), release: () => track.end(), mark: (kms) => { track.marks = kms; },
    setScale: (scale) => track.setScale(scale) };
}
