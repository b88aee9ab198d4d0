// A class: one browser leads, the others follow. This module knows who this browser is in it, and
// hears and says what a class has to say; the map, the panel and the rest see it over the bus.

import { answerCard } from "./classanswer.js";
import { askingCard } from "./classasking.js";
import { classEntry } from "./classentry.js";
import { askToEnd, classStage } from "./classstage.js";
import { url } from "./live.js";
import { countsOf, pollOf } from "./roomcheck.js";
import { readCode, roomInAddress, spelled, writeRoom } from "./roomcode.js";
import { followView } from "./roomfollower.js";
import { forgetSecret, isSecret, keepSecret, secretOf, voterOf } from "./roomkeys.js";
import { leadView } from "./roomleader.js";
import { roomSocket } from "./roomsocket.js";
import { OWN_KEYS } from "./scene.js";
import { t } from "./words.js";

const CLOSED = ["unknown", "ended", "full"];
const RESTART_MS = 20000; // a server that starts anew knows no class until its leader is back
const RETRY_MS = 6000; // a class that begins late is joined by itself
const GIVE_UP_MS = 15 * 60000;
const NO_POLL_MS = 3000; // after connecting anew: the poll that was on is over
const ASK_AGAIN_MS = 700; // the leader's own poll, which a new server does not know

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
    this.entry = classEntry({ start: () => this.start(), join: (code) => this.enter(code) });
    const shared = { say: (text) => this.stage.say(text) };
    this.asking = askingCard({ ...shared, scene: () => this.panel.scene, changed: () => this.render(),
      ask: (poll) => this.ask(poll), reveal: (is) => this.send({ reveal: is }), stop: () => this.send({ poll: null }) });
    this.answering = answerCard({ ...shared, units: () => this.panel.scene?.units ?? "km",
      answer: ({ id }, choice) => this.send({ answer: { poll: id, choice }, voter: voterOf(this.code) }) });
    this.stage = classStage({
      poll: () => this.asking.toggle(), board: (is) => this.showBoard(is, true), end: () => askToEnd(() => this.end()),
      alone: () => this.follower.stray(), rejoin: () => this.rejoin(), leave: () => this.leave(),
      closeNote: () => this.set({ note: "" }), covered: () => this.tab.send("covered", null),
    }, { leader: this.asking.node, follower: this.answering.node });
    document.body.append(this.stage.node);
    this.ears = [this.tab.on("mine", () => this.isBoard && this.showBoard(false))];
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
      const answer = await fetch(url("room"), { method: "POST" });
      const { code, secret } = await answer.json();
      if (!answer.ok || readCode(code) !== code || !isSecret(secret)) throw new Error("no room");
      keepSecret(code, secret);
      this.enter(code);
      this.showBoard(true, true);
    } catch {
      this.panel.say(t("The class could not be started: the server is busy or cannot be reached. Try again in a moment."));
    }
    this.entry.busy(false);
  }

  enter(code) {
    this.quit();
    this.code = code;
    this.secret = secretOf(code);
    writeRoom(code);
    this.since = Date.now();
    this.lostAt = 0;
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
    else if (poll !== undefined) this.hearPoll(poll);
    else if (bars) this.hearBars(bars);
    else if (message.scene) this.follower?.hear(message);
  }

  enterState({ state, role }) {
    if (state === "open" && this.secret && role !== "leader") return; // our proof is on its way
    if (state === "open") {
      this.set({ state, note: "" });
      if (this.leader) this.leader.sendAll();
      this.expectPoll();
    } else if (CLOSED.includes(state)) this.find(state);
  }

  /** There is no such class, or no seat in it. */
  find(state) {
    const isRestart = state === "unknown" && Date.now() - this.lostAt < RESTART_MS;
    if (this.secret && state === "ended") this.quit(true);
    else if (!isRestart) {
      const code = spelled(this.code);
      this.set({ state, note: state === "full" ? t("The class {code} is full. The map is yours.", { code })
        : t("The class {code} is not running. The map is yours.", { code }) });
    }
  }

  /** The connection is gone: say when to try again. */
  lose() {
    if (this.state === "open") {
      this.lostAt = Date.now();
      this.set({ state: "lost" });
    }
    if (!CLOSED.includes(this.state)) return null;
    return Date.now() - this.since > GIVE_UP_MS ? Infinity : RETRY_MS;
  }

  /** The secret that was kept does not lead this class. */
  follow() {
    forgetSecret(this.code);
    this.enter(this.code);
  }

  hearPoll(raw) {
    const poll = raw === null ? null : pollOf(raw);
    if (raw !== null && !poll) return;
    clearTimeout(this.pollTimer);
    if (this.secret) this.asking.ask(poll);
    else this.answering.ask(poll);
  }

  hearBars(raw) {
    const card = this.secret ? this.asking : this.answering;
    const counts = countsOf(raw, card.poll());
    if (counts) card.show(counts, raw.open === true);
  }

  /** After connecting anew: a poll that was on is told again, or it is over. */
  expectPoll() {
    clearTimeout(this.pollTimer);
    const poll = this.asking.poll();
    if (this.secret && poll) this.pollTimer = setTimeout(() => this.askAgain(poll), ASK_AGAIN_MS);
    if (!this.secret) this.pollTimer = setTimeout(() => this.answering.ask(null), NO_POLL_MS);
  }

  askAgain(poll) {
    const ring = this.panel.scene.rings.findIndex(({ site, low, best, high }) =>
      String([site, low, best, high]) === String([poll.ring?.site, poll.ring?.low, poll.ring?.best, poll.ring?.high]));
    this.ask(poll.kind === "believe" ? { kind: "believe" } : { kind: "in_out", place: poll.place, ring: Math.max(0, ring) });
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
    const { code } = this;
    this.quit(true);
    this.set({ note: t("The class {code} has ended.", { code: spelled(code) }) });
  }

  /** Be in no class; `isOver`: nor come back to this one. */
  quit(isOver = false) {
    clearTimeout(this.pollTimer);
    this.socket?.close();
    this.leader?.close();
    this.follower?.close();
    this.asking.ask(null);
    this.answering.ask(null);
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
      isBoard: this.isBoard && shown === "leader", isPolling: this.asking.isOpen(),
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
