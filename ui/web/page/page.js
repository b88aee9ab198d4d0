// Repairs of Streamlit's page: its words, its links, light or dark, and the map's frame.

import { addressIn } from "../base/address.js";
import { bus } from "../base/bus.js";
import { within } from "../base/dom.js";
import { mendMapFrame } from "./mapframe.js";
import { reviveAfterLoss } from "./revive.js";
import { isDark } from "../base/style.js";
import { followRow, showFocused, sortTable } from "./sources.js";
import { openLinksBeside } from "./wayout.js";
import { LANG, t } from "../base/words.js";

/** Say Streamlit's own words to screen readers in the page's language. */
function translateSkipLink() {
  const link = document.querySelector("[data-testid=stSkipToContent]");
  if (link && LANG !== "en") link.textContent = t("Skip to main content");
}

/**
 * Streamlit writes the address of the map as a bare query, which in a new tab is the same page again: what a link to
 * another language means.
 */
function mendPageLinks() {
  for (const link of document.querySelectorAll(".st-key-pages a:not([hreflang]):is([href^='?'], [href=''])")) {
    link.setAttribute("href", `./${link.getAttribute("href")}`);
  }
}

function markTheme() {
  const theme = isDark() ? "dark" : "light";
  if (document.documentElement.dataset.theme === theme) return;
  document.documentElement.dataset.theme = theme;
  bus().send("theme", { dark: theme === "dark" });
}

/**
 * The link to the page in another language: of the address as it is when it is followed.
 * @param {MouseEvent} mouseEvent
 */
function followLanguage({ target }) {
  /** @type {HTMLAnchorElement | null} */
  const link = target instanceof Element ? target.closest("a.rm-language") : null;
  if (link) link.href = addressIn(link.lang);
}

/** @param {MutationRecord} record @returns {boolean} whether it is of an element of our own */
const isOurs = ({ target }) => target instanceof Element && target.closest("[class^='rm-'], [class*=' rm-']") !== null;

/** @type {(() => void) | null} */
let hear = null; // what is told of each run's answer, once the page is watched
/** @type {Component<unknown>["setStateValue"]} */
let setStateValue = () => {};

/**
 * Mount on any page, once; then again at each run of the whole script, which has data of its own.
 * @param {Component<unknown>} component
 */
export function mount(component) {
  setStateValue = component.setStateValue;
  mendMapFrame();
  mendPageLinks();
  markTheme();
  translateSkipLink();
  document.documentElement.lang = LANG; // Streamlit calls every page English
  hear?.();
  if (hear) return;
  hear = reviveAfterLoss(() => setStateValue("revived", Date.now()));
  openLinksBeside();
  document.addEventListener("click", followLanguage, { capture: true });
  document.addEventListener("click", followRow, { capture: true });
  document.addEventListener("click", sortTable);
  document.addEventListener("focusin", showFocused);
  // Streamlit mounts the frame after us, and its links; our own words change in each frame of a drag.
  /** @param {MutationRecord[]} records */
  const mend = (records) => {
    if (records.every(isOurs)) return;
    mendMapFrame();
    mendPageLinks();
  };
  new MutationObserver(mend).observe(document.body, { childList: true, subtree: true, attributeFilter: ["href"] });
  // When the system's theme changes, Streamlit repaints in its own time: by another class.
  new MutationObserver(markTheme).observe(within(document, ".stApp"), { attributes: true, attributeFilter: ["class"] });
}
