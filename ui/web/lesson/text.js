// The text of the lesson: short, between the pictures, with numbers of the launch site and range.

import { el, setText } from "../base/dom.js";
import { latWords, northSentences, stretchRow, waySentences } from "./words.js";
import { shortName } from "../scene/scene.js";
import { t } from "../base/words.js";

/**
 * @typedef {object} WaysPart
 * @property {HTMLElement} node
 * @property {(swatch: Swatch) => void} swatches
 * @property {(places: Place[], chosen: string) => void} offer
 * @property {(model: LessonModel) => void} update
 */

const SOURCE = "https://georeferenced.wordpress.com/2014/05/22/worldmapblunders/";
const OTHER_LATS = [0, 20, 45, 60, 75, 80];

/** @param {string} title @param {...Children} parts @returns {HTMLElement} */
const section = (title, ...parts) => el("section", {}, el("h2", {}, title), ...parts);
/** @param {string} text @returns {HTMLElement} */
const paragraph = (text) => el("p", {}, text);

/**
 * Return {node, update(model)} of all that stands below the pictures.
 * @returns {LessonPart}
 */
export function lessonText() {
  const parts = [stretchPart(), wavePart(), newspaperPart(), questionsPart()];
  return {
    node: el("div", { class: "rm-lesson-text" }, parts.map(({ node }) => node)),
    update: (model) => parts.forEach((part) => part.update?.(model)),
  };
}

/** @returns {LessonPart} */
function stretchPart() {
  const body = el("tbody");
  const columns = [t("At"), t("the width of the sheet stands for"), t("lengths are drawn"), t("areas are drawn")];
  let shown = "";
  return {
    node: section(t("What Mercator does to sizes"),
      paragraph(t("Mercator's map keeps angles: a coast, a street crossing, a ship's course look as they are. It pays with sizes. All meridians are drawn upright and equally far apart, though on the Earth they meet at the poles; so the farther from the equator, the more everything is pulled apart, sideways and upwards alike. The poles themselves are not on the sheet at all.")),
      el("table", { class: "rm-lesson-stretch" }, el("thead", {}, el("tr", {}, columns.map((words) => el("th", { scope: "col" }, words)))), body),
      paragraph(t("So a Mercator map has no single scale. Whoever measures on it with a compass or a ruler has taken the scale of one latitude for the scale of all."))),
    update({ site, units }) {
      const key = `${site.lat},${units}`;
      if (key === shown) return;
      shown = key;
      const lats = [...OTHER_LATS, Math.abs(site.lat)].sort((a, b) => a - b);
      body.replaceChildren(...lats.map((lat) => {
        const row = stretchRow(lat, units);
        const here = lat === Math.abs(site.lat);
        return el("tr", { class: here ? "rm-here" : null },
          el("th", { scope: "row" }, here ? t("{lat} (launch site)", { lat: latWords(site.lat) }) : row.lat),
          el("td", {}, row.width), el("td", {}, t("{n} times as long", { n: row.lengths })),
          el("td", {}, t("{n} times as large", { n: row.areas })));
      }));
    },
  };
}

/** @returns {LessonPart} */
function wavePart() {
  const now = { circle: el("li"), ring: el("li") };
  return {
    node: section(t("Why the true ring bulges, and why it becomes a wave"),
      paragraph(t("Towards the pole the sheet is stretched more than at the launch site, so the same kilometres take up more paper: the true ring bulges poleward, beyond the flat circle. Towards the equator, and some way beyond it, the sheet is stretched less, so the true ring falls short of the flat circle, and cities there are taken in by mistake.")),
      paragraph(t("When the range passes a pole, something odd happens to the picture, not to the ring. On the globe it is still a plain circle with the pole inside. But Mercator has cut the Earth open along a meridian and moved the pole infinitely far up; a circle around the pole crosses every meridian once, and on the sheet it runs from edge to edge like a wave. Everything on the pole's side of it is within range.")),
      el("ul", {}, now.circle, now.ring)),
    update(model) {
      const said = northSentences(model);
      setText(now.circle, said.circle);
      setText(now.ring, said.ring);
    },
  };
}

/** @returns {LessonPart} */
function newspaperPart() {
  const link = el("a", { href: SOURCE, target: "_blank", rel: "noopener noreferrer" }, "georeferenced.wordpress.com");
  return {
    node: section(t("It has happened: a famous weekly, 2003"),
      paragraph(t("On 3 May 2003 The Economist printed a map of the ranges ascribed to North Korea's missiles, with circles drawn on a world map in Mercator's projection. Readers who knew maps noticed. Two weeks later the weekly printed a corrected map: with up to 15,000 km assumed, nearly the whole world lay within the outermost ring.")),
      el("p", {}, t("Source:"), " ", link, ". ", t("Move the slider to 15,000 km and see both maps: here the circle is drawn anew, by the rule named under the picture; it is not a copy of the printed one.")),
      paragraph(t("A range is somebody's assumption about a missile. This page is about the map, not about whether the assumption is right."))),
  };
}

/** @returns {LessonPart} */
function questionsPart() {
  const questions = [
    t("Put the slider on 5,500 km. Which cities does the flat circle leave out, and in which direction do they lie? Why in that direction?"),
    t("Move the slider slowly past the distance of the North Pole. What changes on Mercator, what on the globe, what on the azimuthal map?"),
    t("Find a range at which the flat circle is right about every city. Is it then a good map?"),
    t("Read the scale at the equator instead. Do the mistakes become fewer, or only others?"),
    t("The azimuthal map shows every distance from the launch site truly. Does it show the distance from Tokyo to Sydney truly as well?"),
    t("On which map is the shortest way to New York a straight line? Why does an airliner's route look bent on most maps?"),
    t("Which of the four pictures would you print in a newspaper, and what would you write below it?"),
  ];
  return {
    node: section(t("Questions to think about"), el("ol", {}, questions.map((words) => el("li", {}, words)))),
  };
}

/**
 * Return {node, update(model)}: straight line against great circle, with the choice of a destination.
 * @param {{onChoose(id: string): void, hues(): LessonHues}} onChoose
 * @returns {WaysPart}
 */
export function waysPart({ onChoose, hues }) {
  const select = el("select", { "data-testid": "lesson-goal", onchange: () => onChoose(select.value) });
  const said = { straight: el("span"), shortest: el("span"), difference: el("p"), top: el("p") };
  const lines = { straight: el("p", {}, el("i"), said.straight), shortest: el("p", {}, el("i"), said.shortest) };
  const node = el("section", { class: "rm-lesson-ways", "data-testid": "lesson-ways" },
    el("h2", {}, t("Straight line or great circle?")),
    el("label", { class: "rm-lesson-field" }, el("span", {}, t("Destination")), select),
    lines.straight, lines.shortest, said.difference, said.top);
  return {
    node,
    swatches(swatch) {
      lines.straight.firstChild?.replaceWith(swatch(hues().straight));
      lines.shortest.firstChild?.replaceWith(swatch(hues().shortest));
    },
    offer(places, chosen) {
      select.replaceChildren(...places.map(({ id, name }) => el("option", { value: id }, shortName(name))));
      select.value = chosen;
    },
    update(model) {
      const words = waySentences(model);
      setText(said.straight, words.straight);
      setText(said.shortest, words.shortest);
      setText(said.difference, words.difference);
      setText(said.top, words.top);
    },
  };
}
