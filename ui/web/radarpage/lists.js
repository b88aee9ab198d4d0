// What lies inside, in every frame of a drag: in range and in the sector, or in range only.

import { el, renew, setText } from "../base/dom.js";
import { t } from "../base/words.js";
import { WHOLE_TURN, offBoresight } from "../earth/sectors.js";
import { degrees } from "../radar/controlwords.js";
import { length } from "../scene/lengths.js";
import { countText } from "./words.js";

const EDGE_DEG = 5; // so near to it, a little turn decides

/**
 * @param {SeenThing} thing
 * @param {RadarPageModel} model
 * @returns {HTMLElement}
 */
function row({ name, km, kind, azimuth }, { kms, azimuth: boresight, width, scene: { units } }) {
  const edge = Math.abs(offBoresight(azimuth, boresight) - width / 2);
  const near = width < WHOLE_TURN && edge < EDGE_DEG ? t("{angle} from the sector's edge", { angle: degrees(edge) }) : "";
  const only = kms.length > 1 && km > kms[kms.length - 1] ? t("only at {range}", { range: length(kms[0], units) }) : "";
  const more = [kind, near, only].filter(Boolean).join(", ");
  return el("li", {}, el("b", {}, name), ` ${length(km, units)}`, more ? el("small", {}, more) : null);
}

/**
 * One list: its title, how many, the cities, and the launch areas folded.
 * @param {string} testId
 * @param {string} title
 */
function list(testId, title) {
  const count = el("span", { class: "rm-radarpage-count" });
  const cities = el("ul", { "data-testid": `${testId}-cities` });
  const sites = el("ul", { "data-testid": `${testId}-sites` });
  const summary = el("summary", {}, t("Launch areas by name"));
  const folded = el("details", {}, summary, sites);
  const node = el("section", { class: "rm-radarpage-list", "data-testid": testId }, el("h3", {}, title), count, cities, folded);
  return {
    node,
    /** @param {SeenThing[]} things @param {RadarPageModel} model */
    show(things, model) {
      setText(count, countText(things));
      renew(cities, things.filter(({ isSite }) => !isSite).map((thing) => row(thing, model)));
      const areas = things.filter(({ isSite }) => isSite);
      renew(sites, areas.map((thing) => row(thing, model)));
      folded.hidden = areas.length === 0;
    },
  };
}

/** @returns {RadarPagePart} */
export function lists() {
  const inside = list("radar-inside", t("In range and in the sector"));
  const elsewhere = list("radar-elsewhere", t("In range, but it looks elsewhere"));
  const next = el("p", { class: "rm-radarpage-small", "data-testid": "radar-next" });
  return {
    node: el("div", {}, el("div", { class: "rm-radarpage-lists" }, inside.node, elsewhere.node), next),
    move(model) {
      const { seen, scene: { units } } = model;
      inside.show(seen.inside, model);
      elsewhere.show(seen.elsewhere, model);
      setText(next, seen.next ? t("The next Chinese city beyond: {name}, {distance}. Shipped cities only; places and distances as on the map.",
        { name: seen.next.name, distance: length(seen.next.km, units) }) : "");
    },
  };
}
