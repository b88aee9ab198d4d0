// The lab's picture: flights above the round Earth, to scale, as a drawing. What the slider does not change
// is drawn once; in every frame of a drag only an arc, its two points and their words are.

import { svg } from "../base/dom.js";
import { EARTH } from "../base/facts.js";
import { t } from "../base/words.js";
import { arcPoints } from "../flight/kepler.js";
import { length } from "../scene/lengths.js";
import { dot, ground, sky } from "./backdrop.js";
import { frameOf, pathOf, place } from "./frame.js";
import { rayHandle } from "./handle.js";
import { angleWords, movedSentence } from "./words.js";

const { radius_km: R } = EARTH;
const STEPS = 120; // of an arc
const RAY_PX = 84; // of the angle at the site, in a wide picture
const RAY_PART = 0.13; // of the width of a narrow one
const SAME_PX = 3;
const LINE_PX = 16;
const HALF_WORDS_PX = 56; // of the words at a point
const APART_PX = 70; // nearer to a word that stands, a moving one is left out

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
    /** @type {Xy[]} */
    this.taken = []; // by words that stand
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
    this.taken = [place(frame, model.flown.rise + model.flown.fall, R)];
    this.still.replaceChildren(...sky(frame, model), ...ground(frame, model), ...this.flights(frame, model));
    this.move(model);
  }

  /** @param {LabFrame} frame @param {LabModel} model @returns {SVGElement[]} */
  flights(frame, model) {
    const { flown, best, units } = model;
    const isBestReal = !best.isOrbit;
    const end = place(frame, flown.rise + flown.fall, R);
    return [
      ...(isBestReal ? [svg("path", { d: pathOf(frame, arcPoints(best, STEPS)), class: "rm-lab-best" })] : []),
      svg("path", { d: pathOf(frame, arcPoints(flown, STEPS)), class: "rm-lab-flown" }),
      ...this.named(frame, flown, "rm-lab-flown", [t("as flown"), t("{height} high", { height: length(model.given.apogeeKm, units) })]),
      svg("text", { x: end[0] + 10, y: end[1] - 8, class: "rm-lab-flown-words" }, length(model.given.distanceKm, units)),
      ...(isBestReal ? this.named(frame, best, "rm-lab-best", [t("best angle, {angle}", { angle: angleWords(best.elevationDeg) }), t("{height} high", { height: length(best.apogeeKm, units) })]) : []),
    ];
  }

  /**
   * The points of a flight that stands, and its words above it.
   * @param {LabFrame} frame
   * @param {FreeFlight} flown
   * @param {string} name
   * @param {string[]} lines
   * @returns {SVGElement[]}
   */
  named(frame, flown, name, lines) {
    const [top, end] = [place(frame, flown.rise, flown.topKm), place(frame, flown.rise + flown.fall, R)];
    this.taken.push(top, end);
    const y = top[1] - 10 - LINE_PX * (lines.length - 1);
    const x = Math.max(top[0], HALF_WORDS_PX);
    return [
      dot(top, 3.5, `${name}-dot`), dot(end, 5, `${name}-dot`),
      svg("text", { x, y, class: `${name}-words`, "text-anchor": "middle" },
        ...lines.map((line, i) => svg("tspan", { x, dy: i ? LINE_PX : 0 }, line))),
    ];
  }

  /**
   * Draw what the slider changes.
   * @param {LabModel} model
   */
  move(model) {
    const { frame } = this;
    if (!frame) return;
    const { moved, other, units } = model;
    set(this.arc, { d: pathOf(frame, arcPoints(moved, STEPS)) });
    set(this.twin, { d: other ? pathOf(frame, arcPoints(other, STEPS)) : "M0 0" });
    this.showRay(frame, moved.elevationDeg);
    const [top, end] = [place(frame, moved.rise, moved.topKm), place(frame, moved.rise + moved.fall, R)];
    this.top.classList.toggle("rm-lab-none", moved.isOrbit);
    this.end.classList.toggle("rm-lab-none", moved.isOrbit);
    set(this.top, { cx: top[0], cy: top[1] });
    set(this.end, { cx: end[0], cy: end[1] });
    this.write(this.words.top, top, -12, moved.isOrbit ? "" : t("{height} high", { height: length(moved.apogeeKm, units) }));
    const isAsFlown = Math.hypot(end[0] - this.taken[0][0], end[1] - this.taken[0][1]) < SAME_PX; // whose words stand
    this.write(this.words.end, end, -14, moved.isOrbit || isAsFlown ? "" : length(moved.rangeKm, units), true);
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
    const ray = Math.min(RAY_PX, frame.width * RAY_PART);
    const bow = ray * 0.6;
    set(this.ray, { d: `M${at(level, ray)}L${x.toFixed(1)} ${y.toFixed(1)}L${at(up, ray)}M${at(level, bow)}A${bow} ${bow} 0 0 0 ${at(up, bow)}` });
    this.handle.show(x + ray * Math.cos(up), y + ray * Math.sin(up));
    const half = (level + up) / 2;
    const [wordsX, wordsY] = [x + (bow + 8) * Math.cos(half), y + (bow + 8) * Math.sin(half) + 5];
    set(this.words.angle, { x: wordsX, y: wordsY });
    const [flownX, flownY] = this.taken[0]; // with its distance to the right: the slider tells the angle, too
    const isFree = Math.abs(wordsY - flownY) > LINE_PX + 8 || wordsX > flownX + APART_PX || wordsX + HALF_WORDS_PX < flownX + 10;
    this.words.angle.textContent = isFree ? angleWords(elevationDeg) : "";
  }

  /**
   * Words at a point, unless they would lie on some that stand.
   * @param {SVGElement} node
   * @param {Xy} at
   * @param {number} dy
   * @param {string} text
   * @param {boolean} [isAlways]
   */
  write(node, [x, y], dy, text, isAlways = false) {
    const isFree = isAlways || this.taken.every(([tx, ty]) => Math.hypot(tx - x, ty - y) > APART_PX);
    const isCrowded = isAlways && this.taken.some(([tx, ty]) => Math.abs(tx - x) < APART_PX && Math.hypot(tx - x, ty - y) > 1 && Math.abs(ty - y) < APART_PX);
    const inside = Math.min(Math.max(x, HALF_WORDS_PX), (this.frame?.width ?? 0) - HALF_WORDS_PX);
    set(node, { x: inside, y: y + dy - (isCrowded ? LINE_PX : 0) });
    node.textContent = isFree ? text : "";
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
