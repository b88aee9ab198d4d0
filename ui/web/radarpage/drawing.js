// A drawing as wide as the page gives it room, so that its words are of one size on a phone and on a desk.

import { svg } from "../base/dom.js";

const USUAL_PX = 480; // before it is laid out

/**
 * Return {node, width()}; `draw` is called whenever it has another width.
 * @param {string} testId
 * @param {number} heightPx
 * @param {() => void} draw
 * @returns {{node: SVGElement, width(): number}}
 */
export function drawing(testId, heightPx, draw) {
  const node = svg("svg", { class: "rm-radarpage-drawing", role: "img", height: heightPx, "data-testid": testId });
  let drawn = USUAL_PX;
  new ResizeObserver(() => {
    if (!node.clientWidth || node.clientWidth === drawn) return;
    drawn = node.clientWidth;
    draw();
  }).observe(node);
  return { node, width: () => drawn };
}
