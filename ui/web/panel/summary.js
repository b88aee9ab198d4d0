// The sentence of result. While a thumb moves it shows the live counts; when the thumb rests, Python's
// sentences take their place.

import { bus } from "../base/bus.js";
import { el, setText } from "../base/dom.js";
import { ringName } from "../scene/ringwords.js";
import { t } from "../base/words.js";

const shown = new WeakMap();

function build(root) {
  const counts = el("strong");
  const heard = el("div", { class: "rm-heard", role: "status", "data-testid": "live-region" }); // for those who do not see it
  const rest = el("span");
  root.replaceChildren(heard,
    el("p", { "data-testid": "reach-summary", role: "status", "aria-live": "polite" }, counts, " ", rest));
  const tab = bus();
  const parts = { counts, rest, settledText: "", live: "" };
  tab.on("counters", ({ text }) => {
    const ring = tab.scene.rings[tab.scene.active];
    if (!text) return;
    const live = t("Within {ring}: {counts}.", { ring: ringName(ring, tab.scene.units), counts: text });
    parts.live = live;
    if (isSaid(parts)) { // Python said the same, and more
      setText(counts, parts.settledText);
      rest.classList.remove("rm-stale");
      return;
    }
    setText(counts, live);
    if (!rest.classList.contains("rm-stale")) rest.classList.add("rm-stale");
  });
  tab.on("heard", ({ text }) => setText(heard, text ? `${text}. ` : ""));
  tab.on("told", ({ rest: text }) => settle(parts, isSaid(parts) ? parts.settledText : parts.live, text));
  return parts;
}

/** Whether the sentence that settled says the live counts. */
const isSaid = ({ settledText, live }) => settledText.startsWith(live.slice(0, -1));

function settle(parts, counts, rest) {
  parts.settledText = counts;
  setText(parts.counts, counts);
  setText(parts.rest, rest);
  parts.rest.classList.remove("rm-stale");
}

/** Mount or update the summary: data = {counts, rest}. */
export function mount({ parentElement, data }) {
  const root = parentElement.querySelector(".rm-summary");
  if (!shown.has(root)) shown.set(root, build(root));
  settle(shown.get(root), data.counts, data.rest);
  bus().send("summarized", null); // who follows a class is told another view than Python's
}
