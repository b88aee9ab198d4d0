// How far the same speed reaches above an Earth that turns, by direction: a rose and its table.

import { el, svg, setText } from "../base/dom.js";
import { t } from "../base/words.js";
import { farthestTo, impact } from "../flight/rotation.js";
import { length } from "../scene/lengths.js";
import { roundStepKm } from "./frame.js";
import { reach } from "./words.js";

const SIZE_PX = 260;
const EDGE_PX = 26; // for letters
const STEP_DEG = 10;
const LEAST_STEP_KM = 500; // between circles
const MOST_KM = 20_000;
const WINDS = [t("N"), t("NE"), t("E"), t("SE"), t("S"), t("SW"), t("W"), t("NW")];

/**
 * Return the part: {node, show(model)}; `turns` says whether it is unfolded, `on` hears when that changes.
 * @param {boolean} turns
 * @param {(turns: boolean) => void} on
 * @returns {LabPart}
 */
export function rotationPart(turns, on) {
  const check = el("input", { type: "checkbox", ".checked": turns, "data-testid": "lab-rotation", onchange: () => unfold() });
  const body = el("div", { class: "rm-lab-turning" });
  /** @type {LabModel | null} */
  let shown = null;
  const unfold = () => {
    on(check.checked);
    draw();
  };
  const draw = () => {
    body.hidden = !check.checked;
    if (check.checked && shown) body.replaceChildren(...roseOf(shown));
  };
  return {
    node: el("section", { class: "rm-lab-rotation" }, el("h2", {}, t("With Earth's rotation")),
      el("label", { class: "rm-lab-check" }, check, t("Let the Earth turn")),
      el("p", {}, t("The launch site moves east with the ground and gives that speed to the missile; while it flies, the ground below moves on. So one missile reaches farther to the east than to the west, and its ring is no circle but an egg. Ordinary range rings, those of this map and of the press, leave that out.")), body),
    show(model) {
      shown = model;
      draw();
    },
  };
}

/** @param {LabModel} model @returns {HTMLElement[]} */
function roseOf({ flown, farthestKm, site, units }) {
  const ends = Array.from({ length: 360 / STEP_DEG }, (_, i) => {
    const end = farthestTo(flown.speedKmS, site.lat, i * STEP_DEG);
    return end.rangeKm === Infinity ? { ...end, azimuthDeg: i * STEP_DEG } : end;
  });
  const winds = WINDS.map((name, i) => ({ name, km: farthestTo(flown.speedKmS, site.lat, 45 * i).rangeKm }));
  const caption = t("From {site}, {lat}° north, by the direction of the launch", { site: site.name, lat: Math.round(site.lat * 10) / 10 });
  const still = el("p", { class: "rm-lab-small" });
  setText(still, t("Without rotation: {range} in every direction.", { range: reach(farthestKm, units) }));
  const west = impact(flown.speedKmS, site.lat, 270, 90).rangeKm; // of straight up
  const drift = el("p", { class: "rm-lab-small" }, t("Straight up, the same speed would come down {length} farther west: the ground moves on below the missile. So the distance of a lofted flight tells little, its height most.", { length: length(west, units) }));
  return [
    el("figure", {}, el("figcaption", {}, t("Ranges by direction, with Earth's rotation")), rose(ends, farthestKm, units)),
    el("div", {}, el("table", { "data-testid": "lab-winds" }, el("caption", {}, caption),
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, t("Towards")), el("th", { scope: "col", class: "rm-num" }, t("Range")))),
      el("tbody", {}, winds.map(({ name, km }) => el("tr", {}, el("th", { scope: "row" }, name), el("td", { class: "rm-num" }, reach(km, units)))))), still, drift),
  ];
}

/**
 * @param {{rangeKm: number, azimuthDeg: number}[]} ends
 * @param {number} farthestKm
 * @param {Units} units
 * @returns {SVGElement}
 */
function rose(ends, farthestKm, units) {
  const most = Math.min(MOST_KM, Math.max(farthestKm === Infinity ? MOST_KM : farthestKm, ...ends.map(({ rangeKm }) => Math.min(rangeKm, MOST_KM))));
  const half = SIZE_PX / 2;
  const scale = (half - EDGE_PX) / most;
  const step = roundStepKm(most / 4, "km", LEAST_STEP_KM);
  /** @param {number} km @param {number} deg @returns {[number, number]} */
  const at = (km, deg) => [half + scale * km * Math.sin((deg * Math.PI) / 180), half - scale * km * Math.cos((deg * Math.PI) / 180)];
  const circles = Array.from({ length: Math.floor(most / step) }, (_, i) => step * (i + 1));
  const d = `M${ends.map(({ rangeKm, azimuthDeg }) => at(Math.min(rangeKm, MOST_KM), azimuthDeg).map((px) => px.toFixed(1)).join(" ")).join("L")}Z`;
  return svg("svg", { viewBox: `0 0 ${SIZE_PX} ${SIZE_PX}`, class: "rm-lab-rose", role: "img", "aria-label": t("Ranges by direction, with Earth's rotation") },
    ...circles.map((km) => svg("circle", { cx: half, cy: half, r: scale * km, class: "rm-lab-height" })),
    ...(farthestKm === Infinity ? [] : [svg("circle", { cx: half, cy: half, r: scale * farthestKm, class: "rm-lab-still" })]),
    svg("path", { d, class: "rm-lab-egg" }),
    ...circles.map((km) => svg("text", { x: half + 3, y: half - scale * km - 3, class: "rm-lab-scale" }, length(km, units))),
    ...[0, 2, 4, 6].map((i) => {
      const [x, y] = at(most + 14 / scale, 45 * i);
      return svg("text", { x, y: y + 4, class: "rm-lab-wind", "text-anchor": "middle" }, WINDS[i]);
    }));
}
