// What is found on the map of a day: no battery or radar that did not stand then, and it is said why. The rule is that
// of all maps of a day (base/standing.js, geo/records/standing.py).

import { placesOn } from "../base/standing.js";
import { dateText, t } from "../base/words.js";
import { isKnown } from "../base/known.js";

/**
 * An answer without the places that did not stand on a day, which its message names; a launch site that was first used
 * later says so.
 * @param {FindAnswer} answer
 * @param {string} day
 * @param {Place[]} places of all days
 * @param {Site[]} sites
 * @returns {FindAnswer}
 */
export function foundOn({ results, message, online }, day, places, sites) {
  const there = new Set(placesOn(places, day).map(({ id }) => id));
  const missing = results.filter(({ id }) => id && !there.has(id));
  const said = missing.length ? t("Not on the map of {date}: {names}.", {
    date: dateText(day), names: missing.map(({ id, name }) => withDays(name, places.find((place) => place.id === id), day)).join("; "),
  }) : "";
  return {
    results: results.filter(({ id }) => !id || there.has(id)).map((found) => withFirstUse(found, sites, day)),
    message: [message, said].filter(Boolean).join(" "), online,
  };
}

/**
 * A name with what says why it is not there: "Clear (since 2021-12-06)".
 * @param {string} name
 * @param {Place | undefined} place
 * @param {string} day
 * @returns {string}
 */
function withDays(name, place, day) {
  if (place?.deployed_from && place.deployed_from > day) return t("{name} (since {date})", { name, date: place.since });
  if (place?.away && place.away[0] <= day && day < place.away[1]) {
    const [left, back] = place.away;
    return t("{name} (left {left}, back {back})", { name, left: dateText(left), back: dateText(back) });
  }
  return place?.deployed_to ? t("{name} (until {date})", { name, date: place.until }) : name;
}

/** @param {Found} found @param {Site[]} sites @param {string} day @returns {Found} */
function withFirstUse(found, sites, day) {
  const site = found.site && sites.find(({ id }) => id === found.site);
  if (!site || isKnown(site.known, day)) return found;
  return { ...found, detail: `${found.detail}. ${t("First launch on record from here: {date}, after this day.", { date: dateText(site.first_used) })}` };
}
