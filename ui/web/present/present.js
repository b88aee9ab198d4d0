// Presentation mode: the map fills the window, its words can be read from the last row, the panel
// shows only while the mouse moves, and keys do what a teacher needs before a class.

import { valueOf } from "../base/address.js";
import { el, setText } from "../base/dom.js";
import { stirs } from "./inframe.js";
import { keysHelp } from "./keys.js";
import { t } from "../base/words.js";

const IDLE_MS = 3000; // the panel goes when the mouse has rested as long
const ROOT = document.documentElement;

/**
 * Return {isOn, show(on), button}: presentation mode of a panel; `act` = what its keys do.
 * @param {Bus} tab
 * @param {KeyActions} act
 * @param {() => void} writeAddress
 * @returns {Presentation}
 */
export function presentation(tab, act, writeAddress) {
  const help = keysHelp();
  let timer = 0;
  const button = el("button", { type: "button", class: "st-key-present", onclick: () => mode.show(!mode.isOn()) });
  const mode = {
    button,
    isOn: () => ROOT.hasAttribute("data-present"),
    /**
     * Enter or leave, and say so in the address.
     * @param {boolean} on
     */
    show(on) {
      paint(on);
      stir();
      writeAddress();
    },
  };

  /** @param {boolean} on */
  function paint(on) {
    ROOT.toggleAttribute("data-present", on);
    setText(button, on ? t("End presentation") : t("Present"));
    tab.send("present", on);
  }

  /** The mouse moved: show the panel for a while. */
  function stir() {
    if (!mode.isOn()) return;
    ROOT.toggleAttribute("data-stirred", true);
    clearTimeout(timer);
    timer = setTimeout(() => ROOT.removeAttribute("data-stirred"), IDLE_MS);
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (mode.isOn() && event.key === "Tab") stir(); // what is hidden cannot get the focus
    if (!mode.isOn() || isTyping(event)) return;
    const wanted = help.isOpen() ? null : keyAction(event, act);
    if (event.key === "?" || (help.isOpen() && event.key === "Escape")) help.toggle();
    else if (wanted) wanted();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // A step in the browser's history is none in or out of the mode.
  tab.on("returned", () => (valueOf("present") === "1") !== mode.isOn() && writeAddress());
  tab.on("key", press);
  tab.on("stir", stir);
  window.addEventListener("keydown", press, true);
  stirs(window, stir);
  // After a drag the arrow keys are the story's again.
  window.addEventListener("pointerup", ({ target }) => {
    if (mode.isOn() && target instanceof HTMLInputElement && target.type === "range") target.blur();
  });
  paint(valueOf("present") === "1"); // a link shows its map; the panel waits for a hand
  return mode;
}

/**
 * Whether a key belongs to what has the focus: a field, a list, or a slider and its arrows.
 * @param {KeyboardEvent} keyboardEvent
 * @returns {boolean}
 */
function isTyping({ target: given, key, ctrlKey, altKey, metaKey }) {
  const target = /** @type {Element | null} */ (given); // or a window, or of the map's frame: of another Element
  if (ctrlKey || altKey || metaKey) return true;
  if (!target?.matches) return false;
  if (target.matches("input[type=range]")) return /^(Arrow|Page|Home|End)/.test(key);
  if (target.matches("button, a[href], summary") && (key === "Enter" || key === " ")) return true;
  return target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");
}

/**
 * Return what a key does, or nothing. `act`: {step, range, toggle, units, legend}.
 * @param {KeyboardEvent} event
 * @param {KeyActions} act
 * @returns {(() => void) | undefined}
 */
function keyAction(event, act) {
  const { key, shiftKey } = event;
  if (/^[1-9]$/.test(key)) return () => act.toggle(Number(key) - 1);
  return {
    ArrowRight: () => act.step(1), ArrowLeft: () => act.step(-1),
    PageDown: () => act.step(1), PageUp: () => act.step(-1), // what clickers send
    " ": () => act.step(shiftKey ? -1 : 1),
    "+": () => act.range(1), "=": () => act.range(1),
    "-": () => act.range(-1), "_": () => act.range(-1),
    u: act.units, U: act.units, l: act.legend, L: act.legend,
  }[key];
}
