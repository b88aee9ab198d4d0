// What a leader's browser sends: the view while it changes, and all of it when it rests.

import { mapSize } from "./view.js";
import { toQuery } from "../scene/scene.js";

const GAP_MS = 60; // at most 20 messages a second may be sent; polls are among them
const REST_MS = 400; // without a change: then all is said
const MOST_BYTES = 8000; // of 8,192

const MOST_WORDS = { title: 200, text: 4000, question: 500 };

const bytes = (message) => new TextEncoder().encode(JSON.stringify(message)).length;

/** Return the query of a scene: without names, where they would make it too long. */
function queryOf(scene, step) {
  const query = toQuery(scene) + step;
  if (query.length <= MOST_BYTES - 500) return query;
  return toQuery({ ...scene, rings: scene.rings.map((ring) => ({ ...ring, label: "" })) }) + step;
}

const cut = (text, most) => [...(text ?? "")].slice(0, most).join(""); // whole characters

/** Words of a story as long as they may be. */
const wordsOf = (told) => told && Object.fromEntries(Object.entries(MOST_WORDS).map(([key, most]) => [key, cut(told[key], most)]));

/** A message with words as long as it may be: a long text is cut. */
function fitting(message) {
  let { text } = message.words;
  while (text && bytes(message) > MOST_BYTES) {
    text = cut(text, Math.floor(text.length * 0.9));
    message.words = { ...message.words, text: `${text}\u2026` };
  }
  return message;
}

/** Send the view of a tab through `send(message)`: {sendAll(), close()}. */
export function leadView(tab, send) {
  let panned = null; // where the map looks while a person moves it
  let words = null; // of a teacher's own story
  let isFitted = false; // the map was just moved to show all rings
  let isWhole = false; // what is due is the whole view
  let last = ""; // what was sent
  let next = 0; // when the next message may be sent
  let [timer, rest] = [0, 0];

  function due(whole) {
    isWhole = isWhole || whole;
    clearTimeout(rest);
    if (!whole) rest = setTimeout(() => due(true), REST_MS);
    if (!timer) timer = setTimeout(flush, Math.max(0, next - Date.now()));
  }

  function flush() {
    timer = 0;
    if (!tab.scene) return;
    const message = isWhole ? wholeView() : { scene: { ...view() } };
    isWhole = false;
    const text = JSON.stringify(message);
    if (text === last || bytes(message) > MOST_BYTES) return;
    if (!send(message)) return; // no connection: all is sent when there is one
    last = text;
    next = Date.now() + GAP_MS;
  }

  function view() {
    const { story, step } = tab.scene;
    const scene = panned ? { ...tab.scene, at: panned } : tab.scene;
    const of = story && !words ? `&story=${encodeURIComponent(story)}&step=${step}` : "";
    const size = mapSize();
    return { query: queryOf(scene, of), ...(size ? { map: size } : {}) };
  }

  function wholeView() {
    const message = { ...view(), ...(isFitted ? { fit: true } : {}), ...(words ? { words } : {}) };
    isFitted = false;
    return words ? fitting(message) : message;
  }

  const ears = [
    tab.on("scene", () => due(false)),
    tab.on("panning", (at) => { panned = at; due(false); }),
    tab.on("view", (at) => { panned = at; due(true); }),
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
