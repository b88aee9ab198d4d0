// What popups and tooltips say of test flights: all reports of each, where they differ, with sources.

import { el, sourceLink } from "../base/dom.js";
import { pageUrl } from "../base/live.js";
import { signSwatch } from "../base/symbols.js";
import { LANG, decimal, plural, t } from "../base/words.js";
import { reported } from "../scene/lengths.js";
import { flightName } from "./flights.js";
import { flightSign } from "./paint.js";

const MOST_NAMED = 4; // in a tooltip

/**
 * Minutes with a decimal where there is one.
 * @param {number} value
 * @returns {string}
 */
export const minutes = (value) => t("{n} min", { n: decimal(value, 1) });

/**
 * "2,802 km", of a floor "over 6,000 km".
 * @param {FlightReport} report
 * @param {Units} units
 * @returns {string}
 */
export function apogeeText({ apogee, floor }, units) {
  if (apogee === null) return "";
  return floor ? t("over {length}", { length: reported(apogee, units) }) : reported(apogee, units);
}

/** @param {Flight} flight @returns {string} how it flew and how it ended, and whether its type is sure */
const kindText = ({ path, outcome, doubt }) => (
  [t("Path: {path}. Outcome: {outcome}.", { path, outcome }), doubt].filter(Boolean).join(" "));

/**
 * The address of the page that opens a flight; "" where this page is a file that knows of none.
 * @param {Flight} flight
 * @returns {string}
 */
function labUrl({ id }) {
  const address = pageUrl("lab");
  return address && `${address}?test=${encodeURIComponent(id)}&lang=${LANG}`;
}

/**
 * All reports of a flight, as a table.
 * @param {Flight} flight
 * @param {FlightFacts} facts
 * @param {Scene} scene
 * @returns {HTMLElement}
 */
function reportTable({ reports }, { sources }, { units, date }) {
  const heads = [t("Reported by"), t("Apogee"), t("Distance"), t("Time")];
  return el("table", { class: "rm-reports" },
    el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, head)))),
    el("tbody", {}, reports.flatMap((report) => {
      const cells = [apogeeText(report, units), report.km === null ? "" : reported(report.km, units), report.min === null ? "" : minutes(report.min)];
      const notes = date ? "" : report.notes; // on the map of a day: they may speak of what was known later
      return [
        el("tr", {}, el("th", { scope: "row" }, report.by), cells.map((cell) => el("td", {}, cell || "\u2013"))),
        el("tr", { class: "rm-report-source" }, el("td", { colspan: 4 }, notes ? `${notes} ` : "", t("Source: "), sourceLink(sources[report.source]))),
      ];
    })));
}

/**
 * What is said of one flight below its name.
 * @param {MapFlight["flight"]} flight
 * @param {FlightFacts} facts
 * @param {Scene} scene
 * @returns {(HTMLElement | null)[]}
 */
function details(flight, facts, scene) {
  const lab = labUrl(flight);
  return [
    flight.differ ? el("p", { class: "rm-differ" }, t("The reports differ.")) : null,
    reportTable(flight, facts, scene),
    lab ? el("p", { class: "rm-source" }, el("a", { href: lab, target: "_blank", rel: "noopener" }, t("Open in the lab"))) : null,
  ];
}

/**
 * Popup of one flight, or a list of several, each to be unfolded; the newest first.
 * @param {MapFlight[]} flights
 * @param {ReadyModel & {flightFacts: FlightFacts}} model
 * @returns {HTMLElement}
 */
export function flightPopup(flights, { flightFacts: facts, scene, palette }) {
  const [first] = flights;
  if (flights.length === 1) {
    const { flight, site } = first;
    return el("div", { class: "rm-popup rm-flights" }, el("h3", {}, flightName(flight, facts)),
      el("p", {}, kindText(flight)), el("p", {}, t("Launched from {site}", { site: site.name })), details(flight, facts, scene));
  }
  const sites = [...new Set(flights.map(({ site }) => site.name))];
  const newest = flights.map(({ flight }) => flight).sort((a, b) => (a.date < b.date ? 1 : -1));
  return el("div", { class: "rm-popup rm-flights" },
    el("h3", {}, plural("1 test flight", "{n} test flights", flights.length)),
    el("p", {}, t("Launched from {site}", { site: sites.join("; ") })),
    newest.map((flight) => el("details", { name: "rm-flight" },
      el("summary", {}, signSwatch(flightSign(flight.look, flight.floor, palette)), flightName(flight, facts)),
      el("p", {}, kindText(flight)), details(flight, facts, scene))));
}

/**
 * The short form on hover: the flight's numbers, or which flights there are.
 * @param {MapFlight[]} flights the nearest first
 * @param {ReadyModel & {flightFacts: FlightFacts}} model
 * @returns {HTMLElement}
 */
export function flightTip(flights, { flightFacts: facts, scene: { units } }) {
  const [{ flight }] = flights;
  if (flights.length === 1) {
    const report = flight.reports.find(({ apogee, km }) => apogee !== null || km !== null) ?? flight.reports[0];
    const numbers = [
      report.apogee === null ? "" : t("apogee {length}", { length: apogeeText(report, units) }),
      report.km === null ? "" : t("distance {length}", { length: reported(report.km, units) }),
      report.min === null ? "" : minutes(report.min),
    ].filter(Boolean).join(", ");
    return el("div", {}, el("b", {}, flightName(flight, facts)), el("br"), kindText(flight), numbers ? [el("br"), `${numbers} (${report.by})`] : "");
  }
  const more = flights.length - MOST_NAMED;
  return el("div", {}, el("b", {}, plural("1 test flight", "{n} test flights", flights.length)),
    flights.slice(0, MOST_NAMED).map((each) => [el("br"), flightName(each.flight, facts)]).flat(),
    more > 0 ? [el("br"), plural("and 1 more", "and {n} more", more)] : "");
}
