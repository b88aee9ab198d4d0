// The sentences of result: the browser's own, which follow the thumb, and what only Python can say, which
// comes when the thumb rests.

import { bus } from "../base/bus.js";
import { el, setText } from "../base/dom.js";

const shown = new WeakMap();

/** Return a function that takes what Python says: {seq, onRecord, newly, envelope}. */
function build(root) {
  const counts = el("strong");
  const heard = el("div", { class: "rm-heard", role: "status", "data-testid": "live-region" }); // for those who do not see it
  const rest = el("span");
  root.replaceChildren(heard,
    el("p", { "data-testid": "reach-summary", role: "status", "aria-live": "polite" }, counts, " ", rest));
  const tab = bus();
  let said = { seq: null };
  const paint = () => {
    if (!tab.result) return;
    const { sentences, seq, hasMore } = tab.result;
    const isSettled = Boolean(sentences) && (!hasMore || seq === said.seq);
    if (rest.classList.contains("rm-stale") === isSettled) rest.classList.toggle("rm-stale", !isSettled);
    if (sentences) setText(counts, sentences.counts);
    if (isSettled) setText(rest, restOf(sentences, hasMore ? said : {}));
  };
  tab.on("result", paint);
  tab.on("heard", ({ text }) => setText(heard, text ? `${text}. ` : ""));
  return (words) => {
    said = words;
    paint();
  };
}

/** What stands after the counts, in the order of geo/reach/summary.py. */
function restOf({ nearest }, { onRecord, newly, envelope }) {
  return [onRecord, nearest, newly, envelope].filter(Boolean).join(" ");
}

/** Mount or update the summary: data = {seq, onRecord, newly, envelope}, `seq` of the commit that is told of. */
export function mount({ parentElement, data }) {
  const root = parentElement.querySelector(".rm-summary");
  if (!shown.has(root)) shown.set(root, build(root));
  shown.get(root)(data);
}
