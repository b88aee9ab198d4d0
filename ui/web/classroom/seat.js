// The seat of a tab in a class: its connection, whether it leads or follows, and what the server says of
// that. What the class shows and asks goes to whoever shows it.

import { absenceText } from "./bar.js";
import { Blockage, Patience } from "./patience.js";
import { Role } from "./role.js";
import { hasOwnView, writeRoom } from "./code.js";
import { PAGE, clearOld, forgetKey, forgetTicket, isMarked, mark, proofOf, unmark } from "./keys.js";
import { roomSocket } from "./socket.js";

const CLOSED = ["unknown", "ended", "full", "later", "data"];
const PROVE_MS = 2000; // a leader whose proof came too late tries again
const ASK_MS = 1500; // in which the tab that led before comes back first

/**
 * @typedef {object} SeatActions
 * @property {() => void} changed
 * @property {(isNew: boolean) => void} led it leads, as before or from now on
 * @property {() => void} seated
 * @property {() => void} left
 * @property {(poll: ToldPoll | null) => void} poll
 * @property {(bars: ToldBars) => void} bars
 */

export class Seat {
  /** @param {PanelControls} panel @param {SeatActions} on */
  constructor(panel, on) {
    this.on = on;
    this.state = ""; // "" | "joining" | "open" | "lost" | one of CLOSED
    this.code = "";
    this.note = "";
    this.followers = 0;
    this.hasLeader = true;
    this.isTaking = false; // leads whoever else does so
    this.isAsking = false; // this tab led, or wants to
    this.isFirst = false; // nothing was heard of this class yet
    this.mayLead = false;
    this.hasRenewed = false;
    this.asking = 0; // the timer
    this.blockage = new Blockage(() => Boolean(this.code) && !this.isFree && this.state !== "open", () => this.changed());
    this.patience = new Patience();
    /** @type {RoomSocket | null} */
    this.socket = null;
    clearOld();
    this.role = new Role(panel, {
      send: (message) => this.send(message), changed: () => this.changed(), led: (isNew) => this.led(isNew), hear: (message) => this.hear(message),
    });
  }

  /** Nobody sits here, or there is no such class: another may be chosen. */
  get isFree() { return !this.code || CLOSED.includes(this.state); }

  /**
   * How it stands, for those who show it.
   * @returns {Omit<RoomState, "isBoard" | "isPolling">}
   */
  get standing() {
    const { code, state, note, followers, hasLeader, mayLead } = this;
    const { follower, isLeader } = this.role;
    const isIn = ["joining", "open", "lost"].includes(state);
    return {
      code, note, followers, hasLeader, mayLead, isJoining: state === "joining", isConnected: state === "open",
      isBlocked: this.blockage.isFound,
      shown: isIn ? (isLeader ? "leader" : "follower") : note ? "note" : "",
      isWith: follower?.isWith ?? true, hasView: Boolean(follower?.latest),
    };
  }

  /**
   * Be in a class. A tab that led it leads on. `isTaking`: whoever else does so now; `isOwn`: it is new.
   * @param {string} code
   * @param {{isTaking?: boolean, isOwn?: boolean}} [how]
   */
  enter(code, { isTaking = false, isOwn = false } = {}) {
    this.quit();
    Object.assign(this, { code, isTaking, isAsking: isTaking || isMarked(code), isFirst: true });
    writeRoom(code);
    this.patience = new Patience();
    this.role.begin(isOwn || (this.isAsking && hasOwnView()));
    this.set({ state: "joining", note: "", followers: 0, hasLeader: true, mayLead: false });
    this.blockage.watch();
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
    this.blockage.end();
    const { refused, leader, followers, poll, bars, elsewhere } = message;
    const room = /** @type {RoomFinding | undefined} */ (message.room);
    if (room) this.enterState(room);
    else if (this.role.holds(message)) return;
    else if (refused === true || (elsewhere === true && this.role.isLeader)) this.follow();
    else if (elsewhere === true) this.set({ mayLead: true, isAsking: false });
    else if (message.ticket === null) this.renewTicket();
    else if (typeof leader === "boolean") this.set({ hasLeader: leader });
    else if (typeof followers === "number" && Number.isInteger(followers) && followers >= 0) this.set({ followers });
    else if (poll !== undefined) this.on.poll(/** @type {ToldPoll | null} */ (poll));
    else if (bars) this.on.bars(/** @type {ToldBars} */ (bars));
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
    this.on.seated();
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
  led(isNew) {
    this.on.led(isNew);
    this.changed();
  }

  /** Someone wants to lead from this tab. */
  takeLead() {
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
      this.blockage.watch();
    }
    return this.patience.nextMs(CLOSED.includes(this.state));
  }

  /** This tab does not lead: it has no key, or another tab leads. */
  follow() {
    unmark();
    this.enter(this.code);
  }

  /** The class is over: nobody leads it again. */
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
    this.on.left();
    clearTimeout(this.asking);
    this.blockage.end();
    this.socket = null;
    if (isOver) {
      unmark();
      writeRoom("");
    }
    Object.assign(this, { code: "", isAsking: false });
    this.set({ state: "", note: "" });
  }

  closeNote() {
    this.set({ note: "" });
  }

  /** @param {Partial<Pick<Seat, "state" | "note" | "followers" | "hasLeader" | "mayLead" | "isAsking" | "isFirst">>} change */
  set(change) {
    Object.assign(this, change);
    this.changed();
  }

  changed() {
    const { follower } = this.role;
    if (follower) follower.canStray = this.state === "open" || this.state === "lost";
    this.on.changed();
  }
}
