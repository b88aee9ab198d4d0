// What the panel tells of its scene, and when: the address of each change at once, as a step of the
// browser's history, and Python once the change rests.

import { isLeaving, pairsBeside, query, saysTheSame } from "../base/address.js";

export class Commits {
  /**
   * @param {PanelWays} ways
   * @param {() => string} said the scene as a query
   * @param {() => void} rest called when Python has been told of a scene that rests
   */
  constructor(ways, said, rest) {
    this.ways = ways;
    this.said = said;
    this.rest = rest;
    /** @type {Component<unknown>["setStateValue"]} */
    this.setStateValue = () => {};
    this.seq = 0; // of the last commit
    this.unanswered = false; // a commit is on its way
    this.held = false; // the server is lost, or does not know the page yet
    /** @type {number | null} */
    this.asked = null; // the commit that asks what the address says, which is ahead of the scene
    this.timer = 0;
    this.due = false; // a commit waits
    this.hasStep = false; // the address has a step of its own for what is yet to be committed
  }

  /**
   * Python has answered; return whether that is to be shown: what a page begins with, and what the address says.
   * @param {number} seq the commit it answers
   * @param {boolean} isFirst
   * @returns {boolean}
   */
  isNews(seq, isFirst) {
    if (isFirst) this.seq = seq; // a panel that Streamlit made anew counts on
    if (seq === this.seq) this.unanswered = false;
    if (!isFirst && seq !== this.asked) return false;
    this.asked = null;
    return true;
  }

  /**
   * A change: the address tells of it at once, or a step back would go one too far; Python hears of it after `delay`.
   * @param {number} delay
   */
  settle(delay) {
    this.pause();
    this.due = true;
    if (isLeaving()) return this.flush();
    if (!this.hasStep) this.writeStep();
    this.timer = setTimeout(() => this.commit(), delay);
    return undefined;
  }

  /** While a thumb moves nothing is committed; what waits comes with the thumb's own commit. */
  pause() {
    clearTimeout(this.timer);
  }

  /** Another change comes, or the page goes: what waits is committed now. */
  flush() {
    if (!this.due) return;
    this.pause();
    this.commit();
  }

  /** Write the scene into the address: in a new step of the browser's history, which is one for all until the commit. */
  writeStep() {
    this.asked = null; // a change made after a step back holds
    const said = this.said();
    if (saysTheSame(pairsBeside(said, []), query(), [])) return;
    this.ways.writeAddress(said, !this.hasStep && !isLeaving());
    this.hasStep = true;
  }

  commit() {
    this.writeStep();
    this.due = this.hasStep = false;
    this.tell(this.said());
    this.rest();
  }

  /**
   * Ask Python what the address says. Until the answer nothing of the scene is written there; what
   * was not committed is left behind.
   */
  ask() {
    this.pause();
    this.due = this.hasStep = false;
    this.tell(query().slice(1));
    this.asked = this.seq;
  }

  /** The server is lost: what is told waits until it is there again. */
  hold() {
    this.held = true;
  }

  /** The server is there again, and may know nothing of what it was told. */
  resume() {
    this.held = false;
    if (!this.unanswered) return;
    if (this.asked) this.ask();
    else this.commit();
  }

  /**
   * Tell Python which view is shown: as a query, which it answers by its number.
   * @param {string} said
   */
  tell(said) {
    this.seq += 1;
    this.unanswered = true;
    if (!this.held) this.setStateValue("commit", { seq: this.seq, query: said });
  }
}
