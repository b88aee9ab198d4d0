// The tests that the map shows as a table, for reading and for those who do not see the map.

import { el, setText, sourceLink } from "../base/dom.js";
import { getWords } from "../base/live.js";
import { plural, t } from "../base/words.js";
import { length } from "../scene/lengths.js";
import { flightName, getFlights, showsTests, shownFlights } from "./flights.js";
import { apogeeText, minutes } from "./popup.js";

/** @param {string[]} texts @returns {string} each once */
const joined = (texts) => [...new Set(texts.filter(Boolean))].join(" / ");

class FlightTable {
  /** @param {Bus} tab */
  constructor(tab) {
    this.tab = tab;
    this.key = "";
    this.count = el("p", { role: "status" });
    this.body = el("tbody");
    const heads = [t("Test flight"), t("From"), t("Apogee"), t("Distance"), t("Time"), t("Path"), t("Outcome"), t("Reported by")];
    this.node = el("section", { class: "rm-table-tests", hidden: true }, el("h2", {}, t("Tests on the map")), this.count,
      el("div", { class: "rm-table-frame", tabindex: "0", role: "region", "aria-label": t("Tests on the map") },
        el("table", { "data-testid": "tests-table" },
          el("caption", { class: "rm-heard" }, t("What was reported of every test shown on the map; where reports differ, all of them")),
          el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, head)))), this.body)));
  }

  /** @param {Scene} scene */
  async show(scene) {
    const { show, date, tests, units } = scene;
    const key = JSON.stringify([show, date, tests, units]);
    this.node.hidden = !showsTests(scene);
    if (this.node.hidden || key === this.key) return;
    const [facts, sites] = await Promise.all([getFlights(), getWords("live/sites.json")]);
    this.key = key;
    const flights = shownFlights(facts, scene);
    setText(this.count, plural("1 test flight", "{n} test flights", flights.length));
    const siteById = new Map(sites.map((site) => [site.id, site]));
    this.body.replaceChildren(...flights.map((flight) => this.row(flight, facts, siteById.get(flight.site), units)));
  }

  /**
   * @param {Flight} flight
   * @param {FlightFacts} facts
   * @param {Site | undefined} site
   * @param {Units} units
   * @returns {HTMLElement}
   */
  row(flight, facts, site, units) {
    const { reports } = flight;
    const name = flightName(flight, facts);
    const find = () => {
      if (site) this.tab.send("find", { lat: site.lat, lon: site.lon, name, flight: flight.id, show: true });
      document.querySelector("[data-testid=map]")?.scrollIntoView({ block: "nearest" });
    };
    const cells = [
      site ? site.name : t("not known"),
      joined(reports.map((report) => apogeeText(report, units))),
      joined(reports.map(({ km }) => (km === null ? "" : length(km, units)))),
      joined(reports.map(({ min }) => (min === null ? "" : minutes(min)))),
      flight.path,
      flight.outcome,
    ];
    return el("tr", {},
      el("th", { scope: "row" }, site ? el("button", { type: "button", title: t("Show on the map"), onclick: find }, name) : name),
      cells.map((words) => el("td", {}, words)),
      el("td", {}, reports.map(({ by, source }, i) => [i ? "; " : "", sourceLink({ name: by, url: facts.sources[source].url })]).flat()));
  }
}

/**
 * Return the table; it stands below that of places.
 * @param {Bus} tab
 * @returns {FlightTable}
 */
export const flightTable = (tab) => new FlightTable(tab);
