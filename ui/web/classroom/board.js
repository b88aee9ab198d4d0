// The board that a leader puts on the projector until all are there: the code, the link, a QR code, how many
// follow. It lies over the map, not over the panel, and goes as soon as the leader moves something.

import { blockedText, fileLink, followersText } from "./bar.js";
import { addressChoice } from "./addresses.js";
import { el, setAttribute, setText } from "../base/dom.js";
import { url } from "../base/live.js";
import { spelled } from "./code.js";
import { copyButton } from "../share/copying.js";
import { qrButton } from "../share/tools.js";
import { t } from "../base/words.js";

/** @returns {{node: HTMLElement, problem: HTMLElement, show(code: string, address: string): void}} */
function classQr() {
  const problem = el("p", { role: "status" });
  const image = el("img", {
    alt: t("QR code of the link to the class"), width: 260, height: 260,
    onload: () => setText(problem, ""), onerror: () => setText(problem, t("There is no QR code: the server cannot be reached.")),
  });
  return { node: qrButton(image), problem, show: (code, address) => setAttribute(image, "src", url(`live/room-qr.svg?code=${code}${address && `&address=${address}`}`)) };
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
  const choice = addressChoice(() => showLink());
  const blocked = el("p", { class: "rm-board-warning", role: "status", hidden: true }, blockedText(true), " ", fileLink());
  const warning = el("p", { class: "rm-board-warning", hidden: true },
    t("This address works on this computer only. Open Reachmap by the computer\u2019s name or number in your network, so that phones can follow."));
  const node = el("section", { class: "rm-board", "aria-labelledby": heading.id, onkeydown: ({ key }) => key === "Escape" && on.close() },
    el("div", { class: "rm-board-sheet" }, el("div", { class: "rm-board-head" }, heading, code), el("div", { class: "rm-board-words" },
      el("p", { class: "rm-board-how" }, t("Open this address and the map follows, or type the code under \u201cJoin a class\u201d:")),
      el("p", {}, link), choice.node, warning, blocked, followers,
      el("div", { class: "rm-board-buttons" },
        el("button", { type: "button", class: "st-key-close-board rm-first", onclick: on.close }, t("Show the map")),
        copyButton(t("Copy link"), link, () => link.href),
        el("button", { type: "button", class: "st-key-end-class", onclick: on.end }, t("End class")))),
    el("div", { class: "rm-board-qr" }, qr.node, qr.problem)));
  let shown = "";
  let isReady = false; // no code of an address that is about to change
  const showLink = () => {
    link.href = `${choice.root()}?room=${shown}`; // a code, never a secret
    setText(link, link.href);
    if (isReady) qr.show(shown, choice.address());
  };
  const begin = () => choice.begin().then((isForOthers) => {
    isReady = true;
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
      blocked.hidden = !room.isBlocked;
    },
    focus: () => heading.focus(),
  };
}
