// The live map: attaches to the Leaflet map that Folium made, and follows the scene on the bus.

import { baseMap } from "./basemap.js";
import { bus } from "./bus.js";
import { worldX, worldY } from "./canvaslayer.js";
import { fullScreen, notice, pointerPosition, scaleBar } from "./controls.js";
import { wrap } from "./geodesic.js";
import { legend } from "./legend.js";
import { getJson, getPlaces, getSite } from "./live.js";
import { overlay } from "./overlay.js";
import { placePopup, pointPopup, sitePopup, tooltip } from "./popup.js";
import { ringShape } from "./ringshapes.js";
import { bestState, edges, mainKm } from "./scene.js";
import { DARK, LIGHT, isDark } from "./style.js";
import { tileSwitch } from "./tiles.js";
import { fitRings, guardView, pacific } from "./view.js";

/** Importance of a place for its name on the map; about log10 of a population. */
function rank(place) {
  const size = Math.log10((place.population || 0) + 1);
  const capital = /capital/.test(place.kind) ? 0.5 : 0;
  const own = { cities: size + capital, bases: 4.9, thaad: 5.2, radar: 4.8 }[place.layer];
  return place.us_soil && place.layer === "cities" ? Math.max(own + 0.7, 5.6) : own;
}

/** What is drawn: the scene, and what the browser knows about its places. */
function createModel() {
  return {
    scene: null, dark: false, palette: LIGHT, sites: [], places: [], shown: [],
    placeById: new Map(), states: new Map(), answers: [], hits: [], placesKey: "",
    distance(ring, id) { return this.answers[ring]?.km[id]; },
    azimuth(ring, id) { return this.answers[ring]?.azimuth[id]; },
    reserved: () => [],
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
function fetchFor(model, done) {
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
function stateOf(model, count) {
  const { scene } = model;
  return {
    draws: count.draws,
    rings: (scene ? scene.rings : []).map((ring) => ({
      site: ring.site, range_km: mainKm(ring), label: ring.label,
      vertices: ringShape(ring.lat, ring.lon, mainKm(ring)).vertices,
      edges: edges(ring).map(({ role, km }) => (
        { role, range_km: km, vertices: ringShape(ring.lat, ring.lon, km).vertices })),
    })),
    places: Object.fromEntries([...model.states].map(([id, { state }]) => [id, state])),
  };
}

function hitAt(model, point, reach) {
  let best = null;
  let bestScore = Infinity;
  for (const hit of model.hits) {
    const distance = Math.hypot(hit.x - point.x, hit.y - point.y) - hit.r;
    const score = distance - (hit.site ? 1 : 0);
    if (distance < reach && score < bestScore) [best, bestScore] = [hit, score];
  }
  return best;
}

function reservedBoxes(map) {
  const home = map.getContainer().getBoundingClientRect();
  return [...map.getContainer().querySelectorAll(".leaflet-control")]
    .map((node) => node.getBoundingClientRect()).filter((box) => box.width)
    .map((box) => ({
      x0: box.left - home.left - 4, x1: box.right - home.left + 4,
      y0: box.top - home.top - 4, y1: box.bottom - home.top + 4,
    }));
}

function pointing(L, map, model, tab) {
  const tip = L.tooltip({ direction: "top", offset: [0, -8], className: "rm-tip" });
  let popup = null;
  let popupContent = null;
  const open = (latlng, content) => {
    popupContent = content;
    popup = L.popup({ maxWidth: 380, minWidth: 240, autoPanPadding: [20, 20] })
      .setLatLng(latlng).setContent(content()).openOn(map);
  };
  map.on("popupclose", () => { popup = null; });
  map.on("mousemove", ({ containerPoint }) => {
    const hit = model.scene && hitAt(model, containerPoint, 5);
    map.getContainer().style.cursor = hit ? "pointer" : "";
    if (!hit) return void tip.remove();
    tip.setContent(tooltip(hit, model)).setLatLng(map.containerPointToLatLng([hit.x, hit.y]));
    return void tip.addTo(map);
  });
  map.on("mouseout", () => tip.remove());
  map.on("click", ({ latlng, containerPoint, originalEvent }) => {
    if (!model.scene) return;
    const hit = hitAt(model, containerPoint, originalEvent.pointerType === "touch" ? 16 : 6);
    tip.remove();
    if (hit?.place) open(map.containerPointToLatLng([hit.x, hit.y]), () => placePopup(hit.place, model));
    else if (hit?.site) {
      if (!hit.site.typed) tab.send("pick", { site: hit.site.id });
      open(map.containerPointToLatLng([hit.x, hit.y]), () => sitePopup(hit.site, model));
    } else open(latlng, () => pointPopup(latlng.lat, latlng.lng, "", model));
  });
  return {
    refresh() {
      if (popup) popup.setContent(popupContent());
    },
    show({ lat, lon, name, id }) {
      const at = [lat, pacific(lon)];
      map.setView(at, Math.max(map.getZoom(), 3), { animate: false });
      const place = id && model.placeById.get(id);
      open(at, () => (place ? placePopup(place, model) : pointPopup(lat, lon, name, model)));
    },
  };
}

/** Attach to a Leaflet map. `options`: {providers, credits}. */
export function attach(L, map, options) {
  const tab = bus();
  const model = createModel();
  for (const [name, z] of [["rmBase", 150], ["rmTiles", 180], ["rmScene", 420]]) {
    map.createPane(name).style.zIndex = z;
    if (name !== "rmTiles") map.getPane(name).style.pointerEvents = "none";
  }
  map.attributionControl.setPrefix(false);
  map.attributionControl.addAttribution(options.attribution);
  const paintTheme = () => {
    model.dark = isDark();
    model.palette = model.dark ? DARK : LIGHT;
    map.getContainer().classList.toggle("rm-dark", model.dark);
  };
  paintTheme();
  let quiet = false; // the map is moved by us, not by a person
  const quietly = (move) => {
    quiet = true;
    move();
    quiet = false;
  };
  guardView(L, map, quietly);
  const base = baseMap(L, () => model.palette);
  const scene = overlay(L, model);
  const info = legend(L, options.credits);
  const note = notice(L);
  const scale = scaleBar(L, map, model);
  const useTiles = tileSwitch(L, map, options.providers, note);
  [L.control.zoom({ position: "topright" }), fullScreen(L), note.control, pointerPosition(L, map),
    scale.control, info.control].forEach((control) => control.addTo(map));
  base.layer.addTo(map);
  let boxes = null;
  map.on("resize moveend", () => { boxes = null; });
  info.node.addEventListener("toggle", () => { boxes = null; scene.layer.redraw(); }, true);
  model.reserved = () => (boxes || (boxes = reservedBoxes(map)));
  const pointer = pointing(L, map, model, tab);

  let asked = false; // a frame is on its way
  const draw = () => {
    asked = false;
    model.restate();
    info.update(model);
    scene.layer.redraw();
    pointer.refresh();
  };
  const request = () => {
    if (!asked && model.scene) {
      asked = true;
      requestAnimationFrame(draw);
    }
  };
  let first = true;
  let moved = false; // a person panned or zoomed
  const goTo = (target) => {
    const { center, zoom } = target.at
      ? { center: [target.at[0], pacific(target.at[1])], zoom: target.at[2] }
      : fitRings(map, target.rings);
    quietly(() => map.setView(center, zoom, { animate: false }));
    moved = false;
  };
  const follow = (next) => {
    const legendChanged = !model.scene || model.scene.rings.length !== next.rings.length;
    model.scene = next;
    if (first) {
      first = false;
      goTo(next);
      scene.layer.addTo(map);
    }
    if (legendChanged) boxes = null;
    useTiles(next.base);
    fetchFor(model, request);
    scale.update();
    request();
  };
  let touched = false; // until a person moves the map, it keeps fitting the rings
  map.on("resize", () => { if (!first && !touched && !model.scene.at) goTo(model.scene); });
  tab.on("scene", follow);
  tab.on("goto", (target) => goTo(target));
  tab.on("theme", () => {
    paintTheme();
    base.layer.redraw();
    request();
  });
  tab.on("find", (found) => pointer.show(found));
  // Only what a person did counts as a view worth keeping in the link.
  map.on("dragstart zoomstart keydown", () => { moved = moved || !quiet; });
  map.on("moveend", () => {
    if (!moved || quiet || first) return;
    moved = false;
    touched = true;
    const { lat, lng } = map.getCenter();
    tab.send("view", [lat, wrap(lng), map.getZoom()]);
  });
  if (tab.scene) follow(tab.scene);
  getJson("live/sites.json").then((sites) => {
    model.sites = sites.map((site) => ({ ...site, x: worldX(site.lon), y: worldY(site.lat) }));
    request();
  }).catch(() => {});
  window.reachmap = { state: () => stateOf(model, scene.count), map, ready: base.ready };
  return window.reachmap;
}
