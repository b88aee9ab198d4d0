// The counts of one ring: cities, bases and people inside, as geo/reach/summary.py words them.

import { people } from "../base/words.js";
import { classify, sureKm } from "../scene/scene.js";
import { t } from "../base/words.js";

/** @type {Record<string, (counts: {inside: number, all: number}) => string>} */
const COUNTED = {
  cities: (counts) => t("{inside} of {all} cities", counts),
  bases: (counts) => t("{inside} of {all} bases", counts),
};

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
  const parts = Object.entries(COUNTED).filter(([layer]) => show.includes(layer))
    .map(([layer, say]) => {
      const all = places.filter((place) => place.layer === layer);
      const inside = all.filter((place) => classify(answer.km[place.id], ring) === "in").length;
      return say({ inside, all: all.length });
    });
  parts.push(t("{people} people in towns over 15,000", { people: people(answer.people[Math.floor(sureKm(ring))]) }));
  return parts.join(", ");
}
