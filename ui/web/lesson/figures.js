// The four pictures with their captions, their legend, and the buttons of the globe.

import { el, setAttribute, setText } from "../base/dom.js";
import { circleIn, flatPicture, mercatorPicture } from "./maps.js";
import { paperView } from "./paper.js";
import { azimuthalPicture, discIn } from "./disc.js";
import { globePicture } from "./globe.js";
import { turnable } from "./turn.js";
import { captions, spoken } from "./words.js";
import { t } from "../base/words.js";

/** @typedef {{canvas: HTMLCanvasElement, now: HTMLElement, frame: HTMLElement, node: HTMLElement}} LessonFigure */
/** @typedef {{onSize(): void, model(): LessonModel, turned(): void, rested(): void}} FigureActions */
/**
 * @typedef {object} LessonFigures
 * @property {HTMLElement} node
 * @property {HTMLElement} legend
 * @property {(swatch: Swatch) => void} swatches
 * @property {(model: LessonModel) => void} draw
 * @property {(model: LessonModel, found: Verdict) => void} speak
 * @property {(model: LessonModel) => object} state
 */

/** @type {PictureName[]} */
const NAMES = ["flat", "mercator", "azimuthal", "globe"];
/** @type {Record<PictureName, string>} */
const TITLES = {
  flat: t("Flat circle on Mercator: wrong"), mercator: t("True ring on Mercator"),
  azimuthal: t("Around the launch site (azimuthal equidistant)"), globe: t("Globe: turn it"),
};
/** @type {Record<PictureName, (canvas: HTMLCanvasElement, onSize: () => void) => LessonPicture>} */
const PAINTERS = { flat: flatPicture, mercator: mercatorPicture, azimuthal: azimuthalPicture, globe: globePicture };

/** @param {PictureName} name @param {...HTMLElement} extra @returns {LessonFigure} */
function figure(name, ...extra) {
  const canvas = el("canvas", { "data-testid": `lesson-${name}`, role: "img", "aria-label": TITLES[name] });
  const now = el("span");
  const frame = el("div", { class: "rm-lesson-frame" }, canvas, ...extra);
  return {
    canvas, now, frame,
    node: el("figure", { class: `rm-lesson-${name}` }, el("figcaption", {}, el("strong", {}, TITLES[name]), " ", now), frame),
  };
}

/**
 * Return {node, legend, draw, speak, swatches, state}; `on` = {onSize, model, turned, rested}.
 * @param {FigureActions} on
 * @returns {LessonFigures}
 */
export function lessonFigures(on) {
  const figures = { flat: figure("flat"), mercator: figure("mercator"), azimuthal: figure("azimuthal"), globe: figure("globe") };
  const pictures = NAMES.map((name) => ({ name, picture: PAINTERS[name](figures[name].canvas, on.onSize) }));
  const legend = legendOf(on.model);
  furnishGlobe(figures.globe, on);
  return {
    node: el("div", { class: "rm-lesson-maps" }, Object.values(figures).map(({ node }) => node)),
    legend: legend.node,
    swatches: legend.swatches,
    draw(model) {
      const said = captions(model);
      for (const { name, picture } of pictures) {
        setText(figures[name].now, said[name]);
        picture.draw(model);
      }
    },
    /** Describe the pictures for those who do not see them. */
    speak(model, found) {
      const words = spoken(model, found, captions(model));
      for (const name of NAMES) setAttribute(figures[name].canvas, "aria-label", words[name]);
    },
    state: (model) => stateOf(figures, model),
  };
}

/**
 * Where the circles are, in CSS pixels of their canvases.
 * @param {Record<PictureName, LessonFigure>} given
 * @param {LessonModel} model
 * @returns {object}
 */
function stateOf({ flat, azimuthal }, model) {
  const [width, height] = [flat.canvas.clientWidth, flat.canvas.clientHeight];
  const circle = circleIn(paperView(width, height, 1), model);
  const disc = discIn({ width: azimuthal.canvas.clientWidth, height: azimuthal.canvas.clientHeight });
  return {
    flat: {
      center: [model.site.lat, model.site.lon], center_px: [circle.x, circle.y],
      radius_px: circle.radius, sheet_px: width,
    },
    azimuthal: { center_px: [disc.x, disc.y], radius_px: model.km * disc.pxPerKm, edge_px: disc.radius },
  };
}

/**
 * Keys, mouse and finger turn the globe; buttons bring it to places.
 * @param {LessonFigure} lessonFigure
 * @param {FigureActions} on
 */
function furnishGlobe({ canvas, frame }, on) {
  const handle = el("div", {
    class: "rm-lesson-turn", tabindex: "0", role: "application", "data-testid": "lesson-turn",
    "aria-label": t("Globe. Arrow keys turn it, with Shift in small steps."),
  });
  canvas.replaceWith(handle);
  handle.append(canvas);
  const look = {
    get facing() {
      return on.model().facing;
    },
    set facing(value) {
      on.model().facing = value;
    },
    turned: on.turned, rested: on.rested,
  };
  const turn = turnable(handle, canvas, look);
  /**
   * @param {string} words
   * @param {string} name
   * @param {() => LatLon} goal
   * @returns {HTMLButtonElement}
   */
  const button = (words, name, goal) => el("button",
    { type: "button", "aria-label": name, onclick: () => turn.goTo(goal()) }, words);
  frame.append(el("div", { class: "rm-lesson-turns" }, el("span", { "aria-hidden": "true" }, t("Turn to")),
    button(t("Launch site"), t("Turn to the launch site"), () => on.model().site),
    button(t("North Pole"), t("Turn to the North Pole"), () => ({ lat: 90, lon: on.model().site.lon })),
    button(t("Destination"), t("Turn to the destination"), () => on.model().goal.place)));
}

/** @param {() => LessonModel} model @returns {{node: HTMLElement, swatches(swatch: Swatch): void}} */
function legendOf(model) {
  const entries = {
    ring: t("true ring"), flat: t("flat circle, drawn with a compass on Mercator"),
    straight: t("straight line on Mercator"), shortest: t("shortest way (great circle)"),
  };
  const items = Object.entries(entries).map(([name, words]) => ({ name: /** @type {keyof typeof entries} */ (name), node: el("li", {}, el("i"), words) }));
  const symbols = [["\u25cf", t("city inside")], ["\u25cb", t("city outside")], ["\u25ce", t("the flat circle is wrong about it")]];
  return {
    node: el("ul", { class: "rm-lesson-legend", "aria-label": t("Legend") }, items.map(({ node }) => node),
      symbols.map(([sign, words]) => el("li", {}, el("b", { "aria-hidden": "true" }, sign), words))),
    swatches(swatch) {
      for (const { name, node } of items) node.firstChild?.replaceWith(swatch(model().hues[name]));
    },
  };
}
