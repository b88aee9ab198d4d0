// What the lab holds, what each thing that a person does changes of it, and when the address follows.

import { query, writeQuery } from "../base/address.js";
import { oncePerFrame } from "../base/frames.js";
import { atRest } from "../base/rest.js";
import { withState } from "./address.js";
import { labFace } from "./face.js";
import { allClaims, atAngle, chosen, claimsOf, labModel, stateOf, typedNumbers } from "./model.js";

class HeldLab {
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
    /** @type {Set<import("./address.js").LabChange>} */
    this.written = new Set(); // what a person changed here: only that goes into the address
    this.rest = atRest(() => this.settle());
    this.moveSoon = oncePerFrame(() => this.move());
    this.face = labFace({
      flight: (id) => this.choose(id, ""),
      report: (id) => this.choose(this.model?.flight?.id ?? "", id),
      typed: (given) => this.take(given),
      units: (wanted) => this.measureIn(wanted),
      press: () => this.mark(), angle: (deg) => this.turn(deg), rest: this.rest,
      size: () => this.model && this.face.picture.show(this.model),
      assume: (key, value) => this.assume(key, value), told: (spread) => this.hear(spread),
      offer: () => this.offer(), turning: (turns) => this.letTurn(turns),
    }, this.turns);
    this.face.build(root);
  }

  /** @param {LabFlight[]} flights @param {Missile[]} missiles */
  begin(flights, missiles) {
    [this.flights, this.missiles] = [flights, missiles];
    this.face.chooser.offer(flights);
    const { asked } = this;
    if (asked.apogee_km) this.show(null, null, typedNumbers(asked), Number(asked.angle));
    else this.showFlight(asked.test, asked.report, Number(asked.angle));
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
    const { flight, report, given } = chosen(this.flights, id, reportId);
    this.show(flight, report, given, angleDeg);
  }

  /**
   * @param {LabFlight | null} flight
   * @param {LabReport | null} report
   * @param {LabGiven | null} given null where no range can be computed
   * @param {number} angleDeg 0 for the best
   */
  show(flight, report, given, angleDeg) {
    this.face.about(flight, report, given, this.units);
    this.face.text.show(allClaims(this.missiles), this.units);
    this.model = null;
    if (!given) return;
    const { apogee_error_km, burnout_altitude_km, speed_credit_km_s } = this.asked;
    const assumed = { apogee_error_km, burnout_altitude_km, speed_credit_km_s };
    this.model = labModel({ flight, report, given, units: this.units, assumed }, this.ownSite, angleDeg);
    this.renew();
  }

  /** Show all that the slider does not change, and what it does. */
  renew() {
    const { model } = this;
    if (!model) return;
    this.face.show(model, claimsOf(model.flight, this.missiles));
    this.move();
    this.settleWords();
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
    this.face.move(model);
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
    this.face.reports.show(this.model?.flight ?? null, this.model?.report ?? null, units);
    this.face.text.show(allClaims(this.missiles), units);
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
    if (this.model) this.face.onMap.show(this.model, this.spread, this.turns);
  }

  /** @param {boolean} turns */
  letTurn(turns) {
    this.turns = turns;
    this.written.add("rotation");
    this.rest();
  }

  /** What follows when nobody moves anything. */
  settle() {
    const { model } = this;
    if (!model || !this.face.said.isConnected) return;
    writeQuery(withState(query(), model, this.turns, this.written));
    this.face.announce(model);
    this.settleWords();
  }

  settleWords() {
    if (!this.model) return;
    this.face.speak(this.model);
    this.offer();
  }

  /**
   * The public test hook: what is shown now.
   * @returns {object}
   */
  state() {
    const { model, draws, spread } = this;
    return model ? { ...stateOf(model), draws, spread } : { test: this.asked.test, draws, is_computed: false };
  }
}

/**
 * Return the lab of a page: {face, begin(flights, missiles)}.
 * @param {HTMLElement} root
 * @param {LabData} labData
 * @returns {HeldLab}
 */
export const heldLab = (root, labData) => new HeldLab(root, labData);
