// The story a teacher is writing: a value like the file, whose texts are edited in the page's
// language. What comes from a file or from localStorage is used only as far as it has the right form.

import { LANGUAGES } from "../base/languages.js";
import { LANG } from "../base/words.js";

const KEPT_AS = "reachmap-story-draft";
const STEP_FIELDS = ["title", "text", "question", "view"];
const MAX_STEPS = 40; // geo/story/file.py
const MAX_CHARS = 262144;
const NOT_OF_A_VIEW = ["lang", "present", "room", "seed", "v"]; // the reader's, not the story's

/** Return a story with nothing in it but one step. */
export function blankStory() {
  return { title: "", about: "", author: "", steps: [blankStep()] };
}

/** Return a step with nothing in it. */
export function blankStep() {
  return { title: "", text: "", question: "", view: "" };
}

/** Return a copy that shares nothing with the story. */
export function copyOf(value) {
  return JSON.parse(JSON.stringify(value));
}

/** Return whether nothing has been written yet. */
export function isBlank(story) {
  return JSON.stringify(story) === JSON.stringify(blankStory());
}

/** Return what of any value is a story's: texts where texts belong, and at least one step. */
export function storyFrom(value) {
  const table = isTable(value) ? value : {};
  const steps = Array.isArray(table.steps) ? table.steps.filter(isTable).slice(0, MAX_STEPS) : [];
  return {
    ...Object.fromEntries(["title", "about", "author"].map((field) => [field, words(table[field])])),
    steps: steps.length ? steps.map(stepFrom) : [blankStep()],
  };
}

function stepFrom(table) {
  return Object.fromEntries(STEP_FIELDS.map((field) => [field, field === "view" ? text(table.view) : words(table[field])]));
}

function isTable(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(value) {
  return typeof value === "string" ? value.slice(0, MAX_CHARS) : "";
}

function words(value) {
  if (!isTable(value)) return text(value);
  const texts = Object.keys(LANGUAGES).filter((lang) => typeof value[lang] === "string").map((lang) => [lang, text(value[lang])]);
  return texts.length > 1 ? Object.fromEntries(texts) : text(texts[0]?.[1]);
}

/** Return a text as the page's language has it. */
export function read(value) {
  return typeof value === "string" ? value : value[LANG] ?? Object.values(value)[0];
}

/** Return a text with new words in the page's language; other languages stay as they are. */
export function written(value, words) {
  return typeof value === "string" ? words : { ...value, [LANG]: words };
}

/** Return the languages that texts stand in, of which one is edited here; none if each text stands for all. */
export function languagesOf(story) {
  const tables = [story, ...story.steps].flatMap((part) => Object.values(part).filter(isTable));
  return [...new Set(tables.flatMap(Object.keys))];
}

/** Return the story as the text of its file; what may be missing and is empty is left out. */
export function fileText(story) {
  const { title, about, author, steps } = story;
  const file = { reachmap_story: 1, title, about, ...(author ? { author } : {}) };
  file.steps = steps.map((step) => ({ title: step.title, text: step.text, ...(step.question ? { question: step.question } : {}), view: step.view }));
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Return a name for the file: the title's letters and digits, of whatever script. */
export function fileName(story) {
  const name = read(story.title).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60);
  return `${name || "story"}.json`;
}

/** Return the view in what a person pasted: the query of a link, without what is the reader's. */
export function viewIn(pasted) {
  const query = pasted.trim().replace(/^[^?#]*\?/, "").replace(/#.*$/s, "").replace(/^\?/, "");
  return query.split("&").filter((pair) => !NOT_OF_A_VIEW.includes(pair.split("=")[0])).join("&");
}

/** Keep the draft in this browser, so that a reload loses nothing. */
export function keepDraft(story) {
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify(story));
  } catch {
    // no room or no permission: the page works on without
  }
}

/** Return the draft that this browser keeps, or a blank story. */
export function keptDraft() {
  try {
    return storyFrom(JSON.parse((localStorage.getItem(KEPT_AS) ?? "null").slice(0, 4 * MAX_CHARS)));
  } catch {
    return blankStory();
  }
}
