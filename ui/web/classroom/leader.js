// The view of a leader, as it is sent: throttled while it changes, and all of it when it rests.

import { mapSize } from "./camera.js";
import { LIMITS } from "../base/facts.js";
import { toQuery } from "../scene/link.js";
import { withoutWords } from "../scene/scene.js";

/** @typedef {{query: string, map?: MapSize}} MovingView */
/** @typedef {MovingView & {fit?: true, words?: StepWords}} WholeView */

const GAP_MS = 60; // at most 20 messages a second may be sent; polls are among them
const REST_MS = 400; // without a change: then all is said
const MOST_BYTES = 8000; // of 8,192

/** @param {unknown} message @returns {number} */
const bytes = (message) => new TextEncoder().encode(JSON.stringify(message)).length;

/**
 * Return the query of a scene: without names, where they would make it too long.
 * @param {Scene} scene
 * @param {string} step
 * @returns {string}
 */
function queryOf(scene, step) {
  const query = toQuery(scene) + step;
  if (query.length <= MOST_BYTES - 500) return query;
  return toQuery(withoutWords(scene)) + step;
}

/** @param {string} text @param {number} most @returns {string} */
const cut = (text, most) => [...(text ?? "")].slice(0, most).join(""); // whole characters

/**
 * Words of a story as long as they may be.
 * @param {StepWords | null} told
 * @returns {StepWords | null}
 */
const wordsOf = (told) => told && ({
  title: cut(told.title, LIMITS.class_words.title), text: cut(told.text, LIMITS.class_words.text),
  question: cut(told.question, LIMITS.class_words.question),
});

/**
 * A message with words as long as it may be: a long text is cut.
 * @param {WholeView} message
 * @returns {WholeView}
 */
function fitting(message) {
  const { words } = message;
  if (!words) return message;
  let { text } = words;
  let cutShort = message;
  while (text && bytes(cutShort) > MOST_BYTES) {
    text = cut(text, Math.floor(text.length * 0.9));
    cutShort = { ...message, words: { ...words, text: `${text}\u2026` } };
  }
  return cutShort;
}

/**
 * Send the view of a tab through `send(message)`: {sendAll(), close()}.
 * @param {Bus} tab
 * @param {(message: RoomMessage) => boolean} send
 * @returns {LeaderView}
 */
export function leadView(tab, send) {
  /** @type {Camera | null} */
  let panned = null; // where the map looks while a person moves it
  /** @type {StepWords | null} */
  let words = null; // of a teacher's own story
  let isFitted = false; // the map was just moved to show all rings
  let isWhole = false; // what is due is the whole view
  let last = ""; // what was sent
  let next = 0; // when the next message may be sent
  let [timer, rest] = [0, 0];

  /** @param {boolean} whole */
  function due(whole) {
    isWhole = isWhole || whole;
    clearTimeout(rest);
    if (!whole) rest = setTimeout(() => due(true), REST_MS);
    if (!timer) timer = setTimeout(flush, Math.max(0, next - Date.now()));
  }

  function flush() {
    timer = 0;
    if (!tab.scene) return;
    const message = isWhole ? wholeView(tab.scene) : { scene: view(tab.scene) };
    isWhole = false;
    const text = JSON.stringify(message);
    if (text === last || bytes(message) > MOST_BYTES) return;
    if (!send(message)) return; // no connection: all is sent when there is one
    last = text;
    next = Date.now() + GAP_MS;
  }

  /** @param {Scene} shown @returns {MovingView} */
  function view(shown) {
    const { story, step } = shown;
    const scene = panned ? { ...shown, at: panned } : shown;
    const of = story && !words ? `&story=${encodeURIComponent(story)}&step=${step}` : "";
    const size = mapSize();
    return { query: queryOf(scene, of), ...(size ? { map: size } : {}) };
  }

  /** @param {Scene} shown @returns {WholeView} */
  function wholeView(shown) {
    /** @type {WholeView} */
    const message = { ...view(shown), ...(isFitted ? { fit: true } : {}), ...(words ? { words } : {}) };
    isFitted = false;
    return words ? fitting(message) : message;
  }

  const ears = [
    tab.on("scene", () => due(false)),
    tab.on("panning", (at) => { panned = at; due(false); }),
    tab.on("view", (at) => { panned = at; due(true); }),
    tab.on("fit", () => { panned = null; isFitted = true; due(true); }),
    tab.on("goto", ({ at }) => { panned = null; isFitted = isFitted || !at; due(false); }),
    tab.on("settled", () => due(true)),
    tab.on("storystep", (told) => { words = wordsOf(told); due(true); }),
  ];
  return {
    /** Send all, whatever was sent before: the server may be a new one. */
    sendAll() {
      last = "";
      next = 0;
      clearTimeout(timer);
      isWhole = true;
      flush();
    },
    close() {
      ears.forEach((stop) => stop());
      clearTimeout(timer);
      clearTimeout(rest);
    },
  };
}
