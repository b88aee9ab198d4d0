// Tools of the dialog "Share": QR codes, downloads, and what to say when they fail.

import { el } from "../base/dom.js";
import { t } from "../base/words.js";

/**
 * Return a button around a picture of a QR code: a click makes it larger for a projector.
 * @param {HTMLImageElement} image
 * @returns {HTMLButtonElement}
 */
export function qrButton(image) {
  const button = el("button", { type: "button", class: "rm-qr", "aria-pressed": "false", title: t("Larger or smaller"),
    onclick: () => button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true")) }, image);
  return button;
}

/**
 * What an error says.
 * @param {unknown} error
 * @returns {string}
 */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/**
 * Have the browser save a file.
 * @param {Blob} blob
 * @param {string} name
 */
export function save(blob, name) {
  const href = URL.createObjectURL(blob);
  el("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60000); // a slow disk reads it later
}

/**
 * Fetch a file of the server; an Error says in a sentence why there is none.
 * @param {string} address
 * @returns {Promise<Blob>}
 */
export async function fetchFile(address) {
  const answer = await fetch(address).catch(() => {
    throw new Error(t("The server cannot be reached."));
  });
  if (!answer.ok) throw new Error(sentence(await problemOf(answer)));
  return answer.blob().catch(() => {
    throw new Error(t("The connection was lost."));
  });
}

/** @param {Response} answer @returns {Promise<string>} */
async function problemOf(answer) {
  try {
    const { errors } = /** @type {ErrorAnswer} */ (await answer.json());
    return errors.map(({ problem }) => problem).join("; ");
  } catch { // a proxy's own page
    return t("the server answered {status}", { status: answer.status });
  }
}

/** @param {string} text @returns {string} */
function sentence(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}
