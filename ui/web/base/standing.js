// What of the places is known on a day: the rules of geo/records/standing.py, where a test compares the two.
// All places are sent once, so that a day that is dragged waits for nobody.

/**
 * Whether a place stood on a day; text of less than a day, such as 2013-04, compares as is meant.
 * @param {Place} place
 * @param {string} day
 * @returns {boolean}
 */
function stoodOn({ deployed_from: from, deployed_to: to, on_dated_maps: isDated, away }, day) {
  if (away && away[0] <= day && day < away[1]) return false;
  return isDated && !(from && from > day) && !(to && to < day.slice(0, to.length));
}

/** @param {Place} place @param {string} day @returns {string} what had happened to it by then, a line each */
const happenedBy = ({ events }, day) => events.filter(([date]) => date <= day).map(([, words]) => words).join("\n");

/**
 * The places that stood on a day, without what only later days know of them: what had happened by then is their notes.
 * @param {Place[]} places
 * @param {string} day
 * @returns {Place[]}
 */
export const placesOn = (places, day) => places.filter((place) => stoodOn(place, day))
  .map((place) => ({ ...place, notes: happenedBy(place, day), status: "", until: "", deployed_to: null }));

/**
 * Which places there are, and whether they are told as of a day, with how much: on most days that is as on the day before.
 * @param {Place[]} places
 * @param {string} date "" for all days
 * @returns {string}
 */
export const placesKey = (places, date) => (
  date ? `dated ${places.map(({ id, notes }) => id + notes.length).join()}` : `all ${places.map(({ id }) => id).join()}`);
