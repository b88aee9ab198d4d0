// A follower's card of a poll: large buttons, one's own answer, and the bars when the leader shows
// them. Nobody is named.

import { bar, choiceLine, sum } from "./bars.js";
import { namesHere, pollWords, resultText, rightAnswer } from "./words.js";
import { el, setAttribute, setText } from "../base/dom.js";
import { t } from "../base/words.js";

/** @typedef {{answer(poll: Poll, index: number): void, say(text: string): void, units(): Units}} AnswerActions */
/**
 * A poll that is on; all but `poll` and `choice` is there when its words have come.
 * @typedef {{poll: Poll, choice: number, counts?: number[], shown?: ShownPoll}} PollState
 */
/**
 * @typedef {object} ShownPoll
 * @property {PollWords} words
 * @property {PollNames} names
 * @property {PollBar[]} bars
 * @property {HTMLElement} group
 */

/**
 * Whether two polls ask the same.
 * @param {Poll} a
 * @param {Poll} b
 * @returns {boolean}
 */
const isSame = (a, b) => JSON.stringify({ ...a, id: 0 }) === JSON.stringify({ ...b, id: 0 });

/**
 * Return {node, ask(poll), show(counts), poll()}. `on` = {answer(poll, index), say(text), units()}.
 * @param {AnswerActions} on
 * @returns {PollCard}
 */
export function answerCard(on) {
  const node = el("section", { class: "rm-poll", "aria-label": t("Poll"), "data-testid": "poll", "data-over-map": "", hidden: true });
  const mine = el("p", { class: "rm-poll-mine", "data-testid": "poll-mine" });
  const right = el("p", { class: "rm-poll-right", "data-testid": "poll-right" });
  /** @type {PollState | null} */
  let now = null;

  /** @param {Poll | null} poll */
  async function ask(poll) {
    if (now && poll && isSame(poll, now.poll)) { // told again: the connection was lost, or the server
      now.poll = poll;
      if (now.choice >= 0) on.answer(poll, now.choice);
      return;
    }
    if (now && !poll) on.say(t("The poll is closed."));
    /** @type {PollState | null} */
    const began = poll && { poll, choice: -1 };
    now = began;
    node.hidden = true;
    if (!poll || !began) return;
    const names = await namesHere();
    if (now !== began) return;
    const words = pollWords(poll, names, on.units());
    began.shown = build(began, words, names);
    if (began.counts) show(began.counts);
    on.say(`${t("Poll")}: ${words.question}`);
  }

  /** @param {PollState} state @param {PollWords} words @param {PollNames} names @returns {ShownPoll} */
  function build(state, words, names) {
    const bars = words.choices.map(bar); // each within its button: a phone has no room for both
    /** @type {HTMLButtonElement[]} */
    const buttons = words.choices.map(({ name, isRing }, index) => el("button", {
      type: "button", "aria-pressed": "false", "data-testid": `poll-choice-${index}`, onclick: () => choose(state, { words, buttons }, index),
    }, isRing ? choiceLine(index) : null, el("span", { class: "rm-choice-name" }, name), bars[index].nodes));
    const group = el("div", { class: `rm-poll-choices rm-poll-${state.poll.kind}`, role: "group", "aria-label": words.question }, buttons);
    setText(mine, "");
    setText(right, "");
    node.replaceChildren(el("p", { class: "rm-poll-question" }, words.question), group, mine, right);
    node.hidden = false;
    return { words, names, bars, group };
  }

  /**
   * @param {PollState} state
   * @param {{words: PollWords, buttons: HTMLButtonElement[]}} asked
   * @param {number} index
   */
  function choose(state, { words, buttons }, index) {
    state.choice = index;
    buttons.forEach((each, i) => setAttribute(each, "aria-pressed", String(i === index)));
    setText(mine, t("Your answer: {choice}. You can change it.", { choice: words.choices[index].name }));
    on.answer(state.poll, index);
  }

  /**
   * The bars, or [] to take them away.
   * @param {number[]} counts
   */
  async function show(counts) {
    if (!now) return;
    const state = now;
    state.counts = counts;
    const { shown } = state;
    if (!shown) return; // shown when the words are there
    const isNew = counts.length > 0 && shown.group.dataset.testid !== "poll-bars";
    shown.group.classList.toggle("rm-shown", counts.length > 0);
    setAttribute(shown.group, "data-testid", counts.length ? "poll-bars" : "poll-choices");
    if (!counts.length) {
      setText(right, "");
      return;
    }
    shown.bars.forEach((each, index) => each.update(counts[index], sum(counts)));
    if (!isNew) return;
    const answer = await rightAnswer(state.poll, shown.names, on.units()).catch(() => "");
    if (now !== state || !state.counts.length) return;
    setText(right, answer);
    on.say(`${resultText(shown.words.choices, state.counts)} ${answer}`);
  }
  return { node, ask, show, poll: () => now?.poll ?? null };
}
