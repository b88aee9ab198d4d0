// "Start from": the views that ship with the app, and back to the first of them.

import { el, setText } from "../base/dom.js";
import { t } from "../base/words.js";

/**
 * Return {nodes, fill(presets, isBareLink)}; `use(preset)` is called with the one chosen.
 * @param {(preset: Preset) => void} use
 * @returns {{nodes: HTMLElement[], fill(shipped: Preset[], isBareLink: boolean): void}}
 */
export function presetPicker(use) {
  /** @type {Preset[]} */
  let presets = [];
  const about = el("p", { class: "rm-about" });
  /** @param {Preset | undefined} preset */
  const choose = (preset) => {
    if (!preset) return;
    setText(about, preset.about);
    use(preset);
  };
  const select = el("select", { "aria-label": t("Start from"), onchange: () => {
    const chosen = presets.find(({ id }) => id === select.value);
    select.value = ""; // the same one can be chosen again
    choose(chosen);
  } });
  const reset = el("button", { type: "button", onclick: () => choose(presets[0]) }, t("Reset"));
  return {
    nodes: [el("div", { class: "rm-start" }, select, reset), about],
    fill(shipped, isBareLink) {
      presets = shipped;
      select.replaceChildren(el("option", { value: "" }, t("Start from\u2026")),
        ...presets.map(({ id, title, about: words }) => el("option", { value: id, title: words }, title)));
      if (isBareLink) setText(about, presets[0].about);
    },
  };
}
