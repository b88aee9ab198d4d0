// The flight from the side: height against distance along the ground, and the stretch that lies in the circle.

import { setAttribute, svg } from "../base/dom.js";
import { t } from "../base/words.js";
import { length } from "../scene/lengths.js";
import { shortName } from "../scene/scene.js";
import { axesOf, drawAxes, pathOf, roundUp } from "./axes.js";
import { heightAt } from "./between.js";
import { drawing } from "./drawing.js";

const ROOM = { height: 270, left: 48, right: 22, top: 30, bottom: 40 };
const STEPS = 120;
const BESIDE = 0.05; // of the way: there the arc has left room for words

/** @returns {{node: SVGElement, show(between: Between, units: Units, words: string): void}} */
export function profile() {
  /** @type {[Between, Units] | null} */
  let shown = null;
  const { node, width } = drawing("radar-profile", ROOM.height, () => { if (shown) node.replaceChildren(...drawn(...shown, width())); });
  return {
    node,
    show(between, units, words) {
      shown = [between, units];
      node.replaceChildren(...drawn(between, units, width()));
      setAttribute(node, "aria-label", words);
    },
  };
}

/**
 * @param {Between} between
 * @param {Units} units
 * @param {number} width px
 * @returns {SVGElement[]}
 */
function drawn(between, units, width) {
  const { km, flight, enterKm, leaveKm, nearestAtKm, site, target } = between;
  const axes = axesOf({ ...ROOM, width }, km, roundUp(flight.apogeeKm * 1.05));
  const ground = axes.y(0);
  /** @param {number} from @param {number} to @returns {[number, number][]} */
  const arc = (from, to) => Array.from({ length: STEPS + 1 }, (_, i) => {
    const at = from + ((to - from) * i) / STEPS;
    return [axes.x(at), axes.y(heightAt(flight, at))];
  });
  const endKm = Math.min(enterKm ?? km, km * (1 - BESIDE)); // left of it there is room for words
  const isIn = enterKm !== null && leaveKm !== null;
  const inside = isIn ? [
    svg("path", { d: `M${axes.x(enterKm)} ${ground}${pathOf(arc(enterKm, leaveKm)).replace("M", "L")}L${axes.x(leaveKm)} ${ground}Z`, class: "rm-radarpage-circle" }),
    svg("path", { d: `M${axes.x(enterKm)} ${ground}H${axes.x(leaveKm)}`, class: "rm-radarpage-stretch" }),
    svg("path", { d: pathOf(arc(enterKm, leaveKm)), class: "rm-radarpage-within" }),
    ...[enterKm, leaveKm].filter((at) => at > 0 && at < km).map((at) => svg("circle", { cx: axes.x(at), cy: axes.y(heightAt(flight, at)), r: 4.5, class: "rm-radarpage-edge" })),
  ] : [svg("path", { d: `M${axes.x(nearestAtKm)} ${ground}V${axes.y(heightAt(flight, nearestAtKm))}`, class: "rm-radarpage-near" })];
  return [
    ...drawAxes(axes, units, { x: t("distance along the ground, {units}", { units }), y: t("altitude, {units}", { units }) }),
    svg("path", { d: pathOf(arc(0, km)), class: "rm-radarpage-arc" }), ...inside,
    svg("text", { x: axes.x(km * BESIDE) + 10, y: ground - 10 }, site.short),
    ...(endKm > km / 2 ? [svg("text", { x: axes.x(endKm) - 10, y: ground - 10, "text-anchor": "end" }, shortName(target.name))] : []),
    svg("text", { x: axes.x(flight.rangeKm / 2), y: axes.y(flight.apogeeKm) - 8, "text-anchor": "middle" }, t("{height} high", { height: length(flight.apogeeKm, units) })),
  ];
}
