// The live map: attaches to the Leaflet map that Folium made, and follows the scene on the bus.

import { askedPlaces, assumedSectors } from "../camera/asked.js";
import { baseMap } from "./basemap.js";
import { appWindow, bus } from "../base/bus.js";
import { worldX, worldY } from "../earth/canvaslayer.js";
import { fitButton, fullScreen, notice, pointerPosition, scaleBar } from "./controls.js";
import { forgetWords } from "../earth/wordpictures.js";
import { flightLayer } from "../testflights/layer.js";
import { sectorLayer } from "../radar/layer.js";
import { oncePerFrame } from "../base/frames.js";
import { shareGestures } from "./gestures.js";
import { legend } from "../legend/legend.js";
import { legendPlace } from "../legend/place.js";
import { getWords } from "../base/live.js";
import { createModel, fetchFor, isReady, stateOf } from "./model.js";
import { overlay } from "./overlay.js";
import { layForPrinter } from "../print/printed.js";
import { pictureOf } from "../share/picture.js";
import { pointing } from "./pointing.js";
import { followPresentation } from "../present/inframe.js";
import { coveredBoxes, withMargin } from "./covered.js";
import { speaking } from "../scene/scene.js";
import { themeNow, whenThemeChanges } from "./theme.js";
import { tileSwitch } from "./tiles.js";
import { viewpointOf } from "../camera/viewpoint.js";
import { LANG, t } from "../base/words.js";

/** @param {Scene} scene @returns {Ring | undefined} */
const spokenRing = (scene) => scene.rings[speaking(scene) ?? -1];

/**
 * Attach to a Leaflet map. `options`: {providers, attribution}.
 * @param {Leaflet} L
 * @param {LeafletMap} map
 * @param {MapOptions} options
 * @returns {Window["reachmap"]}
 */
export function attach(L, map, options) {
  document.documentElement.lang = LANG;
  if (window !== appWindow()) document.title = "Reachmap"; // the frame, which Streamlit names after its package
  const tab = bus();
  const model = createModel();
  for (const [name, z] of [["rmBase", "150"], ["rmTiles", "180"], ["rmTests", "405"], ["rmSectors", "407"], ["rmRings", "410"], ["rmScene", "420"], ["rmNames", "430"], ["rmSectorNames", "432"], ["rmTags", "435"], ["rmGrips", "640"]]) {
    const pane = map.createPane(name);
    pane.style.zIndex = z;
    if (name !== "rmTiles") pane.style.pointerEvents = "none";
  }
  map.attributionControl.setPrefix(false);
  map.attributionControl.addAttribution(options.attribution);
  const paintTheme = () => {
    Object.assign(model, themeNow());
    map.getContainer().classList.toggle("rm-dark", model.dark);
  };
  paintTheme();
  const view = viewpointOf(L, map, tab, {
    places: (goal) => askedPlaces(model, goal), sectors: (goal) => assumedSectors(model, goal),
  });
  const base = baseMap(L, () => model.palette);
  const scene = overlay(L, model, options.painter);
  const flights = flightLayer(L, model);
  const sectors = sectorLayer(L, /** @type {ReadyModel} */ (model), { // it paints nothing before there is a scene
    tab, drawn: () => { scene.count.draws += 1; }, rested: () => request(),
  });
  const info = legend();
  const note = notice(L);
  const scale = scaleBar(L, map, model);
  const useTiles = tileSwitch(L, map, options.providers, note);
  const fit = fitButton(L, () => {
    if (!model.scene) return;
    view.goTo({ ...model.scene, at: null, animate: true });
    tab.send("fit", null);
  });
  [L.control.zoom({ position: "topright", zoomInTitle: t("Zoom in"), zoomOutTitle: t("Zoom out") }), fit.control, fullScreen(L), note.control,
    pointerPosition(L, map), scale.control].forEach((control) => control?.addTo(map));
  shareGestures(map, tab);
  base.layer.addTo(map);
  /** @type {Box[] | null} */
  let boxes = null;
  let isAtHand = false; // somebody has set a ring since we moved the map
  let isMoving = false; // somebody sets one
  /** @type {Element | null} */
  let read = null; // the popup that is open
  const standLegend = legendPlace(L, map, model, isReady, {
    info, others: () => coveredBoxes(map, info.node, read), isKept: () => view.theirs || isAtHand || read !== null, moved: () => { boxes = null; request(); },
  });
  map.on("resize moveend", () => {
    boxes = null;
    isAtHand &&= view.theirs;
    standLegend();
  });
  map.on("zoomend", () => { if (isReady(model)) sectors.follow(map); }); // circles of interceptors are drawn from near by
  map.on("popupopen popupgrown popupclose", ({ type, popup }) => {
    read = type === "popupclose" ? null : popup.getElement() ?? null; // one that closes fades for a while
    if (!isMoving) standLegend();
  });
  model.reserved = () => (boxes || (boxes = coveredBoxes(map).map(withMargin)));
  const pointer = pointing(L, map, model, tab, () => {
    flights.follow(map);
    scene.redraw();
  }, () => flights.follow(map));

  const request = oncePerFrame(() => {
    if (!isReady(model)) return;
    model.restate();
    flights.follow(map);
    sectors.follow(map);
    scene.redraw(); // before the page's words change, or setting a font waits for their styles
    info.update(model, map.getZoom());
    pointer.refresh();
  });
  /** @param {Scene} next */
  const follow = (next) => {
    const isFirst = !model.scene;
    model.scene = next;
    if (!view.isSet) {
      view.goTo(next);
      scene.addTo(map);
    }
    useTiles(next.base);
    if (isReady(model)) fetchFor(model, () => { if (isReady(model)) view.seek(model.scene); request(); standLegend(); });
    scale.update();
    request();
    if (isFirst) standLegend();
  };
  map.on("resize", () => view.resized(model.scene));
  tab.on("scene", follow);
  tab.on("goto", (target) => view.goTo(target));
  tab.on("legend", () => info.toggle());
  const wantFit = () => fit.want(isReady(model) && view.hasLeft(spokenRing(model.scene)));
  map.on("moveend", wantFit);
  tab.on("settled", (rested) => {
    [isAtHand, isMoving] = [true, false];
    standLegend();
    view.ease(rested, spokenRing(rested));
    wantFit();
  });
  tab.on("mine", () => {
    isMoving = true;
    view.hold();
  });
  const cover = () => {
    boxes = null;
    if (!isMoving) standLegend();
    request();
  };
  tab.on("covered", cover);
  followPresentation(tab, map, model, cover);
  info.changed = cover;
  tab.on("picture", (asked) => { // the dialog "Share" asks
    scene.rest();
    if (isReady(model)) asked.answer(pictureOf(map, model, { symbols: info.rows, scale: scale.parts }));
  });
  layForPrinter({
    model, isReady, scale: scale.parts, symbols: () => info.rows, rest: scene.rest,
    lender: { map, view, redraw: () => { base.layer.redraw(); flights.redraw(); sectors.redraw(); scene.repaint(); } },
  });
  const repaint = () => {
    paintTheme();
    base.layer.redraw();
    request();
  };
  tab.on("theme", repaint);
  whenThemeChanges(repaint);
  tab.on("find", (found) => {
    view.isAsked();
    pointer.show(found);
  });
  if (tab.scene) follow(tab.scene);
  getWords("live/sites.json").then((sites) => {
    model.sites = sites.map((site) => ({ ...site, x: worldX(site.lon), y: worldY(site.lat) }));
    request();
  }).catch(() => {});
  getWords("live/regions.json").then((regions) => {
    model.regions = regions;
    request();
  }).catch(() => {}); // a map without them is right, too
  document.fonts?.addEventListener("loadingdone", () => {
    forgetWords();
    model.words += 1;
    info.fitted = ""; // all words have another size now
    cover();
  });
  window.reachmap = { state: () => stateOf(map, model, { count: scene.count, labels: () => [...scene.labels(), ...sectors.labels()] }), map, ready: base.ready, larger: () => model.larger, legendPx: () => info.node.offsetHeight };
  return window.reachmap;
}
