// Layers, units, base map, date, the targets of arcs, the missiles whose tests are shown.

import { el } from "../base/dom.js";
import { LAYERS } from "../base/facts.js";
import { RADARS } from "../sectors/sectors.js";
import { missileChoice } from "../testflights/choice.js";
import { t } from "../base/words.js";

/** @type {Record<string, string>} */
const BASE_MAPS = { // the others are names
  offline: t("Offline"), "Esri.WorldGrayCanvas": t("Light grey (Esri)"),
  "Esri.WorldPhysical": t("Physical (Esri, US NPS)"), "NASAGIBS.BlueMarble": t("Blue Marble (NASA)"),
};
const UNITS = { km: "km", mi: t("miles"), nmi: t("nautical miles") };

/**
 * A box to tick, which fills its chip (panel.css).
 * @param {string} label
 * @param {string} title
 * @param {(checked: boolean) => void} onchange
 * @returns {{node: HTMLElement, input: HTMLInputElement}}
 */
function check(label, title, onchange) {
  const input = el("input", { type: "checkbox", onchange: () => onchange(input.checked) });
  return { node: el("label", { class: "rm-chip", title }, input, el("span", {}, label)), input };
}

/**
 * Return {node, update(scene, placeName), tellTimeline(isOpen)}; `edit(change)` hands each change to the panel,
 * `openTimeline(wanted)` shows the days as a bar below the map.
 * @param {(change: (scene: Scene) => void) => void} edit
 * @param {(wanted: boolean) => void} openTimeline
 * @returns {{node: HTMLElement, update(scene: Scene, placeName: (id: string) => string): void, tellTimeline(isOpen: boolean): void}}
 */
export function settings(edit, openTimeline) {
  const layers = Object.fromEntries(LAYERS.map(({ id, name, menu, title }) => [
    id, check(t(menu || name), t(title), (on) => edit((scene) => {
      scene.show = scene.layers.filter((layer) => (layer === id ? on : scene.show.includes(layer)));
      if (id === RADARS && !on) scene.radars = []; // what is assumed of them is drawn without the layer, too
    })),
  ]));
  const units = el("select", { "aria-label": t("Units"), onchange: () => edit((scene) => { scene.units = /** @type {Units} */ (units.value); }) },
    Object.entries(UNITS).map(([value, words]) => el("option", { value }, words)));
  const base = el("select", { "aria-label": t("Base map"), onchange: () => edit((scene) => { scene.base = base.value; }) });
  const date = el("input", { type: "date", "data-testid": "date", "aria-label": t("As of this day"), title: t("As of this day"),
    onchange: () => edit((scene) => { scene.date = date.value || null; }) });
  const day = el("label", { class: "rm-day" }, date, el("span", { "aria-hidden": "true" }, t("All dates")));
  const timeline = check(t("Timeline"), t("What was known on which day, as a bar below the map"), openTimeline);
  const targets = el("div", { class: "rm-targets" });
  const tests = missileChoice(edit);
  const node = el("section", { class: "rm-settings" },
    el("fieldset", {}, el("legend", { class: "rm-heard" }, t("Show")), Object.values(layers).map((layer) => layer.node), timeline.node),
    targets, tests.node,
    el("div", { class: "rm-looks" }, units, day, base));
  timeline.input.dataset.testid = "timeline-open";
  return {
    node,
    tellTimeline(isOpen) { timeline.input.checked = isOpen; },
    update(scene, placeName) {
      for (const [layer, { input }] of Object.entries(layers)) input.checked = scene.show.includes(layer);
      units.value = scene.units;
      if (!base.options.length) {
        base.append(...scene.bases.map(({ id, title }) => el("option", { value: id }, BASE_MAPS[id] ?? title)));
      }
      base.value = scene.base;
      date.value = scene.date || "";
      day.classList.toggle("rm-empty", !scene.date);
      tests.update(scene);
      targets.replaceChildren(...(scene.show.includes("arcs") ? targetChips(scene, edit, placeName) : []));
    },
  };
}

/**
 * @param {Scene} scene
 * @param {(change: (scene: Scene) => void) => void} edit
 * @param {(id: string) => string} placeName
 * @returns {HTMLElement[]}
 */
function targetChips(scene, edit, placeName) {
  const chips = scene.targets.map((id) => el("button", {
    type: "button", title: t("Remove this distance line"),
    onclick: () => edit((each) => { each.targets = each.targets.filter((target) => target !== id); }),
  }, `${placeName(id)} \u00d7`));
  return [el("span", {}, t("Lines to (find a place to add one): ")), ...chips];
}
