// The note on what those whom a ring's own label names are on record with: Python finds it (geo/reach/onrecord.py),
// and it stands on the ring's card with its source.

import { el, sourceLink } from "../base/dom.js";
import { getWords } from "../base/live.js";
import { ringText } from "../scene/link.js";
import { isKnown } from "../base/known.js";
import { t } from "../base/words.js";

/**
 * Return {node, update(ring, units, date)}; the node is hidden where there is nothing to say.
 * @returns {{node: HTMLElement, update(ring: Ring, units: Units, date: string | null): void}}
 */
export function recordNote() {
  const node = el("div", { class: "rm-record", role: "note", hidden: true });
  /** @type {string | null} */
  let day = null;
  let asked = ""; // for other numbers the answer is the same, so a drag asks for none
  /** @type {OnRecord[]} */
  let known = [];
  /** @param {OnRecord[]} found @param {string | null} date */
  const show = (found, date) => {
    known = found;
    const records = known.filter(({ printed }) => isKnown(printed, date));
    node.replaceChildren(...records.map(({ text, source }) => el("p", {}, `${text} ${t("Source: ")}`, sourceLink(source))));
    node.hidden = !records.length;
  };
  return {
    node,
    update(ring, units, date) {
      const key = ring.kind === "words" && !ring.spread ? JSON.stringify([ring.site, ring.label, units]) : "";
      const isNews = key !== asked || date !== day;
      day = date;
      if (key === asked) return void (isNews && show(known, date));
      asked = key;
      show([], date);
      if (!key) return undefined;
      getWords(`live/onrecord.json?ring=${encodeURIComponent(ringText(ring))}&units=${units}`)
        .then((records) => key === asked && show(records, day))
        .catch(() => { asked = asked === key ? "" : asked; }); // the next change asks again
      return undefined;
    },
  };
}
