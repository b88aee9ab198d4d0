// What the legend says of radar sectors, of the places they see, and of interceptors' circles.

import { t } from "../base/words.js";
import { circled, viewAt } from "./interceptors.js";
import { isAssumed } from "./paint.js";

/**
 * What the rows hang on.
 * @param {ReadyModel} model
 * @param {number} zoom
 * @returns {boolean[]}
 */
export const radarRowsKey = (model, zoom) => (
  [model.sectors.length > 0, model.sectors.some(isAssumed), circled(viewAt(model, zoom), model).length > 0]);

/**
 * @param {ReadyModel} model
 * @param {number} zoom
 * @returns {LegendRow[]}
 */
export function radarRows(model, zoom) {
  const { palette } = model;
  const [hasSectors, isDashed, hasCircles] = radarRowsKey(model, zoom);
  /** @param {Pick<Sign, "symbol" | "r" | "line" | "width">} look @param {string} words @returns {LegendRow} */
  const row = (look, words) => ({ sign: { ...look, fill: palette.paper, half: null }, words, about: "note" });
  return [
    ...(hasSectors ? [
      row({ symbol: "fan", r: 6, line: palette.radar, width: 1.6 }, isDashed ? t("Radar sector, by claim or assumption; dashed: direction assumed") : t("Radar sector, by claim or assumption")),
      row({ symbol: "circle", r: 6, line: palette.radar, width: 1.6 }, t("within it")),
    ] : []),
    ...(hasCircles ? [row({ symbol: "circle", r: 8, line: palette.ink, width: 1 }, t("Interceptors\u2019 range, no defended area"))] : []),
  ];
}
