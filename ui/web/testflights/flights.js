// Test flights: which of them a scene shows, and where their lines run. The rules are those of
// geo.link.view.View.flights and geo/reach/flights.py.

import { worldX, worldY } from "../earth/canvaslayer.js";
import { geodesicLine } from "../earth/geodesic.js";
import { getWords } from "../base/live.js";
import { dateText, t } from "../base/words.js";

const STEP_KM = 25; // a chord this long strays 20 m

/** The id of the layer. */
export const TESTS = "tests";

/** @param {Pick<Scene, "show">} scene @returns {boolean} */
export const showsTests = ({ show }) => show.includes(TESTS);

/** All flights, asked for once. @returns {Promise<FlightFacts>} */
export const getFlights = () => getWords("live/tests.json");

/**
 * The flights that a scene shows: those flown by its day, of the missiles that were chosen.
 * @param {FlightFacts} facts
 * @param {Pick<Scene, "show" | "date" | "tests">} scene
 * @returns {Flight[]}
 */
export function shownFlights({ flights }, scene) {
  if (!showsTests(scene)) return [];
  const { date, tests } = scene;
  return flights.filter((flight) => (!tests.length || tests.includes(flight.missile)) && (!date || flight.date <= date));
}

/**
 * The ids of the missiles that had flown by a day; without one, of all that ever flew.
 * @param {Flight[]} flights
 * @param {string | null} date
 * @returns {Set<string>}
 */
export const flownBy = (flights, date) => new Set(flights.filter((flight) => !date || flight.date <= date).map(({ missile }) => missile));

/**
 * A flight where its site is known, with its line.
 * @param {Flight} flight
 * @param {MapSite} site
 * @returns {MapFlight}
 */
export function mapFlight(flight, site) {
  const line = flight.way && geodesicLine(site.lat, site.lon, ...flight.way, Math.max(1, Math.ceil(flight.way[1] / STEP_KM)));
  const xs = line ? line.map(([, lon]) => worldX(lon)) : [];
  const ys = line ? line.map(([lat]) => worldY(lat)) : [];
  return { flight, site, line, xs, ys, minX: Math.min(...xs), maxX: Math.max(...xs) };
}

/**
 * Keep in a model what its scene shows of the flights; it has to have them and the sites.
 * @param {ReadyModel} model
 */
export function restateFlights(model) {
  const { flightFacts, scene, sites } = model;
  const shown = flightFacts ? shownFlights(flightFacts, scene) : [];
  const key = JSON.stringify([showsTests(scene), shown.map(({ id }) => id), sites.length, Boolean(flightFacts)]); // on most days as on the day before
  if (key === model.flightsKey) return;
  model.flightsKey = key;
  model.flights = shown.flatMap((flight) => {
    const site = sites.find(({ id }) => id === flight.site);
    return site ? [mapFlight(flight, site)] : [];
  });
}

/**
 * Day and missile: "2017-07-04 Hwasong-14".
 * @param {Flight} flight
 * @param {FlightFacts} facts
 * @returns {string}
 */
export const flightName = ({ date, missile }, { missiles }) => `${dateText(date)} ${missiles[missile] ?? t("missile not named")}`;

/**
 * Where a flight is to be looked for on the map: where it came down, or its site.
 * @param {MapFlight} flight
 * @returns {LatLonPair}
 */
export const endOf = ({ line, site }) => (line ? line[line.length - 1] : [site.lat, site.lon]);

/**
 * The test hook: what is drawn of the flights.
 * @param {MapFlight[]} flights
 * @returns {object[]}
 */
export const flightsState = (flights) => flights.map(({ flight: { id, site: siteId }, site: { lat, lon }, line }) => (
  { id, site: siteId, ...(line ? { line } : { mark: [lat, lon] }) }));
