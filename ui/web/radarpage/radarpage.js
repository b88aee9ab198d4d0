// The page on missile defence: how far a radar sees by whose claim, and what a battery stands between.

import { el, within } from "../base/dom.js";
import { getPlaces, getWords } from "../base/live.js";
import { problemNotes } from "../base/problems.js";
import { t } from "../base/words.js";
import { getRadars } from "../sectors/sectors.js";
import { HeldRadarPage } from "./held.js";

/** @type {WeakSet<HTMLElement>} */
const mounted = new WeakSet();

/**
 * Mount the component, once for each element: Streamlit calls again on every run.
 * @param {Component<RadarPageData>} component
 */
export function mount({ parentElement, data }) {
  const root = within(parentElement, ".rm-radarpage");
  if (mounted.has(root)) return;
  mounted.add(root);
  start(root, data);
}

/** @param {HTMLElement} root @param {RadarPageData} data */
async function start(root, data) {
  const page = new HeldRadarPage(root, data);
  page.face.tell(problemNotes(data.problems));
  window.reachmapRadar = { state: () => page.state() };
  try {
    const [radars, events, places, sites] = await Promise.all([getRadars(), getWords("live/defence.json"), getPlaces(null), getWords("live/sites.json")]);
    page.begin({ radars, events, places, sites });
  } catch (problem) {
    page.face.tell([el("p", {}, t("The server does not answer, so there is nothing to show. Reload the page."))]);
    throw problem;
  }
}
