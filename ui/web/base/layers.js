// Layers and states of reach by their ids, and what they are called in the language of the page.

import { LAYERS, STATES } from "./facts.js";
import { t } from "./words.js";

/** The layers whose items are places. */
export const PLACE_LAYERS = LAYERS.filter((layer) => layer.is_place);

const BY_ID = new Map(LAYERS.map((layer) => [layer.id, layer]));

/**
 * The row of a layer (geo/facts/layers.py).
 * @param {string} id one of LAYERS
 * @returns {import("./facts.js").Layer}
 */
export function layerOf(id) {
  const layer = BY_ID.get(id);
  if (!layer) throw new Error(`no layer ${id}`);
  return layer;
}

/**
 * Whether a place has people: these give its symbol a size and its name a rank.
 * @param {{ layer: string }} place
 */
export const isPeopled = (place) => layerOf(place.layer).is_peopled;

/** What it is called to be inside, in the band or outside, by state. */
export const STATE_WORDS = Object.fromEntries(STATES.map((state) => [state.id, t(state.word)]));
