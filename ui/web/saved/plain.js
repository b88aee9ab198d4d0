// The map page without Streamlit (ui/map/plain.py): what Python says of a view is fetched, where the app's
// page hears it over a live connection that this network does not let through.

import { bus } from "../base/bus.js";
import { el, within } from "../base/dom.js";
import { askFor } from "../base/live.js";
import { query, withValues } from "../base/address.js";
import { followTheme, inlined, part, showMap } from "./alone.js";
import { LANG, t } from "../base/words.js";

const BLOCKED = "reachmap.blocked"; // set by boot/blocked.js
const READ = "reachmap.blocked.read";
const AGAIN_MS = 2000; // a lost network

/**
 * Put the app's parts into the page.
 * @param {SavedParts} parts
 */
export function start({ "panel/panel": panel, "panel/summary": summary, "table/table": table }) {
  const { panel: first, summary: said, files, view, options } = inlined("plain");
  followTheme();
  showMap(view, options);
  summary.mount(part(said));
  table.mount(part({}));
  const ask = asker(({ panel: told, summary: words }) => {
    panel.mount(part(told, ask), files);
    summary.mount(part(words));
  });
  panel.mount(part(first, ask), files);
  explain();
}

/**
 * Return what takes a panel's commits and has the answer to the newest one shown.
 * @param {(told: OpenedMap) => void} show
 * @returns {Component<unknown>["setStateValue"]}
 */
function asker(show) {
  let newest = 0;
  let timer = 0;
  /** @param {Commit} commit */
  const ask = async (commit) => {
    clearTimeout(timer);
    const { seq, query: view } = commit;
    newest = seq;
    try {
      const answer = await askFor(`live/view.json?${withValues(view, { lang: LANG })}`);
      if (!answer.ok) throw new Error(`${answer.status}`);
      const told = /** @type {OpenedMap} */ (await answer.json());
      if (seq === newest) show({ panel: { ...told.panel, seq }, summary: { ...told.summary, seq } });
    } catch {
      if (seq === newest) timer = setTimeout(ask, AGAIN_MS, commit);
    }
  };
  return (name, value) => { if (name === "commit") ask(/** @type {Commit} */ (value)); };
}

/**
 * Say why this is another page than the usual one, and the way back, until somebody has read it.
 */
function explain() {
  // Not where it was opened by hand; where a browser keeps nothing, nobody can tell.
  if (kept((store) => store.getItem(READ) || !store.getItem(BLOCKED))) return;
  const whole = el("a", { href: "./", onclick: () => { whole.href = `./${query()}`; } }, t("Try the full page"));
  const close = el("button", { type: "button", "aria-label": t("Close"), onclick: () => {
    kept((store) => store.setItem(READ, "1"));
    node.remove();
    bus().send("covered", null);
  } }, "\u00d7");
  const node = el("div", { class: "rm-plain", "data-over-map": "", "data-testid": "blocked" }, el("p", { role: "status" },
    t("This network blocks live connections (WebSockets). The map works without one."), " ", whole), close);
  within(document, ".st-key-map").append(node);
}

/**
 * What this tab remembers; null where the browser keeps nothing.
 * @param {(store: Storage) => unknown} act
 * @returns {unknown}
 */
function kept(act) {
  try {
    return act(sessionStorage);
  } catch {
    return null;
  }
}
