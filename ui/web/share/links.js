// The view as a link: to share, and to take along to the other pages.

import { addressIn } from "../base/address.js";
import { el, setText } from "../base/dom.js";
import { CLASS_PAGES, PAGES } from "../base/facts.js";
import { url } from "../base/live.js";
import { shareDialog } from "./share.js";
import { viewLink, viewQuery } from "./sharing.js";
import { OTHERS, t } from "../base/words.js";

/**
 * Return {node, languages, share, whole, lessons, update(scene)}: the foot of the panel, and the links that stand elsewhere.
 * @param {OfferedFile[]} files of the dialog
 * @returns {LinksPart}
 */
export function links(files) {
  const dialog = shareDialog(files);
  const pages = Object.entries(PAGES).map(([path, words]) => ({ path, a: el("a", { href: url(path) }, t(words)) }));
  /** @param {boolean} isForClass @returns {HTMLElement[]} */
  const pagesFor = (isForClass) => pages.filter(({ path }) => CLASS_PAGES.includes(path) === isForClass).map(({ a }) => a);
  const link = el("a", { "data-testid": "share-link", class: "rm-share", title: t("This view as a link") });
  const whole = el("a", { class: "rm-whole", target: "_blank", rel: "noopener" }, t("Open in Reachmap"));
  /** @type {HTMLAnchorElement[]} */
  const languages = OTHERS.map(({ lang, name }) => el("a", {
    class: "rm-language", lang, hreflang: lang,
    onclick: () => { for (const each of languages) each.href = addressIn(each.lang); },
  }, name));
  return {
    languages,
    share: el("button", { type: "button", class: "st-key-share", "aria-haspopup": "dialog", onclick: () => dialog.open() }, t("Share")),
    whole,
    lessons: pagesFor(true),
    node: el("div", { class: "rm-links" }, el("nav", { "aria-label": t("Pages") }, pagesFor(false)), link),
    /** @param {Scene} scene */
    update(scene) {
      link.href = viewLink(scene);
      setText(link, link.href);
      whole.href = link.href;
      for (const each of languages) each.href = addressIn(each.lang);
      for (const { path, a } of pages) a.href = `${url(path)}?${viewQuery(scene)}`;
      dialog.update(scene);
    },
  };
}
