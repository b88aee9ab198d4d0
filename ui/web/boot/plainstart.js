// Starts the page without Streamlit, whose policy allows no script in the page itself.
// Behind lostnote.js, loader.js and lines that set `PLAIN_BUNDLE` and `LOADER_WORDS` (ui/scripts/loader.py).

loadModule(new URL(PLAIN_BUNDLE, /** @type {HTMLScriptElement} */ (document.currentScript).src).href, document.body, LOADER_WORDS, (all) => {
  const modules = /** @type {SavedModules} */ (/** @type {unknown} */ (all));
  modules["saved/plain"].start(modules);
});
