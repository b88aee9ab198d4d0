// The quiz on the page: one question, its result, or all of them at the end.

import { el, setText } from "../base/dom.js";
import { points, total, FULL_POINTS } from "./score.js";
import {
  claimText, comparedText, hintText, insightText, kindTitle, progressText, questionText, resultText, verdict,
} from "./words.js";
import { rangeInput } from "../slider/track.js";
import { MAX_KM } from "../scene/edges.js";
import { length, number } from "../scene/lengths.js";
import { plural, t } from "../base/words.js";

/** @typedef {{answer(answer: string | null): void, guess(km: number): void}} AskedActions */
/** @typedef {{show(index: number): void, pass(): void, again(): void, renew(): void}} EndActions */

export const STEP_KM = 50;
export const LEAST_KM = 100;

/**
 * @param {Children} words
 * @param {() => void} onclick
 * @param {Attributes} [more]
 * @returns {HTMLButtonElement}
 */
const button = (words, onclick, more = {}) => el("button", { type: "button", onclick, ...more }, words);

/**
 * Return {nodes, focus(), follow(km)} of an open question; `acts`: {answer(answer), guess(km)}.
 * @param {Question} question
 * @param {number} guessKm
 * @param {Units} units
 * @param {AskedActions} acts
 * @returns {QuizView}
 */
export function askedView(question, guessKm, units, acts) {
  const head = [...headOf(question, units), el("p", { class: "rm-quiz-hint" }, hintText(question, units))];
  return question.kind === "reach" ? reachView(head, acts) : distanceView(head, guessKm, units, acts);
}

/** @param {Question} question @param {Units} units @returns {Child[]} */
function headOf(question, units) {
  return [
    el("p", { class: "rm-quiz-kind" }, kindTitle(question)),
    el("h2", { "data-testid": "quiz-question" }, questionText(question, units)),
    question.claim ? el("p", { class: "rm-quiz-claim" }, claimText(question)) : null,
  ];
}

/** @param {Child[]} head @param {AskedActions} acts @returns {QuizView} */
function reachView(head, acts) {
  const choice = el("div", { class: "rm-quiz-choice", role: "group", tabindex: "-1", "aria-label": t("Your answer") },
    button(t("In"), () => acts.answer("in"), { "data-testid": "quiz-in", "aria-keyshortcuts": "I 1" }),
    button(t("Out"), () => acts.answer("out"), { "data-testid": "quiz-out", "aria-keyshortcuts": "O 2" }));
  const keys = el("p", { class: "rm-quiz-keys" }, t("Keys: I or 1 for in, O or 2 for out."));
  return { nodes: [...head, choice, keys], focus: () => choice.focus(), follow() {} };
}

/**
 * @param {Child[]} head
 * @param {number} guessKm
 * @param {Units} units
 * @param {AskedActions} acts
 * @returns {QuizView}
 */
function distanceView(head, guessKm, units, acts) {
  const value = el("output", { class: "rm-quiz-value" });
  const { node, input: slider, show } = rangeInput("quiz-guess", t("Your guess"), { input: acts.guess, change() {} },
    { min: LEAST_KM, max: MAX_KM, step: STEP_KM });
  /** @param {number} km */
  const follow = (km) => {
    show(km);
    slider.setAttribute("aria-valuetext", length(km, units));
    setText(value, length(km, units));
  };
  follow(guessKm);
  return {
    nodes: [...head, el("div", { class: "rm-quiz-guess" }, el("span", {}, t("Your guess")), value, node),
      button(t("Answer"), () => acts.answer(null), { "data-testid": "quiz-answer", class: "rm-quiz-main", "aria-keyshortcuts": "Enter" }),
      el("p", { class: "rm-quiz-keys" }, t("Keys: arrows and Page Up or Page Down, then Enter."))],
    focus: () => slider.focus({ preventScroll: true }),
    follow,
  };
}

/**
 * Return the same of a question that was answered; `next` goes on.
 * @param {Question} question
 * @param {number} index
 * @param {QuizAnswer} answer
 * @param {Units} units
 * @param {boolean} isLast
 * @param {() => void} next
 * @returns {QuizView}
 */
export function toldView(question, index, answer, units, isLast, next) {
  const won = points(question, answer);
  const said = [verdict(question, answer), resultText(question, answer, units)].filter(Boolean).join(" ");
  const go = button(isLast ? t("See the result") : t("Next question"), next, { "data-testid": "quiz-next", class: "rm-quiz-main" });
  const insight = insightText(question, index, units);
  return {
    nodes: [
      ...headOf(question, units),
      el("div", { class: `rm-quiz-result ${won > 0 ? "rm-won" : "rm-lost"}`, "data-testid": "quiz-result" },
        el("p", {}, said), el("p", { class: "rm-quiz-points" }, pointsText(won))),
      el("p", { class: "rm-quiz-why" }, insight), go],
    said: `${said} ${pointsText(won)}. ${insight}`,
    focus: () => go.focus({ preventScroll: true }),
  };
}

/** @param {number} won @returns {string} */
const pointsText = (won) => plural("1 point", "{n} points", won);

/**
 * Return the same of the end; `acts`: {show(index), pass(), again(), renew()}; `isGiven`: from a link.
 * @param {Question[]} questions
 * @param {QuizAnswer[]} answers
 * @param {Units} units
 * @param {boolean} isGiven
 * @param {EndActions} acts
 * @returns {QuizView}
 */
export function endView(questions, answers, units, isGiven, acts) {
  const sum = total(questions, answers);
  const all = number(questions.length * FULL_POINTS, "km");
  const heading = el("h2", { "data-testid": "quiz-total", tabindex: "-1" },
    t("{points} of {all} points", { points: number(sum, "km"), all }));
  const rows = questions.map((question, index) => el("li", {}, row(question, index, answers[index], units, acts)));
  return {
    nodes: [
      el("p", { class: "rm-quiz-kind" }, isGiven ? t("Result of a quiz") : t("Your result")), heading,
      isGiven ? el("p", { class: "rm-quiz-hint" }, t("Computed from the link alone: nothing about you or anyone else is stored.")) : null,
      el("div", { class: "rm-quiz-after" },
        isGiven ? null : button(t("Show the result"), acts.pass, { "data-testid": "quiz-show-result", class: "rm-quiz-main", "aria-haspopup": "dialog" }),
        button(isGiven ? t("Play these questions") : t("Play again"), acts.again, { "data-testid": "quiz-again" }),
        button(t("New questions"), acts.renew, { "data-testid": "quiz-new" })),
      el("ol", { class: "rm-quiz-list", "data-testid": "quiz-list" }, rows)],
    said: t("The end: {points} of {all} points.", { points: number(sum, "km"), all }),
    focus: () => heading.focus({ preventScroll: true }),
  };
}

/**
 * @param {Question} question
 * @param {number} index
 * @param {QuizAnswer} answer
 * @param {Units} units
 * @param {EndActions} acts
 * @returns {HTMLButtonElement}
 */
function row(question, index, answer, units, acts) {
  const won = points(question, answer);
  return button([
    el("span", { class: "rm-quiz-asked" }, `${index + 1}. ${questionText(question, units)}`),
    el("span", {}, comparedText(question, answer, units)),
    el("b", { class: won > 0 ? "rm-won" : "rm-lost" }, pointsText(won)),
  ], () => acts.show(index));
}

/**
 * How far the quiz is, above the question.
 * @param {number} index
 * @param {Question[]} questions
 * @param {QuizAnswer[]} answers
 * @returns {string}
 */
export function progressView(index, questions, answers) {
  return progressText(Math.min(index, questions.length - 1), questions.length, total(questions, answers));
}
