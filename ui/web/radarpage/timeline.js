// The row by date: its events beside the map, and a slider over them that sets the map's day.

import { el, setAttribute, setText, sourceLink } from "../base/dom.js";
import { dateText, t } from "../base/words.js";
import { rangeInput } from "../slider/track.js";
import { eventOn } from "./model.js";

/** @param {DefenceEvent} event @returns {string} */
const eventText = ({ date, actor, event }) => `${dateText(date)}: ${actor}. ${event}.`;

/**
 * What stands on a day: whether the radar is there yet.
 * @param {RadarPageModel} model
 * @returns {string}
 */
export function standingSentence({ radar, standing, scene: { date } }) {
  if (!date) return t("All days: the map shows everything in the tables.");
  if (standing.has(radar.id)) return t("On {date}: {radar} is there.", { date: dateText(date), radar: radar.name });
  return t("On {date}: {radar} is not there on this day; it is drawn as an assumption.", { date: dateText(date), radar: radar.name });
}

/**
 * @param {DefenceEvent[]} events
 * @param {RadarPageActions} on
 * @returns {RadarPagePart}
 */
export function timeline(events, on) {
  const last = events.length; // behind all events: no day
  /** @param {number} index */
  const go = (index) => on.day(events[index]?.day ?? null);
  const slider = rangeInput("radar-date", t("Day of the map"), { input: go, change: on.rest, settle: on.rest }, { min: 0, max: last, step: 1 });
  const now = el("p", { class: "rm-radarpage-now", "data-testid": "radar-standing" });
  const rows = events.map((event, index) => {
    const button = el("button", { type: "button", "data-testid": `radar-event-${event.id}`, onclick: () => {
      go(index);
      on.rest();
    } }, el("time", { datetime: event.date }, dateText(event.date)));
    return el("li", {}, button, el("div", {}, el("b", {}, event.actor), el("p", {}, event.event), el("small", {}, sourceLink(event.source))));
  });
  const all = el("button", { type: "button", "data-testid": "radar-all-days", onclick: () => {
    go(last);
    on.rest();
  } }, t("All days"));
  const list = el("ol", { class: "rm-radarpage-events", tabindex: "0", "aria-label": t("Events by date") }, rows);
  let chosen = -1;
  return {
    node: el("section", {}, el("h3", {}, t("The row, by date")),
      el("div", { class: "rm-radarpage-dates" }, slider.node, all), now, list),
    move(model) {
      const { date } = model.scene;
      const event = eventOn(events, date);
      const index = date ? events.indexOf(/** @type {DefenceEvent} */ (event)) : last;
      slider.show(Math.max(0, index));
      setText(now, standingSentence(model));
      setAttribute(slider.input, "aria-valuetext", date && event ? eventText(event) : t("All days"));
      setAttribute(all, "aria-pressed", String(!date));
      if (index === chosen) return;
      chosen = index;
      rows.forEach((node, i) => {
        node.classList.toggle("rm-chosen", i === index);
        node.classList.toggle("rm-later", Boolean(date) && i > index);
        if (i === index) setAttribute(node.firstElementChild ?? node, "aria-current", "date");
        else node.firstElementChild?.removeAttribute("aria-current");
      });
      if (rows[index]) list.scrollTop = rows[index].offsetTop - 40;
    },
  };
}
