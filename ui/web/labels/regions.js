// Countries and regions of the US: quiet capitals, letter by letter, where nothing else stands.

import { WEIGHT } from "./room.js";

/** How far from its middle a name may stand, in degrees: first along it, then up and down. */
const STEPS = [[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1], [1, 1], [-1, 1], [1, -1], [-1, -1], [2, 0], [-2, 0], [0, 2], [0, -2]];
const SPOTS = [-1, WEIGHT.small].flatMap((most) => STEPS.map((step) => [...step, most])); // over symbols last
const HEIGHT = 0.8; // of capitals, in their size

/**
 * Write the name of a region at the first free spot within it, or not at all.
 * @param {Room} room
 * @param {WantedRegion} region
 * @param {Measure} measure
 */
export function placeRegion(room, { id, text, style, x, y, stepX, stepY, spacing }, measure) {
  const widths = [...text].map((letter) => measure(letter, style) + spacing);
  const width = widths.reduce((sum, each) => sum + each, 0) - spacing;
  const height = style.size * HEIGHT;
  for (const [across, down, most] of SPOTS) {
    const [middleX, middleY] = [x + across * stepX, y + down * stepY];
    const box = {
      x0: middleX - width / 2, x1: middleX + width / 2, y0: middleY - height / 2, y1: middleY + height / 2,
    };
    if (!room.isClear([box]) || room.weightUnder([box]) > most) continue;
    let left = box.x0;
    const letters = [...text].map((letter, i) => {
      const at = { letter, x: left + (widths[i] - spacing) / 2, y: middleY, angle: 0 };
      left += widths[i];
      return at;
    });
    room.take({ text, kind: "region", id, ring: null, style, boxes: [box], own: null, leader: null, letters, isLesser: true });
    return;
  }
}
