// The quiz's page around what is asked: its title, problems, how far the quiz is, the stage, what a
// class needs, and words for those who do not see it.

import { addressIn } from "../base/address.js";
import { el, setText } from "../base/dom.js";
import { url } from "../base/live.js";
import { problemNote } from "../base/problems.js";
import { queryBeside } from "./load.js";
import { OTHERS, t } from "../base/words.js";

/** @typedef {{pass(): void, restart(): void, renew(): void}} QuizPageActions What the buttons for a class do. */

export class QuizPage {
  /** @param {HTMLElement} root @param {QuizPageActions} acts */
  constructor(root, acts) {
    this.root = root;
    this.back = el("a", {}, t("Back to the map"));
    this.others = OTHERS.map(({ lang, name }) => el("a", { lang, hreflang: lang }, name));
    this.message = el("div", { class: "rm-message", role: "alert" });
    this.progress = el("p", { class: "rm-quiz-score", "data-testid": "quiz-score" });
    this.stage = el("section", { class: "rm-quiz-stage" });
    this.heard = el("div", { class: "rm-quiz-heard", role: "status", "data-testid": "quiz-heard" });
    this.seedText = el("p", { "data-testid": "quiz-seed" });
    this.build(acts);
  }

  /** @param {QuizPageActions} acts */
  build(acts) {
    /**
     * @param {string} words
     * @param {() => void} onclick
     * @param {Attributes} [more]
     * @returns {HTMLButtonElement}
     */
    const tool = (words, onclick, more = {}) => el("button", { type: "button", onclick, ...more }, words);
    const tools = el("details", { class: "rm-quiz-tools" }, el("summary", {}, t("For the class")),
      this.seedText,
      el("div", { class: "rm-quiz-after" },
        tool(t("Link and QR code"), () => acts.pass(), { "aria-haspopup": "dialog", "data-testid": "quiz-class-link" }),
        tool(t("Start again"), () => acts.restart(), { "data-testid": "quiz-restart" }),
        tool(t("New questions"), () => acts.renew())));
    this.root.replaceChildren(
      el("header", { class: "rm-quiz-brand" }, el("h1", {}, t("Quiz")),
        el("nav", { "aria-label": t("Pages") }, this.back, this.others)),
      this.message, this.progress, this.stage, tools, this.heard);
  }

  /**
   * The server cannot be reached: say so, and offer to ask again.
   * @param {() => void} again
   */
  offerAgain(again) {
    this.message.replaceChildren(el("p", {}, t("The questions could not be loaded. Check the connection, then try again.")),
      el("button", { type: "button", onclick: again }, t("Try again")));
  }

  /** @param {Problem[]} problems */
  tellProblems(problems) {
    this.message.replaceChildren(...problems.map((problem) => problemNote(problem,
      problem.key === "seed" ? t("These are new questions.") : "")));
  }

  /**
   * Name the questions; links to other pages and languages follow the address.
   * @param {string} seed
   */
  name(seed) {
    setText(this.seedText, t("All who open this link get the same ten questions: {seed}.", { seed }));
    this.back.href = `${url("")}${queryBeside()}`;
    for (const link of this.others) link.href = addressIn(link.lang);
  }

  /**
   * Put a view on the stage; `progress` says how far the quiz is, "" at its end.
   * @param {QuizView} view
   * @param {string} progress
   * @param {boolean} isEnded
   */
  put(view, progress, isEnded) {
    this.stage.replaceChildren(...view.nodes.filter((node) => node !== null && node !== undefined));
    this.root.classList.toggle("rm-quiz-ended", isEnded);
    setText(this.progress, progress);
    this.root.closest(".st-key-panel")?.scrollTo(0, 0);
  }

  /**
   * Say something to those who do not see the page.
   * @param {string} text
   */
  say(text) {
    setText(this.heard, text);
  }
}
