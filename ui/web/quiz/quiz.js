// The quiz: a game of ten questions. They come from the server, which makes them of a seed; all else
// happens in the browser, and nothing of it is kept anywhere.

import { query } from "../base/address.js";
import { bus } from "../base/bus.js";
import { within } from "../base/dom.js";
import { QuizPage } from "./quizpage.js";
import { quizOf, writeSeed } from "./load.js";
import { QuestionMap, guessAt } from "./questionmap.js";
import { total } from "./score.js";
import { shareLink } from "./share.js";
import { askedView, endView, progressView, toldView } from "./view.js";
import { hintText, questionText } from "./words.js";
import { LANG, t } from "../base/words.js";

/** @type {Record<string, string | undefined>} */
const ANSWER_KEYS = { i: "in", 1: "in", o: "out", 2: "out" };
const FIRST_GUESS_KM = 5000; // of every question, so that it tells nothing

class Quiz {
  /** @param {HTMLElement} root @param {Scene} scene */
  constructor(root, scene) {
    const tab = bus();
    this.units = scene.units;
    this.map = new QuestionMap(tab, scene);
    /** @type {Question[]} */
    this.questions = [];
    /** @type {QuizAnswer[]} */
    this.answers = [];
    this.seed = "";
    this.isGiven = false; // the answers are from a link
    this.guessKm = FIRST_GUESS_KM;
    this.step = "loading"; // -> asked <-> told -> ended
    /** @type {QuizView | null} */
    this.view = null; // what stands on the stage
    this.page = new QuizPage(root, { pass: () => this.passClass(), restart: () => this.restart(), renew: () => this.renew() });
    tab.quiz = () => (!root.isConnected ? "" : this.step === "asked" ? "asked" : "told"); // for pointing.js
    /**
     * @template T
     * @param {(detail: T) => void} act
     * @returns {(detail: T) => void}
     */
    const here = (act) => (detail) => root.isConnected && act(detail);
    tab.on("tap", here((point) => this.tapped(point)));
    tab.on("view", here((at) => this.map.keepView(at)));
    document.addEventListener("keydown", here((event) => this.press(event)));
    this.start();
  }

  /** Read the address: a seed, perhaps a result. What of it cannot be used is told. */
  start() {
    return this.load(() => quizOf(query()), ({ said, problems }) => {
      this.page.tellProblems(problems);
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
      this.page.offerAgain(() => this.load(ask, use));
      return;
    }
    use(said);
  }

  /** @param {QuizQuestions} quizQuestions */
  receive({ seed, questions, answers }) {
    this.seed = seed;
    this.questions = questions;
    this.isGiven = Boolean(answers);
    this.answers = answers ?? [];
    if (!this.isGiven) writeSeed(seed);
    this.page.name(seed);
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

  get progress() {
    return this.step === "ended" ? "" : progressView(this.index, this.questions, this.answers);
  }

  /** @param {boolean} [takesFocus] */
  ask(takesFocus = true) {
    this.step = "asked";
    this.guessKm = FIRST_GUESS_KM;
    const { question, units } = this;
    this.put(askedView(question, this.guessKm, units, {
      answer: (answer) => this.answer(answer ?? this.guessKm), guess: (km) => this.guess(km),
    }), takesFocus);
    this.page.say([`${this.progress}.`, questionText(question, units), hintText(question, units)].join(" "));
    this.map.ask(question, this.guessKm);
  }

  /** @param {number} km */
  guess(km) {
    this.guessKm = km;
    this.view?.follow?.(km);
    this.map.guess(this.question, km);
  }

  /**
   * A tap on the map: as far from the launch site as the place is thought to be.
   * @param {LatLon} point
   */
  tapped(point) {
    if (this.step !== "asked") return;
    this.view?.focus(); // the map's frame had it: keys answer again
    if (this.question.kind === "distance") this.guess(guessAt(this.question, point));
  }

  /** @param {QuizAnswer} answer */
  answer(answer) {
    if (this.step !== "asked") return;
    const { question, index } = this;
    this.page.tellProblems([]);
    this.answers.push(answer);
    this.step = "told";
    const isLast = this.answers.length === this.questions.length;
    const view = toldView(question, index, answer, this.units, isLast, () => this.next());
    this.put(view, true);
    this.page.say(view.said ?? "");
    this.map.tell(question, answer);
  }

  next() {
    if (this.answers.length < this.questions.length) this.ask();
    else this.end();
  }

  end() {
    this.step = "ended";
    const view = endView(this.questions, this.answers, this.units, this.isGiven, {
      show: (index) => this.recall(index), pass: () => this.passResult(),
      again: () => this.restart(), renew: () => this.renew(),
    });
    this.put(view, !this.isGiven);
    this.page.say(view.said ?? "");
    this.recall(this.questions.length - 1);
  }

  /**
   * At the end: one question and its answer on the map once more.
   * @param {number} index
   */
  recall(index) {
    this.map.tell(this.questions[index], this.answers[index]);
  }

  restart() {
    this.isGiven = false;
    this.answers = [];
    writeSeed(this.seed);
    this.page.tellProblems([]);
    this.ask();
  }

  renew() {
    return this.load(() => quizOf(""), ({ said }) => {
      this.page.tellProblems([]);
      this.receive(said);
      this.view?.focus();
    });
  }

  // Showing

  /** @param {QuizView} view @param {boolean} takesFocus */
  put(view, takesFocus) {
    this.view = view;
    this.page.put(view, this.progress, this.step === "ended");
    if (takesFocus) view.focus();
  }

  passClass() {
    shareLink(t("Link for the class"), t("A phone's camera opens these ten questions, in the phone's own language."), this.linkQuery());
  }

  passResult() {
    shareLink(t("Result"), t("The link holds the ten answers and no name; nothing is stored. A teacher can scan it from this screen."),
      { ...this.linkQuery(), answers: this.answers.join(",") });
  }

  linkQuery() {
    return { seed: this.seed, units: this.units, lang: LANG };
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
