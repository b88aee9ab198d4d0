// The sentences of the lab.

import { valueOf, written } from "../base/address.js";
import { el } from "../base/dom.js";
import { LIMITS } from "../base/facts.js";
import { url } from "../base/live.js";
import { decimal, longDateText, t } from "../base/words.js";
import { REPORTED_DECIMALS, length, reported } from "../scene/lengths.js";

const [MIN_KM, MAX_KM] = LIMITS.km;
const FEW_HOURS_MIN = 600;
const LOFTED_DEG = 65; // from there on a flight is called almost straight up

/** @param {number} deg @param {number} [digits] @returns {string} */
export const degrees = (deg, digits = 0) => t("{deg}°", { deg: decimal(deg, digits, digits) });
/** @param {number} deg @returns {string} */
export const angleWords = (deg) => degrees(deg, Math.abs(deg - Math.round(deg)) < 0.05 ? 0 : 1);
/** @param {number} min @returns {string} */
export const minutes = (min) => t("{n} min", { n: decimal(min, 1, 1) });
/** @param {number} kmS @param {number} [digits] @returns {string} */
export const speed = (kmS, digits = 2) => `${decimal(kmS, digits, digits)} km/s`;
/** @param {number} kmS @returns {string} */
export const signedSpeed = (kmS) => `${kmS < 0 ? "\u2212" : "+"}${speed(Math.abs(kmS))}`;
/** @param {number | null} km @param {Units} units @returns {string} */
export const reach = (km, units) => (km === null || km === Infinity ? t("no limit") : length(km, units));
/** Whether a ring of this range can be drawn on the map. @param {number | null} km @returns {boolean} */
export const isRing = (km) => km !== null && km >= MIN_KM && km <= MAX_KM;

/**
 * A range as it follows from what was reported: a floor stays one.
 * @param {LabModel} labModel
 * @param {number} km
 * @returns {string}
 */
export const rangeWords = ({ given, units }, km) => (
  given.isFloor && km !== Infinity ? t("at least {length}", { length: reach(km, units) }) : reach(km, units));

/**
 * A length as it was printed or typed: its last digit says how it is rounded, so kilometres keep all of them.
 * @param {string} text
 * @param {Units} units
 * @returns {string}
 */
export const printed = (text, units) => reported(Number(text), units, Math.min(REPORTED_DECIMALS, text.split(".")[1]?.length ?? 0));

/**
 * The highest point as it was given.
 * @param {Pick<LabGiven, "apogeeText" | "isFloor">} given
 * @param {Units} units
 * @returns {string}
 */
export const heightWords = ({ apogeeText, isFloor }, units) => (
  isFloor ? t("over {length}", { length: printed(apogeeText, units) }) : printed(apogeeText, units));

/**
 * "4 July 2017, Hwasong-14", or that numbers were typed.
 * @param {LabFlight | null} flight
 * @returns {string}
 */
export function flightName(flight) {
  if (!flight) return t("numbers of your own");
  const name = flight.missile_name || t("missile not named");
  return t("{date}, {missile}", { date: longDateText(flight.date) || flight.date, missile: name });
}

/**
 * What the lab is about: what one speed does at the best angle.
 * @param {LabModel} model
 * @returns {string}
 */
export function findingSentence(model) {
  const { units, given, flown, farthestKm, best } = model;
  const values = { flown: reported(given.distanceKm, units), speed: speed(flown.speedKmS) };
  const was = flown.elevationDeg > LOFTED_DEG
    ? t("Flown almost straight up, it came down after {flown}.", values) : t("As it was flown, it came down after {flown}.", values);
  const would = farthestKm === Infinity
    ? t("With this speed, {speed}, a flat launch has no limit: a light test load says little of what it can carry how far.", values)
    : t("The same speed at {angle} reaches {range}.", { angle: degrees(best.elevationDeg), range: rangeWords(model, farthestKm) });
  return `${was} ${would}`;
}

/**
 * What happens at the slider's angle, for those who listen.
 * @param {LabModel} model
 * @returns {string}
 */
export function movedSentence(model) {
  const { moved, units } = model;
  const angle = angleWords(moved.elevationDeg);
  if (moved.isOrbit) return t("At {angle} it does not come down: it circles the Earth.", { angle });
  return t("At {angle}: {range} far, {height} high, {time}.", {
    angle, range: rangeWords(model, moved.rangeKm), height: length(moved.apogeeKm, units), time: timeWords(moved.timeMin),
  });
}

/** @param {number} min @returns {string} */
export const timeWords = (min) => (min > FEW_HOURS_MIN ? t("many hours") : minutes(min));

/**
 * What has to be known of the arc at the slider's angle; "" where it is an ordinary one.
 * @param {LabModel} labModel
 * @param {number} edgeOfSpaceKm
 * @param {number} halfWayKm around the Earth
 * @returns {string}
 */
export function arcNote({ moved, other, units, flown, best }, edgeOfSpaceKm, halfWayKm) {
  if (moved.isOrbit) return t("Not an arc any more: at this speed it never comes down.");
  if (moved.elevationDeg > 89.9) return t("Straight up it comes down where it started; on a turning Earth a little west of there.");
  if (moved.apogeeKm < edgeOfSpaceKm && flown.apogeeKm > edgeOfSpaceKm) {
    return t("Not a real arc: it stays below the edge of space, and the air, which the model leaves out, would stop it.");
  }
  if (moved.rangeKm > halfWayKm) return t("It comes down beyond the far side of the Earth: more than half way round.");
  if (Math.abs(moved.elevationDeg - best.elevationDeg) < 1) return t("The best angle: flatter or steeper, the same speed falls short of here.");
  if (!other) return t("No other angle leads to the same place.");
  const [high, low] = [moved, other].map(({ elevationDeg }) => elevationDeg).sort((a, b) => b - a);
  return t("Two angles lead to the same place, {range} away: {high} (lofted) and {low} (depressed).",
    { range: length(moved.rangeKm, units), high: angleWords(high), low: angleWords(low) });
}

/**
 * Reported minutes against those of the arc; "" where none are reported.
 * @param {LabModel} labModel
 * @param {readonly [number, number]} fitting by how many minutes a report is longer
 * @returns {{text: string, fits: boolean} | null}
 */
export function timeCheck({ given, flown }, [least0, most0]) {
  if (given.minutes === null) return null;
  const more = given.minutes - flown.timeMin;
  const fits = more >= least0 && more <= most0;
  const values = { reported: minutes(given.minutes), arc: minutes(flown.timeMin), most: decimal(most0), least: decimal(least0) };
  const told = t("Reported: {reported}. The arc alone, from ground to ground, takes {arc}; real engines take {least} to {most} minutes more than an instant start.", values);
  if (fits) return { fits, text: `${told} ${t("The reported minutes fit the reported height.")}` };
  const wrong = more < least0
    ? t("The reported minutes do not fit the reported height: they leave no time for the engines.")
    : t("The reported minutes do not fit the reported height: they are too many.");
  return { fits, text: `${told} ${wrong}` };
}

/**
 * A link to a row of the data on the page Sources.
 * @param {"tests" | "claims"} table
 * @param {string} id
 * @returns {HTMLElement}
 */
export function rowLink(table, id) {
  const lang = valueOf("lang");
  /** @type {[string, string][]} */
  const pairs = [...(lang ? [/** @type {[string, string]} */ (["lang", lang])] : []), ["row", `${table}/${id}`]];
  return el("a", { class: "rm-lab-row", href: `${url("sources")}?${written(pairs)}` }, t("row in the data"));
}

/** @param {LabGiven} given @returns {string} */
export const floorWords = ({ isFloor }) => (isFloor
  ? t("The height was given as a floor, \u201cover\u201d so much. What is computed from it is a floor, too: at least so far.") : "");

/**
 * Why no range is computed of a flight.
 * @param {LabFlight} flight
 * @returns {string}
 */
export function whyNot(flight) {
  const [report] = flight.reports;
  return t("{flight}: no range is computed from what was reported. The reason: {reason}. What was reported is below; choose another flight, or type numbers of your own.",
    { flight: flightName(flight), reason: report.no_range_words });
}
