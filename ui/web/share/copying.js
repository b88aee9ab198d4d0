// What goes into the clipboard, and what to say where nothing can. Browsers give a page their clipboard only on https,
// and in a page of someone else only where that page allows it; the older command to copy asks for neither.

import { el, setText } from "../base/dom.js";
import { isApple } from "../base/machine.js";
import { t } from "../base/words.js";

const SHOWN_MS = 2500; // how long a button says what it did
const UNSEEN = "position: fixed; inset: 0 auto auto 0; width: 1px; height: 1px; padding: 0; border: 0; opacity: 0; font-size: 16px"; // no zoom of phones

/**
 * Copy a text that is selected in a field of its own: beside a node, for behind an open dialog nothing can be selected.
 * @param {HTMLElement} node
 * @param {string} text
 * @returns {boolean} whether the browser says that it did
 */
function copySelected(node, text) {
  const focused = document.activeElement;
  const field = el("textarea", { style: UNSEEN, readonly: true, tabindex: "-1", "aria-hidden": "true", ".value": text });
  node.after(field);
  field.focus({ preventScroll: true });
  field.setSelectionRange(0, text.length);
  const isCopied = (() => {
    try {
      return document.execCommand("copy");
    } catch {
      return false;
    }
  })();
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isCopied;
}

/**
 * Copy a text within a click on a node; false if the browser lets no page do so.
 * @param {HTMLElement} node
 * @param {string} text
 * @returns {Promise<boolean>}
 */
async function copyText(node, text) {
  if (!isSecureContext || !navigator.clipboard) return copySelected(node, text); // at once: a click is soon over
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch { // no permission
    return copySelected(node, text);
  }
}

/**
 * How to copy by hand what is selected, on this device.
 * @param {MouseEvent} click
 * @param {boolean} isLink
 * @returns {string}
 */
export function wayByHand(click, isLink) {
  const pointer = "pointerType" in click ? click.pointerType : "";
  if (pointer === "touch" || (pointer !== "mouse" && matchMedia("(pointer: coarse)").matches)) {
    return isLink ? t("Hold the link to copy it") : t("Hold the text to copy it");
  }
  return isApple() ? t("Press Cmd+C") : t("Press Ctrl+C");
}

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
  const isField = shown instanceof HTMLTextAreaElement;
  const button = el("button", {
    type: "button",
    onclick: async (/** @type {MouseEvent} */ click) => {
      if (await copyText(button, text())) return say(t("Copied"));
      if (isField) shown.select();
      else getSelection()?.selectAllChildren(shown);
      return say(wayByHand(click, !isField));
    },
  }, words);
  return button;
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
