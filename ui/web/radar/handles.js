// Handles on the map for the chosen radar, for mouse and finger; who has neither uses the sliders of the panel. What they
// are dragged to is told on the bus: whoever holds the scene changes it, and the handles follow that.

import { LIMITS } from "../base/facts.js";
import { inverse, wrap } from "../earth/geodesic.js";
import { gripsOf, heldSector, nearTo, turnedTo, widenedTo } from "./grips.js";

/** @typedef {"middle" | "end"} Grip */

/**
 * Return the handles; `follow` has them stand where the sector is now.
 * @param {Leaflet} L
 * @param {ReadyModel} model
 * @param {Bus} tab
 * @returns {{follow(map: LeafletMap): void}}
 */
export function handles(L, model, tab) {
  /** @type {ShownSector | null} */
  let held = null;
  /** @type {ShownSector | null} */
  let seized = null; // as it was
  /** @type {BusEvents["radar"] | null} */
  let told = null; // by this drag, last
  /** @param {Grip} grip @returns {import("leaflet").Marker} */
  const marker = (grip) => {
    const made = L.marker([0, 0], {
      pane: "rmGrips", draggable: true, keyboard: false, autoPan: false,
      icon: L.divIcon({ className: `rm-grip rm-grip-${grip}`, iconSize: [20, 20], iconAnchor: [10, 10] }),
    });
    made.on("add", () => made.getElement()?.setAttribute("aria-hidden", "true"));
    made.on("dragstart", () => { seized = held; });
    made.on("drag", () => {
      if (!seized) return;
      const { lat, lng } = made.getLatLng();
      const way = inverse(seized.lat, seized.lon, lat, wrap(lng));
      told = { id: seized.radar.id, ...(grip === "middle" ? turnedTo(way, LIMITS.radar_km) : widenedTo(way, seized.azimuth)), rests: false };
      tab.send("radar", told);
      stand();
    });
    made.on("dragend", () => {
      if (told) tab.send("radar", { ...told, rests: true });
      seized = told = null;
      stand();
    });
    return made;
  };
  /** @type {Record<Grip, import("leaflet").Marker>} */
  const markers = { middle: marker("middle"), end: marker("end") };
  const grips = /** @type {Grip[]} */ (Object.keys(markers));
  /** @type {LeafletMap | null} */
  let map = null;
  const stand = () => {
    if (!held || !map) return;
    const center = map.getCenter().lng;
    const at = gripsOf(held);
    for (const grip of grips) markers[grip].setLatLng([at[grip][0], nearTo(at[grip][1], center)]);
  };
  return {
    follow(over) {
      if (!map) over.on("moveend", stand);
      map = over;
      const dragged = told?.km && model.sectors.find(({ radar, km }) => radar.id === told?.id && km === told.km); // which may be the widest no longer
      held = tab.quiz?.() === "asked" ? null : dragged || heldSector(model);
      for (const grip of grips) {
        const isShown = held !== null && (grip === "middle" || held.width < 360 || seized !== null);
        if (!isShown) markers[grip].remove();
        else if (!over.hasLayer(markers[grip])) markers[grip].addTo(over);
      }
      stand();
    },
  };
}
