// What popups and tooltips say of missile defence: whose claims a radar's ranges are and which way it is drawn, how far
// interceptors are said to fly, and what radars and batteries are near a place by what is claimed.

import { el, sourceLink } from "../base/dom.js";
import { dateText, plural, t } from "../base/words.js";
import { length, number } from "../scene/lengths.js";
import { batteriesOf, batteryText, nearestBattery } from "./batteries.js";
import { RADARS, claimsAbout, drawnEnds } from "../sectors/sectors.js";
import { whoSees } from "../sectors/sightings.js";
import { claimants, rangeOf, worded } from "./claimed.js";

/**
 * The range of a claim as it was said, "" where none was named.
 * @param {RadarClaim} claim
 * @param {Units} units
 * @returns {string}
 */
function claimedText({ low, high, statement }, units) {
  if (statement === "none") return "";
  const ends = [...new Set([low, high].flatMap((end) => end ?? []))];
  return worded(statement, `${ends.map((end) => number(end, units)).join("\u2013")} ${units}`);
}

/** @param {RadarClaim[]} claims @param {Units} units @returns {HTMLElement} */
function claimTable(claims, units) {
  const heads = [t("Range"), t("Claimed by"), t("Mode"), t("Source")];
  return el("table", { class: "rm-claims" },
    el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, head)))),
    el("tbody", {}, claims.map((claim) => el("tr", {},
      el("td", {}, claimedText(claim, units) || "\u2013"),
      el("th", { scope: "row" }, claim.said, claim.date && !claim.said.includes(claim.date) ? `, ${dateText(claim.date)}` : ""),
      el("td", {}, claim.mode_words), el("td", {}, sourceLink(claim.source))))));
}

/**
 * Which way the sectors of a radar are drawn, and why.
 * @param {ShownSector} sector
 * @param {RadarClaim[]} claims all about it
 * @returns {string}
 */
function directionText({ azimuth, width, direction }, claims) {
  const degrees = String(Math.round(azimuth));
  const list = claims.find((claim) => claim.azimuth === azimuth);
  if (direction === "link") return t("Drawn at {degrees}\u00b0, {width}\u00b0 wide: an assumption of the link.", { degrees, width: String(Math.round(width)) });
  if (direction === "ours") return t("Direction not published; drawn at {degrees}\u00b0, our bearing to North Korea.", { degrees });
  if (direction === "list" && list) return t("Direction not published; drawn at {degrees}\u00b0, as {who} assumes.", { degrees, who: list.said });
  return t("Direction not published: drawn all around.");
}

/**
 * Where lists assume another direction than the one drawn: which.
 * @param {ShownSector} sector
 * @param {RadarClaim[]} claims
 * @returns {string}
 */
function othersText({ azimuth }, claims) {
  const others = claims.filter((claim) => claim.azimuth !== null && claim.azimuth !== azimuth);
  const told = others.map((claim) => t("{who}: {degrees}\u00b0", { who: claim.said, degrees: String(claim.azimuth) }));
  return told.length ? t("Others assume another direction. {told}.", { told: told.join("; ") }) : "";
}

/**
 * What is claimed of a radar, and how it is drawn.
 * @param {MapPlace} place
 * @param {ReadyModel} model
 * @returns {(HTMLElement | null)[]}
 */
function aboutRadar({ id }, { radarFacts, sectors, scene }) {
  const radar = radarFacts?.radars.find((each) => each.id === id);
  if (!radarFacts || !radar) return [];
  const claims = claimsAbout(radarFacts, radar, scene.date);
  const [drawn, others] = [claims.filter((claim) => claim.drawn), claims.filter((claim) => !claim.drawn)];
  const sector = sectors.find((each) => each.radar.id === id);
  const ever = claimsAbout(radarFacts, radar, null); // which way it is drawn is an assumption on any day
  const rest = others.length ? el("details", { class: "rm-claims-more" },
    el("summary", {}, plural("1 claim, not drawn", "{n} claims, not drawn", others.length)), claimTable(others, scene.units)) : null;
  return [
    el("p", {}, drawn.length ? t("Ranges that are claimed of it; they hang on what is looked at:")
      : radar.moves ? t("It moves about: no sector is drawn of it.") : t("No range to draw is published.")),
    drawn.length ? claimTable(drawn, scene.units) : null, rest,
    ...(sector ? [directionText(sector, ever), othersText(sector, ever)] : []).map((text) => (text ? el("p", {}, text) : null)),
  ];
}

/**
 * What a popup says of a place and missile defence.
 * @param {MapPlace} place
 * @param {ReadyModel} model
 * @returns {(HTMLElement | null)[]}
 */
export function aboutDefence(place, model) {
  const { scene: { units }, places } = model;
  /** @param {string} name @param {string} value @returns {HTMLElement | null} */
  const fact = (name, value) => (value ? el("div", {}, el("span", {}, `${name}: `), value) : null);
  const near = nearestBattery(batteriesOf(places).filter(({ id }) => id !== place.id), place);
  const seeing = whoSees(model, place.id).map((sector) => `${sector.radar.short} (${rangeOf(sector, units)}, ${claimants(sector)})`);
  return [
    ...(place.layer === RADARS ? aboutRadar(place, model) : []),
    fact(t("Interceptors"), place.interceptor
      ? t("{length}, as published; a circle is not a defended area", { length: length(place.interceptor, units) }) : ""),
    fact(t("Seen by, if the claim holds"), seeing.join("; ")),
    near && el("p", {}, batteryText(near, units)),
  ];
}

/**
 * What a tooltip adds of a radar.
 * @param {MapPlace} place
 * @param {ReadyModel} model
 * @returns {string}
 */
export function radarTip({ id, layer }, { radarFacts, sectors, scene }) {
  const radar = layer === RADARS && radarFacts?.radars.find((each) => each.id === id);
  if (!radar || !radarFacts) return "";
  const shown = sectors.filter((each) => each.radar === radar).map(({ km }) => km);
  const ends = shown.length ? shown : drawnEnds(claimsAbout(radarFacts, radar, scene.date));
  return ends.length ? t("claims: {ranges}", { ranges: ends.map((km) => length(km, scene.units)).join(", ") }) : t("no range published");
}
