// The app's address, told to Streamlit before its own scripts ask. Without it they try the page's own
// address first, so each page but the map begins with two requests that must fail.
// A classic script: it has to have run when the page's modules start.

window.__streamlit = {
  ...window.__streamlit,
  BACKEND_BASE_URL: /** @type {HTMLScriptElement} */ (document.currentScript).src.replace(/assets\/.*$/, ""),
};
