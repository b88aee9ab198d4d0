// The shipped stories on the page "Stories": each step is a link to the map.

import { el, within } from "../base/dom.js";
import { url } from "../base/live.js";
import { LANG, t } from "../base/words.js";

/**
 * Mount the component.
 * @param {Component<{stories: StoryEntry[]}>} component
 */
export function mount({ parentElement, data }) {
  const root = within(parentElement, ".rm-storylist");
  root.replaceChildren(...data.stories.map(storyCard));
}

/** @param {StoryEntry} storyEntry @returns {HTMLElement} */
function storyCard({ id, title, about, steps }) {
  const heading = `rm-story-${id}`;
  return el("article", { class: "rm-story-card", "aria-labelledby": heading },
    el("h2", { id: heading }, title),
    el("p", {}, about),
    el("p", { class: "rm-row" },
      el("a", { class: "rm-button rm-main", href: storyLink(id, 1) }, t("Play"), heard(title)),
      el("a", { class: "rm-button", href: `${storyLink(id, 1)}&present=1` }, t("Present"), heard(title))),
    el("ol", {}, steps.map((step, index) => el("li", {}, el("a", { href: storyLink(id, index + 1) }, step.title)))));
}

/** @param {string} title @returns {HTMLElement} */
function heard(title) {
  return el("span", { class: "rm-heard" }, `: ${title}`);
}

/** @param {string} id @param {number} step @returns {string} */
function storyLink(id, step) {
  return `${url("")}?story=${encodeURIComponent(id)}&step=${step}&lang=${LANG}`;
}
