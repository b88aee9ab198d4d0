// The story a teacher is writing: a value like the file, whose texts are edited in the page's
// language. What comes from a file or from localStorage is used only as far as it has the right form.

import { keysOf } from "../base/address.js";
import { LIMITS } from "../base/facts.js";
import { LANGUAGES } from "../base/languages.js";
import { LANG } from "../base/words.js";

const KEPT_AS = "reachmap-story-draft";
const NOT_OF_A_VIEW = keysOf("reader", "format", "visit"); // not the story's

/**
 * Return a story with nothing in it but one step.
 * @returns {DraftStory}
 */
export function blankStory() {
  return { title: "", about: "", author: "", steps: [blankStep()] };
}

/**
 * Return a step with nothing in it.
 * @returns {DraftStep}
 */
export function blankStep() {
  return { title: "", text: "", question: "", view: "" };
}

/**
 * Return a copy that shares nothing with the story.
 * @template T
 * @param {T} value
 * @returns {T}
 */
export function copyOf(value) {
  return JSON.parse(JSON.stringify(value));
}

/**
 * Return whether nothing has been written yet.
 * @param {DraftStory} story
 * @returns {boolean}
 */
export function isBlank(story) {
  return JSON.stringify(story) === JSON.stringify(blankStory());
}

/**
 * Return what of any value is a story's: texts where texts belong, and at least one step.
 * @param {unknown} value
 * @returns {DraftStory}
 */
export function storyFrom(value) {
  const table = isTable(value) ? value : {};
  const steps = Array.isArray(table.steps) ? table.steps.filter(isTable).slice(0, LIMITS.story_steps) : [];
  return {
    title: words(table.title), about: words(table.about), author: words(table.author),
    steps: steps.length ? steps.map(stepFrom) : [blankStep()],
  };
}

/** @param {Record<string, unknown>} table @returns {DraftStep} */
function stepFrom(table) {
  return { title: words(table.title), text: words(table.text), question: words(table.question), view: text(table.view) };
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isTable(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value @returns {string} */
function text(value) {
  return typeof value === "string" ? value.slice(0, LIMITS.story_bytes) : "";
}

/** @param {unknown} value @returns {DraftText} */
function words(value) {
  if (!isTable(value)) return text(value);
  const texts = Object.keys(LANGUAGES).filter((lang) => typeof value[lang] === "string").map((lang) => [lang, text(value[lang])]);
  return texts.length > 1 ? Object.fromEntries(texts) : text(texts[0]?.[1]);
}

/**
 * Return a text as the page's language has it.
 * @param {DraftText} value
 * @returns {string}
 */
export function read(value) {
  return typeof value === "string" ? value : value[LANG] ?? Object.values(value)[0];
}

/**
 * Return a text with new words in the page's language; other languages stay as they are.
 * @param {DraftText} value
 * @param {string} said
 * @returns {DraftText}
 */
export function written(value, said) {
  return typeof value === "string" ? said : { ...value, [LANG]: said };
}

/**
 * Return the languages that texts stand in, of which one is edited here; none if each text stands for all.
 * @param {DraftStory} story
 * @returns {string[]}
 */
export function languagesOf(story) {
  const tables = [story, ...story.steps].flatMap((part) => Object.values(part).filter(isTable));
  return [...new Set(tables.flatMap(Object.keys))];
}

/**
 * Return the story as the text of its file; what may be missing and is empty is left out.
 * @param {DraftStory} story
 * @returns {string}
 */
export function fileText(story) {
  const { title, about, author, steps } = story;
  const file = {
    reachmap_story: 1, title, about, ...(author ? { author } : {}),
    steps: steps.map((step) => ({ title: step.title, text: step.text, ...(step.question ? { question: step.question } : {}), view: step.view })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Return a name for the file: the title's letters and digits, of whatever script.
 * @param {DraftStory} story
 * @returns {string}
 */
export function fileName(story) {
  const name = read(story.title).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60);
  return `${name || "story"}.json`;
}

/**
 * Return the view in what a person pasted: the query of a link, without what is the reader's.
 * @param {string} pasted
 * @returns {string}
 */
export function viewIn(pasted) {
  const query = pasted.trim().replace(/^[^?#]*\?/, "").replace(/#.*$/s, "").replace(/^\?/, "");
  return query.split("&").filter((pair) => !NOT_OF_A_VIEW.includes(pair.split("=")[0])).join("&");
}

/**
 * Keep the draft in this browser, so that a reload loses nothing.
 * @param {DraftStory} story
 */
export function keepDraft(story) {
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify(story));
  } catch {
    // no room or no permission: the page works on without
  }
}

/**
 * Return the draft that this browser keeps, or a blank story.
 * @returns {DraftStory}
 */
export function keptDraft() {
  try {
    return storyFrom(JSON.parse((localStorage.getItem(KEPT_AS) ?? "null").slice(0, 4 * LIMITS.story_bytes)));
  } catch {
    return blankStory();
  }
}
