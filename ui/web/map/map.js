// The live map: attaches to the Leaflet map that Folium made, and follows the scene on the bus.

import { baseMap } from "./basemap.js";
import { appWindow, bus } from "../base/bus.js";
import { worldX, worldY } from "../earth/canvaslayer.js";
import { fullScreen, notice, pointerPosition, scaleBar } from "./controls.js";
import { oncePerFrame } from "../base/frames.js";
import { legend } from "./legend.js";
import { getWords } from "../base/live.js";
import { createModel, fetchFor, isReady, stateOf } from "./model.js";
import { overlay } from "./overlay.js";
import { pictureOf } from "../share/picture.js";
import { pointing } from "./pointing.js";
import { followPresentation } from "../present/inframe.js";
import { DARK, LIGHT } from "../base/facts.js";
import { isDark } from "../base/style.js";
import { tileSwitch } from "./tiles.js";
import { viewpointOf } from "./viewpoint.js";
import { LANG, t } from "../base/words.js";

/** @param {LeafletMap} map @returns {Box[]} */
function reservedBoxes(map) {
  const home = map.getContainer().getBoundingClientRect();
  const frame = window.frameElement ? window.frameElement.getBoundingClientRect() : { left: 0, top: 0 };
  /** @type {Pick<DOMRect, "left" | "right" | "top" | "bottom">[]} */
  const above = [...appWindow().document.querySelectorAll("[data-over-map]")] // of the page, such as a story
    .map((node) => node.getBoundingClientRect()).filter((box) => box.width)
    .map(({ left, right, top, bottom }) => (
      { left: left - frame.left, right: right - frame.left, top: top - frame.top, bottom: bottom - frame.top }));
  const controls = [...map.getContainer().querySelectorAll(".leaflet-control")]
    .map((node) => node.getBoundingClientRect()).filter((box) => box.width);
  return [...controls, ...above]
    .map((box) => ({
      x0: box.left - home.left - 4, x1: box.right - home.left + 4,
      y0: box.top - home.top - 4, y1: box.bottom - home.top + 4,
    }));
}

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
  for (const [name, z] of [["rmBase", "150"], ["rmTiles", "180"], ["rmScene", "420"]]) {
    const pane = map.createPane(name);
    pane.style.zIndex = z;
    if (name !== "rmTiles") pane.style.pointerEvents = "none";
  }
  map.attributionControl.setPrefix(false);
  map.attributionControl.addAttribution(options.attribution);
  const paintTheme = () => {
    model.dark = isDark();
    model.palette = model.dark ? DARK : LIGHT;
    map.getContainer().classList.toggle("rm-dark", model.dark);
  };
  paintTheme();
  const view = viewpointOf(L, map, tab);
  const base = baseMap(L, () => model.palette);
  const scene = overlay(L, model);
  const info = legend(L);
  const note = notice(L);
  const scale = scaleBar(L, map, model);
  const useTiles = tileSwitch(L, map, options.providers, note);
  [L.control.zoom({ position: "topright", zoomInTitle: t("Zoom in"), zoomOutTitle: t("Zoom out") }), fullScreen(L), note.control, pointerPosition(L, map),
    scale.control, info.control].forEach((control) => control.addTo(map));
  base.layer.addTo(map);
  /** @type {Box[] | null} */
  let boxes = null;
  map.on("resize moveend", () => { boxes = null; });
  map.on("zoomend", () => { if (isReady(model)) info.update(model, map.getZoom()); });
  info.node.addEventListener("toggle", () => { boxes = null; scene.layer.redraw(); }, true);
  model.reserved = () => (boxes || (boxes = reservedBoxes(map)));
  const pointer = pointing(L, map, model, tab);

  const request = oncePerFrame(() => {
    if (!isReady(model)) return;
    model.restate();
    scene.layer.redraw(); // before the page's words change, or setting a font waits for their styles
    info.update(model, map.getZoom());
    pointer.refresh();
  });
  /** @param {Scene} next */
  const follow = (next) => {
    const legendChanged = !model.scene || model.scene.rings.length !== next.rings.length;
    model.scene = next;
    if (!view.isSet) {
      view.goTo(next);
      scene.layer.addTo(map);
    }
    if (legendChanged) boxes = null;
    useTiles(next.base);
    if (isReady(model)) fetchFor(model, request);
    scale.update();
    request();
  };
  map.on("resize", () => view.resized(model.scene));
  tab.on("scene", follow);
  tab.on("goto", (target) => view.goTo(target));
  tab.on("legend", () => info.toggle());
  tab.on("covered", () => { boxes = null; request(); });
  followPresentation(tab, map, model, () => { boxes = null; request(); });
  tab.on("picture", (asked) => { // the dialog "Share" asks
    if (isReady(model)) asked.answer(pictureOf(map, model, { symbols: info.symbols(), scale: scale.parts }));
  });
  tab.on("theme", () => {
    paintTheme();
    base.layer.redraw();
    request();
  });
  tab.on("find", (found) => {
    view.isAsked();
    pointer.show(found);
  });
  if (tab.scene) follow(tab.scene);
  getWords("live/sites.json").then((sites) => {
    model.sites = sites.map((site) => ({ ...site, x: worldX(site.lon), y: worldY(site.lat) }));
    request();
  }).catch(() => {});
  window.reachmap = { state: () => stateOf(model, scene.count), map, ready: base.ready, larger: () => model.larger, legendPx: () => info.node.offsetHeight };
  return window.reachmap;
}
