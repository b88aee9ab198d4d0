// What is on the map: the scene, and what the browser knows about its places and sites.

import { worldX, worldY } from "../earth/canvaslayer.js";
import { inverse } from "../earth/geodesic.js";
import { getPlaces, getSite } from "../base/live.js";
import { ringShape } from "../earth/ringshapes.js";
import { bestState, edges, mainKm } from "../scene/scene.js";
import { LIGHT } from "../base/style.js";

/** Importance of a place for its name on the map; about log10 of a population. */
function rank(place) {
  const size = Math.log10((place.population || 0) + 1);
  const capital = /capital/.test(place.kind) ? 0.5 : 0;
  const own = { cities: size + capital, bases: 4.9, thaad: 5.2, radar: 4.8 }[place.layer];
  return place.us_soil && place.layer === "cities" ? Math.max(own + 0.7, 5.6) : own;
}

const solved = new Map();

function solveOnce({ lat, lon }, place) {
  const key = `${lat},${lon},${place.id}`;
  if (!solved.has(key)) solved.set(key, inverse(lat, lon, place.lat, place.lon));
  return solved.get(key);
}

/** What is drawn: the scene, and what the browser knows about its places. */
export function createModel() {
  return {
    scene: null, dark: false, larger: 1, palette: LIGHT, sites: [], places: [], shown: [],
    placeById: new Map(), states: new Map(), answers: [], hits: [], placesKey: "",
    distance(ring, id) { return this.way(ring, id).km; },
    /** {km, azimuth} to a place, solved here until Python's answer for the site has come. */
    way(ring, id) {
      const sent = this.answers[ring];
      return sent ? { km: sent.km[id], azimuth: sent.azimuth[id] }
        : solveOnce(this.scene.rings[ring], this.placeById.get(id));
    },
    reserved: () => [],
    /** The sites used by the scene's date, or all (geo.reach.places.known_sites). */
    knownSites() {
      const { date } = this.scene;
      return date ? this.sites.filter((site) => !site.first_used || site.first_used <= date) : this.sites;
    },
    restate() {
      const { rings, show } = this.scene;
      this.shown = this.places.filter((place) => show.includes(place.layer));
      this.states.clear();
      for (const place of this.shown) {
        this.states.set(place.id, bestState(rings.map((_, i) => this.distance(i, place.id)), rings));
      }
    },
  };
}

/** Fetch what a scene needs, then call `done`; what is known already is used at once. */
export function fetchFor(model, done) {
  const { scene } = model;
  const wantedPlaces = scene.date || "";
  if (model.placesKey !== `at ${wantedPlaces}`) {
    getPlaces(wantedPlaces).then((places) => {
      if ((model.scene.date || "") !== wantedPlaces) return;
      model.placesKey = `at ${wantedPlaces}`;
      model.places = places.map((place) => ({
        ...place, x: worldX(place.lon), y: worldY(place.lat), rank: rank(place),
      }));
      model.placeById = new Map(model.places.map((place) => [place.id, place]));
      done();
    }).catch(() => {});
  }
  const known = model.answersBySite || (model.answersBySite = new Map());
  model.answers = scene.rings.map((ring) => known.get(ring.site));
  scene.rings.filter((ring) => !known.has(ring.site)).forEach((ring) => {
    getSite(ring.site).then((answer) => {
      known.set(ring.site, answer);
      model.answers = model.scene.rings.map((each) => known.get(each.site));
      done();
    }).catch(() => {});
  });
}

/** The test hook: what is drawn now. */
export function stateOf(model, count) {
  const { scene } = model;
  return {
    draws: count.draws,
    rings: (scene ? scene.rings : []).filter((ring) => !ring.hidden).map((ring) => ({
      site: ring.site, range_km: mainKm(ring), label: ring.label,
      vertices: ringShape(ring.lat, ring.lon, mainKm(ring)).vertices,
      edges: edges(ring).map(({ role, km }) => (
        { role, range_km: km, vertices: ringShape(ring.lat, ring.lon, km).vertices })),
    })),
    places: Object.fromEntries([...model.states].map(([id, { state }]) => [id, state])),
  };
}

