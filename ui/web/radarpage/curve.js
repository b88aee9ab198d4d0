// The radar horizon as a curve: the lowest altitude that a radar sees so far away.

import { el, setAttribute, setText, svg } from "../base/dom.js";
import { HEIGHT_MARKS } from "../base/facts.js";
import { t } from "../base/words.js";
import { degrees } from "../radar/controlwords.js";
import { length } from "../scene/lengths.js";
import { axesOf, drawAxes, pathOf, roundUp } from "./axes.js";
import { drawing } from "./drawing.js";
import { lowestSeenKm } from "./horizon.js";

export const ELEVATIONS = [5, 10, 15];
const MOST_KM = 2500;
const STEP_KM = 25;
const BELOW = 0.24; // of the height of the drawing: where the words of what is not seen stand
const ROOM = { height: 250, left: 48, right: 18, top: 30, bottom: 40 };

/**
 * What the curve says of a model's ranges.
 * @param {RadarPageModel} model
 * @returns {string}
 */
export function curveSentence({ kms, elevation, scene: { units } }) {
  const marks = [...kms].sort((a, b) => a - b).map((km) => t("at {range} nothing below {altitude}", { range: length(km, units), altitude: length(lowestSeenKm(km, elevation), units) }));
  return t("If the radar looks no lower than {elevation}, it sees {marks}: the Earth curves away below its beam. Beams are straight here; refraction, mountains and how much a target reflects are left out.",
    { elevation: degrees(elevation), marks: marks.join("; ") });
}

/**
 * @param {RadarPageActions} on
 * @returns {RadarPagePart}
 */
export function curve(on) {
  const select = el("select", { "data-testid": "radar-elevation", onchange: () => on.elevation(Number(select.value)) },
    ELEVATIONS.map((deg) => el("option", { value: String(deg) }, degrees(deg))));
  const still = svg("g", {});
  const marks = svg("g", { class: "rm-radarpage-marks" });
  const { node, width } = drawing("radar-curve", ROOM.height, () => {
    if (!shown) return;
    drawStill(shown);
    drawMarks(shown);
  });
  node.append(still, marks);
  const said = el("p", { "data-testid": "radar-horizon" });
  let axes = axesOf({ ...ROOM, width: 0 }, MOST_KM, 1);
  /** @type {RadarPageModel | null} */
  let shown = null;
  /** @param {RadarPageModel} model */
  const drawStill = ({ kms, elevation, scene: { units } }) => {
    const mostKm = Math.max(MOST_KM, kms[0]);
    axes = axesOf({ ...ROOM, width: width() }, mostKm, roundUp(lowestSeenKm(mostKm, elevation)));
    /** @type {[number, number][]} */
    const line = Array.from({ length: Math.floor(mostKm / STEP_KM) + 1 }, (_, i) => [axes.x(i * STEP_KM), axes.y(lowestSeenKm(i * STEP_KM, elevation))]);
    const [ground, end] = [axes.y(0), axes.x(mostKm)];
    still.replaceChildren(
      svg("path", { d: `${pathOf(line)}L${end} ${ground}Z`, class: "rm-radarpage-unseen" }),
      ...drawAxes(axes, units, { x: t("distance along the ground, {units}", { units }), y: t("altitude, {units}", { units }) }),
      ...HEIGHT_MARKS.filter(({ height_km: km }) => km < axes.mostY).flatMap(({ name, height_km: km }) => [
        svg("path", { d: `M${ROOM.left} ${axes.y(km)}H${end}`, class: "rm-radarpage-height" }),
        svg("text", { x: end - 6, y: axes.y(km) - 4, "text-anchor": "end", class: "rm-radarpage-height-words" }, `${t(name)}, ${length(km, units)}`)]),
      svg("path", { d: pathOf(line), class: "rm-radarpage-beam" }),
      svg("text", { x: end - 6, y: axes.y(axes.mostY * BELOW), "text-anchor": "end", class: "rm-radarpage-unseen-words" }, t("below the beam: not seen")));
  };
  /** @param {RadarPageModel} model */
  const drawMarks = ({ kms, elevation, scene: { units } }) => marks.replaceChildren(...kms.filter((km) => km <= axes.mostX).flatMap((km) => {
    const [x, y] = [axes.x(km), axes.y(lowestSeenKm(km, elevation))];
    const isLeft = x > width() * 0.6;
    return [svg("path", { d: `M${x} ${axes.y(0)}V${y}` }), svg("circle", { cx: x, cy: y, r: 5 }),
      svg("text", { x: x + (isLeft ? -10 : 10), y: y - 8, "text-anchor": isLeft ? "end" : "start" }, `${length(km, units)}: ${length(lowestSeenKm(km, elevation), units)}`)];
  }));
  return {
    node: el("section", {}, el("h3", {}, t("The Earth is round")),
      el("label", { class: "rm-radarpage-field" }, el("span", {}, t("Lowest elevation of the beam, assumed")), select), node, said),
    show(model) {
      select.value = String(model.elevation);
      drawStill(model);
    },
    move(model) {
      shown = model;
      drawMarks(model);
      const sentence = curveSentence(model);
      setText(said, sentence);
      setAttribute(node, "aria-label", sentence);
    },
  };
}
