// Contents of tooltips and popups, as DOM nodes: name, facts, distances from each ring, source.

import { el, sourceLink } from "../base/dom.js";
import { inverse, wrap } from "../earth/geodesic.js";
import { SITES_LANG } from "../base/facts.js";
import { claimLink } from "../scene/claimlink.js";
import { rangeSaid, rangeTold } from "../scene/ringwords.js";
import { length, rangeText, short } from "../scene/lengths.js";
import { saidBy } from "../scene/saidby.js";
import { isOff, shownRings, speaking } from "../scene/scene.js";
import { ringStyle } from "../base/style.js";
import { reachText } from "../scene/spreadwords.js";
import { classify } from "../scene/turning.js";
import { aboutDefence, radarTip } from "../radar/popup.js";
import { LANG, dateText, decimal, plural, t } from "../base/words.js";


/**
 * "7,430 km, azimuth 81\u00b0".
 * @param {Way} found
 * @param {Units} units
 * @returns {string}
 */
function wayText(found, units) {
  return t("{length}, azimuth {degrees}\u00b0", { length: length(found.km, units), degrees: Math.round(found.azimuth) % 360 });
}

/**
 * The point against every ring, one table a site. `distances[i]` = {km, azimuth}.
 * @param {Scene} scene
 * @param {Way[]} distances
 * @param {boolean} dark
 * @returns {HTMLElement[]}
 */
function ringTables(scene, distances, dark) {
  const sites = [...new Set(shownRings(scene).map((index) => scene.rings[index].site))];
  return sites.map((site) => {
    const rings = scene.rings.map((ring, index) => ({ ring, index, found: distances[index] }))
      .filter(({ ring }) => ring.site === site && !isOff(ring, scene.date));
    const way = wayText(rings[0].found, scene.units);
    return [el("p", { class: "rm-from" }, t("{way} from {site}", { way, site: rings[0].ring.name })),
    el("table", { class: "rm-reach" }, el("tbody", {}, rings.map(({ ring, index, found }) => {
      const state = classify(found, ring);
      return el("tr", {},
        el("th", { scope: "row" }, el("i", { style: `background:${ringStyle(index, dark).color}` }),
          rangeSaid(ring, scene.units), ...(ring.label ? [", ", claimLink(ring.claim, saidBy(ring)) ?? saidBy(ring)] : [])),
        el("td", {}, el("b", { class: `rm-${state}` }, reachText(ring, found, state))));
    })))];
  }).flat();
}

/** @param {string} name @param {string | null | undefined} value @returns {HTMLElement | null} */
function fact(name, value) {
  return value ? el("div", {}, el("span", {}, `${name}: `), value) : null;
}

/** @param {Pick<Place, "lat" | "lon" | "precision_km">} given @returns {string} */
function positionText({ lat, lon, precision_km: km }) {
  return t("{lat}, {lon}, good to {km} km", { lat, lon, km });
}

/** @param {Pick<Site, "first_used" | "last_used">} given @param {string | null} date @returns {string} */
function usedText({ first_used: first, last_used: last }, date) {
  if (date) return dateText(first);
  return first && last ? t("{first} to {last}", { first: dateText(first), last: dateText(last) })
    : dateText(first || last);
}

/** @param {number} count @param {string | null} date @returns {string} launches of all years, which is said on the map of a day */
const countText = (count, date) => (date ? t("{n}, of all years", { n: count }) : String(count));

/** @param {{source: Source}} source @returns {HTMLElement} */
function sourceLine({ source }) {
  return el("p", { class: "rm-source" }, t("Source: "), sourceLink(source));
}

/**
 * Why the map of a day tells less of a thing than the map of all days.
 * @param {ReadyModel} model
 * @returns {HTMLElement | null}
 */
function datedNote({ scene }) {
  return scene.date ? el("p", { class: "rm-dated" }, t("Notes tell of later years, and are left out on the map of a day.")) : null;
}

/** @param {string} notes a line each @param {string} [said] lines that stand there already @returns {HTMLElement[]} */
const linesOf = (notes, said = "") => (
  notes.split("\n").filter((line) => line && !said.split("\n").includes(line)).map((line) => el("p", {}, line)));

/**
 * Popup of a place.
 * @param {MapPlace} place
 * @param {ReadyModel} model
 * @returns {HTMLElement}
 */
export function placePopup(place, model) {
  const distances = model.scene.rings.map((_, index) => model.way(index, place.id));
  return el("div", { class: "rm-popup" }, el("h3", {}, place.name),
    el("p", {}, `${place.kind_words}, ${place.country}`),
    fact(t("People"), place.population ? decimal(place.population) : null),
    fact(t("Since"), place.since), fact(t("Until"), place.until),
    fact(t("Status"), place.status), linesOf(place.notes), place.since ? datedNote(model) : null,
    fact(t("Position"), positionText(place)), aboutDefence(place, model), neighbours(place, model),
    ringTables(model.scene, distances, model.dark),
    sourceLine(place));
}

/**
 * What else stands at the very point of a place, of which a click cannot be: a battery has its radar beside it.
 * @param {MapPlace} place
 * @param {ReadyModel} model
 * @returns {(HTMLElement | null)[]}
 */
function neighbours(place, model) {
  const here = [...model.shown, ...model.added].filter(({ id, lat, lon }) => id !== place.id && lat === place.lat && lon === place.lon);
  return here.flatMap((other) => [el("h3", {}, other.name), el("p", {}, other.kind_words), fact(t("Since"), other.since), ...linesOf(model.scene.date ? other.notes : "", place.notes), ...aboutDefence(other, model)]);
}

/**
 * A button that starts the active ring at a site; none where it starts already.
 * @param {string} site
 * @param {ReadyModel} model
 * @param {(site: string) => void} start
 * @returns {HTMLElement | null}
 */
function startHere(site, model, start) {
  if (model.scene.rings[model.scene.active].site === site) return null;
  return el("button", { type: "button", onclick: () => start(site) }, t("Start the active ring here"));
}

/**
 * Popup of a launch site.
 * @param {MapSite | TypedSite} site
 * @param {ReadyModel} model
 * @param {(site: string) => void} start
 * @returns {HTMLElement}
 */
export function sitePopup(site, model, start) {
  const { date } = model.scene;
  const facts = site.typed ? [] : [
    el("p", {}, LANG === SITES_LANG ? "" : el("span", { lang: SITES_LANG }, `${site.name_ko} \u00b7 `),
      t("launch site ({kind})", { kind: site.kind_words })),
    fact(date ? t("First used") : t("Used"), usedText(site, date)),
    fact(t("Launches in the data"), site.tests_count ? countText(site.tests_count, date) : null),
    site.notes && !date ? el("p", {}, site.notes) : null, datedNote(model),
    fact(t("Position"), positionText(site)),
    sourceLine(site),
  ];
  return el("div", { class: "rm-popup" }, el("h3", {}, site.name), facts, startHere(site.id, model, start));
}

/**
 * Popup of any point: coordinates, and distance, azimuth and reach for every ring.
 * @param {number} lat
 * @param {number} lon
 * @param {string} name
 * @param {ReadyModel} model
 * @param {(site: string) => void} start
 * @returns {HTMLElement}
 */
export function pointPopup(lat, lon, name, model, start) {
  const distances = model.scene.rings.map((ring) => inverse(ring.lat, ring.lon, lat, wrap(lon)));
  const shown = shownRings(model.scene);
  const inside = shown.filter((i) => classify(distances[i], model.scene.rings[i]) !== "out").length;
  return el("div", { class: "rm-popup" },
    el("h3", {}, name || `${lat.toFixed(3)}, ${wrap(lon).toFixed(3)}`),
    el("p", {}, plural("Within reach of {inside} of 1 ring.", "Within reach of {inside} of {n} rings.", shown.length, { inside })),
    ringTables(model.scene, distances, model.dark),
    startHere(`${short(lat)},${short(wrap(lon))}`, model, start));
}

/**
 * The short form on hover.
 * @param {Hit} hit
 * @param {ReadyModel} model
 * @returns {HTMLElement}
 */
export function tooltip(hit, model) {
  if (hit.site) return el("div", {}, el("b", {}, hit.site.name), el("br"), t("launch site: click to use it"));
  const { place } = hit;
  if (!place) return el("div");
  const spoken = speaking(model.scene);
  const ring = model.scene.rings[spoken ?? model.scene.active];
  const way = model.way(spoken ?? model.scene.active, place.id);
  const state = reachText(ring, way, model.states.get(place.id) ?? "out");
  const said = spoken === null ? "" : ring.spread ? `, ${state}` : `, ${state} ${ring.rotating ? rangeTold(ring, model.scene.units) : rangeText(ring, model.scene.units)}`;
  const claims = radarTip(place, model);
  return el("div", {}, el("b", {}, place.name), el("br"), `${place.kind_words}, ${place.country}`,
    claims ? [el("br"), claims] : null, el("br"), `${length(way.km, model.scene.units)}${said}`);
}
