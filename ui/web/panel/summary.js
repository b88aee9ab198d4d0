// The sentences of result: the browser's own, which follow the thumb, and what only Python can say, which
// comes when the thumb rests.

import { bus } from "../base/bus.js";
import { el, setText, within } from "../base/dom.js";
import { atMost } from "../base/frames.js";
import { t } from "../base/words.js";
import { findBox } from "./find.js";

/** @type {SaidByPython} */
const NOTHING_SAID = { seq: null, onRecord: "", people: "", newly: "", envelope: "" };

/** @type {WeakMap<HTMLElement, (said: SaidByPython) => void>} */
const shown = new WeakMap();

const PER_SECOND = 4; // texts while a thumb moves: nobody reads more, and each costs a layout

/**
 * The parts of the page that say what came of a scene.
 * @returns {{nodes: HTMLElement[], title: HTMLElement, finding: HTMLElement, note: HTMLElement, counts: HTMLElement, rest: HTMLElement, more: HTMLElement}}
 */
function partsOf() {
  const [title, finding, note] = [el("h2", {}), el("p", { class: "rm-finding" }), el("p", { class: "rm-note" })];
  const [counts, rest] = [el("span", {}, el("span"), el("span", { class: "rm-who" }), el("span")), el("span")];
  const more = el("details", { class: "rm-more" }, el("summary", {}, t("Details")), rest);
  return {
    nodes: [el("div", { class: "rm-headline", "data-testid": "headline" }, title, finding), note,
      el("div", { class: "rm-counts", "data-testid": "reach-summary", role: "status", "aria-live": "polite" }, counts, " ", more)],
    title, finding, note, counts, rest, more,
  };
}

/**
 * Return a function that takes what Python says.
 * @param {HTMLElement} root
 * @returns {(said: SaidByPython) => void}
 */
function build(root) {
  const heard = el("div", { class: "rm-heard", role: "status", "data-testid": "live-region" }); // for those who do not see it
  const { nodes, title, finding, note, counts, rest, more } = partsOf();
  const tab = bus();
  const box = el("div", { class: "rm-words", "data-over-map": "" }, ...nodes);
  root.replaceChildren(heard, box, findBox(tab));
  new ResizeObserver(() => { // in a presentation it stands over the map
    if (document.documentElement.hasAttribute("data-present")) tab.send("covered", null);
  }).observe(box);
  /** @type {SaidByPython} */
  let said = NOTHING_SAID;
  const paintHeadline = () => {
    if (!tab.result) return;
    const told = tab.result.headline();
    setText(title, told.title);
    if (told.finding !== null) setText(finding, told.finding);
    setText(note, told.note);
    note.classList.toggle("rm-noted", Boolean(told.note)); // what rules ask for
    document.title = `${told.title} | Reachmap`;
  };
  const paintCounts = () => {
    if (!tab.result) return;
    const { sentences, seq, hasMore } = tab.result;
    const isSettled = sentences !== null && (!hasMore || seq === said.seq);
    if (rest.classList.contains("rm-stale") === isSettled) rest.classList.toggle("rm-stale", !isSettled);
    if (sentences) {
      tellCounts(counts, sentences);
      counts.parentElement?.classList.toggle("rm-said-above", sentences.counts === finding.textContent); // no ring is shown
    }
    if (isSettled) setText(rest, restOf(sentences, hasMore ? said : NOTHING_SAID));
    more.hidden = !rest.textContent;
  };
  const paintInTurn = () => {
    paintHeadline();
    requestAnimationFrame(paintCounts);
  };
  const paint = () => [paintHeadline, paintCounts].forEach((part) => part());
  // While a thumb moves: the card's words, the headline and the counts in a frame each, or that frame took too long.
  const soon = atMost(PER_SECOND, () => {
    if (document.hidden) paint(); // a tab in the background has no frames
    else requestAnimationFrame(paintInTurn);
  });
  tab.on("result", () => soon());
  tab.on("settled", paint);
  tab.on("heard", ({ text }) => setText(heard, text ? `${text}. ` : ""));
  return (words) => {
    said = words;
    paint();
  };
}

/**
 * The counts, who claims the ring apart: on a narrow page a long name hid the numbers, which are told nowhere else.
 * @param {HTMLElement} node
 * @param {Sentences} sentences
 */
function tellCounts({ children }, { counts, who }) {
  const at = who ? counts.indexOf(who) : 0;
  [counts.slice(0, at), who, counts.slice(at + who.length)].forEach((text, i) => setText(children[i], text));
}

/**
 * What stands after the counts, in the order of geo/reach/summary.py.
 * @param {Sentences} sentences
 * @param {SaidByPython} said
 * @returns {string}
 */
function restOf({ spread, nearest }, { onRecord, people, newly, envelope }) {
  return [spread, onRecord, nearest, people, newly, envelope].filter(Boolean).join(" ");
}

/**
 * Mount or update the summary: data = {seq, onRecord, people, newly, envelope}, `seq` of the commit that is told of.
 * @param {Component<SaidByPython>} component
 */
export function mount({ parentElement, data }) {
  const root = within(parentElement, ".rm-summary");
  const tell = shown.get(root) ?? build(root);
  shown.set(root, tell);
  tell(data);
}
