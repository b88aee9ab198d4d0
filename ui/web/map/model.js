// The model of the map: the scene, and what the browser knows about its places and sites.

import { worldX, worldY } from "../earth/canvaslayer.js";
import { inverse, wrap } from "../earth/geodesic.js";
import { coveredBoxes } from "./covered.js";
import { flightsState, getFlights, restateFlights, showsTests } from "../testflights/flights.js";
import { getPlaces, getSite } from "../base/live.js";
import { ringShape } from "../earth/ringshapes.js";
import { edges, mainKm } from "../scene/edges.js";
import { isKnown } from "../base/known.js";
import { isOff, speaking } from "../scene/scene.js";
import { classify } from "../scene/turning.js";
import { LIGHT } from "../base/facts.js";
import { placesKey } from "../base/standing.js";
import { nameRank } from "../base/symbols.js";
import { getRadars, showsRadars } from "../sectors/sectors.js";
import { restateSectors, sectorsState } from "../sectors/sightings.js";

/** @type {Map<string, Way>} */
const solved = new Map();

/** @param {LatLon} latLon @param {Place} place @returns {Way} */
function solveOnce({ lat, lon }, place) {
  const key = `${lat},${lon},${place.id}`;
  const way = solved.get(key) ?? inverse(lat, lon, place.lat, place.lon);
  solved.set(key, way);
  return way;
}

/**
 * The scene of a model that is asked for nothing before it has one.
 * @param {MapModel} model
 * @returns {Scene}
 */
const sceneOf = (model) => /** @type {ReadyModel} */ (model).scene;

/**
 * Whether a model has its scene.
 * @param {MapModel} model
 * @returns {model is ReadyModel}
 */
export const isReady = (model) => model.scene !== null;

/**
 * What is drawn: the scene, and what the browser knows about its places.
 * @returns {MapModel}
 */
export function createModel() {
  return {
    scene: null, dark: false, bold: 1, larger: 1, presenting: false, palette: LIGHT, sites: [], places: [], shown: [], added: [], regions: [],
    placeById: new Map(), states: new Map(), answers: [], answersBySite: new Map(), hits: [], placesDate: null, placesKey: "", arcs: [], arcsKey: "",
    selected: "", words: 0,
    flightFacts: null, flights: [], flightsKey: "", pointed: "", flightSpots: { lines: [], tags: [] },
    radarFacts: null, sectors: [], sectorsKey: "", sectorsMove: false, sectorsAtRest: "[]",
    distance(ring, id) { return this.way(ring, id).km; },
    /** {km, azimuth} to a place, solved here until Python's answer for the site has come. */
    way(ring, id) {
      const sent = this.answers[ring];
      return sent ? { km: sent.km[id], azimuth: sent.azimuth[id] }
        : solveOnce(sceneOf(this).rings[ring], /** @type {MapPlace} */ (this.placeById.get(id)));
    },
    reserved: () => [],
    taken: () => [],
    /** The sites used by the scene's date, or all (geo.link.view.View.launch_sites). */
    knownSites() {
      const { date } = sceneOf(this);
      return this.sites.filter(({ known }) => isKnown(known, date));
    },
    /** Say again what is shown and how it stands against the ring that the view speaks of. */
    restate() {
      const scene = sceneOf(this);
      const { rings, show, names, targets, radars } = scene;
      this.shown = this.places.filter((place) => show.includes(place.layer));
      const asked = [...names, ...(show.includes("arcs") ? targets : []), ...radars.map(({ id }) => id)]; // what a link turns is seen
      this.added = [...new Set(asked)].flatMap((id) => this.placeById.get(id) ?? []).filter(({ layer }) => !show.includes(layer));
      restateFlights(/** @type {ReadyModel} */ (this));
      restateSectors(/** @type {ReadyModel} */ (this));
      const spoken = speaking(scene);
      this.states.clear();
      for (const { id } of [...this.shown, ...this.added]) {
        this.states.set(id, spoken === null ? "out" : classify(this.way(spoken, id), rings[spoken]));
      }
    },
  };
}

/**
 * Fetch what a scene needs, then call `done`; what is known already is used at once.
 * @param {ReadyModel} model
 * @param {() => void} done
 */
export function fetchFor(model, done) {
  const { scene } = model;
  const wantedPlaces = scene.date || "";
  if (model.placesDate !== wantedPlaces) {
    getPlaces(wantedPlaces).then((places) => {
      if ((model.scene.date || "") !== wantedPlaces) return;
      model.placesDate = wantedPlaces;
      const key = placesKey(places, wantedPlaces);
      if (key === model.placesKey) return;
      model.placesKey = key;
      model.places = places.map((place) => ({
        ...place, x: worldX(place.lon), y: worldY(place.lat), rank: nameRank(place),
      }));
      model.placeById = new Map(model.places.map((place) => [place.id, place]));
      done();
    }).catch(() => {});
  }
  if (showsTests(scene) && !model.flightFacts) {
    getFlights().then((facts) => {
      model.flightFacts = facts;
      done();
    }).catch(() => {});
  }
  if (showsRadars(scene) && !model.radarFacts) {
    getRadars().then((facts) => {
      model.radarFacts = facts;
      done();
    }).catch(() => {});
  }
  const known = model.answersBySite;
  model.answers = scene.rings.map((ring) => known.get(ring.site));
  scene.rings.filter((ring) => !known.has(ring.site)).forEach((ring) => {
    getSite(ring.site).then((answer) => {
      known.set(ring.site, answer);
      model.answers = model.scene.rings.map((each) => known.get(each.site));
      done();
    }).catch(() => {});
  });
}

/**
 * The test hook: what is drawn now.
 * @param {LeafletMap} map
 * @param {MapModel} model
 * @param {Pick<Overlay, "count" | "labels">} drawn
 * @returns {object}
 */
export function stateOf(map, model, { count, labels }) {
  const { scene } = model;
  const [{ lat, lng }, { x: width, y: height }] = [map.getCenter(), map.getSize()];
  return {
    draws: count.draws,
    labels: scene ? labels() : [],
    view: { lat, lon: wrap(lng), zoom: map.getZoom(), width, height },
    covered: coveredBoxes(map).map(({ x0, y0, x1, y1 }) => [x0, y0, x1 - x0, y1 - y0]),
    rings: (scene ? scene.rings : []).flatMap((ring, index) => (isOff(ring, scene?.date) ? [] : {
      ring: index, site: ring.site, range_km: mainKm(ring), label: ring.label, rotating: Boolean(ring.rotating),
      vertices: ringShape(ring, mainKm(ring)).vertices,
      shares: ring.spread ? { km: ring.spread.km, limited: ring.spread.limited } : null,
      edges: edges(ring).map(({ role, km }) => (
        { role, range_km: km, vertices: ringShape(ring, km).vertices })),
    })),
    flights: flightsState(model.flights),
    sectors: sectorsState(model),
    places: Object.fromEntries(model.shown.map(({ id }) => [id, model.states.get(id)])),
  };
}

