// Starts the page without Streamlit, whose policy allows no script in the page itself.
// Behind lostnote.js, loader.js and a line that sets `LOADER_WORDS` (ui/scripts/loader.py).

loadModule(new URL("plain.bundle.js", /** @type {HTMLScriptElement} */ (document.currentScript).src).href, document.body, LOADER_WORDS, (all) => {
  const modules = /** @type {SavedModules} */ (/** @type {unknown} */ (all));
  modules["saved/plain"].start(modules);
});
