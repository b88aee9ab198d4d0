// The counts of one ring: cities, bases and people inside, as geo/reach/summary.py words them.

import { PLACE_LAYERS } from "../base/layers.js";
import { classify, sureKm } from "../scene/scene.js";
import { people, t } from "../base/words.js";

const COUNTED = PLACE_LAYERS.filter((layer) => layer.count);

/**
 * Words such as "96 of 133 cities, 61 of 84 bases, 1.4 bn people in towns over 15,000".
 * @param {Ring} ring
 * @param {Answer | null | undefined} answer
 * @param {Place[] | null} places
 * @param {string[]} show
 * @returns {string}
 */
export function countersText(ring, answer, places, show) {
  if (!answer || !places) return "";
  const parts = COUNTED.filter((layer) => show.includes(layer.id))
    .map((layer) => {
      const all = places.filter((place) => place.layer === layer.id);
      const inside = all.filter((place) => classify(answer.km[place.id], ring) === "in").length;
      return t(layer.count, { inside, all: all.length });
    });
  parts.push(t("{people} people in towns over 15,000", { people: people(answer.people[Math.floor(sureKm(ring))]) }));
  return parts.join(", ");
}
