// A link of the quiz to pass on: for the class, or with a result. The result is in the link itself.

import { el, setText } from "../base/dom.js";
import { askFor, url } from "../base/live.js";
import { copyButton } from "../share/copying.js";
import { qrButton } from "../share/tools.js";
import { t } from "../base/words.js";

/**
 * Open a dialog with a link and its QR code. `query` is what the server makes it of, `words` says
 * what it is for.
 * @param {string} title
 * @param {string} words
 * @param {Record<string, string>} query
 */
export function shareLink(title, words, query) {
  const asked = new URLSearchParams(query);
  const link = el("a", { class: "rm-share", "data-testid": "quiz-link" });
  const problem = el("p", { role: "status" });
  const failed = () => setText(problem, t("The link could not be made: the server cannot be reached."));
  const image = el("img", {
    alt: t("QR code of the link"), width: 232, height: 232, "data-testid": "quiz-qr",
    src: `${url("live/quizlink.svg")}?${asked}`, onerror: failed,
  });
  const heading = el("h2", { id: "rm-quiz-dialog-title", tabindex: "-1" }, title);
  /** @type {HTMLDialogElement} */
  const dialog = el("dialog", {
    class: "rm-dialog rm-quiz-dialog", "aria-labelledby": heading.id, "data-testid": "quiz-dialog",
    onclose: () => dialog.remove(), onclick: ({ target }) => target === dialog && dialog.close(),
  }, el("div", { class: "rm-dialog-sheet" },
    el("header", {}, heading, el("button", { type: "button", "aria-label": t("Close"), onclick: () => dialog.close() }, "\u00d7")),
    el("div", { class: "rm-dialog-body" },
      el("div", {}, el("section", {}, el("p", {}, words), el("p", {}, link), copyButton(t("Copy link"), link, () => link.href), problem)),
      el("div", {}, qrButton(image)))));
  askFor(`live/quizlink.json?${asked}`).then((answer) => answer.json()).then((said) => {
    const made = /** @type {{link: string}} */ (said).link;
    link.href = made;
    setText(link, made);
  }).catch(failed);
  document.body.append(dialog);
  dialog.showModal();
}
