// The server is gone: Streamlit would lay a dialog of its own over the page, in English, and make all
// beneath it deaf. The page goes on by itself, so that dialog is closed as it comes, before it is
// seen; one line over the map's lower edge says what is so, until the connection is back.
// Behind a line that sets `SERVER_WORDS`; runs before all else, for the server may go at any time.

(() => {
  const STATE = "data-test-connection-state";
  const PATIENCE_MS = 1000; // a connection that breaks and comes back at once is not worth a word
  const EDGE_PX = 40; // leaves scale and credits of the map free
  const [onMap, elsewhere] = pageWords(SERVER_WORDS);

  const line = document.createElement("p");
  line.setAttribute("role", "status"); // it is there before its words, or they would not be read out
  line.className = "rm-unconnected";
  line.style.cssText = `position: fixed; z-index: 1000; margin: 0; box-sizing: border-box; pointer-events: none;
    width: max-content; max-width: min(46em, calc(100vw - 16px)); padding: 6px 14px; border: 1px solid; border-radius: 6px;
    font: 14px/1.35 "Source Sans", sans-serif; color: var(--rm-ink, #1f2a33); background: var(--rm-paper, #fff); translate: -50% -100%;`;
  line.hidden = true;

  let timer = 0;
  let wasConnected = false;

  /** Over the lower edge of the map, wherever the page has it, or of the window. */
  function place() {
    const map = document.querySelector("[data-testid=map]")?.getBoundingClientRect();
    const box = map && map.bottom > 2 * EDGE_PX ? map : { left: 0, right: innerWidth, bottom: innerHeight };
    const middle = (box.left + box.right) / 2;
    const half = Math.min(line.offsetWidth / 2, innerWidth / 2 - 8); // of what must not leave the window
    line.style.left = `${Math.min(Math.max(middle, half + 8), innerWidth - half - 8)}px`;
    line.style.top = `${Math.min(box.bottom, innerHeight) - EDGE_PX}px`;
  }

  /** @param {boolean} isLost */
  function say(isLost) {
    clearTimeout(timer);
    line.hidden = !isLost;
    line.textContent = isLost ? (document.querySelector("[data-testid=map]") ? onMap : elsewhere) : "";
    const act = isLost ? "addEventListener" : "removeEventListener";
    for (const event of ["resize", "scroll"]) window[act](event, place, { capture: true });
    if (isLost) place();
  }

  /** @param {Element} app */
  function look(app) {
    const isConnected = app.getAttribute(STATE) === "CONNECTED";
    document.documentElement.toggleAttribute("data-unconnected", !isConnected); // page.css shows no dialog of Streamlit's
    if (isConnected) say(false);
    else if (wasConnected) timer = setTimeout(say, PATIENCE_MS, true);
    wasConnected = isConnected;
  }

  /** @param {Element} app */
  function closeDialog(app) {
    if (app.getAttribute(STATE) === "CONNECTED") return;
    for (const dialog of document.querySelectorAll("[data-testid=stDialog]")) {
      /** @type {HTMLElement} */ (dialog).style.display = "none";
      dialog.querySelector("button")?.click(); // Streamlit takes back what it did to the page
      if (line.hidden) say(true); // it has asked several times by now
    }
  }

  function begin() {
    const app = document.querySelector(`[${STATE}]`);
    if (!app) return false;
    document.body.append(line);
    look(app);
    new MutationObserver(() => look(app)).observe(app, { attributeFilter: [STATE] });
    new MutationObserver(() => closeDialog(app)).observe(document.body, { childList: true });
    return true;
  }

  const waiting = new MutationObserver(() => begin() && waiting.disconnect());
  waiting.observe(document, { childList: true, subtree: true });
})();
