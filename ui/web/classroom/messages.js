// What a class is told, in the shape of this browser. The server has read and written anew whatever came
// from a leader (ui/rooms), so nothing is judged here; who says what is found again in the page's language.

import { LED_FIELDS } from "../base/facts.js";

/**
 * A ring without the server's English words.
 * @param {ToldRing} told
 * @returns {ToldRing & {name: string}}
 */
const ringOf = ({ site, lat, lon, low, best, high, label, spread, rotating, hidden = false, center = null }) => (
  { site, name: site, lat, lon, low, best, high, label, spread, rotating, hidden, center: center && { ...center, kind: "" } });

/** @param {RadarAssumption} told @returns {RadarAssumption} */
const radarOf = ({ id, km, azimuth, width }) => ({ id, km, azimuth, width });

/**
 * The scene of a message: what of it the leader moves, with no story where none is told.
 * @param {ToldScene} told
 * @returns {ClassScene}
 */
export function sceneOf(told) {
  const led = /** @type {ToldScene} */ (Object.fromEntries(Object.entries(told).filter(([field]) => LED_FIELDS.includes(field))));
  return { ...led, rings: led.rings.map(ringOf), radars: (led.radars ?? []).map(radarOf), story: led.story ?? "", step: led.step ?? 1 };
}

/**
 * {id, kind, place, ring, rings} of a poll: it asks of a place and a ring, or which of the rings is believed.
 * @param {ToldPoll} told
 * @returns {Poll}
 */
export function pollOf(told) {
  const { id } = told;
  if (told.kind === "believe") return { id, kind: told.kind, place: "", ring: null, rings: told.choices.map(ringOf) };
  return { id, kind: told.kind, place: told.place, ring: ringOf(told.ring), rings: [] };
}

/**
 * The counts of a poll's bars, [] where they are taken away; null if they are another poll's.
 * @param {ToldBars} told
 * @param {Poll | null} poll
 * @returns {number[] | null}
 */
export const countsOf = ({ poll: id, counts }, poll) => (id === poll?.id ? counts : null);
