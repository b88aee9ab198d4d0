// Requests of the composer: the check of a file, and the files of the shipped stories.

import { url } from "../base/live.js";
import { LANG, t } from "../base/words.js";

/**
 * Have the server check a file, a text or a Blob. Return its faults, [] for a story that can be
 * played: [{key, value, problem, step, field}]. An Error says in a sentence why there is no answer.
 * @param {BodyInit} file
 * @returns {Promise<StoryFault[]>}
 */
export async function faultsOf(file) {
  const answer = await ask(`live/story.json?lang=${LANG}`, { method: "POST", body: file });
  if (answer.ok) return [];
  try {
    const { errors } = /** @type {{errors: (Problem & Partial<StoryFault>)[]}} */ (await answer.json());
    return errors.map((fault) => ({ step: null, field: "file", ...fault }));
  } catch { // a proxy's own page
    throw new Error(t("The server answered {status}.", { status: answer.status }));
  }
}

/**
 * Return the file of a shipped story, parsed.
 * @param {string} id
 * @returns {Promise<unknown>}
 */
export async function shippedStory(id) {
  const answer = await ask(`live/storyfile.json?id=${encodeURIComponent(id)}`);
  if (!answer.ok) throw new Error(t("The server answered {status}.", { status: answer.status }));
  return answer.json();
}

/** @param {string} path @param {RequestInit} [options] @returns {Promise<Response>} */
function ask(path, options) {
  return fetch(url(path), options).catch(() => {
    throw new Error(t("The server cannot be reached."));
  });
}
