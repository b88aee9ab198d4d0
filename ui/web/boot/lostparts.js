// Streamlit's own scripts come in many files. When one is lost on its way, Streamlit puts a red
// "TypeError: Failed to fetch dynamically imported module" where the map or a panel should be, in
// English, once for each part. It cannot be asked for again within the page; this says so, once, with
// a button, at the top of the page: a place of its own, for some parts have none that is seen.
// Behind a line that sets `LOST_WORDS`; runs before all else, for any of those files may be lost.

(() => {
  // Chromium and Firefox; WebKit.
  const LOST = /dynamically imported module|importing a module script failed/i;
  const OURS = "[class^='rm-'], [class*=' rm-']"; // and what is in it
  const seen = new WeakSet();

  let isTold = false;

  function tell() {
    isTold = true;
    const note = lostNote(LOST_WORDS, () => location.reload());
    Object.assign(note.style, { position: "fixed", inset: "0 0 auto", zIndex: 1e6 }); // over Streamlit's header
    document.body.append(note);
  }

  function look() {
    for (const box of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[role=alert]"))) {
      if (seen.has(box) || !LOST.test(box.textContent ?? "") || box.closest(OURS)) continue;
      seen.add(box);
      box.hidden = true;
      box.style.display = "none";
      if (!isTold) tell();
    }
  }

  // Not when our own words change: a look at all of the page in each frame of a drag.
  /** @param {MutationRecord} record @returns {boolean} */
  const isOurs = ({ target }) => target instanceof Element && target.closest(OURS) !== null;
  new MutationObserver((records) => {
    if (!records.every(isOurs)) look();
  }).observe(document, { childList: true, subtree: true });
})();
