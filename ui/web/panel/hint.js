// One hint, beside the first slider, on a first visit: what to do here. It goes for good with the first
// drag or number typed, or by its button; it takes no focus, and a click goes through it.

import { query, valueIn } from "../base/address.js";
import { el } from "../base/dom.js";
import { t } from "../base/words.js";

const KEPT = "reachmap-hint"; // in the browser's own store, once it has been seen
const GAP_PX = 12;
const OWN_VIEW = ["ring", "story", "room", "embed", "present"]; // a link with one of them shows something of its own

/**
 * Whether this browser was here before; one that keeps nothing is not asked each time.
 * @returns {boolean}
 */
function isKnown() {
  try {
    return localStorage.getItem(KEPT) !== null;
  } catch {
    return true;
  }
}

function remember() {
  try {
    localStorage.setItem(KEPT, "seen");
  } catch {
    // it keeps nothing
  }
}

/**
 * Stand over the map beside the slider; where the map is above the slider, over its lower edge.
 * @param {HTMLElement} node
 * @param {Element} panel
 */
function place(node, panel) {
  const slider = document.querySelector("[data-testid=range-0]")?.getBoundingClientRect();
  const around = panel.getBoundingClientRect();
  const isSeen = Boolean(slider?.width) && slider !== undefined && slider.top >= around.top && slider.bottom <= around.bottom;
  node.style.visibility = isSeen ? "" : "hidden";
  if (!slider || !isSeen) return;
  const isBeside = around.right + GAP_PX + node.offsetWidth < innerWidth;
  node.dataset.side = isBeside ? "right" : "above";
  node.style.left = `${isBeside ? around.right + GAP_PX : GAP_PX}px`;
  node.style.top = `${isBeside ? (slider.top + slider.bottom - node.offsetHeight) / 2 : around.top - GAP_PX - node.offsetHeight}px`;
}

/**
 * Whether it stands over the map: after a scroll it might lie over the headline or the table.
 * @param {HTMLElement} node
 * @returns {boolean}
 */
function isOverMap(node) {
  const map = document.querySelector("[data-testid=map]")?.getBoundingClientRect();
  const { top, bottom } = node.getBoundingClientRect();
  return map !== undefined && top >= map.top && bottom <= map.bottom;
}

/**
 * Show the hint behind a panel, if it is this browser's first visit and its link asks for nothing of its own.
 * @param {HTMLElement} root
 * @param {Bus} tab
 */
export function showHint(root, tab) {
  if (OWN_VIEW.some((key) => valueIn(query(), key) !== null) || isKnown()) return;
  const panel = root.closest(".st-key-panel") ?? root;
  const close = el("button", { type: "button", "aria-label": t("Close the hint"), onclick: () => leave() }, "\u00d7");
  const node = el("div", { class: "rm-hint", role: "note", "data-over-map": "", "data-testid": "hint" },
    el("p", {}, t("Drag the slider, or type a number")), close);
  const put = () => {
    place(node, panel);
    tab.send("covered", null);
  };
  const scrolled = () => {
    put();
    if (!isOverMap(node)) node.style.visibility = "hidden";
  };
  const sizes = new ResizeObserver(put);
  const onInput = (/** @type {Event} */ { target }) => target instanceof Element
    && target.matches("[type=range], [data-testid^=number]") && leave();
  const forget = [tab.on("settled", () => leave()), () => root.removeEventListener("input", onInput), () => sizes.disconnect(), () => window.removeEventListener("resize", put),
    () => document.removeEventListener("scroll", scrolled, true)];
  function leave() {
    remember();
    for (const each of forget) each();
    node.remove();
    tab.send("covered", null);
  }
  root.after(node);
  root.addEventListener("input", onInput);
  sizes.observe(panel);
  sizes.observe(root);
  window.addEventListener("resize", put);
  document.addEventListener("scroll", scrolled, { capture: true, passive: true }); // of panel or page
}
