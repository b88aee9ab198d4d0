// Where a ring's form stands: it is made anew when the ring changes, but nobody's words are thrown away.

import { el } from "../base/dom.js";

/**
 * Return {node, edit(fields)}.
 * @returns {{node: HTMLElement, edit(fields: (HTMLElement | null)[]): void}}
 */
export function formPlace() {
  const node = el("div", { class: "rm-form" });
  let isTyping = false; // a field has words that it has yet to tell
  /** @type {(HTMLElement | null)[] | null} */
  let waiting = null; // newer fields, for which nobody's words are thrown away

  /** @param {(HTMLElement | null)[]} fields whoever is in one of them stays there */
  const fill = (fields) => {
    const active = /** @type {HTMLInputElement | null} */ (document.activeElement); // or a button, without a name
    const held = node.contains(active) ? active?.name : "";
    waiting = null;
    isTyping = false;
    node.replaceChildren(...fields.filter((each) => each !== null));
    if (held) /** @type {HTMLElement | null} */ (node.querySelector(`[name="${held}"]`))?.focus();
  };

  node.addEventListener("input", () => { isTyping = true; });
  node.addEventListener("change", () => { isTyping = false; }, true); // before the field tells it
  node.addEventListener("focusout", () => setTimeout(() => {
    isTyping = false;
    if (waiting) fill(waiting);
  }));
  return {
    node,
    /** While someone types there, after that: what it shows may come late from the server. */
    edit(fields) {
      if (isTyping && fields.length && node.contains(document.activeElement)) waiting = fields;
      else fill(fields);
    },
  };
}
