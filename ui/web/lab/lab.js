// The lab of lofted tests: one speed, every launch angle, and what was published of the flight.

import { carryAlong } from "../base/carry.js";
import { el, within } from "../base/dom.js";
import { getWords } from "../base/live.js";
import { problemNotes } from "../base/problems.js";
import { t } from "../base/words.js";
import { heldLab } from "./held.js";

/** @type {WeakSet<HTMLElement>} */
const mounted = new WeakSet();

/**
 * Mount the component, once for each element: Streamlit calls again on every run.
 * @param {Component<LabData>} component
 */
export function mount({ parentElement, data }) {
  const root = within(parentElement, ".rm-lab");
  if (mounted.has(root)) return;
  mounted.add(root);
  carryAlong();
  start(root, data);
}

/** @param {HTMLElement} root @param {LabData} data */
async function start(root, data) {
  const lab = heldLab(root, data);
  lab.face.tell(problemNotes(data.problems));
  try {
    const [flights, missiles] = await Promise.all([getWords("live/flights.json"), getWords("live/missiles.json")]);
    lab.begin(flights, missiles);
  } catch {
    lab.face.tell([el("p", {}, t("The server does not answer, so there are no flights to show. Reload the page."))]);
  }
}
