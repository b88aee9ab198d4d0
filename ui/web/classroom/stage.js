// The stage of a class: all that it shows over the map, in one node of the page: the bar, the board with the code, the
// polls. On phones it lies below the map, and the map makes room for it.

import { followerBar, leaderBar, noteBar } from "./bar.js";
import { classBoard } from "./board.js";
import { el, setText } from "../base/dom.js";
import { t } from "../base/words.js";

/**
 * What the buttons do.
 * @typedef {object} StageActions
 * @property {() => void} poll
 * @property {(is: boolean) => void} board
 * @property {() => void} end
 * @property {() => void} alone
 * @property {() => void} rejoin
 * @property {() => void} leave
 * @property {() => void} lead
 * @property {() => void} closeNote
 * @property {() => void} covered what lies over the map has another size
 */
/**
 * @typedef {{node: HTMLElement, render(room: RoomState): void, focusBoard(): void, focusBar(): void,
 *   say(text: string): void}} ClassStage
 */

const ROOT = document.documentElement;

/**
 * Ask once more before a class of thirty is sent away.
 * @param {() => void} end
 */
export function askToEnd(end) {
  const title = el("h2", { id: "rm-end-title" }, t("End the class for all?"));
  const dialog = el("dialog", { class: "rm-dialog rm-end", "aria-labelledby": title.id, onclose: () => dialog.remove() },
    el("div", { class: "rm-end-sheet" }, title,
      el("p", {}, t("All keep the map, each for themselves. The code is not used again.")),
      el("p", { class: "rm-row" },
        el("button", { type: "button", class: "st-key-confirm-end", onclick: () => { dialog.close(); end(); } }, t("End class")),
        el("button", { type: "button", onclick: () => dialog.close() }, t("Go on")))));
  document.body.append(dialog);
  dialog.showModal();
}

/**
 * Return {node, render(room), say(text)}. `on` = what the buttons do; `cards` = {leader, follower}:
 * the nodes of the polls.
 * @param {StageActions} on
 * @param {{leader: HTMLElement, follower: HTMLElement}} cards
 * @returns {ClassStage}
 */
export function classStage(on, cards) {
  const board = classBoard({ close: () => on.board(false), end: on.end });
  const parts = {
    leader: leaderBar({ poll: on.poll, board: () => on.board(true), end: on.end }),
    follower: followerBar({ alone: on.alone, rejoin: on.rejoin, lead: on.lead, leave: on.leave }),
    note: noteBar(on.closeNote, on.lead),
  };
  const heard = el("p", { class: "rm-heard", role: "status" }); // questions and results, for those who do not see them
  const bar = el("div", { class: "rm-class-bar", "data-over-map": "" });
  const card = el("div", { class: "rm-class-card" });
  const node = el("section", { class: "rm-class", "aria-label": t("Class"), hidden: true }, heard, bar, card);
  let shape = "";

  /** @param {RoomState} roomState */
  function build({ shown, isBoard }) {
    ROOT.toggleAttribute("data-class", false);
    if (shown) ROOT.setAttribute("data-class", shown);
    node.hidden = !shown;
    node.classList.toggle("rm-boarded", isBoard);
    bar.replaceChildren(shown && !isBoard ? parts[shown].node : "");
    card.replaceChildren(isBoard ? board.node : shown === "leader" || shown === "follower" ? cards[shown] : "");
  }

  return {
    node,
    /** Show how it stands: {shown: "leader" | "follower" | "note" | "", isBoard, note, ...}. */
    render(room) {
      if (shape !== `${room.shown}${room.isBoard}`) {
        shape = `${room.shown}${room.isBoard}`;
        build(room);
      }
      if (room.isBoard) board.update(room);
      else if (room.shown === "note") parts.note.say(room.note, room.mayLead);
      else if (room.shown) parts[room.shown].update(room);
      on.covered();
    },
    focusBoard: () => board.focus(),
    focusBar: () => /** @type {HTMLElement | null} */ (bar.querySelector(".st-key-show-code"))?.focus(),
    say: (text) => setText(heard, text),
  };
}
