// The lab's page: its parts, where each stands, and how they are brought in step with what the lab shows.

import { el, setText } from "../base/dom.js";
import { FITTING_MIN } from "../base/facts.js";
import { t } from "../base/words.js";
import { angleBar } from "./angle.js";
import { chooser, reportTable } from "./chooser.js";
import { comparedTable } from "./compared.js";
import { onMapPart } from "./onmap.js";
import { labPicture } from "./picture.js";
import { rotationPart } from "./rotation.js";
import { spreadPart } from "./spread.js";
import { labText } from "./text.js";
import { findingSentence, floorWords, movedSentence, timeCheck, whyNot } from "./words.js";

/**
 * What a person does in the lab.
 * @typedef {object} LabActions
 * @property {(id: string) => void} flight another one is chosen
 * @property {(id: string) => void} report
 * @property {(given: LabGiven) => void} typed
 * @property {(units: Units) => void} units
 * @property {() => () => void} press the slider is pressed: returns what brings all back
 * @property {(deg: number) => void} angle
 * @property {() => void} rest
 * @property {() => void} size the picture has another size
 * @property {(key: keyof LabAssumed, value: string) => void} assume
 * @property {(spread: RangeSpread | null) => void} told what fits a report
 * @property {() => void} offer what can be shown on the map is asked for
 * @property {(turns: boolean) => void} turning
 */

class Face {
  /** @param {LabActions} on @param {boolean} turns */
  constructor(on, turns) {
    this.said = el("p", { class: "rm-heard", role: "status", "aria-live": "polite" });
    this.message = el("div", { class: "rm-message", role: "alert" });
    this.chooser = chooser({ flight: on.flight, report: on.report, typed: on.typed, units: on.units });
    this.reports = reportTable(on.report);
    this.bar = angleBar({ press: on.press, angle: on.angle, rest: on.rest });
    this.picture = labPicture({ size: on.size, angle: on.angle, rest: on.rest });
    this.compared = comparedTable();
    this.ranges = spreadPart({ assume: on.assume, told: on.told });
    this.onMap = onMapPart(on.offer);
    this.rotation = rotationPart(turns, on.turning);
    this.text = labText();
    this.finding = el("p", { class: "rm-lab-finding", "data-testid": "lab-finding" });
    this.time = el("p", { class: "rm-lab-time", "data-testid": "lab-time" });
    this.why = el("p", { class: "rm-lab-why", "data-testid": "lab-why" });
    this.main = el("div", { class: "rm-lab-main" },
      el("div", { class: "rm-lab-stage" }, this.bar.node, this.picture.node),
      el("div", { class: "rm-lab-side" }, this.finding, this.compared.node, this.onMap.node, this.time));
    this.parts = [this.main, this.ranges.node, this.rotation.node];
  }

  /** @param {HTMLElement} root */
  build(root) {
    root.replaceChildren(this.message, this.said,
      el("p", { class: "rm-lab-lead" }, t("A missile fired almost straight up comes down near by. How far does the same speed carry it, launched at the right angle? Move the slider.")),
      this.chooser.node, this.why, this.main, this.ranges.node, this.reports.node, this.rotation.node, this.text.node);
  }

  /** @param {HTMLElement[]} paragraphs */
  tell(paragraphs) {
    this.message.replaceChildren(...paragraphs);
  }

  /**
   * Say which flight or numbers the lab is about, and why no range is computed where none is.
   * @param {LabFlight | null} flight
   * @param {LabReport | null} report
   * @param {LabGiven | null} given
   * @param {Units} units
   */
  about(flight, report, given, units) {
    this.chooser.show(flight, given, units);
    this.reports.show(flight, report, units);
    setText(this.why, given ? floorWords(given) : whyNot(/** @type {LabFlight} */ (flight)));
    for (const part of this.parts) part.hidden = given === null;
  }

  /**
   * Show all that the slider does not change.
   * @param {LabModel} model
   * @param {Claim[]} claims that speak of the flight
   */
  show(model, claims) {
    setText(this.finding, findingSentence(model));
    const check = timeCheck(model, FITTING_MIN);
    setText(this.time, check?.text ?? "");
    this.time.classList.toggle("rm-lab-unfit", check?.fits === false);
    for (const part of [this.bar, this.compared, this.picture, this.rotation]) part.show(model);
    this.ranges.show(model, claims);
  }

  /**
   * Show what the slider changes.
   * @param {LabModel} model
   */
  move(model) {
    this.bar.move(model);
    this.picture.move(model);
    this.compared.move(model);
  }

  /**
   * Say what is shown to those who do not see the picture.
   * @param {LabModel} model
   */
  speak(model) {
    this.picture.speak(model, findingSentence(model));
  }

  /**
   * Say where the slider came to rest.
   * @param {LabModel} model
   */
  announce(model) {
    setText(this.said, movedSentence(model));
  }
}

/**
 * Return the page's parts.
 * @param {LabActions} on
 * @param {boolean} turns whether the ranges above a turning Earth are shown
 * @returns {Face}
 */
export const labFace = (on, turns) => new Face(on, turns);
