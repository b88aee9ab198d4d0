// The entry to a class, under "Teach": one button for who leads, a field for the code of who follows.

import { el, setText } from "../base/dom.js";
import { notACode, readCode } from "./code.js";
import { t } from "../base/words.js";

/** @typedef {{node: HTMLElement, busy(is: boolean): void, show(is: boolean): void}} ClassEntry */

/**
 * Return {node, busy(is), show(is)}; `on` = {start(), join(code)}.
 * @param {{start(): void, join(code: string): void}} on
 * @returns {ClassEntry}
 */
export function classEntry(on) {
  const start = el("button", { type: "button", class: "st-key-start-class", onclick: () => on.start() }, t("Start a class"));
  const field = el("input", {
    type: "text", name: "room", size: 9, autocomplete: "off", autocapitalize: "characters",
    spellcheck: "false", placeholder: "K7M 2QX", "aria-label": t("Code of the class"), "aria-describedby": "rm-join-said",
  });
  const said = el("p", { id: "rm-join-said", class: "rm-join-said", role: "alert" });
  const form = el("form", {
    class: "rm-join", novalidate: true,
    onsubmit: (event) => {
      event.preventDefault();
      const code = readCode(field.value);
      setText(said, code ? "" : notACode(field.value));
      if (!code) return;
      field.value = "";
      on.join(code);
    },
  }, el("span", {}, t("Join a class")), field, el("button", { type: "submit", class: "st-key-join-class" }, t("Join")));
  const node = el("div", { class: "rm-class-entry" }, start, form, said);
  return {
    node,
    /** @param {boolean} is */
    busy(is) { start.disabled = is; },
    /**
     * Who is in a class already cannot begin another.
     * @param {boolean} is
     */
    show(is) { node.hidden = !is; },
  };
}
