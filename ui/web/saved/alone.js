// What a page without Streamlit does itself: it puts the map into the page, hands the parts their data,
// and is light or dark as the system is.

import { bus } from "../base/bus.js";
import { attach } from "../map/map.js";

/**
 * Return what stands in the page under a name; the page says what it is.
 * @template {keyof SavedFacts} N
 * @param {N} name
 * @returns {SavedFacts[N]}
 */
export function inlined(name) {
  return JSON.parse(document.getElementById(name)?.textContent ?? "null");
}

/**
 * Return what Streamlit would hand to a part of the page; `told` hears what the part hands over.
 * @template T
 * @param {T} data
 * @param {Component<T>["setStateValue"]} [told]
 * @returns {Component<T>}
 */
export function part(data, told = () => {}) {
  return { parentElement: document, data, setStateValue: told };
}

/**
 * @param {import("leaflet").MapOptions} view
 * @param {MapOptions} options
 */
export function showMap(view, options) {
  attach(window.L, window.L.map("map", view), options);
}

/** Light or dark as the system is, and when it changes. */
export function followTheme() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => {
    document.documentElement.dataset.theme = dark.matches ? "dark" : "light";
    bus().send("theme", { dark: dark.matches });
  };
  paint();
  dark.addEventListener("change", paint);
}
