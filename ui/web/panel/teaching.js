// What a panel does before a class: stories, presentation mode, words for those who do not see.

import { writeValues } from "../base/address.js";
import { announcer } from "./announce.js";
import { cardActions } from "./actions.js";
import { el } from "../base/dom.js";
import { getWords } from "../base/live.js";
import { presentation } from "../present/present.js";
import { KM_PER_UNIT } from "../base/facts.js";
import { clampKm, mainKm } from "../scene/edges.js";
import { storyPlayer } from "../story/player.js";
import { t } from "../base/words.js";

const KEY_STEP_KM = 100;

/**
 * What the keys of a presentation do.
 * @param {PanelControls} panel
 * @param {StoryPlayer} player
 * @param {{say(text: string): void}} announce
 * @returns {KeyActions}
 */
function keyActions(panel, player, announce) {
  const cards = cardActions(panel);
  return {
    /** @param {number} by */
    step(by) {
      if (player.isOn()) return player.go(by);
      const { rings, active } = panel.scene;
      return cards.activate((active + by + rings.length) % rings.length);
    },
    /** @param {number} by */
    range(by) {
      const { rings, active } = panel.scene;
      const ring = rings[active];
      if (ring.spread) return; // its numbers are those of the report
      cards.range(active, ring.best === null ? "high" : "best", clampKm(mainKm(ring) + by * KEY_STEP_KM));
      cards.settleSoon();
    },
    /** @param {number} index */
    toggle(index) {
      const ring = panel.scene.rings[index];
      if (!ring) return;
      panel.hide(index, !ring.hidden);
      announce.say(ring.hidden ? t("Ring {n} is hidden", { n: index + 1 }) : t("Ring {n} is shown", { n: index + 1 }));
    },
    units() {
      const all = /** @type {Units[]} */ (Object.keys(KM_PER_UNIT));
      panel.edit((scene) => { scene.units = all[(all.indexOf(scene.units) + 1) % all.length]; });
    },
    legend: () => panel.tab.send("legend", null),
  };
}

/**
 * The list of stories; one that is chosen starts.
 * @param {StoryPlayer} player
 * @returns {HTMLSelectElement}
 */
function storyPicker(player) {
  const select = el("select", { "aria-label": t("Stories"), class: "st-key-story", onchange: () => {
    const chosen = select.value;
    select.value = "";
    if (chosen) player.open(chosen);
  } }, el("option", { value: "" }, t("Stories\u2026")));
  getWords("live/stories.json").then((stories) => {
    select.append(...stories.map(({ id, title }) => el("option", { value: id }, title)));
  }).catch(() => {}); // the panel says when the server cannot be reached
  return select;
}

/**
 * Return what a panel has for a class: {player, picker, present, stage}.
 * @param {PanelControls} panel
 * @returns {Teaching}
 */
export function teaching(panel) {
  const player = storyPlayer(panel);
  const mode = presentation(panel.tab, keyActions(panel, player, announcer(panel)), () => writeValues({ present: mode.isOn() ? "1" : null }));
  window.addEventListener("keydown", (event) => stepByKey(event, player, mode));
  return {
    player,
    picker: storyPicker(player),
    present: mode.button,
    stage: el("div", { class: "rm-stage" }, player.node),
  };
}

/**
 * Outside presentation mode a story is turned by keys where nothing else wants them.
 * @param {KeyboardEvent} event
 * @param {StoryPlayer} player
 * @param {Pick<Presentation, "isOn">} mode
 */
function stepByKey(event, player, mode) {
  if (!player.isOn() || mode.isOn() || event.defaultPrevented) return;
  const { key, shiftKey, ctrlKey, altKey, metaKey } = event;
  const target = /** @type {Element} */ (event.target); // of a key: what has the focus, at least the page's body
  if (ctrlKey || altKey || metaKey || target.closest("input, select, textarea, dialog, .rm-table")) return;
  if (key === " " && target.closest("button, a, summary")) return;
  const by = { ArrowRight: 1, ArrowLeft: -1, " ": shiftKey ? -1 : 1 }[key];
  if (!by) return;
  event.preventDefault();
  player.go(by);
}
