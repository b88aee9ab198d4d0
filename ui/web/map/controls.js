// Controls on the map: scale bar, pointer position, full screen, notices.

import { mapFrame } from "../base/bus.js";
import { el, icon, setText } from "../base/dom.js";
import { inverse, wrap } from "../earth/geodesic.js";
import { KM_PER_UNIT } from "../base/facts.js";
import { decimal, inContext, t } from "../base/words.js";

/**
 * @param {Leaflet} L
 * @param {import("leaflet").ControlPosition} position
 * @param {HTMLElement} node
 * @returns {import("leaflet").Control}
 */
function corner(L, position, node) {
  const control = new L.Control({ position });
  control.onAdd = () => {
    L.DomEvent.disableClickPropagation(node);
    L.DomEvent.disableScrollPropagation(node);
    return node;
  };
  return control;
}

/** @param {number} value @returns {number} */
function roundDown(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [5, 2, 1].map((step) => step * power).find((step) => step <= value) || power;
}

/**
 * A scale bar in the units chosen. On Mercator a bar is true at one latitude only, so it says at
 * which: the middle of the view.
 * @param {Leaflet} L
 * @param {LeafletMap} map
 * @param {MapModel} model
 * @returns {{control: import("leaflet").Control, update(): void, parts: ScaleParts}}
 */
export function scaleBar(L, map, model) {
  const text = el("span");
  const bar = el("i");
  const node = el("div", { class: "rm-scale" }, text, bar);
  const update = () => {
    const size = map.getSize();
    const middle = size.y / 2;
    const a = map.containerPointToLatLng([size.x / 2 - 50, middle]);
    const b = map.containerPointToLatLng([size.x / 2 + 50, middle]);
    const units = model.scene ? model.scene.units : "km";
    const per100px = inverse(a.lat, a.lng, b.lat, b.lng).km / KM_PER_UNIT[units];
    if (!(per100px > 0)) return;
    const nice = roundDown(per100px * 1.2);
    bar.style.width = `${Math.round((100 * nice) / per100px)}px`;
    const length = `${decimal(nice, 3)} ${units}`;
    const degrees = Math.abs(Math.round(a.lat));
    setText(text, a.lat >= 0 ? t("{length} at {degrees}\u00b0N", { length, degrees })
      : t("{length} at {degrees}\u00b0S", { length, degrees }));
  };
  map.on("moveend zoomend resize", update);
  return { control: corner(L, "bottomright", node), update, parts: { node, text, bar } };
}

/**
 * The pointer's latitude and longitude, in that order.
 * @param {Leaflet} L
 * @param {LeafletMap} map
 * @returns {import("leaflet").Control}
 */
export function pointerPosition(L, map) {
  const node = el("div", { class: "rm-pointer", "aria-hidden": "true" });
  map.on("mousemove", ({ latlng }) => {
    const lon = wrap(latlng.lng);
    const [ns, ew] = [latlng.lat, lon].map((degrees) => decimal(Math.abs(degrees), 2, 2));
    const north = latlng.lat >= 0 ? t("{degrees}\u00b0N", { degrees: ns }) : t("{degrees}\u00b0S", { degrees: ns });
    const east = lon >= 0 ? t("{degrees}\u00b0E", { degrees: ew }) : t("{degrees}\u00b0W", { degrees: ew });
    setText(node, `${north} ${east}`);
  });
  map.on("mouseout", () => setText(node, ""));
  return corner(L, "bottomright", node);
}

/**
 * A button that shows all rings as a whole; `want(true)` when the active one is mostly out of view.
 * @param {Leaflet} L
 * @param {() => void} press
 * @returns {{control: import("leaflet").Control, want(isOut: boolean): void}}
 */
export function fitButton(L, press) {
  const [word, does] = [inContext("button", "Fit"), t("Show whole ring")];
  const button = el("button", {
    type: "button", class: "rm-fit", "data-testid": "fit", title: does, "aria-label": `${word}: ${does}`, onclick: press,
  }, word);
  return {
    control: corner(L, "topright", el("div", { class: "leaflet-bar" }, button)),
    want(isOut) {
      button.classList.toggle("rm-wanted", isOut);
    },
  };
}

/**
 * Full screen of the map's frame (asked of the frame, whose page may grant it); null where none can be had, as on iPhones.
 * @param {Leaflet} L
 * @returns {import("leaflet").Control | null}
 */
export function fullScreen(L) {
  if (!(mapFrame() ?? document.documentElement).ownerDocument.fullscreenEnabled) return null;
  const button = el("a", {
    href: "#", role: "button", title: t("Full screen"), "aria-label": t("Full screen"), class: "rm-full",
    onclick: (event) => {
      event.preventDefault();
      const frame = mapFrame() ?? document.documentElement;
      const page = frame.ownerDocument;
      if (page.fullscreenElement) page.exitFullscreen();
      else frame.requestFullscreen().catch(() => {});
    },
  }, icon("M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4"));
  return corner(L, "topright", el("div", { class: "leaflet-bar" }, button));
}

/**
 * A line of notice over the map; `show(text)`, `hide()`.
 * @param {Leaflet} L
 * @returns {Notice}
 */
export function notice(L) {
  const text = el("span");
  const node = el("div", { class: "rm-notice", role: "status", hidden: true }, text,
    el("button", { type: "button", "aria-label": t("Close"), onclick: () => (node.hidden = true) }, "\u00d7"));
  return {
    node,
    control: corner(L, "topright", node),
    /** @param {string} words */
    show(words) {
      setText(text, words);
      node.hidden = false;
    },
    hide() {
      node.hidden = true;
    },
  };
}
