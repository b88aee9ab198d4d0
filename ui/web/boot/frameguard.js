// The first script of every page that stands in a frame of ours, before any of the component's own.
//
// A component of Streamlit runs whatever script a message holds, and asks nobody who sent it. So
// nothing hears a message here but one from the page that holds the frame, and only if that page
// is of this origin. Inline, so that there is no request that could fail and leave the page without.
(() => {
  "use strict";
  const { currentScript } = document;
  const holder = window.parent; // as it is now: a script may write over the name
  const own = window.location.origin;

  /** @returns {boolean} */
  function isHeldByOwnPage() {
    try { // a page of another origin does not even tell its address
      return holder !== window && window.origin === own && holder.location.origin === own;
    } catch {
      return false;
    }
  }

  const isHeld = isHeldByOwnPage();
  /** @param {MessageEvent} messageEvent @returns {boolean} */
  const isFromHolder = ({ source, origin }) => isHeld && source === holder && origin === own;

  for (const type of ["message", "messageerror"]) { // the first listener is the first to hear
    window.addEventListener(type, (event) => {
      if (!isFromHolder(/** @type {MessageEvent} */ (event))) event.stopImmediatePropagation();
    }, { capture: true });
  }
  if (isHeld) {
    document.documentElement.dataset.held = ""; // a part of the page around it (appWindow() in base/bus.js)
    return;
  }
  window.stop(); // whatever the page would have loaded or run
  const sentence = document.createElement("p");
  sentence.textContent = currentScript?.dataset.said ?? "";
  document.documentElement.replaceChildren(document.createElement("head"), document.createElement("body"));
  document.body.append(sentence);
})();
