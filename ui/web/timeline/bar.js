// The timeline below the map: a slider over the days, ticks where something changed, what changed last, play and
// pause, and the arsenal's reach. It shows the scene's day and edits it like any control: while a thumb moves, or it
// plays, all follows in the browser, and Python is told when it rests.

import { el, icon, setAttribute, setText } from "../base/dom.js";
import { getWords } from "../base/live.js";
import { rangeInput } from "../slider/track.js";
import { t } from "../base/words.js";
import { LAST_NUMBER, dateOf, dayOf, monthsOn } from "./days.js";
import { changeText, countsText, dayText, momentFrom, momentOn } from "./moments.js";
import { playing } from "./playing.js";
import { reachIndex, reachOn, setDay, setReach } from "./reach.js";

const PLAY = "M4 2L13 8L4 14Z";
const PAUSE = "M3.5 2H6.5V14H3.5ZM9.5 2H12.5V14H9.5Z";
const SETTLE_MS = 350; // after the last key press
/** @type {Timeline} */
const NOTHING = { moments: [], reach: [] };

class TimelineBar {
  /** @param {PanelControls} panel @param {(isOpen: boolean) => void} opened */
  constructor(panel, opened) {
    this.panel = panel;
    this.opened = opened;
    this.isOpen = false;
    this.isAsked = false; // for by a person, and not because a link has a day
    /** @type {string | null} */
    this.date = null; // as it was shown last
    this.facts = NOTHING;
    this.isFetched = false; // or on its way
    this.isReach = false; // a ring goes with the day as the arsenal's reach
    this.slider = rangeInput("timeline-day", t("Day shown"), {
      press: () => this.press(), input: (day) => this.go(dateOf(day)), change: () => this.panel.settle(0),
    }, { min: 0, max: LAST_NUMBER, step: 1 });
    this.slider.node.title = t("Arrow keys: from change to change; with Shift day by day; Page Up and Page Down: a month.");
    this.ticks = el("div", { class: "rm-notches", "aria-hidden": "true" });
    this.slider.node.append(this.ticks);
    this.player = playing({
      moments: () => this.facts.moments, now: () => this.panel.scene.date ?? dateOf(LAST_NUMBER),
      day: (date) => this.go(date), changed: () => this.playChanged(),
    });
    this.play = el("button", { type: "button", class: "rm-play", "data-testid": "timeline-play", onclick: () => this.toggle() });
    this.reach = el("input", { type: "checkbox", onchange: () => this.wantReach(this.reach.checked) });
    this.all = el("button", { type: "button", onclick: () => this.undate() }, t("All dates"));
    this.day = el("b", {});
    this.change = el("span", {});
    this.counts = el("span", { class: "rm-timeline-counts" });
    this.node = el("section", { class: "rm-timeline", "aria-label": t("Timeline"), "data-testid": "timeline", hidden: true,
      onkeydown: (event) => this.key(event) });
    this.parts = [el("div", { class: "rm-timeline-line" }, this.play, this.slider.node,
      el("label", { class: "rm-timeline-reach", title: t("The farthest range known by that day of all missiles that had flown, as a ring. Space launchers are not counted.") },
        this.reach, el("span", {}, t("Arsenal\u2019s reach"))),
      this.all, el("button", { type: "button", class: "rm-timeline-close", "aria-label": t("Close the timeline"), onclick: () => this.open(false) }, "\u00d7")),
    el("p", { class: "rm-timeline-said" }, this.day, " ", this.change, " ", this.counts)]; // in the page while it is open
    this.node.addEventListener("keydown", (event) => this.step(event), true); // before the track
    this.paintPlay();
  }

  /** The steps of the ring that goes with the day, if one does. */
  get moving() { return this.isReach ? this.facts.reach : []; }

  get moments() { return this.facts.moments; }

  /** @param {boolean} isOpen @param {boolean} [byHand] */
  open(isOpen, byHand = true) {
    if (isOpen) this.fetch();
    this.isAsked = isOpen && byHand;
    if (isOpen === this.isOpen) return;
    this.isOpen = isOpen;
    this.node.hidden = !isOpen;
    this.node.classList.toggle("rm-shown", isOpen); // what rules ask for
    this.node.replaceChildren(...(isOpen ? this.parts : []));
    if (!isOpen) this.player.stop();
    this.opened(isOpen);
    this.update(this.panel.scene);
  }

  fetch() {
    if (this.isFetched) return;
    this.isFetched = true;
    getWords("live/timeline.json").then((facts) => {
      this.facts = facts;
      this.slider.mark(facts.moments.map(({ day }) => dayOf(day)));
      this.ticks.replaceChildren(...facts.moments.map(({ day }) => el("i", { class: "rm-notch", style: `left: ${(100 * dayOf(day)) / LAST_NUMBER}%` })));
      this.update(this.panel.scene);
    }).catch(() => { this.isFetched = false; });
  }

  /** It is pressed: return what brings the day back. */
  press() {
    this.player.stop();
    const { date } = this.panel.scene;
    return () => this.go(date);
  }

  /** The day moves, and all follows. @param {string | null} date */
  go(date) {
    this.date = date;
    this.panel.moveDay((scene) => setDay(scene, date, this.moving));
  }

  toggle() {
    if (this.player.isOn) this.player.stop();
    else this.player.start();
  }

  /** @param {boolean} wanted */
  wantReach(wanted) {
    this.isReach = wanted;
    this.panel.edit((scene) => setReach(scene, wanted, this.facts.reach));
  }

  playChanged() {
    this.paintPlay();
    if (!this.player.isOn) this.panel.settle(0);
  }

  paintPlay() {
    const { isOn } = this.player;
    this.play.replaceChildren(icon(isOn ? PAUSE : PLAY));
    this.play.title = isOn ? t("Pause") : t("Play");
    setAttribute(this.play, "aria-label", isOn ? t("Pause") : t("Play"));
  }

  undate() {
    this.player.stop();
    this.date = null; // the bar stays
    this.panel.edit((scene) => setDay(scene, null, this.moving));
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    this.open(false);
  }

  /** The slider's own keys. @param {KeyboardEvent} event */
  step(event) {
    if (event.target !== this.slider.input || event.ctrlKey || event.altKey || event.metaKey) return;
    const date = this.stepped(event);
    if (date === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.player.stop();
    this.slider.release();
    this.go(date);
    this.panel.settle(SETTLE_MS);
  }

  /** @param {KeyboardEvent} event @returns {string | undefined} */
  stepped({ key, shiftKey }) {
    const now = dayOf(this.panel.scene.date);
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[key];
    if (by && shiftKey) return dateOf(dayOf(dateOf(now + by)));
    if (by) return momentFrom(this.moments, dateOf(now), by)?.day ?? dateOf(by > 0 ? LAST_NUMBER : 0);
    const page = { PageUp: 1, PageDown: -1 }[key];
    if (page) return dateOf(monthsOn(now, page));
    return { Home: dateOf(0), End: dateOf(LAST_NUMBER) }[key];
  }

  /** Show the scene's day; one that somebody else sets opens the bar, which goes with it, and ends what plays. @param {Scene} scene */
  update(scene) {
    const { date } = scene;
    const before = this.date;
    this.date = date;
    if (date !== before) {
      this.player.stop();
      if (date && !before && !this.isOpen) return void this.open(true, false);
      if (!date && this.isOpen && !this.isAsked) return void this.open(false);
    }
    if (this.isOpen) this.draw(scene);
    return undefined;
  }

  /** @param {Scene} scene */
  draw(scene) {
    const { date, units } = scene;
    const shown = date ?? dateOf(LAST_NUMBER);
    const moment = momentOn(this.moments, shown);
    const reach = reachOn(this.facts.reach, shown);
    const change = moment ? changeText(moment, reach?.day === moment.day ? reach : null, this.panel.facts, units) : "";
    const isOfDay = moment?.day === shown;
    this.slider.show(dayOf(date));
    setAttribute(this.slider.input, "aria-valuetext", `${date ? dayText(date) : t("All dates")}. ${isOfDay ? change : ""}`.trim());
    setText(this.day, date ? dayText(date) : t("All dates"));
    setText(this.change, isOfDay || !moment ? change : t("Last change, {date}: {change}", { date: dayText(moment.day), change }));
    setText(this.counts, countsText(this.moments, shown));
    this.isReach &&= reachIndex(scene, this.facts.reach) >= 0; // or somebody has made another ring of it
    this.reach.checked = this.isReach;
    this.all.disabled = !date;
  }
}

/**
 * Return the bar of a panel: {node, isOpen, open(is), update(scene)}; `opened` hears when it opens or closes.
 * @param {PanelControls} panel
 * @param {(isOpen: boolean) => void} opened
 * @returns {TimelineBar}
 */
export function timelineBar(panel, opened) {
  return new TimelineBar(panel, opened);
}
