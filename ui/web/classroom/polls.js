// The poll of a class, on both sides: what comes is shown on the leader's card or on a
// follower's, and a poll outlives a lost connection and a new server.

import { answerCard } from "./answer.js";
import { askingCard } from "./asking.js";
import { countsOf, pollOf } from "./messages.js";

const NO_POLL_MS = 3000; // after connecting anew: the poll that was on is over
const ASK_AGAIN_MS = 700; // the leader's own poll, which a new server does not know

/** @param {PollRing | null} ring @returns {string} */
const rangeKey = (ring) => String(ring && [ring.site, ring.low, ring.best, ring.high, ring.spread?.text, Boolean(ring.rotating)]);

/**
 * The same question in the leader's words of now: rings go by their number.
 * @param {Poll} poll
 * @param {Scene} scene
 * @returns {PollWish | null}
 */
export function askedAgain({ kind, place, ring }, scene) {
  if (kind === "believe") return { kind };
  const index = scene.rings.findIndex((each) => rangeKey(each) === rangeKey(ring));
  return index < 0 ? null : { kind, place, ring: index };
}

/**
 * Return the polls of a class. `on`: {isLeader(), scene(), send(message), ask(poll), voter(), say(text),
 * changed()}.
 * @param {PollActions} on
 * @returns {ClassPolls}
 */
export function classPolls(on) {
  let timer = 0;
  const asking = askingCard({
    say: on.say, scene: on.scene, changed: on.changed, ask: on.ask,
    reveal: (is) => on.send({ reveal: is }), stop: () => on.send({ poll: null }),
  });
  const answering = answerCard({
    say: on.say, units: () => on.scene()?.units ?? "km",
    answer: ({ id }, choice) => on.send({ answer: { poll: id, choice }, voter: on.voter() }),
  });
  const card = () => (on.isLeader() ? asking : answering);

  function askAgain() {
    const was = asking.poll();
    const poll = was && askedAgain(was, on.scene());
    if (!poll) return asking.ask(null);
    const wasShown = asking.isShown();
    on.ask(poll);
    return wasShown && on.send({ reveal: true });
  }

  return {
    nodes: { leader: asking.node, follower: answering.node },
    toggle: () => asking.toggle(),
    isOpen: () => asking.isOpen(),
    follow: (scene) => asking.follow(scene),
    /**
     * A poll begins, or with null it is over.
     * @param {ToldPoll | null} raw
     */
    hearPoll(raw) {
      clearTimeout(timer);
      card().ask(raw && pollOf(raw));
    },
    /** @param {ToldBars} raw */
    hearBars(raw) {
      const counts = countsOf(raw, card().poll());
      if (counts) card().show(counts, raw.open);
    },
    /** After connecting: a poll that is on is told at once; one that is not told is over. */
    connected() {
      clearTimeout(timer);
      if (on.isLeader()) timer = setTimeout(askAgain, ASK_AGAIN_MS);
      else timer = setTimeout(() => answering.ask(null), NO_POLL_MS);
    },
    clear() {
      clearTimeout(timer);
      asking.ask(null);
      answering.ask(null);
    },
  };
}
