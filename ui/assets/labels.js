// Words on the map: each gets the first free spot, in order of importance, or none.

import { FONT } from "./style.js";

const widths = new Map();

function textWidth(ctx, font, text) {
  const key = font + text;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > 4000) widths.clear();
    ctx.font = font;
    width = ctx.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

/** Return a labeller for one drawing: `place(text, spots, style)` draws at the first free spot. */
export function labeller(ctx, area, taken) {
  const boxes = taken.slice();
  const free = (box) =>
    box.x0 >= area.x0 && box.x1 <= area.x1 && box.y0 >= area.y0 && box.y1 <= area.y1 &&
    !boxes.some((b) => box.x0 < b.x1 && box.x1 > b.x0 && box.y0 < b.y1 && box.y1 > b.y0);
  return {
    block(x, y, r) {
      boxes.push({ x0: x - r, x1: x + r, y0: y - r, y1: y + r });
    },
    /** Try spots [{x, y, align}] in turn; return the index used, or -1. */
    place(text, spots, { size = 12, weight = 500, color, halo }) {
      const font = `${weight} ${size}px ${FONT}`;
      const width = textWidth(ctx, font, text);
      for (let i = 0; i < spots.length; i += 1) {
        const { x, y, align = "center" } = spots[i];
        const left = align === "center" ? x - width / 2 : align === "right" ? x - width : x;
        const box = { x0: left - 3, x1: left + width + 3, y0: y - size * 0.62, y1: y + size * 0.62 };
        if (!free(box)) continue;
        boxes.push(box);
        ctx.font = font;
        ctx.textAlign = "left";
        ctx.textBaseline = "middle";
        ctx.lineJoin = "round";
        ctx.lineWidth = 4;
        ctx.strokeStyle = halo;
        ctx.strokeText(text, left, y);
        ctx.fillStyle = color;
        ctx.fillText(text, left, y);
        return i;
      }
      return -1;
    },
  };
}

/** Spots right beside a point, on its four sides. */
export function around(x, y, r) {
  return [
    { x: x + r + 4, y, align: "left" }, { x: x - r - 4, y, align: "right" },
    { x, y: y - r - 9 }, { x, y: y + r + 9 },
  ];
}

function corners(x, y, r) {
  return [[-1, -1], [1, -1], [-1, 1], [1, 1]].map(([dx, dy]) => (
    { x: x + dx * r, y: y + dy * r, align: dx > 0 ? "left" : "right" }));
}

/** Spots next to a point, then farther off: for names that should not be missing. */
export function widely(x, y, r, offsets = [0, 8, 18, 32]) {
  return offsets.flatMap((more) => [...around(x, y, r + more), ...corners(x, y, r + more)]);
}
