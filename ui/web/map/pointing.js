// Hit tests under the pointer or a finger: tooltips, popups, and choosing a launch site by a click.

import { wrap } from "../earth/geodesic.js";
import { flightsAt } from "../testflights/pointed.js";
import { endOf } from "../testflights/flights.js";
import { flightPopup, flightTip } from "../testflights/popup.js";
import { isReady } from "./model.js";
import { placePopup, pointPopup, sitePopup, tooltip } from "./popup.js";
import { SITES_FROM_ZOOM } from "../base/style.js";
import { pacific } from "../camera/view.js";
import { t } from "../base/words.js";

const CONTROLS_PX = 54; // the buttons on the right, which a popup must not slip under
const FRAME_PX = 46; // Leaflet's own margins around a popup's words
const CORNER_PX = 90; // a button that lies in a corner, such as a phone's search, ends within this

/** @param {MapModel} model @param {WorldPoint} point @param {number} reach @returns {Hit | null} */
function hitAt(model, point, reach) {
  /** @type {Hit | null} */
  let best = null;
  let bestScore = Infinity;
  for (const hit of model.hits) {
    const distance = Math.hypot(hit.x - point.x, hit.y - point.y) - hit.r;
    const score = distance - (hit.site ? 1 : 0);
    if (distance < reach && score < bestScore) [best, bestScore] = [hit, score];
  }
  const flown = flightsAt(model, point, reach);
  return flown && flown.distance < bestScore ? flown.hit : best;
}

/**
 * A model that shows flights, and so has their facts.
 * @param {MapModel} model
 */
const withFlights = (model) => /** @type {ReadyModel & {flightFacts: FlightFacts}} */ (model);

/** @param {MapModel} model @returns {number} how far down the map's upper left corner is taken */
const cornerEnd = (model) => Math.max(0, ...model.reserved().filter(({ x0, y1 }) => x0 < CORNER_PX && y1 < CORNER_PX).map(({ y1 }) => y1));

/**
 * Whether a click came from a finger: browsers send a PointerEvent, which Leaflet does not say.
 * @param {MouseEvent} event
 * @returns {boolean}
 */
const isTouch = (event) => "pointerType" in event && event.pointerType === "touch";

/**
 * Return {refresh, show} of the map's popups; `redraw` is called when another place is selected, `follow` when
 * the pointer is on another flight.
 * @param {Leaflet} L
 * @param {LeafletMap} map
 * @param {MapModel} model
 * @param {Bus} tab
 * @param {() => void} redraw
 * @param {() => void} follow
 * @returns {{refresh(): void, show(found: BusEvents["find"]): void}}
 */
export function pointing(L, map, model, tab, redraw, follow) {
  /** @param {string} site */
  const start = (site) => tab.send("pick", { site });
  /** @returns {boolean} */
  const isAsked = () => tab.quiz?.() === "asked"; // a question is open (quiz.js): the map tells no distance
  /** @param {string} id */
  const select = (id) => {
    if (id === model.selected) return;
    model.selected = id;
    redraw();
  };
  /** @param {MapFlight[] | undefined} flights under the pointer: one alone stands out */
  const point = (flights) => {
    const id = flights?.length === 1 ? flights[0].flight.id : "";
    if (id === model.pointed) return;
    model.pointed = id;
    follow();
  };
  const tip = L.tooltip({ direction: "top", offset: [0, -8], className: "rm-tip" });
  /** @type {import("leaflet").Popup | null} */
  let popup = null;
  /** @type {(() => HTMLElement) | null} */
  let popupContent = null;
  /** @type {(() => string) | null} */
  let saidOf = null;
  let said = "";
  let isThere = () => true; // what it is about: on the map of an earlier day it may not be
  /**
   * @param {import("leaflet").LatLngExpression} latlng
   * @param {() => HTMLElement} content
   * @param {string} [id] of what it is about
   * @param {{isThere?: () => boolean, hangsOn?: () => string}} [more] whether that is on the map still; what the content
   *   hangs on, if not on all of the scene: it is not made anew with each change
   */
  const open = (latlng, content, id = "", more = {}) => {
    popupContent = content;
    saidOf = more.hangsOn ?? null;
    isThere = more.isThere ?? (() => true);
    said = saidOf?.() ?? "";
    const above = map.latLngToContainerPoint(latlng).y - FRAME_PX; // the map may not go further down
    popup = L.popup({
      maxHeight: Math.max(150, Math.min(0.6 * map.getSize().y, above)),
      maxWidth: Math.min(380, map.getSize().x - 10 - CONTROLS_PX - FRAME_PX), minWidth: 200,
      autoPanPaddingTopLeft: [10, cornerEnd(model) + 10], autoPanPaddingBottomRight: [CONTROLS_PX, 10],
    })
      .setLatLng(latlng).setContent(content()).openOn(map);
    popup.getElement()?.querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", t("Close popup"));
    select(id);
    popup.getElement()?.addEventListener("toggle", unfolded, { capture: true });
    popup.options.autoPan = false; // it came into view once; later words must not move the map
  };
  /** A part of it was unfolded: its height is found anew, and it comes into view. */
  const unfolded = () => {
    if (!popup) return;
    popup.options.autoPan = true;
    popup.update();
    popup.options.autoPan = false;
    map.fire("popupgrown", { popup });
  };
  /** @param {import("leaflet").LatLngExpression} latlng @param {MapFlight[]} flights */
  const openFlights = (latlng, flights) => {
    open(latlng, () => flightPopup(flights, withFlights(model)), flights.length === 1 ? flights[0].flight.id : "", {
      isThere: () => flights.every(({ flight }) => model.flights.some((shown) => shown.flight === flight)),
      hangsOn: () => JSON.stringify([model.scene?.units, model.scene?.date, model.palette.ink]),
    });
  };
  /** @param {import("leaflet").LatLngExpression} latlng @param {MapPlace} place */
  const openPlace = (latlng, place) => {
    const now = () => model.placeById.get(place.id); // told as of the day that is shown
    open(latlng, () => placePopup(now() ?? place, /** @type {ReadyModel} */ (model)), place.id, { isThere: () => Boolean(now()) });
  };
  map.on("popupclose", () => {
    popup = null;
    select("");
  });
  map.on("mousemove", ({ containerPoint }) => {
    const hit = isReady(model) && !isAsked() && hitAt(model, containerPoint, 5);
    map.getContainer().style.cursor = hit ? "pointer" : "";
    point(hit ? hit.flights : undefined);
    if (!hit) return void tip.remove();
    tip.setContent(hit.flights ? flightTip(hit.flights, withFlights(model)) : tooltip(hit, /** @type {ReadyModel} */ (model))).setLatLng(map.containerPointToLatLng([hit.x, hit.y]));
    return void tip.addTo(map);
  });
  map.on("mouseout", () => {
    tip.remove();
    point(undefined);
  });
  map.on("click", ({ latlng, containerPoint, originalEvent }) => {
    if (!isReady(model)) return;
    if (tab.quiz?.()) return void tab.send("tap", { lat: latlng.lat, lon: wrap(latlng.lng) });
    const hit = hitAt(model, containerPoint, isTouch(originalEvent) ? 16 : 6);
    tip.remove();
    const { place, site, flights } = hit ?? {};
    if (hit && flights) openFlights(map.containerPointToLatLng([hit.x, hit.y]), flights);
    else if (hit && place) openPlace(map.containerPointToLatLng([hit.x, hit.y]), place);
    else if (hit && site) {
      if (!site.typed) start(site.id);
      open(map.containerPointToLatLng([hit.x, hit.y]), () => sitePopup(site, model, start), site.id);
    } else {
      const [lat, lon] = [latlng.lat, latlng.lng].map((deg) => Number(deg.toFixed(3))); // a pixel is no finer
      open(latlng, () => pointPopup(lat, lon, "", model, start));
    }
  });
  return {
    refresh() {
      if (popup && !isThere()) map.closePopup(popup);
      const now = saidOf?.() ?? "";
      if (popup && popupContent && (!saidOf || now !== said)) popup.setContent(popupContent());
      said = now;
    },
    show({ lat, lon, name, id, site: siteId, flight: flightId }) {
      if (!isReady(model)) return;
      const flight = flightId && model.flights.find((known) => known.flight.id === flightId);
      if (flight) {
        const [endLat, endLon] = endOf(flight);
        map.setView([endLat, pacific(endLon)], Math.max(map.getZoom(), SITES_FROM_ZOOM), { animate: false });
        openFlights([endLat, pacific(endLon)], [flight]);
        return;
      }
      /** @type {LatLonPair} */
      const at = [lat, pacific(lon)];
      const place = id && model.placeById.get(id);
      const site = siteId && model.sites.find((known) => known.id === siteId);
      map.setView(at, Math.max(map.getZoom(), site ? SITES_FROM_ZOOM : 3), { animate: false });
      if (place) return void openPlace(at, place);
      open(at, () => (site ? sitePopup(site, model, start) : pointPopup(lat, lon, name, model, start)), site ? site.id : "");
    },
  };
}

