// The board that a leader puts on the projector until all are there: the code, the link, a QR code, how many
// follow. It lies over the map, not over the panel, and goes as soon as the leader moves something.

import { followersText } from "./bar.js";
import { el, setAttribute, setText } from "../base/dom.js";
import { askFor, url } from "../base/live.js";
import { spelled } from "./code.js";
import { copyButton } from "../share/copying.js";
import { qrButton } from "../share/tools.js";
import { t } from "../base/words.js";

const ONLY_HERE = /^(localhost|127\.|\[::1\])/;

let root = `${location.origin}${url("")}`; // where others find this server

/**
 * A teacher's own localhost is no use to phones: the server knows its address in the network.
 * @returns {Promise<boolean>}
 */
async function findRoot() {
  if (!ONLY_HERE.test(location.host)) return true;
  const said = await askFor("live/class.json").then((answer) => answer.json()).catch(() => null);
  const found = /** @type {{is_for_others: boolean, root: string} | null} */ (said);
  if (found?.is_for_others && /^https?:\/\//.test(found.root)) root = found.root;
  return Boolean(found?.is_for_others);
}

/**
 * Return the link that followers open: a code, never a secret.
 * @param {string} code
 * @returns {string}
 */
const linkOf = (code) => `${root}?room=${code}`;

/** @returns {{node: HTMLElement, problem: HTMLElement, show(code: string): void}} */
function classQr() {
  const problem = el("p", { role: "status" });
  const image = el("img", {
    alt: t("QR code of the link to the class"), width: 260, height: 260,
    onload: () => setText(problem, ""), onerror: () => setText(problem, t("There is no QR code: the server cannot be reached.")),
  });
  return { node: qrButton(image), problem, show: (code) => setAttribute(image, "src", url(`live/room-qr.svg?code=${code}`)) };
}

/**
 * Return {node, update(room), focus()}; `on` = {close(), end()}.
 * @param {{close(): void, end(): void}} on
 * @returns {RoomPart & {focus(): void}}
 */
export function classBoard(on) {
  const heading = el("h2", { id: "rm-board-title", tabindex: "-1" }, t("Join the class"));
  const code = el("strong", { class: "rm-board-code", "data-testid": "room-code" });
  const link = el("a", { class: "rm-board-link", "data-testid": "room-link", target: "_blank", rel: "noopener" });
  const followers = el("span", { class: "rm-board-followers", role: "status", "data-testid": "room-followers" });
  const qr = classQr();
  const warning = el("p", { class: "rm-board-warning", hidden: true },
    t("This address works on this computer only. Open Reachmap by the computer\u2019s name or number in your network, so that phones can follow."));
  const node = el("section", { class: "rm-board", "aria-labelledby": heading.id, onkeydown: ({ key }) => key === "Escape" && on.close() },
    el("div", { class: "rm-board-sheet" }, el("div", { class: "rm-board-head" }, heading, code), el("div", { class: "rm-board-words" },
      el("p", { class: "rm-board-how" }, t("Open this address and the map follows, or type the code under \u201cJoin a class\u201d:")),
      el("p", {}, link), warning, followers,
      el("div", { class: "rm-board-buttons" },
        el("button", { type: "button", class: "st-key-close-board rm-first", onclick: on.close }, t("Show the map")),
        copyButton(t("Copy link"), link, () => link.href),
        el("button", { type: "button", class: "st-key-end-class", onclick: on.end }, t("End class")))),
    el("div", { class: "rm-board-qr" }, qr.node, qr.problem)));
  let shown = "";
  const showLink = () => {
    link.href = linkOf(shown);
    setText(link, link.href);
  };
  const begin = () => findRoot().then((isForOthers) => {
    warning.hidden = isForOthers;
    showLink();
  });
  return {
    node,
    /** @param {RoomState} room */
    update(room) {
      if (!shown) begin();
      shown = room.code;
      setText(code, spelled(room.code));
      showLink();
      setText(followers, followersText(room.followers));
      setAttribute(followers, "data-count", String(room.followers));
      qr.show(room.code);
    },
    focus: () => heading.focus(),
  };
}
