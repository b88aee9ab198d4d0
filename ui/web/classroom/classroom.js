// The class of a tab on its page: the bar over the map, the board, the polls, and what people do there.
// Its seat knows whether it leads; the map, the panel and the rest see it over the bus.

import { classEntry } from "./entry.js";
import { classPolls } from "./polls.js";
import { askToEnd, classStage } from "./stage.js";
import { hasOwnView, readCode, roomInAddress, writeRoom } from "./code.js";
import { PAGE, newRoom } from "./keys.js";
import { Seat } from "./seat.js";
import { OWN_KEYS } from "../scene/link.js";
import { t } from "../base/words.js";

class Classroom {
  /** @param {PanelControls} panel */
  constructor(panel) {
    this.panel = panel;
    this.tab = panel.tab;
    this.isBoard = false;
    this.seat = new Seat(panel, {
      changed: () => this.render(), led: (isNew) => this.led(isNew), seated: () => this.polls.connected(), left: () => this.clear(),
      poll: (poll) => this.polls.hearPoll(poll), bars: (bars) => this.polls.hearBars(bars),
    });
    this.entry = classEntry({ start: () => this.start(), join: (code) => this.join(code) });
    this.polls = classPolls({
      isLeader: () => this.seat.role.isLeader, scene: () => this.panel.scene, voter: () => PAGE,
      send: (message) => this.seat.send(message), ask: (poll) => this.ask(poll),
      say: (text) => this.stage.say(text), changed: () => this.render(),
    });
    this.stage = classStage({
      poll: () => this.polls.toggle(), board: (is) => this.showBoard(is, true), end: () => askToEnd(() => this.end()),
      alone: () => this.seat.role.follower?.stray(), rejoin: () => this.rejoin(), leave: () => this.leave(),
      lead: () => this.seat.takeLead(), closeNote: () => this.seat.closeNote(), covered: () => this.tab.send("covered", null),
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
    if (code) this.seat.enter(code);
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
    this.seat.enter(code, how);
  }

  /**
   * This tab leads, as before or from now on.
   * @param {boolean} isNew
   */
  led(isNew) {
    if (isNew) this.polls.clear();
    this.polls.connected();
  }

  /** It is in no class: nothing of the one it was in is left. */
  clear() {
    this.polls.clear();
    this.isBoard = false;
  }

  /** @param {PollWish} poll */
  ask(poll) {
    this.seat.role.leader?.sendAll(); // the rings it is about
    this.seat.send({ poll });
  }

  /**
   * The browser stepped to another address: nobody comes into a class or out of it by that. Who
   * follows goes on, and who looks around alone comes back where the address has no view of one's own.
   * @param {() => void} keep
   */
  stepped(keep) {
    const { follower } = this.seat.role;
    const isLed = Boolean(follower?.latest && follower.canStray);
    if (isLed && (follower?.isWith || !hasOwnView())) {
      this.rejoin();
      keep();
    } else if (roomInAddress() !== this.seat.code) writeRoom(this.seat.code);
  }

  rejoin() {
    writeRoom(this.seat.code, OWN_KEYS); // the own view is given up
    this.seat.role.follower?.rejoin();
  }

  /** A follower has had enough: the map stays as it is, and the address says so. */
  leave() {
    const hadView = Boolean(this.seat.role.follower?.latest);
    this.seat.quit(true);
    if (hadView) this.panel.settle(0);
  }

  end() {
    this.seat.send({ end: true });
    this.seat.finish();
  }

  /** @param {boolean} is @param {boolean} [focus] */
  showBoard(is, focus = false) {
    this.isBoard = is;
    this.render();
    if (focus && is) this.stage.focusBoard();
    else if (focus) this.stage.focusBar();
  }

  render() {
    const { isFree, standing } = this.seat;
    this.entry.show(isFree);
    this.stage.render({ ...standing, isBoard: this.isBoard && standing.shown === "leader", isPolling: this.polls.isOpen() });
  }

  close() {
    this.ears.forEach((stop) => stop());
    this.seat.quit();
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
