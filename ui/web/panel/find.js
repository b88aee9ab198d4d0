// Find a place by name or by coordinates; the server looks it up in the shipped gazetteer.

import { el, icon, setText } from "../base/dom.js";
import { askFor, getPlaces, getWords, inWords } from "../base/live.js";
import { foundOn } from "./foundon.js";
import { coordinatesIn, pairText } from "../typed/coordinates.js";
import { t } from "../base/words.js";

const PAUSE_MS = 200;
const LENS = "M11 6.5a4.5 4.5 0 1 1-9 0a4.5 4.5 0 0 1 9 0zM9.8 9.8L14.5 14.5";

/**
 * What a text means that is coordinates; null for any other.
 * @param {string} query
 * @returns {FindAnswer | null}
 */
function inCoordinates(query) {
  const typed = coordinatesIn(query);
  if (!typed) return null;
  if (!typed.point) return { results: [], message: `${query}: ${typed.problem}.` };
  return { results: [{ name: pairText(typed.point), detail: t("coordinates, latitude first"), ...typed.point }], message: "" };
}

/**
 * What the gazetteer finds, on the map of a day what stood then.
 * @param {string} query
 * @param {boolean} online
 * @param {string | null} date
 * @returns {Promise<FindAnswer>}
 */
async function inNames(query, online, date) {
  try {
    const reply = await askFor(inWords(`live/find.json?q=${encodeURIComponent(query)}${online ? "&online=1" : ""}`));
    const answer = /** @type {FindAnswer} */ (await reply.json());
    if (!date || !answer.results.some(({ id, site }) => id || site)) return answer;
    return foundOn(answer, date, ...await Promise.all([getPlaces(null), getWords("live/sites.json")]));
  } catch {
    return { results: [], message: t("The server cannot be reached.") };
  }
}

/**
 * Return the search box; a chosen result is shown on the map.
 * @param {Bus} tab
 * @returns {HTMLElement}
 */
export function findBox(tab) {
  const list = el("ul", { class: "rm-found", "aria-label": t("Places found") });
  const status = el("p", { class: "rm-find-status", role: "status" });
  let timer = 0;
  let latest = 0;
  let answered = ""; // the query whose results are shown
  let day = tab.scene?.date ?? ""; // as of which
  const empty = () => {
    list.replaceChildren();
    setText(status, "");
  };
  /** @param {boolean} online */
  const ask = async (online) => {
    clearTimeout(timer);
    const query = input.value.trim();
    latest += 1;
    const mine = latest;
    if (!query) return void empty();
    const answer = inCoordinates(query) ?? await inNames(query, online, day);
    if (mine !== latest) return;
    answered = query;
    list.replaceChildren(...answer.results.map((found) => el("li", {}, el("button", {
      type: "button", onclick: () => {
        tab.send("find", found);
        empty();
      },
    }, el("b", {}, found.name), ` ${found.detail}`))));
    setText(status, answer.message || "");
    if (answer.online) {
      list.append(el("li", {}, el("button", { type: "button", onclick: () => ask(true) }, t("Search OpenStreetMap"))));
    }
  };
  const input = el("input", {
    type: "search", placeholder: t("Find a place, or LAT,LON"), "aria-label": t("Find a place by name, or latitude,longitude"),
    class: "rm-find", autocomplete: "off",
    oninput: () => {
      clearTimeout(timer);
      timer = setTimeout(() => ask(false), PAUSE_MS);
    },
    onkeydown: async (event) => {
      if (event.key !== "Enter") return;
      if (answered !== input.value.trim() || !list.firstChild) await ask(false); // a list that was used or emptied is gone
      list.querySelector("button")?.click();
    },
  });
  tab.on("scene", ({ date }) => { // what was found stood on another day
    if (day === (date ?? "")) return;
    day = date ?? "";
    latest += 1;
    answered = "";
    empty();
  });
  const node = el("div", { class: "rm-finder", "data-over-map": "" }, icon(LENS), input, list, status);
  new ResizeObserver(() => tab.send("covered", null)).observe(node); // in a sheet of controls it stands over the map
  return node;
}
