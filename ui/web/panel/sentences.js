// Sentences of result about one ring: what is inside, and the nearest US soil. They are the browser's own,
// in the words of geo/reach/summary.py, which says them in pictures and cards; tests compare the two.

import { PLACE_LAYERS } from "../base/layers.js";
import { rangesByBearing } from "../flight/bearings.js";
import { ringName, whoNamed } from "../scene/ringwords.js";
import { sureKm } from "../scene/edges.js";
import { length } from "../scene/lengths.js";
import { speaking } from "../scene/scene.js";
import { reachText, spreadSentences } from "../scene/spreadwords.js";
import { classify, turningSentence, wayTo } from "../scene/turning.js";
import { people, plural, t } from "../base/words.js";

const COUNTED = PLACE_LAYERS.filter((layer) => layer.count);

/** @param {Place[]} places @param {string[]} show @returns {Place[]} */
const shownOf = (places, show) => places.filter(({ layer }) => show.includes(layer));

/**
 * Words such as "89 of the 178 cities on this map, 45 of the 99 bases, 1.1 bn people in towns over 15,000 (and 37 more
 * places in the band)"; "" while the places, or the `answer` of the ring's site, are on their way.
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
      const inside = all.filter((place) => classify(wayTo(answer, place.id), ring) === "in").length;
      return layer.count && all.length ? plural(...layer.count, all.length, { inside }) : "";
    });
  const inside = peopleIn(ring, answer);
  if (inside !== undefined) parts.push(t("{people} people in towns over 15,000", { people: people(inside) }));
  const inBand = shownOf(places, show).filter(({ id }) => classify(wayTo(answer, id), ring) === "band").length;
  return parts.filter(Boolean).join(", ") +
    (inBand ? plural(" (and 1 more place in the band)", " (and {n} more places in the band)", inBand) : "");
}

/**
 * How many people live in towns inside a ring; undefined where only Python can say it, in a sentence of its own.
 * @param {Ring} ring
 * @param {Answer} answer
 * @returns {number | undefined}
 */
function peopleIn(ring, answer) {
  if (!ring.rotating) return answer.people[Math.floor(sureKm(ring))];
  return answer.peopleInside?.(rangesByBearing(ring.lat, sureKm(ring)));
}

/**
 * The first sentence: what is within a ring, with the places in its band.
 * @param {Ring} ring
 * @param {Answer} answer
 * @param {Place[]} places
 * @param {Scene} scene
 * @returns {string}
 */
function countsSentence(ring, answer, places, { show, units }) {
  return t("Within {ring}: {counts}.", { ring: ringName(ring, units), counts: countersText(ring, answer, places, show) });
}

/**
 * How far the nearest US soil is, "" if none is shown, or the ring is no missile's.
 * @param {Ring} ring
 * @param {Answer} answer
 * @param {Place[]} places
 * @param {Scene} scene
 * @returns {string}
 */
function nearestUs(ring, answer, places, { show, units }) {
  const soil = shownOf(places, show).filter((place) => place.us_soil);
  if (!soil.length || ring.center) return ""; // around a battery or a city it is no missile's
  const nearest = soil.reduce((a, b) => (answer.km[b.id] < answer.km[a.id] ? b : a));
  const way = wayTo(answer, nearest.id);
  const state = reachText(ring, way, classify(way, ring));
  return t("Nearest US soil: {place}, {distance}, {state}.",
    { place: nearest.name, distance: length(way.km, units), state });
}

/**
 * {counts, who, nearest} of the active ring, null while places or distances are on their way.
 * @param {Scene} scene
 * @param {Answer | null | undefined} answer
 * @param {Place[] | null} places
 * @returns {Sentences | null}
 */
export function resultOf(scene, answer, places) {
  const index = speaking(scene);
  if (index === null) return { counts: t("No ring is shown."), who: "", spread: "", nearest: "" };
  if (!answer || !places) return null;
  const ring = scene.rings[index];
  return { counts: countsSentence(ring, answer, places, scene), who: whoNamed(ring),
    spread: [turningSentence(ring, scene.units), spreadSentences(ring, scene.units)].filter(Boolean).join(" "),
    nearest: nearestUs(ring, answer, places, scene) };
}
