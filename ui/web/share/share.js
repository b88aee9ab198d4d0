// The dialog "Share": the view as a link, QR code, snippet, picture, handout and file.

import { el, setText } from "../base/dom.js";
import { url } from "../base/live.js";
import { pictureSection } from "./picturepart.js";
import { embedSnippet, fileName, viewLink, viewQuery } from "./sharing.js";
import { copyButton } from "./copying.js";
import { qrButton } from "./tools.js";
import { t } from "../base/words.js";

const PAPERS = { a4: "A4", letter: t("Letter") };

/**
 * Return {open(), update(scene)}; the dialog is in the page only while it is open.
 * @param {OfferedFile[]} files
 * @returns {{open(): void, update(scene: Scene): void}}
 */
export function shareDialog(files) {
  /** @type {Scene} */
  let scene; // told before the dialog is opened
  const columns = [[linkSection(), pictureSection(), printSection(), filesSection(files)], [qrSection(), embedSection()]];
  const title = el("h2", { id: "rm-dialog-title", tabindex: "-1" }, t("Share this view"));
  /** @type {HTMLDialogElement} */
  const dialog = el("dialog", {
    class: "rm-dialog", "aria-labelledby": title.id,
    onclose: () => dialog.remove(),
    onclick: ({ target }) => target === dialog && dialog.close(), // beside the sheet
  }, el("div", { class: "rm-dialog-sheet" },
    el("header", {}, title,
      el("button", { type: "button", "aria-label": t("Close"), onclick: () => dialog.close() }, "\u00d7")),
    el("div", { class: "rm-dialog-body" }, columns.map((each) => el("div", {}, each.map(({ node }) => node))))));
  const follow = () => columns.flat().forEach((part) => part.update(scene));
  return {
    open() {
      document.body.append(dialog);
      follow();
      dialog.showModal();
      title.focus(); // where most engines begin; Firefox begins at "Close"
    },
    update(next) {
      scene = next;
      if (dialog.open) follow();
    },
  };
}

/** @param {string} heading @param {string} name @param {...Children} content @returns {HTMLElement} */
function section(heading, name, ...content) {
  return el("section", { class: `rm-dialog-${name}` }, el("h3", {}, heading), ...content);
}

/** @returns {ScenePart} */
function linkSection() {
  const link = el("a", { class: "rm-share", "data-testid": "dialog-link" });
  return {
    node: section(t("Link"), "link", el("p", {}, link), copyButton(t("Copy link"), link, () => link.href)),
    update(scene) {
      link.href = viewLink(scene);
      setText(link, link.href);
    },
  };
}

/**
 * The code, large enough for a projector; a click makes it as large as the window allows.
 * @returns {ScenePart}
 */
function qrSection() {
  const image = el("img", {
    alt: t("QR code of the link to this view"), width: 220, height: 220,
    onload: () => problem.replaceChildren(),
    onerror: () => problem.replaceChildren(t("There is no QR code: the link is too long, or the server cannot be reached.")),
  });
  const problem = el("p", { role: "status" });
  return {
    node: section(t("QR code"), "qr", qrButton(image), problem,
      el("p", {}, t("A phone's camera opens the view. Click it to make it larger for a projector."))),
    update(scene) {
      const address = `${url("export/qr.svg")}?${viewQuery(scene)}`;
      if (image.getAttribute("src") !== address) image.setAttribute("src", address);
    },
  };
}

/** @returns {ScenePart} */
function embedSection() {
  const snippet = el("textarea", { readonly: true, rows: 4, spellcheck: "false", "aria-label": t("HTML to embed this view") });
  return {
    node: section(t("Embed"), "embed",
      el("p", {}, t("Paste this HTML into a page of your own. Width and height may be changed.")), snippet,
      copyButton(t("Copy snippet"), snippet, () => snippet.value),
      el("p", { class: "rm-aside" }, t("Some sites (WordPress, Moodle, Canvas) remove such HTML. There, paste the link by itself, of which many make a card, or use the picture with the link below it."))),
    update(scene) {
      snippet.value = embedSnippet(scene);
    },
  };
}

/** @returns {ScenePart} */
function printSection() {
  const papers = Object.entries(PAPERS).map(([paper, words]) => (
    { paper, a: el("a", { target: "_blank", rel: "noopener" }, t("Handout, {paper}", { paper: words })) }));
  return {
    node: section(t("Print"), "print",
      el("p", {}, t("One page as PDF: map, distances, claims with sources, three questions, room for answers.")),
      el("p", { class: "rm-row" }, papers.map(({ a }) => a))),
    update(scene) {
      for (const { paper, a } of papers) a.href = `${url("export/handout.pdf")}?${viewQuery(scene)}&paper=${paper}`;
    },
  };
}

/** @param {OfferedFile[]} files @returns {ScenePart} */
function filesSection(files) {
  const rows = files.map((file) => ({ ...file, a: el("a", {}, file.kind) }));
  const name = el("b", { class: "rm-name" });
  return {
    node: section(t("Files"), "files", el("ul", {}, rows.map(({ a, words }) => el("li", {}, a, el("span", {}, t(words))))),
      el("p", {}, t("The name, with the ending of its kind: "), name)),
    update(scene) {
      for (const { name: file, ending, keys, a } of rows) {
        a.href = `${url(`export/${file}`)}?${viewQuery(scene)}${keys && `&${keys}`}`;
        a.setAttribute("download", fileName(scene, ending));
      }
      setText(name, fileName(scene, "").slice(0, -1));
    },
  };
}
