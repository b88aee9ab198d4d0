// The note on what those whom a ring's own label names are on record with: Python finds it (geo/reach/onrecord.py),
// and it stands on the ring's card with its source.

import { el, sourceLink } from "../base/dom.js";
import { getWords } from "../base/live.js";
import { ringText } from "../scene/scene.js";
import { t } from "../base/words.js";

/**
 * Return {node, update(ring, units)}; the node is hidden where there is nothing to say.
 * @returns {{node: HTMLElement, update(ring: Ring, units: Units): void}}
 */
export function recordNote() {
  const node = el("div", { class: "rm-record", role: "note", hidden: true });
  let asked = ""; // for other numbers the answer is the same, so a drag asks for none
  /** @param {OnRecord[]} records */
  const show = (records) => {
    node.replaceChildren(...records.map(({ text, source }) => el("p", {}, `${text} ${t("Source: ")}`, sourceLink(source))));
    node.hidden = !records.length;
  };
  return {
    node,
    update(ring, units) {
      const key = ring.kind === "words" && !ring.spread ? JSON.stringify([ring.site, ring.label, units]) : "";
      if (key === asked) return;
      asked = key;
      show([]);
      if (!key) return;
      getWords(`live/onrecord.json?ring=${encodeURIComponent(ringText(ring))}&units=${units}`)
        .then((records) => key === asked && show(records))
        .catch(() => { asked = asked === key ? "" : asked; }); // the next change asks again
    },
  };
}
