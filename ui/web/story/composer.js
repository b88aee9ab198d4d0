// The page on which teachers write a story: write, check, save, load, see it on the map. Nothing
// leaves the browser but for the check, and the server keeps nothing of that.

import { blankStep, blankStory, copyOf, fileName, fileText, isBlank, keepDraft, keptDraft, languagesOf, storyFrom } from "./draft.js";
import { faultList } from "./faults.js";
import { faultsOf, shippedStory } from "./server.js";
import { fieldId, stepSection, textField } from "./step.js";
import { toolbar } from "./tools.js";
import { el, setText, within } from "../base/dom.js";
import { LIMITS } from "../base/facts.js";
import { isFramed } from "../base/framed.js";
import { url } from "../base/live.js";
import { messageOf, save } from "../share/tools.js";
import { LANG, languageNames, plural, t } from "../base/words.js";

/** @typedef {import("./step.js").FieldSettings} FieldSettings */

const PLAYED_AS = "reachmap-story"; // where player.js finds a story of one's own
const MAX_UNDO = 20;
/** @type {WeakMap<HTMLElement, Composer>} */
const mounted = new WeakMap();

/**
 * Mount the component; Streamlit mounts anew at each rerun, the page's text stays.
 * @param {Component<{stories: StoryEntry[]}>} component
 */
export function mount({ parentElement, data }) {
  const root = within(parentElement, ".rm-composer");
  if (!mounted.has(root)) mounted.set(root, new Composer(root, data));
}

class Composer {
  /** @param {HTMLElement} root @param {{stories: StoryEntry[]}} data */
  constructor(root, data) {
    this.story = keptDraft();
    /** @type {DraftStory[]} */
    this.before = [];
    this.said = el("p", { role: "status", class: "rm-said", "data-testid": "story-said" });
    this.faults = el("div", { class: "rm-fault-box", "data-testid": "story-faults" });
    this.tools = toolbar(data.stories, {
      begin: (id) => this.begin(id),
      check: () => this.check(),
      preview: () => this.preview(),
      save: () => this.save(),
      load: (file) => this.load(file),
      clear: () => this.clear(),
      undo: () => this.undo(),
    });
    this.form = el("div", { class: "rm-story-form" });
    root.append(this.tools.node, this.said, this.faults, this.form);
    this.draw();
    if (!isBlank(this.story)) this.say(t("The draft you left here is back."));
  }

  /** @param {string} words */
  say(words) {
    setText(this.said, words);
  }

  /** Draw the fields of the story as it is now. */
  draw() {
    const { story } = this;
    const languages = languagesOf(story);
    const changed = () => keepDraft(story);
    /**
     * @param {"title" | "about" | "author"} name
     * @param {FieldSettings} settings
     * @returns {HTMLElement}
     */
    const field = (name, settings) => textField(story, 0, name, settings, changed);
    this.form.replaceChildren(
      languages.length ? el("p", { class: "rm-field-hint" },
        t("This story has texts in {languages}; here you edit those in the language of the page.", { languages: languageNames(languages) })) : "",
      field("title", { label: t("Title of the story") }),
      field("about", { label: t("What it is about"), rows: 2 }),
      field("author", { label: t("Author"), optional: true }),
      ...story.steps.map((_, index) => stepSection(story, index, (name, at) => this.act(name, at), changed)),
      el("button", { type: "button", class: "rm-add-step", disabled: story.steps.length >= LIMITS.story_steps, onclick: () => this.act("add", story.steps.length - 1) }, t("Add a step")));
    this.tools.canUndo(this.before.length > 0);
  }

  /**
   * Put another story in the place of this one; undo() brings this one back.
   * @param {DraftStory} story
   * @param {string} words
   */
  replace(story, words) {
    this.before = [...this.before, copyOf(this.story)].slice(-MAX_UNDO);
    this.story = story;
    keepDraft(story);
    this.faults.replaceChildren();
    this.draw();
    this.say(words);
  }

  undo() {
    const story = this.before.pop();
    if (!story) return;
    this.story = story;
    keepDraft(story);
    this.faults.replaceChildren();
    this.draw();
    this.say(t("Undone."));
    if (!this.before.length) within(this.form, "input").focus(); // the button cannot hold it any more
  }

  /**
   * Do what a step's button says, and leave the focus where one goes on.
   * @param {StepAct} name
   * @param {number} index
   */
  act(name, index) {
    const story = copyOf(this.story);
    const { steps } = story;
    const n = index + 1;
    if (name === "add" || name === "duplicate") {
      if (steps.length >= LIMITS.story_steps) return this.say(plural("A story has at most 1 step.", "A story has at most {n} steps.", LIMITS.story_steps));
      steps.splice(n, 0, name === "add" ? blankStep() : copyOf(steps[index]));
      this.replace(story, t("Step {n} added.", { n: n + 1 }));
      return this.focus(n + 1, "title");
    }
    if (name === "remove") {
      steps.splice(index, 1);
      this.replace(story, t("Step {n} removed. Undo brings it back.", { n }));
      return this.focus(Math.min(n, steps.length), "heading");
    }
    const to = name === "up" ? index - 1 : index + 1;
    steps.splice(to, 0, ...steps.splice(index, 1));
    this.replace(story, t("Step {n} is now step {to}.", { n, to: to + 1 }));
    const buttons = within(this.form, `[data-step="${to + 1}"]`);
    const same = within(buttons, `[data-act="${name}"]`);
    return (same.matches(":disabled") ? within(buttons, "[data-act]:not(:disabled)") : same).focus();
  }

  /** @param {number} step @param {string} field */
  focus(step, field) {
    within(this.form, `#${fieldId(step, field)}`).focus();
  }

  /** @param {StoryFault} storyFault @returns {HTMLElement | null} */
  fieldOf({ step, field }) {
    return this.form.querySelector(`#${CSS.escape(fieldId(step ?? 0, field))}`);
  }

  /**
   * Say what is wrong with the story; return whether nothing is.
   * @returns {Promise<boolean>}
   */
  async check() {
    try {
      const faults = await faultsOf(fileText(this.story));
      this.showFaults(faults, (fault) => this.fieldOf(fault));
      this.say(faults.length ? this.faultCount(faults.length) : this.praise());
      return !faults.length;
    } catch (error) {
      this.faults.replaceChildren();
      this.say(messageOf(error));
      return false;
    }
  }

  /** @returns {string} */
  praise() {
    const n = this.story.steps.length;
    return plural("The story is without fault: one step.", "The story is without fault: {n} steps.", n);
  }

  /** @param {number} n @returns {string} */
  faultCount(n) {
    return plural("One fault, listed below.", "{n} faults, listed below.", n);
  }

  /**
   * @param {StoryFault[]} faults
   * @param {(fault: StoryFault) => HTMLElement | null} [fieldOf]
   */
  showFaults(faults, fieldOf) {
    for (const field of this.form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
    for (const fault of faults) fieldOf?.(fault)?.setAttribute("aria-invalid", "true");
    this.faults.replaceChildren(...(faults.length ? [faultList(faults, fieldOf)] : []));
  }

  async save() {
    if (!(await this.check())) return;
    const name = fileName(this.story);
    save(new Blob([fileText(this.story)], { type: "application/json" }), name);
    this.say(t("Saved as {name}.", { name }));
  }

  async preview() {
    if (!(await this.check())) return;
    try {
      localStorage.setItem(PLAYED_AS, fileText(this.story));
    } catch {
      this.say(t("This browser does not let the page keep the story, so it cannot be shown. Save the file instead."));
      return;
    }
    const inFrame = isFramed() ? "&embed=true" : ""; // there alone a browser that keeps sites apart finds the story
    location.assign(`${url("")}?story=own&step=1&lang=${LANG}${inFrame}`);
  }

  /**
   * Take a file whole or not at all.
   * @param {File} file
   */
  async load(file) {
    try {
      if (file.size > LIMITS.story_bytes) throw new Error(t("{name} was not loaded: it is larger than {n} kB, more than a story needs.", { name: file.name, n: LIMITS.story_bytes / 1024 }));
      const text = await file.text().catch(() => {
        throw new Error(t("{name} cannot be read.", { name: file.name }));
      });
      const faults = await faultsOf(file);
      this.showFaults(faults);
      if (faults.length) throw new Error(t("{name} was not loaded. {faults}", { name: file.name, faults: this.faultCount(faults.length) }));
      this.replace(storyFrom(JSON.parse(text)), t("{name} is loaded.", { name: file.name }));
    } catch (error) {
      this.say(messageOf(error));
    }
  }

  /** @param {string} id */
  async begin(id) {
    try {
      const story = storyFrom(await shippedStory(id));
      this.replace(story, t("The story is here to be changed. Undo brings back what you had."));
    } catch (error) {
      this.say(messageOf(error));
    }
  }

  clear() {
    this.replace(blankStory(), t("A new story. Undo brings back what you had."));
    this.focus(0, "title");
  }
}
