// "What does this battery stand between?": a launch site, a target, a battery, and where the way passes it.

import { el, setAttribute } from "../base/dom.js";
import { LANG, decimal, t } from "../base/words.js";
import { batteriesOf } from "../radar/batteries.js";
import { length } from "../scene/lengths.js";
import { heightAt } from "./between.js";
import { betweenLink } from "./mapscene.js";
import { profile } from "./profile.js";
import { crossingSentence } from "./words.js";

/** @type {RadarPageAsked[]} */
const CASES = [
  { launch: "tonghae", target: "guam_nb", battery: "thaad_guam", elevation: "" },
  { launch: "sunan_airport", target: "busan", battery: "thaad_seongju", elevation: "" },
  { launch: "sunan_airport", target: "seoul", battery: "thaad_seongju", elevation: "" },
];

/**
 * What the drawing shows, in words.
 * @param {Between} between
 * @param {Units} units
 * @returns {string[]}
 */
export function betweenSentences(between, units) {
  const { site, target, km, flight, enterKm, leaveKm } = between;
  const way = t("From {site} to {target} the shortest way over the ground is {distance}. On an arc of least energy that takes {minutes} minutes and rises to {height}.", {
    site: site.name, target: target.name, distance: length(km, units), minutes: decimal(flight.timeMin), height: length(flight.apogeeKm, units) });
  const edges = [enterKm, leaveKm].filter((at) => at !== null && at > 0 && at < km).map((at) => length(heightAt(flight, /** @type {number} */ (at)), units));
  const [into, out] = edges;
  const height = out ? [t("Where it crosses the circle's edge, the arc is {into} high, and then {out}.", { into, out })]
    : into ? [t("Where it crosses the circle's edge, the arc is {height} high.", { height: into })] : [];
  return [way, crossingSentence(between, units), ...height];
}

/**
 * A select whose options are grouped.
 * @param {string} testId
 * @param {string} name
 * @param {(id: string) => void} choose
 */
function chooser(testId, name, choose) {
  const select = el("select", { "data-testid": testId, onchange: () => choose(select.value) });
  return {
    node: el("label", { class: "rm-radarpage-field" }, el("span", {}, name), select),
    /** @param {[string, {id: string, name: string}[]][]} groups @param {string} chosen */
    offer(groups, chosen) {
      const options = (/** @type {{id: string, name: string}[]} */ rows) => rows.map(({ id, name: words }) => el("option", { value: id }, words));
      select.replaceChildren(...groups.flatMap(([label, rows]) => (label ? [el("optgroup", { label }, options(rows))] : options(rows))));
      select.value = chosen;
    },
  };
}

/**
 * @param {RadarPageFacts} facts
 * @param {RadarPageActions} on
 * @returns {RadarPagePart}
 */
export function betweenPart({ sites, places }, on) {
  const launch = chooser("radar-launch", t("From"), (id) => on.ask({ launch: id }));
  const target = chooser("radar-target", t("To"), (id) => on.ask({ target: id }));
  const battery = chooser("radar-battery", t("Battery"), (id) => on.ask({ battery: id }));
  const cases = el("div", { class: "rm-radarpage-buttons" }, CASES.map((each) => {
    const nameOf = (/** @type {string} */ id) => places.find((place) => place.id === id)?.name ?? "";
    return el("button", { type: "button", "data-testid": `radar-case-${each.target}`, onclick: () => on.ask({ launch: each.launch, target: each.target, battery: each.battery }) },
      t("{site} to {target}", { site: sites.find(({ id }) => id === each.launch)?.short ?? "", target: nameOf(each.target) }));
  }));
  const drawing = profile();
  const said = el("div", { class: "rm-radarpage-answer", "data-testid": "radar-between" });
  const link = el("a", { class: "rm-radarpage-show", "data-testid": "radar-between-map" }, t("Show on the map"));
  const batteries = batteriesOf(places);
  const countries = [...new Set(places.map(({ country }) => country))].sort((a, b) => a.localeCompare(b, LANG));
  const targets = countries.map((country) => /** @type {[string, Place[]]} */ ([country, places.filter((place) => place.country === country && !batteries.includes(place))]));
  return {
    node: el("section", { class: "rm-radarpage-between" }, el("h2", {}, t("What does this battery stand between?")),
      el("p", {}, t("Choose where a missile starts, what it is aimed at, and a battery. The circle around it has the radius that is published for its interceptors.")), cases,
      el("div", { class: "rm-radarpage-fields" }, launch.node, target.node, battery.node), said, drawing.node, link,
      el("p", { class: "rm-radarpage-caveat" }, t("A circle is not a defended area. It says how far an interceptor is said to fly, not what it can hit: that depends on where the missile comes from, how high and how fast, on its decoys, on how many come at once, and on what the radar sees in time. A path through the circle is no promise, and a path past it proves nothing about other batteries."))),
    show({ between, standing, asked, scene }) {
      const { units, date } = scene;
      launch.offer([["", sites]], asked.launch);
      target.offer(targets.filter(([, rows]) => rows.length), asked.target);
      const there = batteries.filter(({ id }) => standing.has(id) || id === asked.battery);
      battery.offer([["", there.map((place) => ({ id: place.id, name: standing.has(place.id) || !date ? place.name : t("{name} (not there on this day)", { name: place.name }) }))]], asked.battery);
      const sentences = betweenSentences(between, units);
      said.replaceChildren(...sentences.map((words) => el("p", {}, words)));
      drawing.show(between, units, sentences.join(" "));
      setAttribute(link, "href", betweenLink(between, scene));
    },
  };
}
