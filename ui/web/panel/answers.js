// The panel's cache of the scene's places, of its sites and of the radars, fetched as the scene needs it.

import { getPlaces, getSite } from "../base/live.js";
import { getRadars, showsRadars } from "../sectors/sectors.js";
import { placesKey } from "../base/standing.js";

/**
 * Return {places, radars, of(site), fetchFor(scene)}; `arrived(what)` is called with what came.
 * @param {(what: "places" | "site" | "radars") => void} arrived
 * @returns {PanelAnswers}
 */
export function createAnswers(arrived) {
  /** @type {Map<string, Answer | null>} */
  const bySite = new Map(); // null while it is on its way
  /** @type {string | undefined} */
  let askedDate;
  let heldKey = ""; // of the places that are there
  let areRadarsAsked = false;
  /** @type {PanelAnswers} */
  const answers = {
    places: null,
    radars: null,
    of: (site) => bySite.get(site),
    fetchFor(scene) {
      const { rings, date } = scene;
      for (const { site } of rings) if (!bySite.has(site)) fetchSite(site);
      if (askedDate !== (date || "")) fetchPlaces(date || "");
      if (showsRadars(scene) && !areRadarsAsked) fetchRadars();
    },
  };

  /** @param {string} site */
  function fetchSite(site) {
    bySite.set(site, null);
    getSite(site).then((answer) => {
      bySite.set(site, answer);
      arrived("site");
    }).catch(() => bySite.delete(site)); // the next change asks again
  }

  /** @param {string} date */
  function fetchPlaces(date) {
    askedDate = date;
    getPlaces(date).then((places) => {
      if (askedDate !== date) return;
      const key = placesKey(places, date);
      if (key === heldKey) return;
      heldKey = key;
      answers.places = places;
      arrived("places");
    }).catch(() => { askedDate = undefined; });
  }

  function fetchRadars() {
    areRadarsAsked = true;
    getRadars().then((facts) => {
      answers.radars = facts;
      arrived("radars");
    }).catch(() => { areRadarsAsked = false; });
  }

  return answers;
}
