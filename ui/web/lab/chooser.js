// Which flight: a list, newest first, or numbers of one's own. Below it what was reported, by whom.

import { el, setText, sourceLink } from "../base/dom.js";
import { t } from "../base/words.js";
import { reported } from "../scene/lengths.js";
import { givenOf, usable } from "./model.js";
import { flightName, heightWords, minutes, rowLink } from "./words.js";

const OWN = "own"; // the entry for numbers of one's own
const COLUMNS = [t("Computed from"), t("Who says so"), t("Highest point"), t("Distance"), t("Minutes"), t("Source")];
const UNIT_WORDS = { km: "km", mi: t("miles"), nmi: t("nautical miles") };

/**
 * @typedef {object} ChooserActions
 * @property {(id: string) => void} flight
 * @property {(given: LabGiven) => void} typed
 * @property {(id: string) => void} report
 * @property {(units: Units) => void} units
 */

/** @param {string} label @param {HTMLElement} control @returns {HTMLElement} */
const field = (label, control) => el("label", { class: "rm-lab-field" }, el("span", {}, label), control);

/**
 * Return the fields that say what the lab is about; `show` brings them in step.
 * @param {ChooserActions} on
 * @returns {{node: HTMLElement, offer(flights: LabFlight[]): void, show(flight: LabFlight | null, given: LabGiven | null, units: Units): void}}
 */
export function chooser(on) {
  const select = el("select", { "data-testid": "lab-test", onchange: () => (select.value === OWN ? open() : on.flight(select.value)) });
  const units = el("select", { "data-testid": "lab-units", onchange: () => on.units(/** @type {Units} */ (units.value)) },
    Object.entries(UNIT_WORDS).map(([value, words]) => el("option", { value }, words)));
  const own = ownNumbers(on.typed);
  const open = () => {
    own.node.hidden = false;
    own.node.querySelector("input")?.focus();
  };
  return {
    node: el("div", { class: "rm-lab-chooser" }, field(t("Test"), select), field(t("Units"), units), own.node),
    offer(flights) {
      /** @param {LabFlight} flight */
      const option = (flight) => el("option", { value: flight.id }, optionName(flight));
      const [able, others] = [flights.filter((each) => usable(each).length), flights.filter((each) => !usable(each).length)];
      select.replaceChildren(
        el("option", { value: OWN }, t("Numbers of your own")),
        el("optgroup", { label: t("Flights that tell of a range") }, able.map(option)),
        el("optgroup", { label: t("Other flights") }, others.map(option)));
    },
    show(flight, given, shownUnits) {
      select.value = flight?.id ?? OWN;
      units.value = shownUnits;
      own.node.hidden = flight !== null;
      if (given) own.show(given);
    },
  };
}

/** @param {LabFlight} flight @returns {string} */
function optionName(flight) {
  const [report] = usable(flight);
  const name = `${flight.date} ${flight.missile_name || t("missile not named")}`;
  return report ? t("{flight}, {height} high", { flight: name, height: heightWords(givenOf(report), "km") }) : name;
}

/**
 * The form for what somebody read elsewhere.
 * @param {(given: LabGiven) => void} take
 * @returns {{node: HTMLFormElement, show(given: LabGiven): void}}
 */
function ownNumbers(take) {
  /** @param {string} testId @param {number} min @param {number} max @param {boolean} required */
  const input = (testId, min, max, required) => el("input", { type: "number", step: "any", min, max, required, inputmode: "decimal", "data-testid": testId });
  const [apogee, distance, time] = [input("lab-apogee", 1, 50_000, true), input("lab-distance", 1, 20_000, true), input("lab-minutes", 0.1, 1440, false)];
  const node = el("form", {
    class: "rm-lab-own",
    onsubmit: (event) => {
      event.preventDefault();
      take({
        apogeeKm: apogee.valueAsNumber, apogeeText: apogee.value, distanceKm: distance.valueAsNumber,
        minutes: time.value ? time.valueAsNumber : null, isFloor: false,
      });
    },
  }, field(t("Highest point, km"), apogee), field(t("Distance, km"), distance), field(t("Minutes (if known)"), time),
  el("button", { type: "submit", "data-testid": "lab-compute" }, t("Compute")));
  return {
    node,
    show(given) {
      [apogee.value, distance.value, time.value] = [given.apogeeText, String(given.distanceKm), given.minutes === null ? "" : String(given.minutes)];
    },
  };
}

/**
 * What was reported of a flight, each report with its source; `on` takes another one to compute from.
 * @param {(id: string) => void} on
 * @returns {{node: HTMLElement, show(flight: LabFlight | null, report: LabReport | null, units: Units): void}}
 */
export function reportTable(on) {
  const heading = el("h2");
  const body = el("tbody");
  const node = el("section", { class: "rm-lab-reports" }, heading,
    el("div", { class: "rm-lab-scroll" }, el("table", {}, el("thead", {}, el("tr", {}, COLUMNS.map((words) => el("th", { scope: "col" }, words)))), body)));
  return {
    node,
    show(flight, report, units) {
      node.hidden = flight === null;
      if (!flight) return;
      setText(heading, t("What was reported: {flight}", { flight: flightName(flight) }));
      const able = usable(flight);
      body.replaceChildren(...flight.reports.map((each) => reportRow(each, each === report, able.includes(each), units, on)));
    },
  };
}

/**
 * @param {LabReport} report
 * @param {boolean} isChosen
 * @param {boolean} isUsable
 * @param {Units} units
 * @param {(id: string) => void} on
 * @returns {HTMLElement}
 */
function reportRow(report, isChosen, isUsable, units, on) {
  const choice = isUsable
    ? el("input", { type: "radio", name: "lab-report", value: report.id, ".checked": isChosen, "aria-label": report.said_by, onchange: () => on(report.id) })
    : el("small", {}, report.no_range_words);
  const [, , apogee, distance, time] = COLUMNS; // which a phone has beside each number
  return el("tr", { class: isChosen ? "rm-here" : null },
    el("td", {}, choice),
    el("th", { scope: "row" }, report.said_by, report.notes ? el("small", {}, report.notes) : null),
    number(apogee, report.apogee === null ? null : heightWords(givenOf(report), units)),
    number(distance, report.distance === null ? null : reported(report.distance, units)),
    number(time, report.minutes === null ? null : minutes(report.minutes)),
    el("td", {}, sourceLink(report.source), " ", rowLink("tests", report.id)));
}

/** @param {string} column @param {string | null} words null for what was not reported @returns {HTMLElement} */
const number = (column, words) => el("td", { class: "rm-num", "data-column": column }, words ?? "\u2013");
