// The box of a story over the map: one step's words, how far one is, back and next.

import { el, setText } from "../base/dom.js";
import { t } from "../base/words.js";

/**
 * The box of a story.
 * @typedef {object} StoryBox
 * @property {HTMLElement} node
 * @property {(story: Story, step: number, linkOf: (step: number) => string) => void} show
 * @property {(step: StepWords) => void} tell
 * @property {() => void} hide
 */

const SWIPE_PX = 45;

/**
 * Call `go(1 or -1)` when a finger is drawn sideways over a node.
 * @param {HTMLElement} node
 * @param {(by: number) => void} go
 */
function onSwipe(node, go) {
  /** @type {[number, number] | null} */
  let start = null;
  node.addEventListener("pointerdown", ({ pointerType, clientX, clientY }) => {
    start = pointerType === "mouse" ? null : [clientX, clientY];
  });
  node.addEventListener("pointerup", ({ clientX, clientY }) => {
    if (!start) return;
    const [dx, dy] = [clientX - start[0], clientY - start[1]];
    start = null;
    if (Math.abs(dx) > SWIPE_PX && Math.abs(dx) > 2 * Math.abs(dy)) go(dx < 0 ? 1 : -1);
  });
  node.addEventListener("pointercancel", () => { start = null; });
}

/**
 * Return {node, show(story, step, linkOf), tell(words), hide()}; `on` = {go(by), close()}.
 * @param {{go(by: number): void, close(): void, resized(): void}} on
 * @returns {StoryBox}
 */
export function storyBox(on) {
  const name = el("span", { class: "rm-story-name" });
  const count = el("span", { class: "rm-story-count", "data-testid": "story-progress" });
  const heading = el("h2", {});
  const text = el("p", { class: "rm-story-text" });
  const question = el("p", { class: "rm-story-question" });
  const dots = el("ol", { class: "rm-story-dots", "aria-label": t("Steps of this story") });
  /** @param {string} key @param {string} words @param {() => void} does @returns {HTMLButtonElement} */
  const button = (key, words, does) => el("button", { type: "button", class: key, onclick: does }, words);
  const back = button("st-key-story-back", t("Back"), () => on.go(-1));
  const next = button("st-key-story-next", t("Next"), () => on.go(1));
  const fold = el("button", { type: "button", class: "rm-story-fold", "aria-expanded": "true", "aria-label": t("Text of the story"),
    onclick: () => folded(!node.classList.contains("rm-folded")) }, "\u2013");
  const close = el("button", { type: "button", class: "st-key-story-close", "aria-label": t("Leave the story"), onclick: on.close }, "\u00d7");
  const words = el("div", { class: "rm-story-words", "aria-live": "polite", "data-testid": "story-step" }, heading, text, question);
  const node = el("section", { class: "rm-story", "aria-label": t("Story"), "data-testid": "story", "data-over-map": "", hidden: true },
    el("header", {}, name, count, fold, close), words, el("footer", {}, back, dots, next));
  const tellUnfolded = () => node.classList.toggle("rm-unfolded", !node.hidden && !node.classList.contains("rm-folded")); // what rules ask for
  /** @param {boolean} is */
  const folded = (is) => {
    node.classList.toggle("rm-folded", is);
    tellUnfolded();
    fold.setAttribute("aria-expanded", String(!is));
    setText(fold, is ? "+" : "\u2013");
    on.resized();
  };
  onSwipe(node, on.go);

  /** @param {StepWords} step */
  const say = (step) => {
    setText(heading, step.title);
    setText(text, step.text);
    setText(question, step.question);
    question.hidden = !step.question;
    node.hidden = false;
    tellUnfolded();
    node.scrollTop = words.scrollTop = 0;
    on.resized();
  };
  return {
    node,
    show(story, step, linkOf) {
      setText(name, story.isOwn ? t("Own story: {title}", { title: story.title }) : story.title);
      setText(count, t("{step} of {steps}", { step, steps: story.steps.length }));
      back.disabled = step <= 1;
      next.disabled = step >= story.steps.length;
      dots.replaceChildren(...story.steps.map(({ title }, index) => el("li", {}, el("a", {
        href: linkOf(index + 1), title: `${index + 1}. ${title}`, "aria-label": `${index + 1}. ${title}`,
        "aria-current": index + 1 === step ? "step" : null,
        onclick: (event) => {
          event.preventDefault();
          on.go(index + 1 - step);
        },
      }))));
      node.classList.remove("rm-told");
      say(story.steps[step - 1]);
    },
    /** Only words, of a step that somebody else chose. */
    tell(step) {
      setText(name, t("Told by the leader"));
      setText(count, "");
      node.classList.add("rm-told");
      say(step);
    },
    hide() {
      node.hidden = true;
      tellUnfolded();
      on.resized();
    },
  };
}
