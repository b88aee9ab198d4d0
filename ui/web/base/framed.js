// Whether a page of someone else holds this one.

import { valueIn } from "./address.js";
import { appWindow } from "./bus.js";

/** The keys of an address that say how a page stands in a page of someone else. */
export const FRAME_KEYS = ["embed", "embed_options"];

/**
 * Whether this page, or the page around the map, was made to stand in a page of someone else. A saved page has no
 * link that says so: any frame is one of somebody else.
 * @returns {boolean}
 */
export function isFramed() {
  const home = appWindow();
  if (home.document.documentElement.hasAttribute("data-saved")) return home.parent !== home;
  return valueIn(home.location.search, "embed") === "true";
}
