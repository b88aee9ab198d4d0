// The keys of presentation mode, listed for whoever presses "?".

import { el } from "../base/dom.js";
import { inContext, t } from "../base/words.js";

/** @type {[string[], string][]} */
const KEYS = [
  [["\u2190", "\u2192", inContext("key", "Space")], t("Step back or on; without a story, the ring before or after")],
  [["+", "\u2212"], t("Range of the active ring, 100 km more or less")],
  [["1", "\u2026", "9"], t("Show or hide a ring")],
  [["U"], t("Units: kilometres, miles, nautical miles")],
  [["L"], t("Legend")],
  [["?"], t("These keys")],
];

/**
 * Return {toggle(), isOpen()} of the list of keys.
 * @returns {{toggle(): void, isOpen(): boolean}}
 */
export function keysHelp() {
  const dialog = el("dialog", { class: "rm-keys", "aria-label": t("Keys of the presentation"), onclose: () => dialog.remove() },
    el("h2", {}, t("Keys")),
    el("dl", {}, KEYS.map(([keys, does]) => el("div", {},
      el("dt", {}, keys.map((key) => el("kbd", {}, key))), el("dd", {}, does)))),
    el("button", { type: "button", onclick: () => dialog.close() }, t("Close")));
  return {
    isOpen: () => dialog.open,
    toggle() {
      if (dialog.open) return dialog.close();
      document.body.append(dialog);
      return dialog.showModal();
    },
  };
}
