// Retry delays: how long a tab waits before it looks for its class again, and before it says that the
// network lets nobody through to it.

import { askFor } from "../base/live.js";

const RESTART_MS = 45000; // a server that starts anew knows no class until its leader is back
const RETRY_MS = 6000; // a class that begins late is joined by itself
const BLOCKED_MS = 6000; // without a connection for so long the server is asked in another way
const GIVE_UP_MS = 15 * 60000;

export class Patience {
  constructor() {
    this.lostAt = 0; // when an open class was lost
    this.since = 0; // when it was first said that there is no place
    /** @type {number | null} */
    this.pause = null; // what the next try was told to wait
  }

  lose() { this.lostAt = Date.now(); }

  /** The class is not there, or has no place: from now on tries are rare, and end. */
  turnAway() { this.since = Date.now(); }

  /** @param {number} ms */
  waitMs(ms) { this.pause = ms; }

  /**
   * Whether a class is away only because the server has just been started anew.
   * @returns {boolean}
   */
  isRestart() { return Date.now() - this.lostAt < RESTART_MS; }

  /**
   * Return after how many milliseconds to try again, null for soon.
   * @param {boolean} isTurnedAway
   * @returns {number | null}
   */
  nextMs(isTurnedAway) {
    const { pause } = this;
    this.pause = null;
    if (!isTurnedAway) return pause;
    return Date.now() - this.since > GIVE_UP_MS ? Infinity : Math.max(pause ?? 0, RETRY_MS);
  }
}

/** Whether the server answers and yet no connection to it holds: some networks let pages through and no more. */
export class Blockage {
  /** @param {() => boolean} isWaiting whether a connection is still wanted @param {() => void} changed */
  constructor(isWaiting, changed) {
    this.isWaiting = isWaiting;
    this.changed = changed;
    this.isFound = false;
    this.timer = 0;
  }

  watch() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), BLOCKED_MS);
  }

  async ask() {
    const asked = this.timer;
    const isThere = await askFor("live/class.json").then(({ ok }) => ok, () => false);
    if (asked !== this.timer || !this.isWaiting()) return;
    if (!isThere) this.watch();
    else if (!this.isFound) {
      this.isFound = true;
      this.changed();
    }
  }

  /** Something was heard, or nobody waits any more. */
  end() {
    clearTimeout(this.timer);
    this.timer = 0;
    if (!this.isFound) return;
    this.isFound = false;
    this.changed();
  }
}
