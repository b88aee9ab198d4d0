// One step of the story on the composer's page: its fields, and the buttons that move it about.

import { read, viewIn, written } from "./draft.js";
import { el, setAttribute } from "../base/dom.js";
import { url } from "../base/live.js";
import { LANG, t } from "../base/words.js";

/** @typedef {{label: string, hint?: string, rows?: number, optional?: boolean}} FieldSettings */

/**
 * Return the id of a field; step 0 is the story itself.
 * @param {number} step
 * @param {string} field
 * @returns {string}
 */
export function fieldId(step, field) {
  return `rm-story-${step}-${field}`;
}

/**
 * Return a text field with its label and a hint. `part` is the story or step that holds the text,
 * `changed()` is called after each change.
 * @template {string} F
 * @param {Record<F, DraftText>} part
 * @param {number} step
 * @param {F} field
 * @param {FieldSettings} settings
 * @param {() => void} changed
 * @returns {HTMLElement}
 */
export function textField(part, step, field, { label, hint, rows, optional }, changed) {
  const id = fieldId(step, field);
  /** @param {FieldEvent} event */
  const typed = (event) => {
    part[field] = written(part[field], event.target.value);
    changed();
  };
  const shared = { id, oninput: typed, "aria-describedby": hint ? `${id}-hint` : null, autocomplete: "off" };
  const input = rows ? el("textarea", { ...shared, rows }) : el("input", { ...shared, type: "text" });
  input.value = read(part[field]);
  return el("div", { class: "rm-story-field" },
    el("label", { for: id }, label, optional ? el("span", { class: "rm-optional" }, ` ${t("(optional)")}`) : null),
    input, hint ? el("p", { id: `${id}-hint`, class: "rm-field-hint" }, hint) : null);
}

/**
 * Return the section of one step. `act(name, index)` does what a button says.
 * @param {DraftStory} story
 * @param {number} index
 * @param {(name: StepAct, index: number) => void} act
 * @param {() => void} changed
 * @returns {HTMLElement}
 */
export function stepSection(story, index, act, changed) {
  const step = story.steps[index];
  const number = index + 1;
  /**
   * @param {StepAct} name
   * @param {string} words
   * @param {string} said
   * @param {boolean} [disabled]
   * @returns {HTMLButtonElement}
   */
  const button = (name, words, said, disabled) => el("button",
    { type: "button", "data-act": name, "aria-label": said, disabled, onclick: () => act(name, index) }, words);
  return el("section", { class: "rm-story-step", "data-step": number, "aria-labelledby": `${fieldId(number, "heading")}` },
    el("div", { class: "rm-story-step-head" },
      el("h3", { id: fieldId(number, "heading"), tabindex: "-1" }, t("Step {n}", { n: number })),
      el("div", { class: "rm-row", role: "group", "aria-label": t("Step {n}: move, duplicate, remove", { n: number }) },
        button("up", t("Up"), t("Move step {n} up", { n: number }), index === 0),
        button("down", t("Down"), t("Move step {n} down", { n: number }), index === story.steps.length - 1),
        button("duplicate", t("Duplicate"), t("Duplicate step {n}", { n: number })),
        button("remove", t("Remove"), t("Remove step {n}", { n: number }), story.steps.length === 1))),
    textField(step, number, "title", { label: t("Title of the step") }, changed),
    textField(step, number, "text", { label: t("Text"), rows: 5, hint: t("Two to four sentences are read well from a projector.") }, changed),
    textField(step, number, "question", { label: t("Question for the class"), optional: true }, changed),
    viewField(step, number, changed));
}

/**
 * Return the field of the view: a link of the map, or its query.
 * @param {DraftStep} step
 * @param {number} number
 * @param {() => void} changed
 * @returns {HTMLElement}
 */
function viewField(step, number, changed) {
  const id = fieldId(number, "view");
  const link = el("a", { target: "_blank", rel: "noopener" }, t("Open on the map"),
    el("span", { class: "rm-heard" }, ` ${t("(step {n}, new tab)", { n: number })}`));
  const show = () => setAttribute(link, "href", mapLink(step.view));
  /** @param {FieldEvent} event */
  const take = (event) => {
    step.view = viewIn(event.target.value);
    show();
    changed();
  };
  const input = el("input", { id, type: "text", autocomplete: "off", spellcheck: "false", "aria-describedby": `${id}-hint`,
    oninput: take, onchange: (event) => { event.target.value = step.view; } });
  input.value = step.view;
  show();
  return el("div", { class: "rm-story-field" }, el("label", { for: id }, t("View")), input,
    el("p", { id: `${id}-hint`, class: "rm-field-hint" }, t("Set up the map as you want it, copy its link, paste it here."), " ", link));
}

/** @param {string} view @returns {string} */
function mapLink(view) {
  return `${url("")}?${[...(view ? [view] : []), `lang=${LANG}`].join("&")}`;
}
