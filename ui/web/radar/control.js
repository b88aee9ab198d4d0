// The section "Radars" of the panel: which radar, how far, which way and how wide its sectors are assumed to be, who
// claims which range, and which places they see. While a thumb moves, all follows.

import { WHOLE_TURN } from "../earth/sectors.js";
import { el, setAttribute, setText, sourceLink } from "../base/dom.js";
import { t } from "../base/words.js";
import { length } from "../scene/lengths.js";
import { speaking } from "../scene/scene.js";
import { rangeInput } from "../slider/track.js";
import { RANGE_SCALE, claimedRanges, joinEqual, publish, radarModel, reach, toggleRange, turn } from "../sectors/choice.js";
import { claimants, rangeOf } from "./claimed.js";
import { azimuthTold, claimSaid, claimantsLong, degrees, degreesTold, directionSaid, pointOf, rangesSaid, seenSaid } from "./controlwords.js";
import { seenBy } from "../sectors/seen.js";
import { showsRadars } from "../sectors/sectors.js";

const SETTLE_MS = 350; // after the last key press

/** @typedef {import("../sectors/choice.js").RadarModel} RadarModel */

class RadarControl {
  /** @param {PanelControls} panel */
  constructor(panel) {
    this.panel = panel;
    /** @type {Pick<PanelAnswers, "places" | "radars">} */
    this.answers = { places: null, radars: null };
    /** @type {number | null} */
    this.km = null; // of the sector that was pressed last
    this.isDragged = false; // on the map
    /** @type {RadarModel | null} */
    this.model = null;
    this.builtOf = ""; // what the lists of buttons and radars were made of
    this.range = this.slider("radar-range", [t("Radar range"), t("Range of the radar")], { ...RANGE_SCALE }, (km) => this.reach(km));
    this.azimuth = this.slider("radar-azimuth", [t("Boresight"), t("Boresight of the radar")], { min: 0, max: WHOLE_TURN, step: 1, isExact: true }, (azimuth) => this.turn({ azimuth }));
    this.width = this.slider("radar-width", [t("Width"), t("Width of the sector")], { min: 1, max: WHOLE_TURN, step: 1, isExact: true }, (width) => this.turn({ width }));
    this.azimuth.node.addEventListener("keydown", (event) => this.turnOver(event), true); // before the track
    this.choice = el("select", { "aria-label": t("Radar"), "data-testid": "radar-choice", onchange: () => this.choose(this.choice.value) });
    this.claims = el("div", { class: "rm-radar-claims", role: "group", "aria-label": t("Ranges that are claimed") });
    this.claimsHead = el("p", { class: "rm-radar-small", "aria-hidden": "true" }, t("Ranges that are claimed"));
    this.sources = el("ul", {});
    this.who = el("details", { class: "rm-radar-who" }, el("summary", {}, t("Who says so")), this.sources);
    this.published = el("button", { type: "button", "data-testid": "radar-published", onclick: () => this.edit(publish) }, t("What is published"));
    this.directions = el("div", { class: "rm-radar-ways", role: "group", "aria-label": t("Directions that are assumed") });
    this.direction = el("p", { class: "rm-radar-small", "data-testid": "radar-direction" });
    this.note = el("p", { class: "rm-radar-small", "data-testid": "radar-note" });
    this.seen = el("p", { class: "rm-radar-seen", "data-testid": "radar-seen" });
    this.node = el("section", { class: "rm-radars", "data-testid": "radars", hidden: true, "aria-label": t("Radar sectors") },
      this.choice, this.note, this.range.line, this.azimuth.line, this.width.line, this.seen, this.direction, this.directions,
      this.claimsHead, this.claims, this.published, this.who);
  }

  /**
   * A slider with its number and its names: as it is seen, and as it is told.
   * @param {string} testId
   * @param {[string, string]} names
   * @param {SliderShape} shape
   * @param {(value: number) => void} input
   */
  slider(testId, [name, label], shape, input) {
    const slider = rangeInput(testId, label, {
      press: () => this.panel.pressRadars(), input, change: () => this.rest(0), settle: () => this.rest(SETTLE_MS),
    }, shape);
    const value = el("output", { class: "rm-radar-value" });
    const line = el("div", { class: "rm-radar-line" }, el("span", { class: "rm-radar-name", "aria-hidden": "true" }, name), value, slider.node);
    return { ...slider, value, line };
  }

  /** @param {(scene: Scene, model: RadarModel) => void} change */
  move(change) {
    const { model } = this;
    if (model?.id) this.panel.moveRadars((scene) => change(scene, model));
  }

  /** @param {(scene: Scene, model: RadarModel) => void} change */
  edit(change) {
    const { model } = this;
    if (model?.id) this.panel.edit((scene) => change(scene, model));
  }

  /** @param {number} km */
  reach(km) {
    const to = Math.min(RANGE_SCALE.max, Math.max(this.least, km));
    this.move((scene, model) => {
      reach(scene, model, to);
      this.km = to;
    });
  }

  /** The least range: a link may have a smaller one. */
  get least() { return Math.min(RANGE_SCALE.min, this.model?.active.km ?? RANGE_SCALE.min); }

  /** @param {Partial<Pick<RadarAssumption, "azimuth" | "width">>} way */
  turn(way) {
    this.move((scene, model) => turn(scene, model, way));
  }

  /** North is no end: a key goes on over it. @param {KeyboardEvent} event */
  turnOver(event) {
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    const to = (this.model?.active.azimuth ?? 0) + (by ?? 0);
    if (!by || (to >= 0 && to <= WHOLE_TURN)) return;
    event.preventDefault();
    event.stopPropagation();
    this.turn({ azimuth: to < 0 ? to + WHOLE_TURN : to - WHOLE_TURN });
    this.rest(SETTLE_MS);
  }

  /** @param {number} delay */
  rest(delay) {
    this.panel.moveRadars(joinEqual);
    this.panel.settle(delay);
  }

  /**
   * A handle on the map is dragged: that of the widest sector.
   * @param {BusEvents["radar"]} change
   */
  drag({ id, km, azimuth, width, rests }) {
    if (!this.isDragged) this.choose(id);
    this.isDragged = !rests;
    this.move((scene, model) => {
      if (km !== undefined) reach(scene, model, km);
      turn(scene, model, { ...(azimuth === undefined ? {} : { azimuth }), ...(width === undefined ? {} : { width }) });
      this.km = km ?? this.km;
    });
    if (rests) this.rest(0);
  }

  /** Speak of another radar: nothing of the view changes. @param {string} id */
  choose(id) {
    this.km = null;
    this.panel.scene.radar = id;
    this.panel.tab.send("scene", this.panel.scene);
    this.update(this.panel.scene, this.answers);
  }

  /**
   * Show a scene.
   * @param {Scene} scene
   * @param {Pick<PanelAnswers, "places" | "radars">} answers
   */
  update(scene, answers) {
    this.answers = answers;
    this.node.hidden = !showsRadars(scene);
    this.node.classList.toggle("rm-alone", !this.node.hidden && speaking(scene) === null); // no ring needs the folded sheet
    if (this.node.hidden) return;
    const { places, radars } = answers;
    const model = radarModel(radars, scene, new Set(places?.map(({ id }) => id)), this.km);
    this.model = model;
    this.build(scene, model);
    this.show(scene, model);
  }

  /** What no thumb changes: the lists, when they are others than before. @param {Scene} scene @param {RadarModel} model */
  build({ units }, model) {
    const { id, offered, claims, directions } = model;
    const key = JSON.stringify([id, units, offered.map((radar) => radar.id), claims.map((claim) => claim.id)]);
    if (key === this.builtOf) return;
    this.builtOf = key;
    this.choice.replaceChildren(...offered.map((radar) => el("option", { value: radar.id }, radar.name)));
    const ranges = claimedRanges(claims);
    this.claims.replaceChildren(...ranges.map((range) => el("button", {
      type: "button", "data-km": range.km, title: claimantsLong(range), onclick: () => this.press(range.km),
    }, el("b", {}, rangeOf(range, units)), ` ${claimants(range)}`)));
    this.directions.replaceChildren(...directions.map(({ who, azimuth }) => el("button", {
      type: "button", "data-azimuth": azimuth, onclick: () => this.edit((scene, now) => turn(scene, now, { azimuth })),
    }, t("{who}: {azimuth}", { who, azimuth: degrees(azimuth) }))));
    this.claimsHead.hidden = !ranges.length;
    this.who.hidden = !claims.length;
    this.sources.replaceChildren(...claims.map((claim) => el("li", {}, `${claimSaid(claim, units)} `, sourceLink(claim.source))));
    this.range.mark(ranges.map(({ km }) => km));
    this.azimuth.mark(directions.map(({ azimuth }) => azimuth).sort((a, b) => a - b));
  }

  /** A claim's button: its range is drawn, or no longer. @param {number} km */
  press(km) {
    this.km = this.model?.drawn.some((each) => each.km === km) ? null : km;
    this.edit((scene, model) => toggleRange(scene, model, km));
  }

  /** @param {Scene} scene @param {RadarModel} model */
  show(scene, model) {
    const { id, radar, drawn, active, isAssumed } = model;
    if (this.choice.value !== id) this.choice.value = id;
    this.range.setScale({ min: this.least, max: RANGE_SCALE.max });
    this.put(this.range, active.km, length(active.km, scene.units), length(active.km, scene.units));
    this.put(this.azimuth, active.azimuth, `${degrees(active.azimuth)} ${pointOf(active.azimuth)}`, azimuthTold(active.azimuth));
    this.put(this.width, active.width, degrees(active.width), degreesTold(active.width));
    for (const button of this.claims.children) setAttribute(button, "aria-pressed", String(drawn.some(({ km }) => String(km) === button.getAttribute("data-km"))));
    for (const button of this.directions.children) setAttribute(button, "aria-pressed", String(String(active.azimuth) === button.getAttribute("data-azimuth")));
    this.published.disabled = !isAssumed;
    setText(this.direction, directionSaid(model));
    setText(this.note, rangesSaid(model));
    setText(this.seen, this.seenText(scene, model, radar));
  }

  /** @param {ReturnType<RadarControl["slider"]>} slider @param {number} value @param {string} seen @param {string} told */
  put(slider, value, seen, told) {
    slider.show(value);
    setText(slider.value, seen);
    setAttribute(slider.input, "aria-valuetext", told);
  }

  /** @param {Scene} scene @param {RadarModel} model @param {Radar | null} radar @returns {string} */
  seenText({ show }, model, radar) {
    const { places } = this.answers;
    if (!radar || !places) return "";
    const shown = places.filter(({ layer }) => show.includes(layer));
    const seen = new Set(seenBy(radar, model.drawn, places));
    return seenSaid(model, shown.filter((place) => seen.has(place)), shown, places);
  }
}

/**
 * Return the section: {node, update(scene, answers), drag(change)}.
 * @param {PanelControls} panel
 * @returns {RadarControl}
 */
export function radarControl(panel) {
  return new RadarControl(panel);
}
