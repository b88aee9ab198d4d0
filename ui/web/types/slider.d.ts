// Sliders (slider/): range inputs on a track, what a press means, and the numbers beside them.

/** From where to where a slider goes, in km. */
interface Scale {
  min: number;
  max: number;
}

/** One slider on a track of its own. */
interface Slider {
  node: HTMLElement;
  input: HTMLInputElement;
  show(km: number): void;
  release(): void;
  /** A hand that comes near these numbers, in order, means them. */
  mark(kms: number[]): void;
  setScale(scale: Scale): void;
}

/** What a slider tells (slider/track.js). */
interface SliderActions {
  /** Pressed: returns what brings all back, if the press was a swipe over the page. */
  press?(): () => void;
  /** It moves. */
  input(km: number): void;
  /** It was let go of. */
  change(): void;
  /** A key moved it. */
  settle?(): void;
}

interface SliderShape {
  min?: number;
  max?: number;
  step?: number | string;
  /** Whether a hand may mean each step: else, what is round. */
  isExact?: boolean;
}

/** One of the sliders of a track. */
interface TrackSlider {
  testId: string;
  label: string;
  input(km: number): void;
  /** The one that stands for all. */
  isMain?: boolean;
}

/** What a track asks of whoever has it. */
interface TrackActions extends Pick<SliderActions, "press" | "change" | "settle"> {
  /** All move, by the same distance. */
  shift?(kms: number[]): void;
}

/** What a press has hold of. */
interface Grip {
  held: import("../slider/rangeinput.js").RangeInput[];
  kmPerPx: number;
  from: number;
  /** The thumb comes to the pointer. */
  isJump?: boolean;
}

/** What ends or moves the hold of a pointer. */
interface HoldActions {
  move(dxPx: number): void;
  end(): void;
  cancel(wasSwipe: boolean): void;
}

/** A published number on a scale, and who gave it. */
interface Mark {
  km: number;
  said: string[];
}

/** The number beside a thumb (card/numberbox.js). */
interface NumberBox {
  node: HTMLInputElement;
  problem: HTMLElement;
  /** `ring`: all numbers of its ring, as a text; a number may be refused for another's sake. */
  show(km: number, units: Units, ring: string): void;
}

interface NumberBoxActions {
  /** A number was typed: the problem with it, or "". */
  typed(km: number): string;
  /** A key steps it. */
  step(km: number): void;
}
