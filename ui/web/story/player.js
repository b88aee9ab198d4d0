// A story on the map: its steps one after the other, each a scene with words. Shipped stories come
// from the server; a teacher's own lies in the browser (composer.js) and is checked by the server.

import { keysOf, valueOf, written } from "../base/address.js";
import { getWords, url } from "../base/live.js";
import { storyBox } from "./box.js";
import { messageOf } from "../share/tools.js";
import { LANG, t } from "../base/words.js";

export const OWN_STORY = "own";
const KEPT = "reachmap-story"; // composer.js puts it there

/**
 * Return the teacher's own story as the server reads it; an Error says why there is none.
 * @param {Units} units
 * @returns {Promise<Story>}
 */
async function ownStory(units) {
  let file = null;
  try {
    file = localStorage.getItem(KEPT);
  } catch { /* no storage here: said below */ }
  if (!file) throw new Error(t("This story is kept in the browser it was written in. Load its file on the page Stories."));
  const answer = await fetch(`${url("live/story.json")}?lang=${LANG}&units=${units}`, { method: "POST", body: file });
  if (!answer.ok) throw new Error(t("This story has faults. Load its file on the page Stories to see them."));
  return { ...await answer.json(), isOwn: true }; // nobody's words but the teacher's, and the box says so
}

class StoryPlayer {
  /** @param {PanelControls} panel */
  constructor(panel) {
    this.panel = panel;
    /** @type {Story | null} */
    this.story = null;
    this.step = 1;
    this.asked = ""; // the story that is on its way
    /** @type {import("./box.js").StoryBox} */
    this.box = storyBox({
      go: (by) => this.go(by), close: () => this.leave(), resized: () => panel.tab.send("covered", null),
    });
    panel.tab.on("followstory", ({ story, step }) => this.follow(story, step));
    panel.tab.on("toldstep", (words) => (words ? this.box.tell(words) : this.isOn() || this.box.hide()));
  }

  get node() { return this.box.node; }

  /** @returns {boolean} */
  isOn() { return this.story !== null; }

  /**
   * Start a story at a step, as its link does.
   * @param {string} id
   * @param {number} [step]
   */
  async open(id, step = 1) {
    if (await this.load(id)) this.go(step - this.step, true);
  }

  /**
   * Show the words of a step whose scene is there already.
   * @param {string} id
   * @param {number} step
   */
  async follow(id, step) {
    if (!id) return this.isOn() && this.forget();
    if (await this.load(id)) this.turnTo(step);
    return undefined;
  }

  /**
   * What the link says: at the start, and after the back button.
   * @param {string} id
   * @param {number} step
   */
  visit(id, step) {
    if (id === OWN_STORY && !this.isOn()) this.open(id, step); // only the browser knows its scenes
    else this.follow(id, step);
  }

  /**
   * The scene that a step began with, if a scene is one of this story.
   * @param {Scene} scene
   * @returns {Scene | null}
   */
  sceneOf({ story, step }) {
    return this.story && step && story === this.story.id ? this.story.steps[step - 1].scene : null;
  }

  /** @param {string} id @returns {Promise<boolean>} */
  async load(id) {
    if (this.story?.id === id) return true;
    this.asked = id;
    const { units } = this.panel.scene;
    try {
      const story = id === OWN_STORY ? await ownStory(units)
        : await getWords(`live/story.json?id=${encodeURIComponent(id)}&units=${units}`);
      if (this.asked !== id) return false;
      this.story = story;
      return true;
    } catch (error) {
      if (this.asked === id) {
        this.panel.say(id === OWN_STORY ? messageOf(error) : t("The story could not be loaded. Check the connection and reload the page."));
      }
      return false;
    }
  }

  /** @param {number} step */
  turnTo(step) {
    const { story } = this;
    if (!story) return;
    this.step = Math.min(Math.max(step, 1), story.steps.length);
    document.documentElement.toggleAttribute("data-story", true);
    this.box.show(story, this.step, (to) => this.linkOf(story, to));
    const { title, text, question } = story.steps[this.step - 1];
    this.panel.tab.send("storystep", story.id === OWN_STORY ? { title, text, question } : null);
  }

  /**
   * Go some steps on or back, with the scene of the step.
   * @param {number} by
   * @param {boolean} [anew]
   */
  go(by, anew = false) {
    const { story } = this;
    if (!story) return;
    const before = this.step;
    const step = Math.min(Math.max(before + by, 1), story.steps.length);
    if (step === before && !anew) return;
    this.turnTo(step);
    this.panel.play({ ...story.steps[step - 1].scene, story: story.id, step });
  }

  leave() {
    this.forget();
    this.panel.edit((scene) => Object.assign(scene, { story: "", step: 1 }));
  }

  forget() {
    this.story = null;
    this.step = 1;
    document.documentElement.removeAttribute("data-story");
    this.panel.tab.send("storystep", null);
    this.box.hide();
  }

  /** @param {Story} story @param {number} step @returns {string} */
  linkOf(story, step) {
    const kept = keysOf("reader").flatMap((key) => {
      const value = valueOf(key);
      return value === null ? [] : [/** @type {[string, string]} */ ([key, value])];
    });
    return `${url("")}?${written([["story", story.id], ["step", String(step)], ...kept])}`;
  }
}

/**
 * Return the player of a panel: {node, isOn(), open(id, step), follow(id, step), go(by), leave()}.
 * @param {PanelControls} panel
 * @returns {StoryPlayer}
 */
export function storyPlayer(panel) {
  return new StoryPlayer(panel);
}
