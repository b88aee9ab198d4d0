// The flight as flown, at the slider's angle, and at the best one, in numbers beside each other.

import { el, setText } from "../base/dom.js";
import { HEIGHT_MARKS } from "../base/facts.js";
import { t } from "../base/words.js";
import { HALF_WAY_KM } from "../flight/kepler.js";
import { length, reported } from "../scene/lengths.js";
import { angleWords, arcNote, heightWords, rangeWords, speed, timeWords } from "./words.js";

/**
 * Return {node, show(model), move(model)}.
 * @returns {Required<LabPart>}
 */
export function comparedTable() {
  const names = ["flown", "moved", "best"];
  const rows = [t("Launch angle"), t("Highest point"), t("Flight time"), t("Range")];
  const cells = Object.fromEntries(names.map((name) => [name, rows.map(() => el("td", { class: `rm-num rm-lab-of-${name}` }))]));
  cells.moved[3].dataset.testid = "lab-range";
  cells.best[3].dataset.testid = "lab-farthest";
  const heads = [t("As flown"), t("This angle"), t("Best angle")];
  const speedLine = el("p", { class: "rm-lab-small" });
  const note = el("p", { class: "rm-lab-note", "data-testid": "lab-note" });
  const node = el("div", { class: "rm-lab-compared" },
    el("table", {},
      el("caption", {}, t("One speed, three angles")),
      el("thead", {}, el("tr", {}, el("td"), heads.map((words, i) => el("th", { scope: "col", class: `rm-lab-of-${names[i]}` }, el("i", { "aria-hidden": "true" }), words)))),
      el("tbody", {}, rows.map((words, i) => el("tr", {}, el("th", { scope: "row" }, words), names.map((name) => cells[name][i]))))),
    speedLine, note);
  /** @param {string} name @param {FreeFlight} flown @param {string} height @param {string} range */
  const fill = (name, flown, height, range) => {
    const told = flown.isOrbit
      ? ["\u2013", "\u2013", "\u2013", range]
      : [angleWords(flown.elevationDeg), height, timeWords(flown.timeMin), range];
    told.forEach((words, i) => setText(cells[name][i], words));
  };
  return {
    node,
    show(model) {
      const { given, flown, best, units } = model;
      fill("flown", flown, heightWords(given, units), reported(given.distanceKm, units));
      fill("best", best, length(best.apogeeKm, units), rangeWords(model, model.farthestKm));
      setText(speedLine, t("Speed when the engines stop, at every angle: {speed}.", { speed: speed(flown.speedKmS) }));
    },
    move(model) {
      const { moved, units } = model;
      fill("moved", moved, length(moved.apogeeKm, units), rangeWords(model, moved.rangeKm));
      setText(note, arcNote(model, HEIGHT_MARKS[0].height_km, HALF_WAY_KM));
    },
  };
}
