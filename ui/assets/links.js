// The view as a link: to share, to export, and to take along to the other pages.

import { el, setText } from "./dom.js";
import { url } from "./live.js";
import { toQuery } from "./scene.js";

const PAGES = { sources: "Sources", methods: "Methods" };
const EXPORTS = { "rings.geojson": "GeoJSON", "reach.csv": "CSV" };

/** Return {node, pages, update(scene)}: the share section, the links to other pages. */
export function links() {
  const share = el("a", { "data-testid": "share-link", class: "rm-share" });
  const copy = el("button", { type: "button", onclick: () => copyLink(share, copy) }, "Copy link");
  const anchors = (paths) => Object.entries(paths)
    .map(([path, words]) => ({ path, a: el("a", { href: url(path) }, words) }));
  const pages = anchors(PAGES);
  const exports = anchors(Object.fromEntries(
    Object.entries(EXPORTS).map(([file, words]) => [`export/${file}`, words])));
  return {
    pages: el("nav", { "aria-label": "Pages" }, pages.map(({ a }) => a)),
    node: el("section", { class: "rm-links" }, el("h2", {}, "This view as a link"), share,
      el("div", { class: "rm-actions" }, copy, exports.map(({ a }) => a))),
    update(scene) {
      const query = toQuery(scene);
      share.href = `${location.origin}${url("")}?${query}`;
      setText(share, share.href);
      for (const { path, a } of [...pages, ...exports]) a.href = `${url(path)}?${query}`;
    },
  };
}

async function copyLink(share, button) {
  try {
    await navigator.clipboard.writeText(share.href);
    setText(button, "Copied");
  } catch { // no permission, or no secure context: leave it selected
    const range = document.createRange();
    range.selectNodeContents(share);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    setText(button, "Press Ctrl+C");
  }
  setTimeout(() => setText(button, "Copy link"), 2500);
}
