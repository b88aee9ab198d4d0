// A row of the rings, in the sheet of controls, where only the card of the active ring has room.

import { el, setAttribute, setText } from "../base/dom.js";
import { edgeNumber, marked, rangeSaid } from "../scene/ringwords.js";
import { mainKm } from "../scene/edges.js";
import { isOff } from "../scene/scene.js";
import { isMotionWelcome } from "../base/frames.js";
import { ringStyle } from "../base/style.js";
import { t } from "../base/words.js";

/**
 * Return {node, update(scene, isDark)}; `activate(index)` is called with the one that was chosen.
 * @param {(index: number) => void} activate
 * @returns {{node: HTMLElement, update(scene: Scene, dark: boolean): void}}
 */
export function ringTabs(activate) {
  /** @type {HTMLButtonElement[]} */
  const tabs = [];
  const node = el("div", { class: "rm-tabs", role: "group", "aria-label": t("Rings") });
  let shown = 0;
  /** @param {ScrollBehavior} behavior */
  const reveal = (behavior) => {
    const { offsetLeft, offsetWidth } = tabs[shown] ?? node;
    node.scrollTo({ left: offsetLeft - (node.clientWidth - offsetWidth) / 2, behavior });
  };
  new ResizeObserver(() => reveal("instant")).observe(node); // it gets its shape late, when styles come or a phone is turned
  return {
    node,
    update({ rings, active, units, date }, dark) {
      while (tabs.length > rings.length) tabs.pop()?.remove();
      while (tabs.length < rings.length) {
        const index = tabs.length;
        tabs.push(el("button", { type: "button", onclick: () => activate(index) }));
        node.append(tabs[index]);
      }
      node.hidden = rings.length < 2;
      rings.forEach((ring, index) => {
        const tab = tabs[index];
        setText(tab, marked(edgeNumber(ring, mainKm(ring), units), ring));
        tab.style.setProperty("--ring", ringStyle(index, dark).color);
        setAttribute(tab, "aria-label", `${t("Ring {n}", { n: index + 1 })}: ${rangeSaid(ring, units)}`);
        setAttribute(tab, "aria-pressed", String(index === active));
        tab.classList.toggle("rm-off", isOff(ring, date));
      });
      if (active === shown) return;
      shown = active;
      reveal(isMotionWelcome() ? "smooth" : "instant");
    },
  };
}
