// Answers of the server, given by a saved page itself: facts that stand in the file, and
// what follows from them. The rules are those of geo/find/gazetteer.py.

import { inlined } from "./alone.js";
import { inverse } from "../earth/geodesic.js";
import { messageOf } from "../share/tools.js";
import { peopleAround } from "./towns.js";
import { SITES_LANG } from "../base/facts.js";
import { coordinatesIn, pairText } from "../typed/coordinates.js";
import { LANG, t } from "../base/words.js";

const MAX_FOUND = 8;

/**
 * Return a function that answers a path as fetch() would: a promise of {ok, json()}.
 * @returns {(path: string) => Promise<Reply>}
 */
export function savedAnswers() {
  const places = inlined("live/places.json");
  const sites = inlined("live/sites.json");
  /** @type {ReturnType<typeof peopleAround> | null} */
  let people = null; // made when it is asked for: it takes a moment
  /** @type {Record<string, ((asked: Record<string, string>) => unknown) | undefined>} */
  const answers = {
    "live/places.json": () => places,
    "live/sites.json": () => sites,
    "live/regions.json": () => inlined("live/regions.json"),
    "live/timeline.json": () => inlined("live/timeline.json"),
    "live/site.json": ({ site }) => {
      people = people || peopleAround(inlined("towns"));
      return ways(startOf(site, sites), places, people);
    },
    "live/find.json": ({ q }) => found(q, places, sites),
    "live/onrecord.json": ({ ring }) => inlined("live/onrecord.json")[ring.replace(/~[^~]*/, "")] ?? [],
  };
  return async (path) => {
    const [name, query] = path.split("?");
    try {
      const answer = answers[name]?.(Object.fromEntries(new URLSearchParams(query))) ?? unpacked(inlined(/** @type {"basemap"} */ (name)));
      return { ok: true, json: async () => answer };
    } catch (error) {
      return { ok: false, status: 400, json: async () => ({ errors: [{ problem: messageOf(error) }] }) };
    }
  };
}

/**
 * Where a ring starts: a launch site by its id, or a point as typed.
 * @param {string} text
 * @param {Site[]} sites
 * @returns {Answer["site"]}
 */
function startOf(text, sites) {
  const known = sites.find(({ id }) => id === text);
  if (known) return { site: known.id, name: known.name, short: known.short, lat: known.lat, lon: known.lon };
  if (!text.includes(",")) {
    throw new Error(t("'{value}' is not a launch site; accepted: a site id such as sohae, or LAT,LON",
      { value: text.slice(0, 60) }));
  }
  const typed = coordinatesIn(text);
  if (!typed?.point) throw new Error(typed?.problem ?? t("expected LAT,LON in decimal degrees, such as 39.87,125.27"));
  const name = pairText(typed.point);
  return { site: name, name, short: name, ...typed.point };
}

/**
 * @param {Answer["site"]} start
 * @param {Place[]} places
 * @param {ReturnType<typeof peopleAround>} people
 * @returns {Answer}
 */
function ways(start, places, people) {
  const solved = places.map(({ id, lat, lon }) => ({ id, ...inverse(start.lat, start.lon, lat, lon) }));
  return {
    site: start,
    km: Object.fromEntries(solved.map(({ id, km }) => [id, km])),
    azimuth: Object.fromEntries(solved.map(({ id, azimuth }) => [id, azimuth])),
    ...people(start.lat, start.lon),
  };
}

/**
 * A name without case, accents and surrounding space, for comparing.
 * @param {string} text
 * @returns {string}
 */
function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase().trim();
}

/** @param {string} text @param {Place[]} places @param {Site[]} sites @returns {FindAnswer} */
function found(text, places, sites) {
  const query = text.trim().slice(0, 100);
  const wanted = fold(query);
  const named = [
    ...places.map((place) => ({ ...place, detail: `${place.kind_words}, ${place.country}`, site: null })),
    ...sites.map(({ id, name, names, name_ko: local, lat, lon }) => ({
      name: LANG === SITES_LANG ? name : `${name} ${local}`, names: [...names, `${name} ${local}`],
      detail: t("launch site"), lat, lon, id: null, site: id,
    })),
  ].filter(({ names }) => wanted && names.some((name) => fold(name).includes(wanted)));
  const begins = (/** @type {{names: string[]}} */ { names }) => Number(names.some((name) => fold(name).startsWith(wanted)));
  const results = named.sort((a, b) => begins(b) - begins(a)).slice(0, MAX_FOUND);
  const message = results.length || !wanted ? "" : t("No place called '{query}' in this file.", { query });
  return { results, message };
}

/**
 * GeoJSON as it was: the file holds each line as steps on a grid, which takes half the room.
 * @param {PackedJson} json
 * @returns {object}
 */
function unpacked(json) {
  const { per_degree: grid } = json;
  if (!grid) return json;
  /** @param {number[]} steps @returns {LatLonPair[]} */
  const points = (steps) => {
    let [x, y] = [0, 0];
    /** @type {LatLonPair[]} */
    const line = [];
    for (let i = 0; i < steps.length; i += 2) {
      [x, y] = [x + steps[i], y + steps[i + 1]];
      line.push([x / grid, y / grid]);
    }
    return line;
  };
  /** @param {PackedPart} part @returns {part is number[]} */
  const isLine = (part) => typeof part[0] === "number";
  /** @param {PackedPart} part @returns {PackedPart} */
  const lines = (part) => (isLine(part) ? points(part) : /** @type {PackedPart[]} */ (part).map(lines));
  return { type: "GeometryCollection",
    geometries: json.geometries.map(({ type, coordinates: steps }) => ({ type, coordinates: lines(steps) })) };
}
