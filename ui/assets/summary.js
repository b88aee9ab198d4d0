// The sentence of result. While a thumb moves it shows the live counts; when the thumb rests, Python's
// sentences take their place.

import { bus } from "./bus.js";
import { el, setText } from "./dom.js";
import { rangeText, saidBy } from "./scene.js";
import { t } from "./words.js";

const shown = new WeakMap();

function build(root) {
  const counts = el("strong");
  const heard = el("span", { class: "rm-heard" }); // what changed, for those who do not see it
  const rest = el("span");
  root.replaceChildren(el("p", { "data-testid": "reach-summary", role: "status", "aria-live": "polite", "aria-atomic": "false" },
    heard, counts, " ", rest));
  const tab = bus();
  const parts = { counts, rest, settledText: "" };
  tab.on("counters", ({ text }) => {
    const ring = tab.scene.rings[tab.scene.active];
    if (!text) return;
    const live = t("Within {ring}: {counts}.", {
      ring: `${rangeText(ring, tab.scene.units)}${ring.label ? ` (${saidBy(ring)})` : ""}`, counts: text,
    });
    if (parts.settledText.startsWith(live.slice(0, -1))) return; // Python said the same, and more
    setText(counts, live);
    if (!rest.classList.contains("rm-stale")) rest.classList.add("rm-stale");
  });
  tab.on("heard", ({ text }) => setText(heard, text ? `${text}. ` : ""));
  return parts;
}

/** Mount or update the summary: data = {counts, rest}. */
export function mount({ parentElement, data }) {
  const root = parentElement.querySelector(".rm-summary");
  if (!shown.has(root)) shown.set(root, build(root));
  const parts = shown.get(root);
  parts.settledText = data.counts;
  setText(parts.counts, data.counts);
  setText(parts.rest, data.rest);
  parts.rest.classList.remove("rm-stale");
}
