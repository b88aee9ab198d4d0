// The role of a tab in a class: its leader, or one of its followers. A tab that becomes the leader
// begins with what the class sees, unless the view of the class is its own.

import { followView } from "./follower.js";
import { leadView } from "./leader.js";

/**
 * @typedef {object} RoleActions
 * @property {(message: RoomMessage) => boolean} send
 * @property {() => void} changed
 * @property {(isNew: boolean) => void} led
 * @property {(message: RawMessage) => void} hear
 */

export class Role {
  /**
   * `led(isNew)` says that it leads, as before or from now on.
   * @param {PanelControls} panel
   * @param {RoleActions} on
   */
  constructor(panel, on) {
    this.panel = panel;
    this.on = on;
    /** @type {LeaderView | null} */
    this.leader = null;
    /** @type {FollowedView | null} */
    this.follower = null;
    /** @type {RawMessage[] | null} */
    this.held = null; // what comes for a leader who has yet to take over the view
    /** @type {ToldView | null} */
    this.seen = null; // what the class saw while this leader was away
    this.takesView = false;
    this.hasLed = false;
  }

  get isLeader() { return Boolean(this.leader); }

  /** @param {boolean} isLeading */
  begin(isLeading) {
    this.close();
    this.hasLed = false;
    this.seen = null;
    if (isLeading) this.leader = leadView(this.panel.tab, this.on.send);
    else this.follower = followView(this.panel, () => this.turn());
  }

  /**
   * A view came from the class.
   * @param {ToldView} view
   */
  see(view) {
    if (this.follower) this.follower.hear(view);
    else this.seen = view;
  }

  /**
   * Whether a message waits until this tab leads.
   * @param {RawMessage} message
   * @returns {boolean}
   */
  holds(message) {
    if (!this.held || message.scene) return false;
    this.held.push(message);
    return true;
  }

  /**
   * The server lets this tab lead; `takesView`: the class saw another one's view.
   * @param {boolean} takesView
   */
  lead(takesView) {
    if (this.leader && this.hasLed && takesView && this.seen) {
      const { seen } = this;
      this.begin(false);
      this.follower?.hear(seen);
    }
    if (this.leader) this.tellAll(false);
    else {
      this.held = [];
      this.takesView = takesView;
      this.turn();
    }
  }

  /** The follower's view changed: who is about to lead does so as soon as it has the view of the class. */
  turn() {
    const { held, takesView, follower } = this;
    if (!held || (takesView && !follower?.latest)) {
      this.on.changed();
      return;
    }
    this.held = null;
    if (takesView && follower && !follower.isWith) follower.rejoin();
    this.begin(true);
    if (takesView) this.panel.settle(0);
    this.tellAll(true);
    held.forEach((message) => this.on.hear(message));
  }

  /** @param {boolean} isNew */
  tellAll(isNew) {
    this.hasLed = true;
    this.seen = null;
    this.leader?.sendAll();
    this.on.led(isNew);
  }

  close() {
    this.leader?.close();
    this.follower?.close();
    this.leader = this.follower = this.held = null;
  }
}
