// The questions of an address: by its seed, or by a new one; and what of it could not be used.

import { query, without, writeValues } from "../base/address.js";
import { FRAME_KEYS } from "../base/framed.js";
import { askFor } from "../base/live.js";
import { LANG } from "../base/words.js";

/** @typedef {QuizQuestions & {errors?: undefined} | {questions?: undefined, errors: Problem[]}} QuizSaid */

const SEED_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // none that looks like another
const SEED_LENGTH = 5;
const OWN_KEYS = ["seed", "result"];

/**
 * A seed that nobody chose.
 * @returns {string}
 */
export function newSeed() {
  const random = crypto.getRandomValues(new Uint8Array(SEED_LENGTH));
  return [...random].map((byte) => SEED_SIGNS[byte % SEED_SIGNS.length]).join("");
}

/**
 * The server's word on a seed: {seed, questions, answers}, or {errors}; throws when there is none.
 * @param {string} seed
 * @param {string | null} [result]
 * @returns {Promise<QuizSaid>}
 */
export async function fetchQuiz(seed, result = null) {
  const asked = new URLSearchParams({ seed, lang: LANG, ...(result === null ? {} : { result }) });
  const answer = await askFor(`live/quiz.json?${asked}`);
  const said = /** @type {QuizSaid} */ (await answer.json());
  if (!answer.ok && !(answer.status === 400 && Array.isArray(said.errors))) throw new Error(String(answer.status));
  return said;
}

/**
 * Return {said, problems} for the query of an address: a value that the server refuses is left out,
 * a seed it refuses is replaced. Throws when the server says nothing.
 * @param {string} asked
 * @returns {Promise<{said: QuizQuestions, problems: Problem[]}>}
 */
export async function quizOf(asked) {
  const given = new URLSearchParams(asked);
  let seed = given.get("seed");
  let result = seed === null ? null : given.get("result");
  seed ??= newSeed();
  /** @type {Problem[]} */
  const problems = [];
  for (;;) {
    const said = await fetchQuiz(seed, result);
    if (said.questions) return { said, problems };
    problems.push(...said.errors);
    if (problems.length > OWN_KEYS.length) throw new Error("the server refuses its own seeds");
    if (said.errors.some(({ key }) => key !== "result")) seed = newSeed();
    result = null;
  }
}

/**
 * Make a seed the address of this page, one that holds no result.
 * @param {string} seed
 */
export function writeSeed(seed) {
  writeValues({ seed, result: null });
}

/**
 * The query of this page for another one: without what is the quiz's own, or its frame's.
 * @returns {string}
 */
export function queryBeside() {
  const rest = without(query(), [...OWN_KEYS, ...FRAME_KEYS]);
  return rest && `?${rest}`;
}
