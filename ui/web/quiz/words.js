// Words of the quiz: questions, results, and one thing worth knowing about each way.

import { errorOf, points } from "./score.js";
import { STATE_WORDS } from "../base/layers.js";
import { length } from "../scene/lengths.js";
import { shortName } from "../scene/scene.js";
import { dateText, plural, t } from "../base/words.js";

const BULGE_DEG = 3; // a way that goes this much farther north than both ends is news
const DIRECTIONS = [t("north"), t("northeast"), t("east"), t("southeast"), t("south"), t("southwest"), t("west"), t("northwest")];

/**
 * "Seoul (South Korea)"; a city that is a country needs no second name.
 * @param {QuizPlace} quizPlace
 * @returns {string}
 */
export function placeName({ name, country }) {
  return name === country || name.includes("(") ? name : `${name} (${country})`;
}

/**
 * What kind of question it is, as a title.
 * @param {Question} question
 * @returns {string}
 */
export const kindTitle = (question) => (question.kind === "reach" ? t("In or out?") : t("How far?"));

/**
 * The question in one sentence.
 * @param {Question} question
 * @param {Units} units
 * @returns {string}
 */
export function questionText(question, units) {
  const values = { place: placeName(question.place), site: shortName(question.site.name) };
  if (question.kind === "distance") return t("How far is {place} from {site}?", values);
  const range = length(question.claim.range_km, units);
  return BOUNDED[question.claim.statement]?.({ ...values, range })
    ?? t("If the range were {range}, would {place} be inside the ring around {site}?", { ...values, range });
}

// A claim that is no plain value is asked about as what it is.
/** @type {Record<string, (values: Record<string, string>) => string>} */
const BOUNDED = {
  floor: (values) => t("The claim is a floor: at least {range}. Would {place} be inside a ring of that floor around {site}?", values),
  ceiling: (values) => t("The claim is a ceiling: up to {range}. Would {place} be inside a ring of that ceiling around {site}?", values),
  about: (values) => t("If the range were about {range}, would {place} be inside the ring around {site}?", values),
  flown: (values) => t("A missile is said to have flown {range}. Would {place} be inside a ring of that range around {site}?", values),
};

/**
 * What an answer does not mean where the claim is a floor or a ceiling.
 * @param {ReachQuestion} reachQuestion
 * @returns {string}
 */
function boundText({ claim, answer, place }) {
  if (claim.statement === "floor" && answer === "out") {
    return t("A floor does not say that {place} is out of reach.", { place: place.name });
  }
  if (claim.statement === "ceiling" && answer === "in") {
    return t("A ceiling does not say that {place} is in reach.", { place: place.name });
  }
  return "";
}

/**
 * Who says how far: "Claim: experts via Yonhap, 2017-07-04".
 * @param {ReachQuestion} reachQuestion
 * @returns {string}
 */
export function claimText({ claim }) {
  return t("Claim: {said}, {date}.", { said: claim.said, date: dateText(claim.date) });
}

/**
 * How to answer it.
 * @param {Question} question
 * @param {Units} units
 * @returns {string}
 */
export function hintText(question, units) {
  if (question.kind === "distance") {
    return t("Move the slider, or tap the map as far from the star as you think the place is.");
  }
  return t("The ring on the map is half of that range: {range}.", { range: length(question.claim.range_km / 2, units) });
}

/**
 * Whether the answer was right, in a word that leads the result.
 * @param {Question} question
 * @param {QuizAnswer} answer
 * @returns {string}
 */
export function verdict(question, answer) {
  if (question.kind === "distance") return "";
  const right = points(question, answer) > 0;
  if (question.answer === "in") return right ? t("Right, it is inside.") : t("No, it is inside.");
  return right ? t("Right, it is outside.") : t("No, it is outside.");
}

/**
 * How the answer compares with the truth.
 * @param {Question} question
 * @param {QuizAnswer} answer
 * @param {Units} units
 * @returns {string}
 */
export function resultText(question, answer, units) {
  return question.kind === "reach" ? reachText(question, units) : errorText(question, Number(answer), units);
}

/** @param {ReachQuestion} question @param {Units} units @returns {string} */
function reachText(question, units) {
  const { place, claim, distance_km: km } = question;
  const values = {
    place: place.name, distance: length(km, units), range: length(claim.range_km, units),
    gap: length(Math.abs(km - claim.range_km), units),
  };
  const told = question.answer === "in"
    ? t("{place} is {distance} away, {gap} less than the range of {range}.", values)
    : t("{place} is {distance} away, {gap} more than the range of {range}.", values);
  return `${told} ${boundText(question)}`.trim();
}

/** @param {Question} question @param {number} answer @param {Units} units @returns {string} */
function errorText(question, answer, units) {
  const { distance_km: km } = question;
  const values = {
    guess: length(answer, units), truth: length(km, units), error: length(Math.abs(answer - km), units),
    percent: Math.round(100 * errorOf(question, answer)),
  };
  if (values.guess === values.truth) return t("You said {guess}, and so it is.", values);
  return answer < km
    ? t("You said {guess}; it is {truth}: {error} too little, {percent} %.", values)
    : t("You said {guess}; it is {truth}: {error} too much, {percent} %.", values);
}

/**
 * One thing worth knowing about the way; every other question prefers another kind of it.
 * @param {Question} question
 * @param {number} index
 * @param {Units} units
 * @returns {string}
 */
export function insightText(question, index, units) {
  const found = [northText(question), alikeText(question, units)];
  if (index % 2) found.reverse();
  return found.find(Boolean) ?? t("The shortest way starts towards the {direction} (azimuth {azimuth}°).", startOf(question));
}

/** @param {Question} question @returns {{direction: string, azimuth: number}} */
function startOf({ azimuth_deg: azimuth }) {
  return { direction: DIRECTIONS[Math.round(azimuth / 45) % 8], azimuth: Math.round(azimuth) };
}

/** @param {Question} question @returns {string} */
function northText(question) {
  const { site, place, northmost_deg: north } = question;
  if (north < Math.max(site.lat, place.lat) + BULGE_DEG) return "";
  return t("The shortest way starts towards the {direction} (azimuth {azimuth}°) and reaches {latitude}, farther north than both ends.",
    { ...startOf(question), latitude: t("{degrees}°N", { degrees: Math.round(north) }) });
}

/** @param {Question} question @param {Units} units @returns {string} */
function alikeText({ alike }, units) {
  if (!alike) return "";
  return t("{other}, in quite another direction, is about as far: {distance}.",
    { other: placeName(alike), distance: length(alike.distance_km, units) });
}

/**
 * "Question 3 of 10, 215 points".
 * @param {number} index
 * @param {number} count
 * @param {number} sum
 * @returns {string}
 */
export function progressText(index, count, sum) {
  return plural("Question {question} of {all}, 1 point", "Question {question} of {all}, {n} points", sum, { question: index + 1, all: count });
}

/**
 * An answer and the truth, in a list of all.
 * @param {Question} question
 * @param {QuizAnswer} answer
 * @param {Units} units
 * @returns {string}
 */
export function comparedText(question, answer, units) {
  if (question.kind === "distance") return errorText(question, Number(answer), units);
  return t("You said: {answer}. It is: {truth}.", { answer: STATE_WORDS[answer], truth: STATE_WORDS[question.answer] });
}
