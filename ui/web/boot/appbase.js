// The app's address, told to Streamlit before its own scripts ask. Without it they try the page's own
// address first, so each page but the map begins with two requests that must fail.
// A classic script: it has to have run when the page's modules start. And a page that a proxy has given for an
// address beside the app's folder, such as `/reach` without its slash, goes to where what it loads is found.

(() => {
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL(src.slice(0, src.lastIndexOf("/assets/") + 1));
  window.__streamlit = { ...window.__streamlit, BACKEND_BASE_URL: root.href };
  const { pathname, search, hash } = location;
  if (pathname.startsWith(root.pathname)) return;
  const page = `${pathname}/` === root.pathname ? "" : pathname.slice(1);
  location.replace(`${root.pathname}${page}${search}${hash}`);
})();
