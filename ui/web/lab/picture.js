// The lab's picture: flights above the round Earth, to scale, as a drawing. What the slider does not change
// is drawn once; in every frame of a drag only an arc, its two points and their words are.

import { svg } from "../base/dom.js";
import { EARTH } from "../base/facts.js";
import { t } from "../base/words.js";
import { arcPoints } from "../flight/kepler.js";
import { length } from "../scene/lengths.js";
import { ground, sky } from "./backdrop.js";
import { frameOf, outwards, pathOf, place, rayPx } from "./frame.js";
import { rayHandle } from "./handle.js";
import { LINE_PX, Room, WORDS_PX, lineAt } from "./room.js";
import { AROUND, STEPS, standing } from "./standing.js";
import { angleWords, movedSentence } from "./words.js";

const { radius_km: R } = EARTH;
const SAME_PX = 3;
const END_PX = 12; // from the place where it comes down to its words

/** @typedef {import("./frame.js").Xy} Xy */
/**
 * @typedef {object} PictureActions
 * @property {() => void} size it has another size
 * @property {(deg: number) => void} angle its handle was turned
 * @property {() => void} rest it was let go of
 */

class Picture {
  /** @param {PictureActions} on */
  constructor(on) {
    this.still = svg("g", {});
    this.arc = svg("path", { class: "rm-lab-moved" });
    this.twin = svg("path", { class: "rm-lab-twin" });
    this.ray = svg("path", { class: "rm-lab-ray" });
    this.top = svg("circle", { r: 4, class: "rm-lab-moved-dot" });
    this.end = svg("circle", { r: 6, class: "rm-lab-moved-dot", "data-testid": "lab-impact" });
    this.words = { top: svg("text", { class: "rm-lab-moved-words" }), end: svg("text", { class: "rm-lab-moved-words" }), angle: svg("text", { class: "rm-lab-moved-words" }) };
    this.handle = rayHandle({ ...on, site: () => this.siteAt() });
    this.moving = svg("g", {}, this.twin, this.arc, this.ray, this.top, this.end, ...Object.values(this.words), this.handle.node);
    this.node = svg("svg", { class: "rm-lab-picture", role: "img", "data-testid": "lab-picture" }, this.still, this.moving);
    /** @type {LabFrame | null} */
    this.frame = null;
    this.room = new Room(0, 0); // what the words that stand leave
    /** @type {Box[]} */
    this.written = []; // by words that move, in this frame
    new ResizeObserver(() => on.size()).observe(this.node);
  }

  /** Where the site is, and the horizontal there. */
  siteAt() {
    if (!this.frame) return null;
    const [x, y] = place(this.frame, 0, R);
    return { x, y, turn: this.frame.turn };
  }

  /**
   * Draw what the slider does not change.
   * @param {LabModel} model
   */
  show(model) {
    const { clientWidth: width, clientHeight: height } = this.node;
    if (!width || !height) return;
    this.node.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const frame = frameOf(model, width, height);
    this.frame = frame;
    this.room = new Room(width, height);
    const flights = standing(frame, model, this.room); // the most important words first
    const earth = ground(frame, model, this.room);
    this.still.replaceChildren(...sky(frame, model, this.room), ...earth, ...flights);
    this.move(model);
  }

  /**
   * Draw what the slider changes.
   * @param {LabModel} model
   */
  move(model) {
    const { frame } = this;
    if (!frame) return;
    const { flown, moved, other, units } = model;
    this.written = [];
    set(this.arc, { d: pathOf(frame, arcPoints(moved, STEPS)) });
    set(this.twin, { d: other ? pathOf(frame, arcPoints(other, STEPS)) : "M0 0" });
    const [top, end] = [place(frame, moved.rise, moved.topKm), place(frame, moved.rise + moved.fall, R)];
    this.top.classList.toggle("rm-lab-none", moved.isOrbit);
    this.end.classList.toggle("rm-lab-none", moved.isOrbit);
    set(this.top, { cx: top[0], cy: top[1] });
    set(this.end, { cx: end[0], cy: end[1] });
    const [endX, endY] = place(frame, flown.rise + flown.fall, R);
    const isAsFlown = Math.hypot(end[0] - endX, end[1] - endY) < SAME_PX; // whose words stand
    const range = moved.isOrbit || isAsFlown ? "" : length(moved.rangeKm, units);
    const ways = AROUND.map((by) => outwards(frame, moved.rise + moved.fall, by));
    this.write(this.words.end, range, [
      ...[0, 1, 2].flatMap((by) => this.room.beside([range], end, [ways[0]], END_PX + by * LINE_PX)), ...this.room.beside([range], end, ways, END_PX)]);
    const height = moved.isOrbit ? "" : t("{height} high", { height: length(moved.apogeeKm, units) });
    this.write(this.words.top, height, this.room.beside([height], top, [outwards(frame, moved.rise)]));
    this.showRay(frame, moved.elevationDeg);
  }

  /**
   * The angle at the site: the horizontal, the ray, and the bow between them.
   * @param {LabFrame} frame
   * @param {number} elevationDeg
   */
  showRay(frame, elevationDeg) {
    const [x, y] = place(frame, 0, R);
    const level = frame.turn; // of the horizontal, clockwise from the right
    const up = level - (elevationDeg * Math.PI) / 180;
    /** @param {number} angle @param {number} px */
    const at = (angle, px) => `${(x + px * Math.cos(angle)).toFixed(1)} ${(y + px * Math.sin(angle)).toFixed(1)}`;
    const ray = rayPx(frame);
    const bow = ray * 0.6;
    set(this.ray, { d: `M${at(level, ray)}L${x.toFixed(1)} ${y.toFixed(1)}L${at(up, ray)}M${at(level, bow)}A${bow} ${bow} 0 0 0 ${at(up, bow)}` });
    this.handle.show(x + ray * Math.cos(up), y + ray * Math.sin(up));
    const half = (level + up) / 2;
    const words = angleWords(elevationDeg);
    this.write(this.words.angle, words, [lineAt(words, [x + (bow + 8) * Math.cos(half), y + (bow + 8) * Math.sin(half) + 5], WORDS_PX)]);
  }

  /**
   * Words at the first free spot; without one they are left out, for the numbers beside the picture tell the same.
   * @param {SVGElement} node
   * @param {string} text
   * @param {import("./room.js").Spot[]} spots
   */
  write(node, text, spots) {
    const spot = text ? this.room.find(spots, this.written) : null;
    node.textContent = spot ? text : "";
    if (!spot) return;
    this.written.push(...spot.boxes);
    set(node, { x: spot.at[0], y: spot.at[1] });
  }

  /**
   * For those who do not see it.
   * @param {LabModel} model
   * @param {string} finding
   */
  speak(model, finding) {
    this.node.setAttribute("aria-label", `${t("The Earth from the side, to scale, with the flight as flown and the same speed at other angles.")} ${finding} ${movedSentence(model)}`);
  }
}

/** @param {Element} node @param {Record<string, string | number>} values */
function set(node, values) {
  Object.entries(values).forEach(([name, value]) => node.setAttribute(name, typeof value === "number" ? value.toFixed(1) : value));
}

/**
 * Return the picture: {node, show(model), move(model), speak(model, finding)}.
 * @param {PictureActions} on
 * @returns {Picture}
 */
export const labPicture = (on) => new Picture(on);
