// What a ring of a report has in place of sliders: its numbers follow from the report, so that there is nothing to
// drag. It says which report it is, how far which share of the assumptions reaches, and leads on: to a band, which
// can be dragged, and to the lab, where the report itself can be changed.

import { el, setText } from "../base/dom.js";
import { SPREAD } from "../base/facts.js";
import { labAddress } from "../lab/report.js";
import { MAX_KM } from "../scene/edges.js";
import { kmAt } from "../scene/spread.js";
import { fittingText, misfitText, reportText } from "../scene/spreadwords.js";
import { turningSentence } from "../scene/turning.js";
import { marked, rangeTold } from "../scene/ringwords.js";
import { FULL } from "../slider/scale.js";
import { decimal, t } from "../base/words.js";

class SpreadFace {
  /** @param {number} index @param {CardActions} on */
  constructor(index, on) {
    this.fits = (/** @type {Ring} */ ring) => Boolean(ring.spread);
    this.parts = [];
    this.problems = [];
    this.range = el("b", { class: "rm-spread-range" });
    this.numbers = [this.range];
    this.report = el("p", { class: "rm-spread-report" });
    this.edges = SPREAD.edges.map(() => el("dd", {}));
    this.note = el("p", { class: "rm-spread-note" });
    this.turning = el("p", { class: "rm-spread-turning", "data-testid": `spread-turning-${index}` });
    this.misfit = el("p", { class: "rm-spread-misfit", role: "note", hidden: true });
    this.band = el("button", { type: "button", "data-testid": `spread-band-${index}`, onclick: () => on.band(index) }, t("Make it a band"));
    const isSaved = document.documentElement.hasAttribute("data-saved"); // a saved page has no other pages
    this.lab = el("a", { "data-testid": `spread-lab-${index}`, target: "_blank", rel: "noopener", hidden: isSaved }, t("Open in the lab"));
    this.nodes = [el("div", { class: "rm-spread", "data-testid": `spread-${index}` }, this.report,
      el("dl", {}, SPREAD.edges.map((percent, i) => el("div", {}, el("dt", {}, `${decimal(100 - percent)}%`), this.edges[i]))),
      this.note, this.turning, this.misfit, el("div", { class: "rm-actions" }, this.band, this.lab))];
    // What a card asks of a track: there is none, and nothing is ever held.
    this.track = { isAtRest: true, scale: FULL, end() {}, main: { input: this.band } };
  }

  /** @param {Ring} ring @param {CardContext} context */
  update(ring, { units }) {
    const { spread } = ring;
    if (!spread) return;
    const report = reportText(ring, units);
    const misfit = misfitText(spread);
    setText(this.range, marked(rangeTold({ ...ring, rotating: false }, units), ring)); // the line below says it in words
    setText(this.report, report[0].toUpperCase() + report.slice(1));
    SPREAD.edges.forEach((percent, i) => setText(this.edges[i], fittingText(kmAt(spread, percent), units)));
    setText(this.note, ring.rotating
      ? t("of the assumptions reach so far or farther without Earth's rotation: a share of the assumptions, not a chance.")
      : t("of the assumptions reach so far or farther: a share of the assumptions, not a chance."));
    setText(this.turning, turningSentence(ring, units));
    this.turning.hidden = !ring.rotating;
    this.band.disabled = kmAt(spread, SPREAD.edges[SPREAD.edges.length - 1]) >= MAX_KM;
    this.band.title = this.band.disabled ? t("Some of the assumptions give no limit, and a band needs an end.") : "";
    setText(this.misfit, misfit);
    this.misfit.hidden = !misfit;
    this.lab.setAttribute("href", labAddress(ring, spread, units));
  }

  /** What readers of a screen hear stands there as text. */
  tell() {}
}

/**
 * Return the face of a ring of a report with this index.
 * @param {number} index
 * @param {CardActions} on
 * @returns {SpreadFace}
 */
export function spreadFace(index, on) {
  return new SpreadFace(index, on);
}
