// A network that lets no live connection through: Streamlit would show grey bars for ever. The map needs none
// of it, so its page gives way to the one without (ui/map/plain.py); other pages say what is so, and the way on.
// Behind a line that sets `BLOCKED_WORDS`; runs before all else.

(() => {
  const STATE = "data-test-connection-state";
  const FAILURES = 4; // of tries to connect; Streamlit has made so many after four seconds
  const PATIENCE_MS = 6000; // a connection may also hang without an answer
  const KEY = "reachmap.blocked"; // of this tab: the next page need not wait as long
  const root = String(window.__streamlit?.BACKEND_BASE_URL); // appbase.js

  /** @param {(store: Storage) => unknown} act @returns {unknown} null where the browser keeps nothing */
  function kept(act) {
    try {
      return act(sessionStorage);
    } catch {
      return null;
    }
  }

  let failures = 0;
  let isOver = false;
  let last = "";

  /** Whether this is the map's page: the one at the root. */
  const isMap = () => location.href.replace(/[?#].*$/, "") === root;

  async function giveWay() {
    if (isOver) return;
    isOver = true;
    const plain = `${root}map${location.search}`;
    const isThere = await fetch(plain, { method: "HEAD" }).then(({ ok }) => ok, () => false);
    if (document.querySelector(`[${STATE}=CONNECTED]`)) return;
    if (isThere) kept((store) => store.setItem(KEY, "1"));
    if (isThere && isMap()) location.replace(plain);
    else say(isThere ? plain : "");
  }

  /** @param {string} plain address of the map without a connection; "" if nothing can be had */
  function say(plain) {
    const [blocked, open, unreached, again] = pageWords(BLOCKED_WORDS);
    const note = lostNote({ en: [plain ? blocked : unreached, again] }, () => location.reload());
    if (plain) {
      const link = document.createElement("a");
      link.href = plain;
      link.textContent = open;
      link.style.cssText = "display: inline-block; margin: 8px 0 0; color: #0b57a4;";
      note.insertBefore(link, note.lastElementChild);
      link.after(" ");
    }
    Object.assign(note.style, { position: "fixed", inset: "0 0 auto", zIndex: 1e6 });
    document.body.append(note);
    const app = document.querySelector(`[${STATE}]`);
    if (app) new MutationObserver(() => app.getAttribute(STATE) === "CONNECTED" && note.remove()).observe(app, { attributeFilter: [STATE] });
  }

  /** @param {Element} app @returns {boolean} whether it is connected */
  function look(app) {
    const state = app.getAttribute(STATE) ?? "";
    if (last === "CONNECTING" && state === "PINGING_SERVER") failures += 1;
    last = state;
    if (state === "CONNECTED") kept((store) => store.removeItem(KEY));
    else if (failures >= (kept((store) => store.getItem(KEY)) ? 1 : FAILURES)) giveWay();
    return state === "CONNECTED";
  }

  function begin() {
    const app = document.querySelector(`[${STATE}]`);
    if (!app) return false;
    const timer = setTimeout(giveWay, PATIENCE_MS);
    const watcher = new MutationObserver(() => settle());
    const settle = () => {
      if (!look(app)) return;
      clearTimeout(timer);
      watcher.disconnect();
    };
    watcher.observe(app, { attributeFilter: [STATE] });
    settle();
    return true;
  }

  const waiting = new MutationObserver(() => begin() && waiting.disconnect());
  waiting.observe(document, { childList: true, subtree: true });
})();
