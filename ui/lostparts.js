// Streamlit's own scripts come in many files. When one is lost on its way, Streamlit puts a red
// "TypeError: Failed to fetch dynamically imported module" where the map or a panel should be, in
// English. It cannot be asked for again within the page; this says so, with a button.
// Behind a line that sets `LOST_WORDS`; runs before all else, for any of those files may be lost.

(() => {
  // Chromium and Firefox; WebKit.
  const LOST = /dynamically imported module|importing a module script failed/i;
  const seen = new WeakSet();

  function tell(box) {
    const asked = new URLSearchParams(location.search).getAll("lang").pop();
    const lang = asked in LOST_WORDS ? asked : navigator.language.toLowerCase().startsWith("ko") ? "ko" : "en";
    const [text, again] = LOST_WORDS[lang];
    const note = document.createElement("div");
    note.className = "rm-not-loaded";
    note.setAttribute("role", "alert");
    note.style.cssText = "position: static; padding: 16px; font: 16px/1.5 sans-serif; color: #1c2430; background: #fff;";
    const line = document.createElement("p");
    line.textContent = text;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = again;
    button.style.cssText = "min-height: 40px; padding: 0 16px; font: inherit;";
    button.onclick = () => location.reload();
    note.append(line, button);
    box.before(note);
    box.hidden = true;
    box.style.display = "none";
  }

  function look() {
    for (const box of document.querySelectorAll("[role=alert]")) {
      if (seen.has(box) || !LOST.test(box.textContent) || box.closest("[class*='rm-']")) continue;
      seen.add(box);
      tell(box);
    }
  }

  new MutationObserver(look).observe(document, { childList: true, subtree: true });
})();
