// What a press on a track is meant for: a thumb, the stretch between two thumbs, or nothing.

/** @typedef {import("./rangeinput.js").RangeInput} RangeInput */

const RADIUS_PX = 8; // of a thumb, as browsers draw and styles have it
const REACH_PX = { touch: 22, other: 11 }; // around its middle

/**
 * Return what a press holds, or null.
 * @param {PointerEvent} event
 * @param {RangeInput[]} sliders of the track, innermost first
 * @param {RangeInput} main whose box and scale are those of the track
 * @returns {Grip | null}
 */
export function gripOf({ clientX, pointerType, shiftKey, isTrusted, target }, sliders, main) {
  const { left, width } = main.input.getBoundingClientRect();
  const { min, max } = main.scale;
  const long = Math.max(1, width - 2 * RADIUS_PX);
  const kmPerPx = (max - min) / long;
  const named = sliders.find(({ input }) => input === target);
  if (!isTrusted && named) return { held: [named], kmPerPx, from: named.shown ?? named.km }; // a script says which
  const x = clientX - left - RADIUS_PX;
  const { slider, away } = nearest(sliders, x, long);
  const isSeized = away <= (pointerType === "touch" ? REACH_PX.touch : REACH_PX.other);
  const isBetween = x > sliders[0].share * long && x < sliders[sliders.length - 1].share * long;
  if (sliders.length > 1 && (isSeized ? shiftKey : isBetween)) return { held: sliders, kmPerPx, from: 0 };
  if (isSeized) return { held: [slider], kmPerPx, from: slider.shown ?? slider.km };
  return pointerType === "touch" ? null : { held: [slider], kmPerPx, from: min + x * kmPerPx, isJump: true };
}

/**
 * The thumb that is meant at a place; of those that lie on each other, the one that can go on to that side.
 * @param {RangeInput[]} sliders
 * @param {number} x
 * @param {number} long
 * @returns {{slider: RangeInput, away: number}}
 */
function nearest(sliders, x, long) {
  const all = sliders.map((slider) => ({ slider, at: slider.share * long, away: Math.abs(slider.share * long - x) }));
  const least = Math.min(...all.map(({ away }) => away));
  const near = all.filter(({ away }) => away - least < 1);
  return near[x < near[0].at ? 0 : near.length - 1];
}
