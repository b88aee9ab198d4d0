// The bar of a class: small, always there. What a leader needs before the class, and what a follower
// needs to look around alone and come back.

import { el, setAttribute, setText } from "../base/dom.js";
import { query, without } from "../base/address.js";
import { url } from "../base/live.js";
import { spelled } from "./code.js";
import { plural, t } from "../base/words.js";

/**
 * @param {string} name
 * @param {string} words
 * @param {() => void} does
 * @param {Attributes} [more]
 * @returns {HTMLButtonElement}
 */
const button = (name, words, does, more = {}) => el("button", { type: "button", class: name, onclick: does, ...more }, words);

/**
 * For a browser that has the key of the class.
 * @param {() => void} lead
 * @returns {HTMLButtonElement}
 */
const leadButton = (lead) => button("st-key-lead-here", t("Lead from here"), lead, { hidden: true });

/**
 * What to do where a network lets nobody into a class: the map goes on, and as a file it needs no network.
 * @param {boolean} isLeader
 * @returns {string}
 */
export function blockedText(isLeader) {
  if (isLeader) return t("This network blocks the connection of the class: nobody can follow here. Hand out the map as a file, or use another network.");
  return t("This network blocks the connection of the class. The map works here; ask whoever leads for it as a file, or use another network.");
}

/**
 * The present view as a file that needs no network.
 * @returns {HTMLAnchorElement}
 */
export function fileLink() {
  const link = el("a", { class: "rm-bar-file", href: url("export/map.html"), download: "", onclick: () => {
    link.href = url(`export/map.html?${without(query(), ["room"])}`);
  } }, t("Map as a file"));
  return link;
}

/**
 * How many follow, in words.
 * @param {number} count
 * @returns {string}
 */
export function followersText(count) {
  return plural("1 follower", "{n} followers", count);
}

/**
 * Return {node, update(room)} of a leader; `on` = {poll(), board(), end()}.
 * @param {{poll(): void, board(): void, end(): void}} on
 * @returns {RoomPart}
 */
export function leaderBar(on) {
  const code = el("strong", { class: "rm-bar-code", "data-testid": "room-code" });
  const followers = el("span", { class: "rm-bar-followers", "data-testid": "room-followers" });
  const said = el("span", { class: "rm-bar-said", role: "status" });
  const poll = button("st-key-class-poll", t("Poll"), on.poll, { "aria-expanded": "false" });
  const file = fileLink();
  const node = el("div", { class: "rm-bar rm-bar-leader" }, code, followers, said, file,
    el("span", { class: "rm-bar-buttons" }, poll,
      button("st-key-show-code", t("Show code"), on.board), button("st-key-end-class", t("End class"), on.end)));
  return {
    node,
    /** @param {RoomState} room */
    update(room) {
      setText(code, spelled(room.code));
      setText(followers, followersText(room.followers));
      setAttribute(followers, "data-count", String(room.followers));
      setText(said, room.isConnected ? "" : room.isBlocked ? blockedText(true) : t("No connection. Trying again\u2026"));
      file.hidden = !room.isBlocked;
      setAttribute(poll, "aria-expanded", String(room.isPolling));
    },
  };
}

/**
 * What a follower is told of the class.
 * @param {RoomState} roomState
 * @returns {string}
 */
function followerText({ code, isJoining, isBlocked, isConnected, isWith, hasView, hasLeader, mayLead }) {
  if (isBlocked) return blockedText(false);
  if (isJoining) return t("Looking for the class {code}\u2026", { code: spelled(code) });
  if (!isConnected) return t("No connection. Trying again\u2026");
  if (!isWith) return t("You look around alone. The class goes on.");
  if (mayLead && hasLeader) return t("You lead this class in another tab.");
  if (!hasView) return t("You are in the class {code}. It begins when the leader shows something.", { code: spelled(code) });
  if (!hasLeader) return t("The leader is away. You see the last view.");
  return t("You follow the class {code}.", { code: spelled(code) });
}

/**
 * Return {node, update(room)} of a follower; `on` = {alone(), rejoin(), lead(), leave()}.
 * @param {{alone(): void, rejoin(): void, lead(): void, leave(): void}} on
 * @returns {RoomPart}
 */
export function followerBar(on) {
  const said = el("span", { class: "rm-bar-said", role: "status", "data-testid": "room-said" });
  const alone = button("st-key-look-alone", t("Look around alone"), () => swap(on.alone, rejoin));
  const rejoin = button("st-key-rejoin-class", t("Back to the class"), () => swap(on.rejoin, alone));
  const lead = leadButton(on.lead);
  const leave = button("st-key-leave-class", "\u00d7", on.leave, { "aria-label": t("Leave the class"), title: t("Leave the class") });
  const node = el("div", { class: "rm-bar rm-bar-follower" }, said, el("span", { class: "rm-bar-buttons" }, lead, alone, rejoin, leave));

  /**
   * The one button gives way to the other, and so does the focus.
   * @param {() => void} act
   * @param {HTMLElement} other
   */
  function swap(act, other) {
    act();
    other.focus();
  }
  return {
    node,
    update(room) {
      setText(said, followerText(room));
      alone.hidden = !room.isWith || !room.hasView;
      rejoin.hidden = room.isWith;
      lead.hidden = !room.mayLead || !room.isConnected;
    },
  };
}

/**
 * Why there is no class to be in.
 * @param {string} state
 * @param {string} code
 * @returns {string}
 */
export function absenceText(state, code) {
  const values = { code: spelled(code) };
  if (state === "full") return t("The class {code} is full. The map is yours.", values);
  if (state === "later") return t("Too many wrong codes came from your network. Trying the class {code} again in a moment.", values);
  if (state === "data") return t("The class {code} cannot be led: a data file of the server is damaged. Its log says which.", values);
  if (state === "finished") return t("The class {code} has ended.", values);
  return t("The class {code} is not running. The map is yours.", values);
}

/**
 * Return {node, say(text, mayLead)}: a sentence to put away, and for who has the key a way to begin.
 * @param {() => void} onClose
 * @param {() => void} onLead
 * @returns {{node: HTMLElement, say(text: string, mayLead: boolean): void}}
 */
export function noteBar(onClose, onLead) {
  const lead = leadButton(onLead);
  const said = el("span", { class: "rm-bar-said", role: "status", "data-testid": "room-said" });
  const node = el("div", { class: "rm-bar rm-bar-note" }, said, el("span", { class: "rm-bar-buttons" }, lead,
    button("st-key-close-note", "\u00d7", onClose, { "aria-label": t("Close") })));
  return {
    node,
    say(text, mayLead) {
      setText(said, text);
      lead.hidden = !mayLead;
    },
  };
}
