// What a class is told, in the shape of this browser. The server has read and written anew whatever came
// from a leader (ui/rooms), so nothing is judged here; who says what is found again in the page's language.

/** A ring without the server's English words. */
const ringOf = ({ site, lat, lon, low, best, high, label }) => ({ site, name: site, lat, lon, low, best, high, label });

/** The scene of a message: what of it the leader moves, with no story where none is told. */
export function sceneOf({ rings, show, units, date, radars, at, targets, active, story, step }) {
  return { rings: rings.map(ringOf), show, units, date, radars, at, targets, active, story: story ?? "", step: step ?? 1 };
}

/** {id, kind, place, ring, rings} of a poll: it asks of a place and a ring, or which of the rings is believed. */
export function pollOf({ id, kind, place, ring, choices }) {
  return { id, kind, place: place ?? "", ring: ring && ringOf(ring), rings: kind === "believe" ? choices.map(ringOf) : [] };
}

/** The counts of a poll's bars, [] where they are taken away; null if they are another poll's. */
export const countsOf = ({ poll: id, counts }, poll) => (id === poll?.id ? counts : null);
