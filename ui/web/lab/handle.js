// The end of the ray in the picture, which a pointer takes hold of to turn the launch angle; keys have the slider.

import { svg } from "../base/dom.js";
import { SHAPE } from "./angle.js";

const REACH_PX = 20; // around it a finger takes hold

/**
 * @typedef {object} HandleActions
 * @property {() => {x: number, y: number, turn: number} | null} site where the ray begins, and the horizontal, clockwise from the right
 * @property {(deg: number) => void} angle
 * @property {() => void} rest
 */

/**
 * The angle above the horizontal of a point as seen from another.
 * @param {{x: number, y: number, turn: number}} site
 * @param {number} x
 * @param {number} y
 * @returns {number}
 */
export function angleTo({ x: fromX, y: fromY, turn }, x, y) {
  const deg = ((turn - Math.atan2(y - fromY, x - fromX)) * 180) / Math.PI;
  const turned = ((deg + 540) % 360) - 180;
  return Math.min(SHAPE.max, Math.max(SHAPE.min, Math.round(turned / SHAPE.step) * SHAPE.step));
}

/**
 * Return the handle: {node, show(x, y)}.
 * @param {HandleActions} on
 * @returns {{node: SVGElement, show(x: number, y: number): void}}
 */
export function rayHandle(on) {
  const knob = svg("circle", { r: 7, class: "rm-lab-knob" });
  const reach = svg("circle", { r: REACH_PX, class: "rm-lab-reach", "data-testid": "lab-handle" });
  const node = svg("g", { class: "rm-lab-handle" }, knob, reach);
  /** @param {PointerEvent} event */
  const follow = (event) => {
    const [site, picture] = [on.site(), node.closest("svg")];
    if (!site || !picture || !reach.hasPointerCapture(event.pointerId)) return;
    const { left, top } = picture.getBoundingClientRect();
    on.angle(angleTo(site, event.clientX - left, event.clientY - top));
  };
  reach.addEventListener("pointerdown", (event) => {
    if (event.button > 0) return;
    event.preventDefault();
    reach.setPointerCapture(event.pointerId);
  });
  reach.addEventListener("pointermove", follow);
  reach.addEventListener("lostpointercapture", () => on.rest());
  return {
    node,
    show(x, y) {
      for (const circle of [knob, reach]) {
        circle.setAttribute("cx", x.toFixed(1));
        circle.setAttribute("cy", y.toFixed(1));
      }
    },
  };
}
