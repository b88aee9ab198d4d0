// The quiz: it owns the scene of its page. Questions come from the server, which makes them of a
// seed; all else happens here, and nothing of it is kept anywhere.

import { addressIn, query } from "../base/address.js";
import { bus } from "../base/bus.js";
import { el, setText, within } from "../base/dom.js";
import { inverse } from "../earth/geodesic.js";
import { url } from "../base/live.js";
import { problemNote } from "../base/problems.js";
import { queryBeside, quizOf, writeSeed } from "./load.js";
import { total } from "./score.js";
import { askedScene, entitleMap, mapSize, toldScene, viewOf } from "./scenes.js";
import { shareLink } from "./share.js";
import { askedView, endView, progressView, toldView } from "./view.js";
import { hintText, questionText } from "./words.js";
import { MAX_KM, MIN_KM } from "../scene/scene.js";
import { LANG, OTHERS, t } from "../base/words.js";

/** @type {Record<string, string | undefined>} */
const ANSWER_KEYS = { i: "in", 1: "in", o: "out", 2: "out" };
const FIRST_GUESS_KM = 5000; // of every question, so that it tells nothing

class Quiz {
  /** @param {HTMLElement} root @param {Scene} scene */
  constructor(root, scene) {
    this.root = root;
    /** @type {Scene} */
    this.base = { ...scene, at: null, date: null, radars: [] };
    this.tab = bus();
    /** @type {Question[]} */
    this.questions = [];
    /** @type {QuizAnswer[]} */
    this.answers = [];
    this.seed = "";
    this.isGiven = false; // the answers are from a link
    this.scene = this.base;
    this.guessKm = FIRST_GUESS_KM;
    this.step = "loading"; // -> asked <-> told -> ended
    /** @type {QuizView | null} */
    this.view = null; // what stands on the stage
    this.back = el("a", {}, t("Back to the map"));
    this.others = OTHERS.map(({ lang, name }) => el("a", { lang, hreflang: lang }, name));
    this.message = el("div", { class: "rm-message", role: "alert" });
    this.progress = el("p", { class: "rm-quiz-score", "data-testid": "quiz-score" });
    this.stage = el("section", { class: "rm-quiz-stage" });
    this.heard = el("div", { class: "rm-quiz-heard", role: "status", "data-testid": "quiz-heard" });
    this.seedText = el("p", { "data-testid": "quiz-seed" });
    this.build();
    this.tab.quiz = () => (!root.isConnected ? "" : this.step === "asked" ? "asked" : "told"); // for pointing.js
    /**
     * @template T
     * @param {(detail: T) => void} act
     * @returns {(detail: T) => void}
     */
    const here = (act) => (detail) => root.isConnected && act(detail);
    this.tab.on("tap", here((point) => this.tapped(point)));
    this.tab.on("view", here((at) => { this.scene = { ...this.scene, at }; })); // another window size keeps it
    document.addEventListener("keydown", here((event) => this.press(event)));
    this.start();
  }

  build() {
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
        tool(t("Link and QR code"), () => this.passClass(), { "aria-haspopup": "dialog", "data-testid": "quiz-class-link" }),
        tool(t("Start again"), () => this.restart(), { "data-testid": "quiz-restart" }),
        tool(t("New questions"), () => this.renew())));
    this.root.replaceChildren(
      el("header", { class: "rm-quiz-brand" }, el("h1", {}, t("Quiz")),
        el("nav", { "aria-label": t("Pages") }, this.back, this.others)),
      this.message, this.progress, this.stage, tools, this.heard);
  }

  /** Read the address: a seed, perhaps a result. What of it cannot be used is told. */
  start() {
    return this.load(() => quizOf(query()), ({ said, problems }) => {
      this.tellProblems(problems);
      this.receive(said);
    });
  }

  /**
   * Ask the server, then use its answer; without one, say so and offer to ask again.
   * @template T
   * @param {() => Promise<T>} ask
   * @param {(said: T) => void} use
   */
  async load(ask, use) {
    let said = null;
    try {
      said = await ask();
    } catch {
      this.message.replaceChildren(el("p", {}, t("The questions could not be loaded. Check the connection, then try again.")),
        el("button", { type: "button", onclick: () => this.load(ask, use) }, t("Try again")));
      return;
    }
    use(said);
  }

  /** @param {Problem[]} problems */
  tellProblems(problems) {
    this.message.replaceChildren(...problems.map((problem) => problemNote(problem,
      problem.key === "seed" ? t("These are new questions.") : "")));
  }

  /** @param {QuizQuestions} quizQuestions */
  receive({ seed, questions, answers }) {
    this.seed = seed;
    this.questions = questions;
    this.isGiven = Boolean(answers);
    this.answers = answers ?? [];
    if (!this.isGiven) writeSeed(seed);
    setText(this.seedText, t("All who open this link get the same ten questions: {seed}.", { seed }));
    this.back.href = `${url("")}${queryBeside()}`;
    for (const link of this.others) link.href = addressIn(link.lang);
    if (this.isGiven) this.end();
    else this.ask(document.activeElement === document.body);
  }

  // Playing

  get index() {
    return this.step === "told" ? this.answers.length - 1 : this.answers.length;
  }

  get question() {
    return this.questions[this.index];
  }

  /** @param {boolean} [takesFocus] */
  ask(takesFocus = true) {
    this.step = "asked";
    this.guessKm = FIRST_GUESS_KM;
    const { units } = this.base;
    this.put(askedView(this.question, this.guessKm, units, {
      answer: (answer) => this.answer(answer ?? this.guessKm), guess: (km) => this.guess(km),
    }), takesFocus);
    this.say([`${this.progress.textContent}.`, questionText(this.question, units), hintText(this.question, units)].join(" "));
    this.look(askedScene(this.base, this.question, this.guessKm), this.question, false);
  }

  /** @param {number} km */
  guess(km) {
    this.guessKm = km;
    this.view?.follow?.(km);
    this.showScene({ ...askedScene(this.base, this.question, km), at: this.scene.at });
  }

  /**
   * A tap on the map: as far from the launch site as the place is thought to be.
   * @param {LatLon} latLon
   */
  tapped({ lat, lon }) {
    if (this.step !== "asked") return;
    this.view?.focus(); // the map's frame had it: keys answer again
    if (this.question.kind !== "distance") return;
    const { site } = this.question;
    const { km } = inverse(site.lat, site.lon, lat, lon);
    this.guess(Math.round(Math.min(MAX_KM, Math.max(MIN_KM, km))));
  }

  /** @param {QuizAnswer} answer */
  answer(answer) {
    if (this.step !== "asked") return;
    const { question, index } = this;
    this.tellProblems([]);
    this.answers.push(answer);
    this.step = "told";
    const isLast = this.answers.length === this.questions.length;
    const view = toldView(question, index, answer, this.base.units, isLast, () => this.next());
    this.put(view, true);
    this.say(view.said ?? "");
    this.look(toldScene(this.base, question, answer), question, true);
  }

  next() {
    if (this.answers.length < this.questions.length) this.ask();
    else this.end();
  }

  end() {
    this.step = "ended";
    const view = endView(this.questions, this.answers, this.base.units, this.isGiven, {
      show: (index) => this.recall(index), pass: () => this.passResult(),
      again: () => this.restart(), renew: () => this.renew(),
    });
    this.put(view, !this.isGiven);
    this.say(view.said ?? "");
    this.recall(this.questions.length - 1);
  }

  /**
   * At the end: one question and its answer on the map once more.
   * @param {number} index
   */
  recall(index) {
    const question = this.questions[index];
    this.look(toldScene(this.base, question, this.answers[index]), question, true);
  }

  restart() {
    this.isGiven = false;
    this.answers = [];
    writeSeed(this.seed);
    this.tellProblems([]);
    this.ask();
  }

  renew() {
    return this.load(() => quizOf(""), ({ said }) => {
      this.tellProblems([]);
      this.receive(said);
      this.view?.focus();
    });
  }

  // Showing

  /** @param {QuizView} view @param {boolean} takesFocus */
  put(view, takesFocus) {
    this.view = view;
    this.stage.replaceChildren(...view.nodes.filter((node) => node !== null && node !== undefined));
    this.root.classList.toggle("rm-quiz-ended", this.step === "ended");
    setText(this.progress, this.step === "ended" ? "" : progressView(this.index, this.questions, this.answers));
    this.root.closest(".st-key-panel")?.scrollTo(0, 0);
    if (takesFocus) view.focus();
  }

  /** @param {string} text */
  say(text) {
    setText(this.heard, text);
  }

  /**
   * Show a scene and have the map look at what the question is about.
   * @param {Scene} scene
   * @param {Question} question
   * @param {boolean} isTold
   */
  look(scene, question, isTold) {
    entitleMap();
    this.showScene({ ...scene, at: viewOf(question, isTold, mapSize()) });
    this.tab.send("goto", this.scene);
  }

  /** @param {Scene} scene */
  showScene(scene) {
    this.scene = scene;
    this.tab.send("scene", scene);
  }

  passClass() {
    shareLink(t("Link for the class"), t("A phone's camera opens these ten questions, in the phone's own language."), this.linkQuery());
  }

  passResult() {
    shareLink(t("Result"), t("The link holds the ten answers and no name; nothing is stored. A teacher can scan it from this screen."),
      { ...this.linkQuery(), answers: this.answers.join(",") });
  }

  linkQuery() {
    return { seed: this.seed, units: this.base.units, lang: LANG };
  }

  /**
   * Keys of the whole page, where no control has a use of its own for them.
   * @param {KeyboardEvent} event
   */
  press(event) {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey || this.step !== "asked" || document.querySelector("dialog[open]")) return;
    if (this.question.kind === "reach") {
      const answer = ANSWER_KEYS[key.toLowerCase()];
      if (answer) this.answer(answer);
    } else if (key === "Enter" && !(target instanceof Element && target.closest("button, a, summary"))) {
      event.preventDefault(); // or the key press would go on to the next button
      this.answer(this.guessKm);
    }
  }

  state() {
    return {
      seed: this.seed, index: this.index, total: this.questions.length, score: total(this.questions, this.answers),
      question: this.question ?? null, answers: [...this.answers], step: this.step, guess_km: this.guessKm,
    };
  }
}

/** @type {WeakMap<HTMLElement, Quiz>} */
const quizzes = new WeakMap();

/**
 * Mount the component, once in a page.
 * @param {Component<{scene: Scene}>} component
 */
export function mount({ parentElement, data }) {
  const root = within(parentElement, ".rm-quiz");
  if (quizzes.has(root)) return;
  const quiz = new Quiz(root, data.scene);
  quizzes.set(root, quiz);
  window.reachmapQuiz = { state: () => quiz.state() };
}
