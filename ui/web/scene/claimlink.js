// The way from a claim that a ring quotes to the page of that claim.

import { el } from "../base/dom.js";
import { url } from "../base/live.js";
import { LANG, t } from "../base/words.js";

/**
 * Return a link to the page of a claim; null without one, and in a saved page, which has no other pages.
 * @param {string | null | undefined} claim its id
 * @param {string} [words]
 * @returns {HTMLElement | null}
 */
export function claimLink(claim, words = t("About this claim")) {
  if (!claim || document.documentElement.hasAttribute("data-saved")) return null;
  const href = `${url("claim")}?id=${encodeURIComponent(claim)}&lang=${LANG}`;
  return el("a", { class: "rm-cited", href, target: "_blank", rel: "noopener" }, words);
}
