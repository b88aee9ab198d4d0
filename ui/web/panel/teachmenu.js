// "Teach": what a panel has for a class, behind one button: stories, lesson, quiz, a class, presentation.

import { el, setAttribute } from "../base/dom.js";
import { t } from "../base/words.js";

/**
 * Return {button, menu}: the menu stands below the button, in the page, so that nothing cuts it off.
 * @param {Bus} tab
 * @param {{picker: HTMLElement, pages: HTMLElement[], present: HTMLElement, entry: HTMLElement | undefined}} parts
 * @returns {{button: HTMLElement, menu: HTMLElement}}
 */
export function teachMenu(tab, { picker, pages, present, entry }) {
  const menu = el("div", { class: "rm-menu", id: "rm-teach", hidden: true, onkeydown: (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    open(false);
    button.focus();
  } }, picker, el("nav", { "aria-label": t("For a class") }, pages), present, entry);
  const button = el("button", {
    type: "button", class: "st-key-teach", "aria-expanded": "false", "aria-controls": menu.id, onclick: () => open(Boolean(menu.hidden)),
  }, t("Teach"));

  /** @param {boolean} is */
  function open(is) {
    menu.hidden = !is;
    setAttribute(button, "aria-expanded", String(is));
    if (is) menu.scrollIntoView({ block: "nearest" });
  }
  // The way out of a presentation stands here.
  tab.on("present", (on) => on && open(true));
  if (document.documentElement.hasAttribute("data-present")) open(true);
  return { button, menu };
}
