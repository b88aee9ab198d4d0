// A poll as a follower sees it: large buttons, one's own answer, and the bars when the leader shows
// them. Nobody is named.

import { bar, choiceLine, sum } from "./bars.js";
import { namesHere, pollWords, resultText, rightAnswer } from "./words.js";
import { el, setAttribute, setText } from "../base/dom.js";
import { t } from "../base/words.js";

/** Whether two polls ask the same. */
const isSame = (a, b) => JSON.stringify({ ...a, id: 0 }) === JSON.stringify({ ...b, id: 0 });

/**
 * Return {node, ask(poll), show(counts), poll()}. `on` = {answer(poll, index), say(text), units()}.
 */
export function answerCard(on) {
  const node = el("section", { class: "rm-poll", "aria-label": t("Poll"), "data-testid": "poll", "data-over-map": "", hidden: true });
  const mine = el("p", { class: "rm-poll-mine", "data-testid": "poll-mine" });
  const right = el("p", { class: "rm-poll-right", "data-testid": "poll-right" });
  let now = null; // {poll, words, names, buttons, bars, group, choice, counts}

  async function ask(poll) {
    if (now && poll && isSame(poll, now.poll)) { // told again: the connection was lost, or the server
      now.poll = poll;
      if (now.choice >= 0) on.answer(poll, now.choice);
      return;
    }
    if (now && !poll) on.say(t("The poll is closed."));
    const began = { poll, choice: -1 };
    now = poll && began;
    node.hidden = true;
    if (!poll) return;
    const names = await namesHere();
    if (now !== began) return;
    Object.assign(began, { names, words: pollWords(poll, names, on.units()) });
    build();
    if (began.counts) show(began.counts);
    on.say(`${t("Poll")}: ${began.words.question}`);
  }

  function build() {
    const { words, poll } = now;
    now.bars = words.choices.map(bar); // each within its button: a phone has no room for both
    now.buttons = words.choices.map(({ name, isRing }, index) => el("button", {
      type: "button", "aria-pressed": "false", "data-testid": `poll-choice-${index}`, onclick: () => choose(index),
    }, isRing ? choiceLine(index) : null, el("span", { class: "rm-choice-name" }, name), now.bars[index].nodes));
    now.group = el("div", { class: `rm-poll-choices rm-poll-${poll.kind}`, role: "group", "aria-label": words.question }, now.buttons);
    setText(mine, "");
    setText(right, "");
    node.replaceChildren(el("p", { class: "rm-poll-question" }, words.question), now.group, mine, right);
    node.hidden = false;
  }

  function choose(index) {
    now.choice = index;
    now.buttons.forEach((each, i) => setAttribute(each, "aria-pressed", String(i === index)));
    setText(mine, t("Your answer: {choice}. You can change it.", { choice: now.words.choices[index].name }));
    on.answer(now.poll, index);
  }

  /** The bars, or [] to take them away. */
  async function show(counts) {
    if (!now) return;
    const shown = now;
    shown.counts = counts;
    if (!shown.bars) return; // shown when the words are there
    const isNew = counts.length > 0 && shown.group.dataset.testid !== "poll-bars";
    shown.group.classList.toggle("rm-shown", counts.length > 0);
    setAttribute(shown.group, "data-testid", counts.length ? "poll-bars" : "poll-choices");
    if (!counts.length) {
      setText(right, "");
      return;
    }
    shown.bars.forEach((each, index) => each.update(counts[index], sum(counts)));
    if (!isNew) return;
    const answer = await rightAnswer(shown.poll, shown.names, on.units()).catch(() => "");
    if (now !== shown || !shown.counts.length) return;
    setText(right, answer);
    on.say(`${resultText(shown.words.choices, shown.counts)} ${answer}`);
  }
  return { node, ask, show, poll: () => now?.poll ?? null };
}
