// The row of buttons above the story: begin, check, preview, save, load.

import { el } from "../base/dom.js";
import { t } from "../base/words.js";

/**
 * What the buttons do.
 * @typedef {object} StoryActions
 * @property {(id: string) => void} begin
 * @property {() => void} check
 * @property {() => void} preview
 * @property {() => void} save
 * @property {(file: File) => Promise<void>} load
 * @property {() => void} clear
 * @property {() => void} undo
 */

/**
 * Return {node, canUndo(yes)}. `stories` are the shipped ones, [{id, title}]; `act` has a function for
 * each button: begin(id), check(), preview(), save(), load(file), clear(), undo().
 * @param {StoryEntry[]} stories
 * @param {StoryActions} act
 * @returns {{node: HTMLElement, canUndo(yes: boolean): void}}
 */
export function toolbar(stories, act) {
  const undo = button(t("Undo"), act.undo);
  const from = el("select", { id: "rm-story-from" }, el("option", { value: "" }, t("choose a story")),
    stories.map(({ id, title }) => el("option", { value: id }, title)));
  const begin = () => {
    if (from.value) act.begin(from.value);
    else from.focus();
  };
  const node = el("div", { class: "rm-story-tools" },
    el("div", { class: "rm-row" },
      button(t("Check"), act.check),
      button(t("Preview on the map"), act.preview, "rm-main"),
      button(t("Save file"), act.save),
      filePicker(act.load),
      undo),
    el("div", { class: "rm-row" },
      el("label", { for: from.id }, t("Begin with")), from, button(t("Use this story"), begin),
      button(t("New story"), act.clear)));
  return {
    node,
    canUndo(yes) {
      undo.disabled = !yes;
    },
  };
}

/**
 * @param {string} words
 * @param {() => void} onclick
 * @param {string | null} [name]
 * @returns {HTMLButtonElement}
 */
function button(words, onclick, name = null) {
  return el("button", { type: "button", class: name, onclick }, words);
}

/**
 * Return the browser's own file field, shown as a button.
 * @param {(file: File) => Promise<void>} load
 * @returns {HTMLElement}
 */
function filePicker(load) {
  /** @param {FieldEvent} event */
  const take = async (event) => {
    const input = event.target;
    const file = input.files?.[0];
    if (file) await load(file);
    input.value = ""; // the same file again is a change again
  };
  return el("label", { class: "rm-button rm-file" }, t("Load file"),
    el("input", { type: "file", class: "rm-heard", accept: ".json,application/json", onchange: take }));
}
