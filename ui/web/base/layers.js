// Layers and states of reach by their ids, and what they are called in the language of the page.

import { LAYERS, STATES } from "./facts.js";
import { t } from "./words.js";

/** The layers whose items are places. */
export const PLACE_LAYERS = LAYERS.filter((layer) => layer.is_place);

const BY_ID = new Map(LAYERS.map((layer) => [layer.id, layer]));

/** The row of a layer (geo/facts/layers.py). */
export const layerOf = (id) => BY_ID.get(id);

/** Whether a place has people: these give its symbol a size and its name a rank. */
export const isPeopled = (place) => layerOf(place.layer).is_peopled;

/** What it is called to be inside, in the band or outside, by state. */
export const STATE_WORDS = Object.fromEntries(STATES.map((state) => [state.id, t(state.word)]));
