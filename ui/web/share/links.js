// The view as a link: to share, and to take along to the other pages.

import { addressIn, query } from "../base/address.js";
import { el, setText } from "../base/dom.js";
import { PAGES } from "../base/facts.js";
import { url } from "../base/live.js";
import { shareDialog } from "./share.js";
import { viewLink, viewQuery } from "./sharing.js";
import { copyButton } from "./tools.js";
import { OTHERS, t } from "../base/words.js";

/**
 * Return {pages, languages, top, node, update(scene, now)}: the links to other pages and to the other
 * languages, what stands at the top of the panel, and the section with the link.
 * @param {OfferedFile[]} files of the dialog
 * @returns {LinksPart}
 */
export function links(files) {
  const dialog = shareDialog(files);
  let shown = query; // after a commit: what the address is going to be
  const pages = Object.entries(PAGES).map(([path, words]) => ({ path, a: el("a", { href: url(path) }, t(words)) }));
  const share = el("a", { "data-testid": "share-link", class: "rm-share" });
  const whole = el("a", { class: "rm-whole", target: "_blank", rel: "noopener" }, t("Open in Reachmap"));
  /** @type {HTMLAnchorElement[]} */
  const languages = OTHERS.map(({ lang, name }) => el("a", {
    class: "rm-language", lang, hreflang: lang,
    onclick: () => { for (const link of languages) link.href = addressIn(link.lang, shown()); },
  }, name));
  /** @param {string} words @param {string} name @returns {HTMLButtonElement} */
  const open = (words, name) => el("button",
    { type: "button", class: name, "aria-haspopup": "dialog", onclick: () => dialog.open() }, words);
  return {
    pages: el("nav", { "aria-label": t("Pages") }, pages.map(({ a }) => a)),
    languages,
    top: [open(t("Share"), "st-key-share"), whole],
    node: el("section", { class: "rm-links" }, el("h2", {}, t("This view as a link")), share,
      el("div", { class: "rm-actions" }, copyButton(t("Copy link"), share, () => share.href),
        open(t("Picture, QR code, files"), "rm-more-ways"))),
    /**
     * @param {Scene} scene
     * @param {() => string} [now]
     */
    update(scene, now = shown) {
      shown = now;
      share.href = viewLink(scene);
      setText(share, share.href);
      whole.href = share.href;
      for (const link of languages) link.href = addressIn(link.lang, shown());
      for (const { path, a } of pages) a.href = `${url(path)}?${viewQuery(scene)}`;
      dialog.update(scene);
    },
  };
}
