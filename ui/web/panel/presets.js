// "Start from": the views that ship with the app, which of them is shown, and back to the first of them.

import { written } from "../base/address.js";
import { el, setText } from "../base/dom.js";
import { toPairs } from "../scene/link.js";
import { t } from "../base/words.js";

const RESET = "reset"; // no preset is called so

/**
 * What makes a view that of a preset: not how it is looked at.
 * @param {Scene} scene
 * @returns {string}
 */
const essence = (scene) => written(toPairs({ ...scene, units: "km", base: "offline", at: null, active: 0 }));

/**
 * Return {node, about, fill(presets), update(scene)}; `use(preset)` is called with the one chosen.
 * @param {(preset: Preset) => void} use
 * @returns {{node: HTMLElement, about: HTMLElement, fill(shipped: Preset[]): void, update(scene: Scene): void}}
 */
export function presetPicker(use) {
  /** @type {{preset: Preset, is: string}[]} */
  let known = [];
  const about = el("p", { class: "rm-about" });
  const select = el("select", { "aria-label": t("Start from"), onchange: () => {
    const chosen = select.value === RESET ? known[0] : known.find(({ preset }) => preset.id === select.value);
    if (chosen) use(chosen.preset);
  } });
  return {
    node: el("div", { class: "rm-start" }, select),
    about,
    fill(shipped) {
      known = shipped.map((preset) => ({ preset, is: essence(preset.scene) }));
      select.replaceChildren(el("option", { value: "" }, t("Start from\u2026")),
        ...shipped.map(({ id, title, about: words }) => el("option", { value: id, title: words }, title)),
        el("option", { value: RESET }, t("Reset")));
    },
    update(scene) {
      const is = essence(scene);
      const shown = known.find((each) => each.is === is)?.preset;
      select.value = shown?.id ?? "";
      setText(about, shown?.about ?? "");
    },
  };
}
