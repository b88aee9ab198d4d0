// The map's frame: its name and hook, and what stands over it when its scripts cannot be had. Those
// before ours (st_folium's, Leaflet) are loaded once, and nobody would say that one was lost.

import { el } from "../base/dom.js";
import { stepByKey } from "../base/steps.js";
import { t } from "../base/words.js";

/** Name the frame once it is there, and watch what it loads. */
export function mendMapFrame() {
  /** @type {HTMLIFrameElement | null} */
  const frame = document.querySelector(".st-key-map iframe:not([data-testid=map])");
  if (!frame) return;
  frame.setAttribute("data-testid", "map");
  frame.setAttribute("title", t("Map of range rings; the table below says the same in words"));
  frame.setAttribute("allowfullscreen", "");
  watch(frame);
  frame.addEventListener("load", () => watch(frame));
}

const LATE_MS = window.reachmapLateMs ?? 20_000; // without a map for so long after the frame has loaded: it is said
const LOOK_MS = 500;
/** @type {WeakSet<Document>} */
const watched = new WeakSet(); // a frame has another document after it has loaded

/** @param {HTMLIFrameElement} frame */
function watch(frame) {
  const page = frame.contentDocument;
  if (!page || watched.has(page)) return;
  watched.add(page);
  page.addEventListener("keydown", stepByKey); // what is pressed on the map is heard in its frame alone
  page.addEventListener("error", ({ target }) => isScript(target) && tell(frame), true);
  setTimeout(() => frame.contentDocument === page && tell(frame), LATE_MS);
}

/**
 * Whether something in the frame is a script; the frame's elements are no instances of this window's classes.
 * @param {EventTarget | null} target
 * @returns {boolean}
 */
const isScript = (target) => /** @type {Element | null} */ (target)?.localName === "script";

/**
 * Say that there is no map, until there is one after all.
 * @param {HTMLIFrameElement} frame
 */
function tell(frame) {
  const isThere = () => !frame.isConnected || frame.contentWindow?.reachmap
    || frame.contentDocument?.querySelector(".rm-not-loaded"); // it says so itself (loader.js)
  if (isThere() || frame.parentElement?.querySelector(".rm-not-loaded")) return;
  const note = el("div", { class: "rm-not-loaded", role: "alert" },
    el("p", {}, t("A part of this page could not be loaded. Check the connection, then press the button.")),
    el("button", { type: "button", onclick: () => location.reload() }, t("Try again")));
  frame.before(note);
  const timer = setInterval(() => {
    if (!isThere()) return;
    clearInterval(timer);
    note.remove();
  }, LOOK_MS);
}
