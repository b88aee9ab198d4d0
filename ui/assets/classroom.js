// A class: one browser leads, the others follow. This module knows who this browser is in it, and
// hears and says what a class has to say; the map, the panel and the rest see it over the bus.

import { absenceText } from "./classbar.js";
import { classEntry } from "./classentry.js";
import { classPolls } from "./classpolls.js";
import { askToEnd, classStage } from "./classstage.js";
import { readCode, roomInAddress, writeRoom } from "./roomcode.js";
import { followView } from "./roomfollower.js";
import { forgetSecret, newRoom, secretOf, voterOf } from "./roomkeys.js";
import { leadView } from "./roomleader.js";
import { roomSocket } from "./roomsocket.js";
import { OWN_KEYS } from "./scene.js";
import { t } from "./words.js";

const CLOSED = ["unknown", "ended", "full"];
const RESTART_MS = 45000; // a server that starts anew knows no class until its leader is back
const RETRY_MS = 6000; // a class that begins late is joined by itself
const PROVE_MS = 2000; // a leader whose proof came too late tries again
const GIVE_UP_MS = 15 * 60000;

class Classroom {
  constructor(panel) {
    this.panel = panel;
    this.tab = panel.tab;
    this.state = ""; // "" | "joining" | "open" | "lost" | one of CLOSED
    this.code = "";
    this.note = "";
    this.followers = 0;
    this.hasLeader = true;
    this.isBoard = false;
    this.entry = classEntry({ start: () => this.start(), join: (code) => this.join(code) });
    this.polls = classPolls({
      isLeader: () => Boolean(this.secret), scene: () => this.panel.scene, voter: () => voterOf(this.code),
      send: (message) => this.send(message), ask: (poll) => this.ask(poll),
      say: (text) => this.stage.say(text), changed: () => this.render(),
    });
    this.stage = classStage({
      poll: () => this.polls.toggle(), board: (is) => this.showBoard(is, true), end: () => askToEnd(() => this.end()),
      alone: () => this.follower.stray(), rejoin: () => this.rejoin(), leave: () => this.leave(),
      closeNote: () => this.set({ note: "" }), covered: () => this.tab.send("covered", null),
    }, this.polls.nodes);
    document.body.append(this.stage.node);
    this.ears = [
      this.tab.on("mine", () => this.isBoard && this.showBoard(false)),
      this.tab.on("scene", (scene) => this.polls.follow(scene)),
    ];
    this.keepCode = () => this.code && roomInAddress() !== this.code && writeRoom(this.code);
    window.addEventListener("popstate", this.keepCode);
    this.visit(roomInAddress());
  }

  /** What the address says. What is no code is told by the panel, as all that could not be used. */
  visit(asked) {
    const code = readCode(asked);
    if (code) this.enter(code);
    else this.render();
  }

  async start() {
    this.entry.busy(true);
    try {
      this.join(await newRoom());
      this.showBoard(true, true);
    } catch {
      this.panel.say(t("The class could not be started: the server is busy or cannot be reached. Try again in a moment."));
    }
    this.entry.busy(false);
  }

  /** Someone chose to be in a class: on a phone the open panel would hide what it shows. */
  join(code) {
    this.panel.view.unroll(false);
    this.enter(code);
  }

  enter(code) {
    this.quit();
    this.code = code;
    this.secret = secretOf(code);
    writeRoom(code);
    this.lostAt = 0;
    this.pause = null;
    if (this.secret) this.leader = leadView(this.tab, (message) => this.send(message));
    else this.follower = followView(this.panel, () => this.render());
    this.set({ state: "joining", note: "", followers: 0, hasLeader: true });
    this.socket = roomSocket(code, {
      hello: () => (this.secret ? { lead: this.secret } : null),
      heard: (message) => this.hear(message),
      lost: () => this.lose(),
    });
  }

  send(message) {
    return this.state === "open" && this.socket.send(message);
  }

  hear(message) {
    const { room, refused, leader, followers, poll, bars } = message;
    if (room) this.enterState(room);
    else if (refused === true) this.follow();
    else if (typeof leader === "boolean") this.set({ hasLeader: leader });
    else if (Number.isInteger(followers) && followers >= 0) this.set({ followers });
    else if (poll !== undefined) this.polls.hearPoll(poll);
    else if (bars) this.polls.hearBars(bars);
    else if (message.scene) this.follower?.hear(message);
  }

  enterState({ state, role }) {
    if (state === "open" && this.secret && role !== "leader") return; // our proof is on its way
    if (state === "open") {
      this.set({ state, note: "" });
      if (this.leader) this.leader.sendAll();
      this.polls.connected();
    } else if (CLOSED.includes(state)) this.find(state);
  }

  /** There is no such class, or no seat in it. */
  find(state) {
    const isRestart = state === "unknown" && Date.now() - this.lostAt < RESTART_MS;
    if (this.secret && state === "ended") this.finish();
    else if (this.secret && state === "unknown") this.pause = PROVE_MS; // a slow server, or a full one
    else if (state !== this.state && !isRestart) {
      this.since = Date.now();
      this.set({ state, note: absenceText(state, this.code) });
    }
  }

  /** The connection is gone: say when to try again. */
  lose() {
    if (this.state === "open") {
      this.lostAt = Date.now();
      this.set({ state: "lost" });
    }
    const { pause } = this;
    this.pause = null;
    if (!CLOSED.includes(this.state)) return pause;
    return Date.now() - this.since > GIVE_UP_MS ? Infinity : RETRY_MS;
  }

  /** The secret that was kept does not lead this class. */
  follow() {
    forgetSecret(this.code);
    this.enter(this.code);
  }

  ask(poll) {
    this.leader.sendAll(); // the rings it is about
    this.send({ poll });
  }

  rejoin() {
    writeRoom(this.code, OWN_KEYS); // the own view is given up
    this.follower.rejoin();
  }

  /** A follower has had enough: the map stays as it is, and the address says so. */
  leave() {
    const hadView = Boolean(this.follower?.latest);
    this.quit(true);
    if (hadView) this.panel.settle(0);
  }

  end() {
    this.send({ end: true });
    this.finish();
  }

  finish() {
    const { code } = this;
    this.quit(true);
    this.set({ note: absenceText("finished", code) });
  }

  /** Be in no class; `isOver`: nor come back to this one. */
  quit(isOver = false) {
    this.socket?.close();
    this.leader?.close();
    this.follower?.close();
    this.polls.clear();
    this.leader = this.follower = this.socket = null;
    if (isOver) {
      forgetSecret(this.code);
      writeRoom("");
    }
    Object.assign(this, { code: "", secret: "", isBoard: false });
    this.set({ state: "", note: "" });
  }

  showBoard(is, focus = false) {
    this.set({ isBoard: is });
    if (focus && is) this.stage.focusBoard();
    else if (focus) this.stage.focusBar();
  }

  set(change) {
    Object.assign(this, change);
    this.render();
  }

  render() {
    const { code, state, note, followers, hasLeader, follower } = this;
    if (follower) follower.canStray = state === "open" || state === "lost";
    const isIn = ["joining", "open", "lost"].includes(state);
    const shown = isIn ? (this.secret ? "leader" : "follower") : note && "note";
    this.entry.show(!this.code || CLOSED.includes(state));
    this.stage.render({
      code, note, followers, hasLeader, shown, isJoining: state === "joining", isConnected: state === "open",
      isBoard: this.isBoard && shown === "leader", isPolling: this.polls.isOpen(),
      isWith: follower?.isWith ?? true, hasView: Boolean(follower?.latest),
    });
  }

  close() {
    this.ears.forEach((stop) => stop());
    window.removeEventListener("popstate", this.keepCode);
    this.quit();
    this.stage.node.remove();
  }
}

let current = null; // a page has one, even when Streamlit makes its panel anew

/** Return the class of a panel; its `node` is the panel's part of it. */
export function classroom(panel) {
  current?.close();
  current = new Classroom(panel);
  return { node: current.entry.node };
}
