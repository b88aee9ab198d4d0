// The counts of one ring: cities, bases and people inside, as geo/summary.py words them.

import { classify, people, sureKm } from "./scene.js";

/** Words such as "96 of 133 cities, 61 of 84 bases, 1.4 bn people in towns over 15,000". */
export function countersText(ring, answer, places, show) {
  if (!answer || !places) return "";
  const parts = [["cities", "cities"], ["bases", "bases"]].filter(([layer]) => show.includes(layer))
    .map(([layer, words]) => {
      const all = places.filter((place) => place.layer === layer);
      const inside = all.filter((place) => classify(answer.km[place.id], ring) === "in").length;
      return `${inside} of ${all.length} ${words}`;
    });
  parts.push(`${people(answer.people[Math.floor(sureKm(ring))])} people in towns over 15,000`);
  return parts.join(", ");
}
