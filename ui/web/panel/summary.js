// The sentences of result: the browser's own, which follow the thumb, and what only Python can say, which
// comes when the thumb rests.

import { bus } from "../base/bus.js";
import { el, setText, within } from "../base/dom.js";
import { findBox } from "./find.js";

/** @type {SaidByPython} */
const NOTHING_SAID = { seq: null, onRecord: "", newly: "", envelope: "" };

/** @type {WeakMap<HTMLElement, (said: SaidByPython) => void>} */
const shown = new WeakMap();

/**
 * Return a function that takes what Python says.
 * @param {HTMLElement} root
 * @returns {(said: SaidByPython) => void}
 */
function build(root) {
  const counts = el("strong");
  const heard = el("div", { class: "rm-heard", role: "status", "data-testid": "live-region" }); // for those who do not see it
  const rest = el("span");
  const tab = bus();
  root.replaceChildren(heard,
    el("p", { "data-testid": "reach-summary", role: "status", "aria-live": "polite" }, counts, " ", rest), findBox(tab));
  /** @type {SaidByPython} */
  let said = NOTHING_SAID;
  const paint = () => {
    if (!tab.result) return;
    const { sentences, seq, hasMore } = tab.result;
    const isSettled = sentences !== null && (!hasMore || seq === said.seq);
    if (rest.classList.contains("rm-stale") === isSettled) rest.classList.toggle("rm-stale", !isSettled);
    if (sentences) setText(counts, sentences.counts);
    if (isSettled) setText(rest, restOf(sentences, hasMore ? said : NOTHING_SAID));
  };
  tab.on("result", paint);
  tab.on("heard", ({ text }) => setText(heard, text ? `${text}. ` : ""));
  return (words) => {
    said = words;
    paint();
  };
}

/**
 * What stands after the counts, in the order of geo/reach/summary.py.
 * @param {Sentences} sentences
 * @param {SaidByPython} said
 * @returns {string}
 */
function restOf({ nearest }, { onRecord, newly, envelope }) {
  return [onRecord, nearest, newly, envelope].filter(Boolean).join(" ");
}

/**
 * Mount or update the summary: data = {seq, onRecord, newly, envelope}, `seq` of the commit that is told of.
 * @param {Component<SaidByPython>} component
 */
export function mount({ parentElement, data }) {
  const root = within(parentElement, ".rm-summary");
  const tell = shown.get(root) ?? build(root);
  shown.set(root, tell);
  tell(data);
}
