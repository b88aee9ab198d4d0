// Words on the map: each gets the first free spot, in order of importance, or none.

import { HALO_PX, wordsOf } from "./wordpictures.js";

/**
 * Return a labeller for one drawing: `place(text, spots, style)` draws at the first free spot.
 * @param {Pen} ctx
 * @param {Box} area
 * @param {Box[]} taken
 * @param {number} ratio
 * @returns {Labeller}
 */
export function labeller(ctx, area, taken, ratio) {
  const boxes = taken.slice();
  /** @param {Box} box @returns {boolean} */
  const free = (box) =>
    box.x0 >= area.x0 && box.x1 <= area.x1 && box.y0 >= area.y0 && box.y1 <= area.y1 &&
    !boxes.some((b) => box.x0 < b.x1 && box.x1 > b.x0 && box.y0 < b.y1 && box.y1 > b.y0);
  return {
    block(x, y, r) {
      boxes.push({ x0: x - r, x1: x + r, y0: y - r, y1: y + r });
    },
    /** Draw at the first free spot {x, y, align} of those given; return whether there was one. */
    place(text, spots, style) {
      const { size = 12 } = style;
      const { picture, width, height } = wordsOf(text, style, ratio);
      for (const { x, y, align = "center" } of spots) {
        const left = align === "center" ? x - width / 2 : align === "right" ? x - width : x;
        const box = { x0: left - 3, x1: left + width + 3, y0: y - size * 0.62, y1: y + size * 0.62 };
        if (!free(box)) continue;
        boxes.push(box);
        /** @param {number} value @returns {number} */
        const whole = (value) => Math.round(value * ratio) / ratio; // between pixels words would blur
        ctx.drawImage(picture, whole(left - HALO_PX), whole(y - height / 2),
          picture.width / ratio, picture.height / ratio);
        return true;
      }
      return false;
    },
  };
}

/**
 * Spots right beside a point, on its four sides.
 * @param {number} x
 * @param {number} y
 * @param {number} r
 * @returns {LabelSpot[]}
 */
export function around(x, y, r) {
  return [
    { x: x + r + 4, y, align: "left" }, { x: x - r - 4, y, align: "right" },
    { x, y: y - r - 9 }, { x, y: y + r + 9 },
  ];
}
