// Streamlit's own scripts come in many files. When one is lost on its way, Streamlit puts a red
// "TypeError: Failed to fetch dynamically imported module" where the map or a panel should be, in
// English. It cannot be asked for again within the page; this says so, with a button.
// Behind a line that sets `LOST_WORDS`; runs before all else, for any of those files may be lost.

(() => {
  // Chromium and Firefox; WebKit.
  const LOST = /dynamically imported module|importing a module script failed/i;
  const seen = new WeakSet();

  /** @param {HTMLElement} box */
  function tell(box) {
    box.before(lostNote(LOST_WORDS, () => location.reload()));
    box.hidden = true;
    box.style.display = "none";
  }

  function look() {
    for (const box of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[role=alert]"))) {
      if (seen.has(box) || !LOST.test(box.textContent ?? "") || box.closest("[class*='rm-']")) continue;
      seen.add(box);
      tell(box);
    }
  }

  new MutationObserver(look).observe(document, { childList: true, subtree: true });
})();
