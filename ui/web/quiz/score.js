// The score of an answer. "In or out?": 100 points or none. "How far?": 100 points, less two for
// each percent of error.

export const FULL_POINTS = 100;
const POINTS_PER_PERCENT = 2;

/**
 * How far a guess in kilometres is off, as a part of the true distance.
 * @param {Question} question
 * @param {number} km
 * @returns {number}
 */
export const errorOf = (question, km) => Math.abs(km - question.distance_km) / question.distance_km;

/**
 * The points of one answer: `in`, `out`, or kilometres.
 * @param {Question} question
 * @param {QuizAnswer} answer
 * @returns {number}
 */
export function points(question, answer) {
  if (question.kind === "reach") return answer === question.answer ? FULL_POINTS : 0;
  const lost = 100 * POINTS_PER_PERCENT * errorOf(question, Number(answer));
  return Math.max(0, Math.floor(FULL_POINTS - lost + 0.5));
}

/**
 * The points of all answers so far.
 * @param {Question[]} questions
 * @param {QuizAnswer[]} answers
 * @returns {number}
 */
export function total(questions, answers) {
  return answers.reduce((/** @type {number} */ sum, answer, index) => sum + points(questions[index], answer), 0);
}
