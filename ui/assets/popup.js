// What a tooltip and a popup say, as DOM nodes: name, facts, distances from each ring, source.

import { el, sourceLink } from "./dom.js";
import { inverse, wrap } from "./geodesic.js";
import { classify, kindWords, length, limitKm, rangeText, short } from "./scene.js";
import { ringStyle } from "./style.js";

const WORDS = { in: "inside", band: "in the band", out: "outside" };
const people = new Intl.NumberFormat("en-US");

export function stateWords(state) {
  return WORDS[state];
}

/** "7,430 km, azimuth 81\u00b0". */
function wayText(found, units) {
  if (found.exact === false) return `over ${length(19900, units)}`;
  return `${length(found.km, units)}, azimuth ${Math.round(found.azimuth) % 360}\u00b0`;
}

/** The point against every ring, one table a site. `distances[i]` = {km, azimuth, exact}. */
function ringTables(scene, distances, dark) {
  const sites = [...new Set(scene.rings.map((ring) => ring.site))];
  return sites.map((site) => {
    const rings = scene.rings.map((ring, index) => ({ ring, index, found: distances[index] }))
      .filter(({ ring }) => ring.site === site);
    return [el("p", { class: "rm-from" }, wayText(rings[0].found, scene.units),
      ` from ${rings[0].ring.name}`),
    el("table", { class: "rm-reach" }, el("tbody", {}, rings.map(({ ring, index, found }) => {
      const state = classify(found.km, ring);
      return el("tr", {},
        el("th", { scope: "row" }, el("i", { style: `background:${ringStyle(index, dark).color}` }),
          rangeText(ring, scene.units), ring.label ? `, ${ring.label}` : ""),
        el("td", {}, el("b", { class: `rm-${state}` }, WORDS[state])));
    })))];
  }).flat();
}

function fact(name, value) {
  return value ? el("div", {}, el("span", {}, `${name}: `), value) : null;
}

/** Popup of a place. */
export function placePopup(place, model) {
  const distances = model.scene.rings.map((_, index) => model.way(index, place.id));
  return el("div", { class: "rm-popup" }, el("h3", {}, place.name),
    el("p", {}, `${kindWords(place)}, ${place.country}`),
    fact("People", place.population ? people.format(place.population) : null),
    fact("Since", place.deployed_from), fact("Until", place.deployed_to),
    fact("Status", place.status), place.notes ? el("p", {}, place.notes) : null,
    fact("Position", `${place.lat}, ${place.lon}, good to ${place.precision_km} km`),
    ringTables(model.scene, distances, model.dark),
    el("p", { class: "rm-source" }, "Source: ", sourceLink(place.source)));
}

/** A button that starts the active ring at a site; none where it starts already. */
function startHere(site, model, start) {
  if (model.scene.rings[model.scene.active].site === site) return null;
  return el("button", { type: "button", onclick: () => start(site) }, "Start the active ring here");
}

/** Popup of a launch site. */
export function sitePopup(site, model, start) {
  const facts = site.typed ? [] : [
    el("p", {}, `${site.name_ko} \u00b7 launch site (${site.kind.replaceAll("_", " ")})`),
    fact("Used", [site.first_used, site.last_used].filter(Boolean).join(" to ")),
    fact("Launches in the data", site.tests_count ? String(site.tests_count) : null),
    site.notes ? el("p", {}, site.notes) : null,
    fact("Position", `${site.lat}, ${site.lon}, good to ${site.precision_km} km`),
    el("p", { class: "rm-source" }, "Source: ", sourceLink(site.source)),
  ];
  return el("div", { class: "rm-popup" }, el("h3", {}, site.name), facts, startHere(site.id, model, start));
}

/** Popup of any point: coordinates, and distance, azimuth and reach for every ring. */
export function pointPopup(lat, lon, name, model, start) {
  const distances = model.scene.rings.map((ring) => inverse(ring.lat, ring.lon, lat, wrap(lon)));
  const inside = model.scene.rings.filter((ring, i) =>
    distances[i].exact && distances[i].km <= limitKm(ring)).length;
  return el("div", { class: "rm-popup" },
    el("h3", {}, name || `${lat.toFixed(3)}, ${wrap(lon).toFixed(3)}`),
    el("p", {}, `Within reach of ${inside} of ${distances.length} rings.`),
    ringTables(model.scene, distances, model.dark),
    startHere(`${short(lat)},${short(wrap(lon))}`, model, start));
}

/** The short form on hover. */
export function tooltip(hit, model) {
  if (hit.site) return el("div", {}, el("b", {}, hit.site.name), el("br"), "launch site: click to use it");
  const { state, ring } = model.states.get(hit.place.id) || { state: "out", ring: -1 };
  const index = ring < 0 ? model.scene.active : ring;
  const km = model.distance(index, hit.place.id);
  return el("div", {}, el("b", {}, hit.place.name), el("br"), `${kindWords(hit.place)}, ${hit.place.country}`,
    el("br"), `${length(km, model.scene.units)}, ${WORDS[state]}`,
    ring < 0 ? "" : ` ${rangeText(model.scene.rings[index], model.scene.units)}`);
}
