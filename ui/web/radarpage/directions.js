// Which way a radar looks: nobody has published it, so every direction here is somebody's assumption.

import { el, setText } from "../base/dom.js";
import { t } from "../base/words.js";
import { degrees } from "../radar/controlwords.js";
import { claimsAbout } from "../sectors/sectors.js";
import { SEONGJU } from "./model.js";

const JAPAN = ["tpy2_shariki", "tpy2_kyogamisaki"];
const NORTH = 0;

/**
 * The directions that are assumed of a radar: ours, and those that claims name.
 * @param {RadarFacts} facts
 * @param {Radar} radar
 * @returns {{azimuth: number, words: string}[]}
 */
export function assumedWays(facts, radar) {
  const ours = { azimuth: radar.azimuth, words: t("{radar}: {azimuth}, our bearing to North Korea", { radar: radar.short, azimuth: degrees(radar.azimuth) }) };
  const lists = claimsAbout(facts, radar, null).flatMap(({ azimuth, said }) => (azimuth === null ? []
    : [{ azimuth, words: t("{radar}: {azimuth}, {list}", { radar: radar.short, azimuth: degrees(azimuth), list: said }) }]));
  return [ours, ...lists];
}

/**
 * @param {RadarPageActions} on
 * @returns {RadarPagePart}
 */
export function directions(on) {
  const buttons = el("div", { class: "rm-radarpage-buttons", "data-testid": "radar-ways" });
  const now = el("p", { "data-testid": "radar-direction" });
  return {
    node: el("section", {}, el("h3", {}, t("Which way does it look?")), now,
      el("p", {}, t("The press reported of Seongju's radar only that it faces north. Of the two radars in Japan two lists assume different directions; turn them and see which cities come and go.")), buttons),
    show({ facts: { radars: facts }, radar, azimuth }) {
      setText(now, radar.id === SEONGJU
        ? t("No direction of this radar is published. Ours, {azimuth}, is an assumption: the bearing from Seongju to the middle of North Korea, which the project computed.", { azimuth: degrees(radar.azimuth) })
        : t("No direction of {radar} is published either: each one here is an assumption.", { radar: radar.name }));
      const ways = [SEONGJU, ...JAPAN].flatMap((id) => {
        const each = facts.radars.find((other) => other.id === id);
        if (!each) return [];
        const north = { azimuth: NORTH, words: t("{radar}: north, as the press reported", { radar: each.short }) };
        return [...assumedWays(facts, each), ...(id === SEONGJU ? [north] : [])].map((way) => ({ id, ...way }));
      });
      const nodes = ways.map((way) => el("button", {
        type: "button", "data-testid": `radar-way-${way.id}-${way.azimuth}`, "aria-pressed": String(way.id === radar.id && way.azimuth === azimuth), onclick: () => on.look(way.id, way.azimuth),
      }, way.words));
      const had = buttons.contains(document.activeElement) ? [...buttons.children].indexOf(/** @type {Element} */ (document.activeElement)) : -1;
      buttons.replaceChildren(...nodes);
      nodes[had]?.focus({ preventScroll: true });
    },
  };
}
