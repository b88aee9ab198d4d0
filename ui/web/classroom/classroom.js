// The class of a tab: one browser leads, the others follow. This module knows who this browser is in it, and
// hears and says what a class has to say; the map, the panel and the rest see it over the bus.

import { valueOf } from "../base/address.js";
import { absenceText } from "./bar.js";
import { classEntry } from "./entry.js";
import { Patience } from "./patience.js";
import { classPolls } from "./polls.js";
import { Role } from "./role.js";
import { askToEnd, classStage } from "./stage.js";
import { readCode, roomInAddress, writeRoom } from "./code.js";
import { PAGE, clearOld, forgetKey, forgetTicket, isMarked, mark, newRoom, proofOf, unmark } from "./keys.js";
import { roomSocket } from "./socket.js";
import { OWN_KEYS } from "../scene/scene.js";
import { t } from "../base/words.js";

const CLOSED = ["unknown", "ended", "full", "later", "data"];
const PROVE_MS = 2000; // a leader whose proof came too late tries again
const ASK_MS = 1500; // in which the tab that led before comes back first

/**
 * Whether the address has a view: a tab that led shows it again, others begin with the class's.
 * @returns {boolean}
 */
const hasOwnView = () => ["ring", "story"].some((key) => valueOf(key) !== null);

class Classroom {
  /** @param {PanelControls} panel */
  constructor(panel) {
    this.panel = panel;
    this.tab = panel.tab;
    this.state = ""; // "" | "joining" | "open" | "lost" | one of CLOSED
    this.code = "";
    this.note = "";
    this.followers = 0;
    this.hasLeader = true;
    this.isBoard = false;
    this.isTaking = false; // leads whoever else does so
    this.isAsking = false; // this tab led, or wants to
    this.isFirst = false; // nothing was heard of this class yet
    this.mayLead = false;
    this.hasRenewed = false;
    this.asking = 0; // the timer
    this.patience = new Patience();
    /** @type {RoomSocket | null} */
    this.socket = null;
    clearOld();
    this.role = new Role(panel, {
      send: (message) => this.send(message), changed: () => this.render(), led: (isNew) => this.leads(isNew), hear: (message) => this.hear(message),
    });
    this.entry = classEntry({ start: () => this.start(), join: (code) => this.join(code) });
    this.polls = classPolls({
      isLeader: () => this.role.isLeader, scene: () => this.panel.scene, voter: () => PAGE,
      send: (message) => this.send(message), ask: (poll) => this.ask(poll),
      say: (text) => this.stage.say(text), changed: () => this.render(),
    });
    this.stage = classStage({
      poll: () => this.polls.toggle(), board: (is) => this.showBoard(is, true), end: () => askToEnd(() => this.end()),
      alone: () => this.role.follower?.stray(), rejoin: () => this.rejoin(), leave: () => this.leave(),
      lead: () => this.leadHere(), closeNote: () => this.set({ note: "" }), covered: () => this.tab.send("covered", null),
    }, this.polls.nodes);
    document.body.append(this.stage.node);
    this.ears = [
      this.tab.on("mine", () => this.isBoard && this.showBoard(false)),
      this.tab.on("scene", (scene) => this.polls.follow(scene)),
      this.tab.on("returned", ({ keep }) => this.stepped(keep)),
    ];
    this.visit(roomInAddress());
  }

  /**
   * What the address says. What is no code is told by the panel, as all that could not be used.
   * @param {string} asked
   */
  visit(asked) {
    const code = readCode(asked);
    if (code) this.enter(code);
    else this.render();
  }

  async start() {
    this.entry.busy(true);
    try {
      this.join(await newRoom(), { isOwn: true });
      this.showBoard(true, true);
    } catch {
      this.panel.say(t("The class could not be started: the server is busy or cannot be reached. Try again in a moment."));
    }
    this.entry.busy(false);
  }

  /**
   * Someone chose to be in a class: on a phone the open panel would hide what it shows.
   * @param {string} code
   * @param {{isTaking?: boolean, isOwn?: boolean}} [how]
   */
  join(code, how = {}) {
    this.panel.unroll(false);
    this.enter(code, how);
  }

  /**
   * Be in a class. A tab that led it leads on. `isTaking`: whoever else does so now; `isOwn`: it is new.
   * @param {string} code
   * @param {{isTaking?: boolean, isOwn?: boolean}} [isTaking]
   */
  enter(code, { isTaking = false, isOwn = false } = {}) {
    this.quit();
    Object.assign(this, { code, isTaking, isAsking: isTaking || isMarked(code), isFirst: true });
    writeRoom(code);
    this.patience = new Patience();
    this.role.begin(isOwn || (this.isAsking && hasOwnView()));
    this.set({ state: "joining", note: "", followers: 0, hasLeader: true, mayLead: false });
    this.socket = roomSocket(code, {
      hello: () => (this.isAsking || this.role.isLeader ? this.claim(this.isTaking) : null),
      heard: (message) => this.hear(message),
      lost: () => this.lose(),
    });
  }

  /**
   * What asks the server to let this page lead.
   * @param {boolean} isTaking
   * @returns {RoomMessage}
   */
  claim(isTaking) {
    return { lead: proofOf(this.code), page: PAGE, take: isTaking };
  }

  /** @param {RoomMessage} message @returns {boolean} */
  send(message) {
    return this.state === "open" && Boolean(this.socket?.send(message));
  }

  /** @param {RawMessage} message */
  hear(message) {
    const { refused, leader, followers, poll, bars, elsewhere } = message;
    const room = /** @type {RoomFinding | undefined} */ (message.room);
    if (room) this.enterState(room);
    else if (this.role.holds(message)) return;
    else if (refused === true || (elsewhere === true && this.role.isLeader)) this.follow();
    else if (elsewhere === true) this.set({ mayLead: true, isAsking: false });
    else if (message.ticket === null) this.renewTicket();
    else if (typeof leader === "boolean") this.set({ hasLeader: leader });
    else if (typeof followers === "number" && Number.isInteger(followers) && followers >= 0) this.set({ followers });
    else if (poll !== undefined) this.polls.hearPoll(/** @type {ToldPoll | null} */ (poll));
    else if (bars) this.polls.hearBars(/** @type {ToldBars} */ (bars));
    else if (message.scene) this.role.see(/** @type {ToldView & RawMessage} */ (message));
  }

  /** @param {RoomFinding} room */
  enterState(room) {
    const { state, role } = room;
    if (state === "open" && role === "leader") this.lead(room.view === "class");
    else if (state === "open" && this.role.isLeader) return; // our proof is on its way
    else if (state === "open") this.attend(room);
    else if (CLOSED.some((each) => each === state)) this.find(room);
  }

  /**
   * Sit in the class. A browser with its key leads it, if nobody else does so by now.
   * @param {RoomFinding} room
   */
  attend(room) {
    const { isFirst, isAsking } = this;
    this.set({ state: "open", note: "", isFirst: false, mayLead: room.may_lead === true || proofOf(this.code) !== true });
    this.polls.connected();
    clearTimeout(this.asking);
    if (!this.mayLead || !isFirst || isAsking) return;
    this.asking = setTimeout(() => this.hasLeader || this.send(this.claim(false)), ASK_MS);
  }

  /**
   * Lead; a page that comes anew begins with what the class sees.
   * @param {boolean} takesView
   */
  lead(takesView) {
    mark(this.code);
    clearTimeout(this.asking);
    this.isTaking = false;
    this.set({ state: "open", note: "" });
    this.role.lead(takesView);
  }

  /** @param {boolean} isNew */
  leads(isNew) {
    if (isNew) this.polls.clear();
    this.polls.connected();
    this.render();
  }

  /** Someone wants to lead from this tab. */
  leadHere() {
    if (this.state === "open") this.send(this.claim(true));
    else this.enter(this.code, { isTaking: true });
  }

  /** The server does not know our ticket: its key is a new one. */
  renewTicket() {
    if (this.hasRenewed) return;
    this.hasRenewed = true;
    forgetTicket();
    this.socket?.renew();
  }

  /**
   * There is no such class, or no seat in it.
   * @param {RoomFinding} roomFinding
   */
  find({ state: said, refused, may_lead: mayLead, wait_s: waitS }) {
    const state = String(said); // one of CLOSED
    const isLeading = this.role.isLeader || this.isAsking;
    if (typeof waitS === "number" && waitS > 0) this.patience.waitMs(waitS * 1000);
    if (isLeading && state === "ended") this.finish();
    else if (isLeading && refused === true) this.follow();
    else if (isLeading && state === "unknown") this.patience.waitMs(PROVE_MS); // a slow server, or a full one
    else if (state !== this.state && !(state === "unknown" && this.patience.isRestart())) {
      this.patience.turnAway();
      this.set({ state, note: absenceText(state, this.code), mayLead: mayLead === true });
    }
  }

  /**
   * The connection is gone: say when to try again.
   * @returns {number | null}
   */
  lose() {
    if (this.state === "open") {
      this.patience.lose();
      this.set({ state: "lost" });
    }
    return this.patience.nextMs(CLOSED.includes(this.state));
  }

  /** This tab does not lead: it has no key, or another tab leads. */
  follow() {
    unmark();
    this.enter(this.code);
  }

  /** @param {PollWish} poll */
  ask(poll) {
    this.role.leader?.sendAll(); // the rings it is about
    this.send({ poll });
  }

  /**
   * The browser stepped to another address: nobody comes into a class or out of it by that. Who
   * follows goes on, and who looks around alone comes back where the address has no view of one's own.
   * @param {() => void} keep
   */
  stepped(keep) {
    const { follower } = this.role;
    const isLed = Boolean(follower?.latest && follower.canStray);
    if (isLed && (follower?.isWith || !hasOwnView())) {
      this.rejoin();
      keep();
    } else if (roomInAddress() !== this.code) writeRoom(this.code);
  }

  rejoin() {
    writeRoom(this.code, OWN_KEYS); // the own view is given up
    this.role.follower?.rejoin();
  }

  /** A follower has had enough: the map stays as it is, and the address says so. */
  leave() {
    const hadView = Boolean(this.role.follower?.latest);
    this.quit(true);
    if (hadView) this.panel.settle(0);
  }

  end() {
    this.send({ end: true });
    this.finish();
  }

  finish() {
    const { code } = this;
    forgetKey(code);
    this.quit(true);
    this.set({ note: absenceText("finished", code) });
  }

  /**
   * Be in no class; `isOver`: nor come back to this one.
   * @param {boolean} [isOver]
   */
  quit(isOver = false) {
    this.socket?.close();
    this.role.close();
    this.polls.clear();
    clearTimeout(this.asking);
    this.socket = null;
    if (isOver) {
      unmark();
      writeRoom("");
    }
    Object.assign(this, { code: "", isBoard: false, isAsking: false });
    this.set({ state: "", note: "" });
  }

  /** @param {boolean} is @param {boolean} [focus] */
  showBoard(is, focus = false) {
    this.set({ isBoard: is });
    if (focus && is) this.stage.focusBoard();
    else if (focus) this.stage.focusBar();
  }

  /** @param {Partial<Pick<Classroom, "state" | "note" | "followers" | "hasLeader" | "mayLead" | "isAsking" | "isFirst" | "isBoard">>} change */
  set(change) {
    Object.assign(this, change);
    this.render();
  }

  render() {
    const { code, state, note, followers, hasLeader, mayLead } = this;
    const { follower, isLeader } = this.role;
    if (follower) follower.canStray = state === "open" || state === "lost";
    const isIn = ["joining", "open", "lost"].includes(state);
    const shown = isIn ? (isLeader ? "leader" : "follower") : note ? "note" : "";
    this.entry.show(!this.code || CLOSED.includes(state));
    this.stage.render({
      code, note, followers, hasLeader, mayLead, shown, isJoining: state === "joining", isConnected: state === "open",
      isBoard: this.isBoard && shown === "leader", isPolling: this.polls.isOpen(),
      isWith: follower?.isWith ?? true, hasView: Boolean(follower?.latest),
    });
  }

  close() {
    this.ears.forEach((stop) => stop());
    this.quit();
    this.stage.node.remove();
  }
}

/** @type {Classroom | null} */
let current = null; // a page has one, even when Streamlit makes its panel anew

/**
 * Return the class of a panel; its `node` is the panel's part of it.
 * @param {PanelControls} panel
 * @returns {{node: HTMLElement}}
 */
export function classroom(panel) {
  current?.close();
  current = new Classroom(panel);
  return { node: current.entry.node };
}
