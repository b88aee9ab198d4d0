// What a tooltip and a popup say, as DOM nodes: name, facts, distances from each ring, source.

import { el, sourceLink } from "./dom.js";
import { inverse, wrap } from "./geodesic.js";
import { classify, length, limitKm, rangeText } from "./scene.js";
import { ringStyle } from "./style.js";

const WORDS = { in: "inside", band: "in the band", out: "outside" };
const people = new Intl.NumberFormat("en-US");

export function stateWords(state) {
  return WORDS[state];
}

/** A table of the point against every ring. `distances[i]` = {km, azimuth} or undefined. */
function ringTable(scene, distances, dark) {
  const rows = scene.rings.map((ring, index) => {
    const found = distances[index];
    if (!found) return null;
    const far = found.exact === false;
    const state = classify(found.km, ring);
    return el("tr", {},
      el("th", { scope: "row" }, el("i", { style: `background:${ringStyle(index, dark).color}` }),
        rangeText(ring, scene.units), ring.label ? ` ${ring.label}` : ""),
      el("td", {}, far ? `over ${length(19900, scene.units)}` : length(found.km, scene.units)),
      el("td", {}, far ? "" : `${Math.round(found.azimuth) % 360}\u00b0`),
      el("td", {}, el("b", { class: `rm-${state}` }, WORDS[state])));
  });
  return el("table", { class: "rm-reach" },
    el("thead", {}, el("tr", {}, ["Ring", "Distance", "Azimuth", "Reach"].map((name) =>
      el("th", { scope: "col" }, name)))),
    el("tbody", {}, rows));
}

function fact(name, value) {
  return value ? el("div", {}, el("span", {}, `${name}: `), value) : null;
}

/** Popup of a place. */
export function placePopup(place, model) {
  const distances = model.scene.rings.map((_, index) => {
    const km = model.distance(index, place.id);
    return km === undefined ? undefined : { km, azimuth: model.azimuth(index, place.id) };
  });
  return el("div", { class: "rm-popup" }, el("h3", {}, place.name),
    el("p", {}, `${place.kind}, ${place.country}`),
    fact("People", place.population ? people.format(place.population) : null),
    fact("Since", place.deployed_from), fact("Until", place.deployed_to),
    fact("Status", place.status), place.notes ? el("p", {}, place.notes) : null,
    fact("Position", `${place.lat}, ${place.lon}, good to ${place.precision_km} km`),
    ringTable(model.scene, distances, model.dark),
    el("p", { class: "rm-source" }, "Source: ", sourceLink(place.source)));
}

/** Popup of a launch site. */
export function sitePopup(site, model) {
  const facts = site.typed ? [] : [
    el("p", {}, `${site.name_ko} \u00b7 launch site (${site.kind.replaceAll("_", " ")})`),
    fact("Used", [site.first_used, site.last_used].filter(Boolean).join(" to ")),
    fact("Launches in the data", site.tests_count ? String(site.tests_count) : null),
    site.notes ? el("p", {}, site.notes) : null,
    fact("Position", `${site.lat}, ${site.lon}, good to ${site.precision_km} km`),
    el("p", { class: "rm-source" }, "Source: ", sourceLink(site.source)),
  ];
  return el("div", { class: "rm-popup" }, el("h3", {}, site.name), facts);
}

/** Popup of any point: coordinates, and distance, azimuth and reach for every ring. */
export function pointPopup(lat, lon, name, model) {
  const distances = model.scene.rings.map((ring) => inverse(ring.lat, ring.lon, lat, wrap(lon)));
  const inside = model.scene.rings.filter((ring, i) =>
    distances[i].exact && distances[i].km <= limitKm(ring)).length;
  return el("div", { class: "rm-popup" },
    el("h3", {}, name || `${lat.toFixed(3)}, ${wrap(lon).toFixed(3)}`),
    el("p", {}, `Within reach of ${inside} of ${distances.length} rings.`),
    ringTable(model.scene, distances, model.dark));
}

/** The short form on hover. */
export function tooltip(hit, model) {
  if (hit.site) return el("div", {}, el("b", {}, hit.site.name), el("br"), "launch site: click to use it");
  const { state, ring } = model.states.get(hit.place.id) || { state: "out", ring: -1 };
  const index = ring < 0 ? model.scene.active : ring;
  const km = model.distance(index, hit.place.id);
  return el("div", {}, el("b", {}, hit.place.name), el("br"), `${hit.place.kind}, ${hit.place.country}`,
    el("br"), km === undefined ? "" : `${length(km, model.scene.units)}, ${WORDS[state]}`,
    ring < 0 ? "" : ` ${rangeText(model.scene.rings[index], model.scene.units)}`);
}
