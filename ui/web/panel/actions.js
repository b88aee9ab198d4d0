// What the controls of a ring do to the panel's scene; `panel` is its controls().

import { sourceLink } from "../base/dom.js";
import { factsOn } from "../card/asof.js";
import { bandOfSpread, changeRange, chooseBand, chooseClaim, chooseMissile, chooseRotation, cleanLabel, orderProblem,
  removeRing } from "../scene/edits.js";
import { recogniseAnew } from "../scene/quotes.js";
import { askFor, getSite, inWords } from "../base/live.js";
import { coordinatesIn, pairText } from "../typed/coordinates.js";
import { t } from "../base/words.js";

const SETTLE_MS = 350; // after the last key press

/**
 * What a ring's card asks of the panel: its numbers, being the active one, being hidden.
 * @param {PanelControls} panel
 * @returns {CardActions}
 */
export function cardActions(panel) {
  return {
    press: (index) => panel.press(index),
    activate: (index) => panel.edit((scene) => { scene.active = index; }),
    range: (index, role, km) => panel.moveRing(index, role, km),
    shift: (index, edges) => panel.shiftRing(index, edges),
    typed(index, role, km) {
      const { missiles } = panel.facts;
      const problem = orderProblem(panel.scene.rings[index], role, km, panel.scene.units);
      if (!problem) {
        panel.edit((scene) => {
          scene.active = index;
          changeRange(scene.rings[index], role, km, missiles, 0);
        });
      }
      return problem;
    },
    step(index, role, km) {
      panel.moveRing(index, role, km);
      panel.settle(SETTLE_MS);
    },
    band: (index) => panel.edit((scene) => {
      scene.active = index;
      bandOfSpread(scene.rings[index], panel.facts.missiles);
    }),
    hide: (index, hidden) => panel.hide(index, hidden),
    settle: () => panel.settle(0),
    settleSoon: () => panel.settle(SETTLE_MS),
    unfold: (open) => panel.unfold(open),
  };
}

/**
 * What the form of the active ring asks of the panel.
 * @param {PanelControls} panel
 * @returns {EditorActions}
 */
export function editorActions(panel) {
  const { missiles } = panel.facts;
  /**
   * @template T
   * @param {(ring: Ring, value: T) => void} change
   * @returns {(index: number, value: T) => void}
   */
  const ringEdit = (change) => (index, value) =>
    panel.edit((scene) => change(scene.rings[index], value));
  return {
    site: (index, site) => setSite(panel, index, site),
    missile: (index, id) => panel.edit(({ rings, date }) => {
      const offered = factsOn(panel.facts, date, rings[index]).missiles;
      chooseMissile(rings[index], offered.find((missile) => missile.id === id), missiles);
    }),
    claim: ringEdit((ring, /** @type {string} */ id) => chooseClaim(ring,
      missiles.flatMap((each) => each.claims).find((each) => each.id === id), missiles)),
    label: ringEdit((ring, /** @type {string} */ text) => {
      ring.label = cleanLabel(text);
      ring.quoted = null;
      recogniseAnew(ring, missiles);
    }),
    band: ringEdit((ring, /** @type {boolean} */ wanted) => chooseBand(ring, wanted, missiles)),
    rotating: ringEdit((ring, /** @type {boolean} */ wanted) => chooseRotation(ring, wanted, missiles)),
    remove: (index) => panel.edit((scene) => removeRing(scene, index)),
    source: sourceLink,
  };
}

/**
 * Take a site id, or LAT,LON as typed; Python says whether it is a point and what it is called.
 * @param {PanelControls} panel
 * @param {number} index
 * @param {string} text
 */
export async function setSite(panel, index, text) {
  if (!text) return;
  const typed = coordinatesIn(text);
  if (typed?.problem) {
    panel.say(`${text}: ${typed.problem}.`);
    return;
  }
  const site = typed?.point ? pairText(typed.point) : text;
  try {
    const answer = await getSite(site);
    panel.edit((scene) => {
      Object.assign(scene.rings[index], answer.site);
      recogniseAnew(scene.rings[index], panel.facts.missiles);
    });
  } catch {
    const answer = await askFor(inWords(`live/site.json?site=${encodeURIComponent(site)}`))
      .then((reply) => reply.json()).catch(() => null);
    const { errors } = /** @type {Partial<ErrorAnswer>} */ (answer ?? {});
    panel.say(errors ? `${text}: ${errors[0].problem}.` : t("The server cannot be reached."));
  }
}
