// The lab of lofted tests: one speed, every launch angle, and what was published of the flight.

import { isLeaving, query, whenLeft, writeQuery } from "../base/address.js";
import { carryAlong } from "../base/carry.js";
import { el, setText, within } from "../base/dom.js";
import { FITTING_MIN } from "../base/facts.js";
import { oncePerFrame } from "../base/frames.js";
import { getWords } from "../base/live.js";
import { problemNotes } from "../base/problems.js";
import { t } from "../base/words.js";
import { withState } from "./address.js";
import { SCHOOL_DEG, angleBar } from "./angle.js";
import { chooser, reportTable } from "./chooser.js";
import { comparedTable } from "./compared.js";
import { atAngle, followsFrom, givenOf, usable } from "./model.js";
import { onMapPart } from "./onmap.js";
import { labPicture } from "./picture.js";
import { rotationPart } from "./rotation.js";
import { spreadPart } from "./spread.js";
import { labText } from "./text.js";
import { findingSentence, flightName, movedSentence, timeCheck } from "./words.js";

const REST_MS = 300; // after the last change the address and the live region follow

/** @type {WeakSet<HTMLElement>} */
const mounted = new WeakSet();

/**
 * Mount the component, once for each element: Streamlit calls again on every run.
 * @param {Component<LabData>} component
 */
export function mount({ parentElement, data }) {
  const root = within(parentElement, ".rm-lab");
  if (mounted.has(root)) return;
  mounted.add(root);
  carryAlong();
  start(root, data);
}

/** @param {HTMLElement} root @param {LabData} data */
async function start(root, data) {
  const lab = new Lab(root, data);
  lab.tell(problemNotes(data.problems));
  try {
    const [flights, missiles] = await Promise.all([getWords("live/flights.json"), getWords("live/missiles.json")]);
    lab.begin(flights, missiles);
  } catch {
    lab.tell([el("p", {}, t("The server does not answer, so there are no flights to show. Reload the page."))]);
  }
}

/** The page and what it shows now. */
class Lab {
  /** @param {HTMLElement} root @param {LabData} labData */
  constructor(root, { asked, units, site }) {
    this.asked = asked;
    this.units = units;
    this.ownSite = site;
    /** @type {LabFlight[]} */
    this.flights = [];
    /** @type {Missile[]} */
    this.missiles = [];
    /** @type {LabModel | null} */
    this.model = null;
    /** @type {RangeSpread | null} */
    this.spread = null;
    this.turns = asked.turning === "1";
    this.draws = 0;
    this.timer = 0;
    /** @type {Set<import("./address.js").LabChange>} */
    this.written = new Set(); // what a person changed here: only that goes into the address
    this.said = el("p", { class: "rm-heard", role: "status", "aria-live": "polite" });
    this.message = el("div", { class: "rm-message", role: "alert" });
    this.moveSoon = oncePerFrame(() => this.move());
    this.chooser = chooser({
      flight: (id) => this.choose(id, ""),
      report: (id) => this.choose(this.model?.flight?.id ?? "", id),
      typed: (given) => this.take(given),
      units: (chosen) => this.measureIn(chosen),
    });
    this.reports = reportTable((id) => this.choose(this.model?.flight?.id ?? "", id));
    this.bar = angleBar({ press: () => this.mark(), angle: (deg) => this.turn(deg), rest: () => this.rest() });
    this.picture = labPicture({
      size: () => this.model && this.picture.show(this.model), angle: (deg) => this.turn(deg), rest: () => this.rest(),
    });
    this.compared = comparedTable();
    this.ranges = spreadPart({ assume: (key, value) => this.assume(key, value), told: (spread) => this.hear(spread) });
    this.onMap = onMapPart(() => this.offer());
    this.rotation = rotationPart(this.turns, (turns) => this.letTurn(turns));
    this.text = labText();
    this.finding = el("p", { class: "rm-lab-finding", "data-testid": "lab-finding" });
    this.time = el("p", { class: "rm-lab-time", "data-testid": "lab-time" });
    this.why = el("p", { class: "rm-lab-why", "data-testid": "lab-why" });
    this.main = el("div", { class: "rm-lab-main" },
      el("div", { class: "rm-lab-stage" }, this.bar.node, this.picture.node),
      el("div", { class: "rm-lab-side" }, this.finding, this.compared.node, this.onMap.node, this.time));
    this.build(root);
  }

  /** @param {HTMLElement} root */
  build(root) {
    root.replaceChildren(this.message, this.said,
      el("p", { class: "rm-lab-lead" }, t("A missile fired almost straight up comes down near by. How far does the same speed carry it, launched at the right angle? Move the slider.")),
      this.chooser.node, this.why, this.main, this.ranges.node, this.reports.node, this.rotation.node, this.text.node);
    this.parts = [this.main, this.ranges.node, this.rotation.node];
    whenLeft(() => this.timer && this.settle());
  }

  /** @param {HTMLElement[]} paragraphs */
  tell(paragraphs) {
    this.message.replaceChildren(...paragraphs);
  }

  /** @param {LabFlight[]} flights @param {Missile[]} missiles */
  begin(flights, missiles) {
    [this.flights, this.missiles] = [flights, missiles];
    this.chooser.offer(flights);
    const { asked } = this;
    if (asked.apogee_km) {
      this.show(null, null, {
        apogeeKm: Number(asked.apogee_km), apogeeText: asked.apogee_km, distanceKm: Number(asked.ground_range_km),
        minutes: asked.flight_time_min ? Number(asked.flight_time_min) : null, isFloor: false,
      }, Number(asked.angle));
    } else this.showFlight(asked.test, asked.report, Number(asked.angle));
    window.reachmapLab = { state: () => this.state() };
  }

  /** @param {string} id @param {string} reportId */
  choose(id, reportId) {
    this.written.add("flight").delete("typed");
    this.written.delete("angle");
    this.showFlight(id, reportId, 0);
    this.rest();
  }

  /** @param {LabGiven} given */
  take(given) {
    this.written.add("typed").delete("flight");
    this.written.delete("angle");
    this.show(null, null, given, 0);
    this.rest();
  }

  /** @param {string} id @param {string} reportId @param {number} angleDeg */
  showFlight(id, reportId, angleDeg) {
    const flight = this.flights.find((each) => each.id === id) ?? this.flights[0];
    const able = usable(flight);
    const report = able.find((each) => each.id === reportId) ?? able[0] ?? null;
    this.show(flight, report, report && givenOf(report), angleDeg);
  }

  /**
   * @param {LabFlight | null} flight
   * @param {LabReport | null} report
   * @param {LabGiven | null} given null where no range can be computed
   * @param {number} angleDeg 0 for the best
   */
  show(flight, report, given, angleDeg) {
    this.chooser.show(flight, given, this.units);
    this.reports.show(flight, report, this.units);
    setText(this.why, given ? floorWords(given) : whyNot(/** @type {LabFlight} */ (flight)));
    for (const part of this.parts ?? []) part.hidden = given === null;
    this.text.show(this.claims(() => true), this.units);
    this.model = null;
    if (!given) return;
    const site = flight?.site && flight.lat !== null ? { id: flight.site, name: flight.site_name, lat: flight.lat } : this.ownSite;
    const follows = followsFrom(given);
    const deg = angleDeg || (follows.best.isOrbit ? SCHOOL_DEG : follows.best.elevationDeg);
    const { apogee_error_km, burnout_altitude_km, speed_credit_km_s } = this.asked;
    this.model = {
      flight, report, site, units: this.units, assumed: { apogee_error_km, burnout_altitude_km, speed_credit_km_s },
      ...follows, ...atAngle(follows.flown, deg),
    };
    this.renew();
  }

  /** Show all that the slider does not change, and what it does. */
  renew() {
    const { model } = this;
    if (!model) return;
    setText(this.finding, findingSentence(model));
    const check = timeCheck(model, FITTING_MIN);
    setText(this.time, check?.text ?? "");
    this.time.classList.toggle("rm-lab-unfit", check?.fits === false);
    for (const part of [this.bar, this.compared, this.picture, this.rotation]) part.show(model);
    this.ranges.show(model, this.claims((missile, claim) => (
      model.flight !== null && claim.launched === model.flight.date && (missile === model.flight.missile || !model.flight.missile))));
    this.move();
    this.settleWords();
  }

  /** @param {(missile: string, claim: Claim) => boolean} isMeant @returns {Claim[]} */
  claims(isMeant) {
    return this.missiles.flatMap(({ id, claims }) => claims.filter((claim) => isMeant(id, claim)));
  }

  /** @param {number} deg */
  turn(deg) {
    if (!this.model) return;
    this.written.add("angle");
    Object.assign(this.model, atAngle(this.model.flown, deg));
    this.moveSoon();
  }

  move() {
    const { model } = this;
    if (!model) return;
    this.draws += 1;
    this.bar.move(model);
    this.picture.move(model);
    this.compared.move(model);
  }

  /**
   * The slider is pressed: return what brings back what was shown.
   * @returns {() => void}
   */
  mark() {
    const [deg, written] = [this.model?.moved.elevationDeg ?? 0, new Set(this.written)];
    return () => {
      this.turn(deg);
      this.written = written;
    };
  }

  /** @param {Units} units */
  measureIn(units) {
    this.written.add("units");
    this.units = units;
    this.reports.show(this.model?.flight ?? null, this.model?.report ?? null, units);
    this.text.show(this.claims(() => true), units);
    if (this.model) this.model.units = units;
    this.renew();
    this.rest();
  }

  /** @param {keyof LabAssumed} key @param {string} value */
  assume(key, value) {
    const { model } = this;
    if (!model) return;
    this.written.add("assumed");
    this.asked[key] = value;
    model.assumed[key] = value;
    this.renew();
    this.rest();
  }

  /** @param {RangeSpread | null} spread */
  hear(spread) {
    this.spread = spread;
    this.offer();
  }

  /** What can be shown on the map. */
  offer() {
    if (this.model) this.onMap.show(this.model, this.spread, this.turns);
  }

  /** @param {boolean} turns */
  letTurn(turns) {
    this.turns = turns;
    this.written.add("rotation");
    this.rest();
  }

  /** What waits until nobody moves anything: the address, and words for those who listen. */
  rest() {
    clearTimeout(this.timer);
    if (isLeaving()) this.settle();
    else this.timer = setTimeout(() => this.settle(), REST_MS);
  }

  settle() {
    clearTimeout(this.timer);
    this.timer = 0;
    const { model } = this;
    if (!model || !this.said.isConnected) return;
    writeQuery(withState(query(), model, this.turns, this.written));
    setText(this.said, movedSentence(model));
    this.settleWords();
  }

  settleWords() {
    if (!this.model) return;
    this.picture.speak(this.model, findingSentence(this.model));
    this.offer();
  }

  /**
   * The public test hook: what is shown now.
   * @returns {object}
   */
  state() {
    const { model, draws, spread } = this;
    if (!model) return { test: this.asked.test, draws, is_computed: false };
    const { moved, flown, best, farthestKm, flight, given } = model;
    return {
      test: flight?.id ?? null, is_computed: true, apogee_km: moved.apogeeKm, angle_deg: moved.elevationDeg, range_km: moved.rangeKm, time_min: moved.timeMin,
      speed_km_s: flown.speedKmS, best_deg: best.elevationDeg, farthest_km: farthestKm, given, draws, spread,
    };
  }
}

/** @param {LabGiven} given @returns {string} */
const floorWords = ({ isFloor }) => (isFloor
  ? t("The height was given as a floor, \u201cover\u201d so much. What is computed from it is a floor, too: at least so far.") : "");

/**
 * Why no range is computed of a flight.
 * @param {LabFlight} flight
 * @returns {string}
 */
function whyNot(flight) {
  const [report] = flight.reports;
  return t("{flight}: no range is computed from what was reported. The reason: {reason}. What was reported is below; choose another flight, or type numbers of your own.",
    { flight: flightName(flight), reason: report.no_range_words });
}
