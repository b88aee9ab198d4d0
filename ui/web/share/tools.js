// Tools of the dialog "Share": clipboard, downloads, and what to say when they fail.

import { el, setText } from "../base/dom.js";
import { t } from "../base/words.js";

const SHOWN_MS = 2500; // how long a button says what it did

/**
 * Return a button that copies a text; `shown` holds it on the page, to be selected if copying fails.
 * @param {string} words
 * @param {HTMLElement} shown
 * @param {() => string} text
 * @returns {HTMLButtonElement}
 */
export function copyButton(words, shown, text) {
  let timer = 0;
  /** @param {string} said */
  const say = (said) => {
    setText(button, said);
    clearTimeout(timer);
    timer = setTimeout(() => setText(button, words), SHOWN_MS);
  };
  const button = el("button", {
    type: "button",
    onclick: async () => {
      try {
        await navigator.clipboard.writeText(text());
        say(t("Copied"));
      } catch { // no permission, or no secure context: leave it selected
        if (shown instanceof HTMLTextAreaElement) shown.select();
        else getSelection()?.selectAllChildren(shown);
        say(t("Press Ctrl+C"));
      }
    },
  }, words);
  return button;
}

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
 * Put a PNG into the clipboard. Safari wants it within the click itself: as a promise, not made yet.
 * @param {() => Promise<Blob>} make
 */
export async function copyPng(make) {
  if (!window.ClipboardItem || !navigator.clipboard?.write) {
    throw new Error(t("This browser copies pictures only on https pages. Download the picture instead."));
  }
  const making = make();
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": making })]);
  } catch {
    await making; // if it could not be made, that is what to tell
    throw new Error(t("The browser did not let this page copy. Download the picture instead."));
  }
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
