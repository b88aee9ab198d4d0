// What the panel knows of the scene's places and of its sites, fetched as the scene needs it.

import { getPlaces, getSite } from "../base/live.js";

/** Return {places, of(site), fetchFor(scene)}; `arrived(what)` is called with "places" or "site". */
export function createAnswers(arrived) {
  const bySite = new Map(); // null while it is on its way
  let askedDate;
  const answers = {
    places: null,
    of: (site) => bySite.get(site),
    fetchFor({ rings, date }) {
      for (const { site } of rings) if (!bySite.has(site)) fetchSite(site);
      if (askedDate !== (date || "")) fetchPlaces(date || "");
    },
  };

  function fetchSite(site) {
    bySite.set(site, null);
    getSite(site).then((answer) => {
      bySite.set(site, answer);
      arrived("site");
    }).catch(() => bySite.delete(site)); // the next change asks again
  }

  function fetchPlaces(date) {
    askedDate = date;
    getPlaces(date).then((places) => {
      if (askedDate !== date) return;
      answers.places = places;
      arrived("places");
    }).catch(() => { askedDate = undefined; });
  }

  return answers;
}
