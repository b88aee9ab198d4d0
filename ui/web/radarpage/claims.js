// Who says how far: governments and analysts in one form and one size, by date. Pressing one draws its sectors.

import { el, setText, sourceLink } from "../base/dom.js";
import { inContext, t } from "../base/words.js";
import { claimsAbout, endsOf } from "../sectors/sectors.js";
import { isKnown } from "../base/known.js";
import { SEONGJU } from "./model.js";
import { dayText, figureText } from "./words.js";

/**
 * Whose claims the page tells, by their ids in data/radar_claims.csv; two of one report are one entry.
 * @type {{side: string, ids: string[]}[]}
 */
export const TOLD = [
  { side: "seoul", ids: ["han-2017"] },
  { side: "washington", ids: ["uscc-2016-terminal", "uscc-2016-forward"] },
  { side: "beijing", ids: ["hua-2017"] },
  ...["nas-2012", "lewis-postol-2012", "postol-lewis-seongju", "wu-2016", "sankaran-fearey-2017", "li-2017"].map((id) => ({ side: "analysts", ids: [id] })),
];
const SIDES = { seoul: inContext("side", "Seoul"), washington: inContext("side", "Washington"), beijing: inContext("side", "Beijing"), analysts: inContext("side", "Analysts"), "": inContext("side", "Press and others") };

/** @param {ClaimEntry} entry @returns {string} */
const dateOf = ({ claims }) => claims[0].date || "9999"; // who cannot be dated comes last

/** @param {ClaimEntry[]} entries @returns {ClaimEntry[]} */
const byDate = (entries) => [...entries].sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : Number(dateOf(a) > dateOf(b))));

/**
 * The entries of the page, and all else that gives a figure for a radar.
 * @param {RadarFacts} facts
 * @param {Radar} radar
 * @returns {{told: ClaimEntry[], others: ClaimEntry[]}}
 */
export function entriesOf(facts, radar) {
  const about = claimsAbout(facts, radar, null);
  const said = radar.id === SEONGJU ? facts.claims : about; // the row is about that one, whatever else they name
  const told = TOLD.map(({ side, ids }) => ({ id: ids[0], side, claims: said.filter(({ id }) => ids.includes(id)) }))
    .filter(({ claims }) => claims.length);
  const known = new Set(told.flatMap(({ claims }) => claims));
  const others = about.filter((claim) => !known.has(claim) && endsOf(claim).length && claim.azimuth === null);
  return { told: byDate(told), others: byDate(others.map((claim) => ({ id: claim.id, side: "", claims: [claim] }))) };
}

/**
 * The ranges that an entry draws, the widest first.
 * @param {ClaimEntry} entry
 * @returns {number[]}
 */
export const entryKms = ({ claims }) => [...new Set(claims.flatMap(endsOf))].sort((a, b) => b - a);

/**
 * One entry: its figure, a button where there is one, who said it when, in which words, where.
 * @param {ClaimEntry} entry
 * @param {RadarPageModel} model
 * @param {RadarPageActions} on
 * @returns {HTMLElement}
 */
function card(entry, { scene: { units, date }, entry: pressed }, on) {
  const [{ by, date: day, printed, source }] = entry.claims;
  const figure = entry.claims.map((claim) => [figureText(claim, units), entry.claims.length > 1 ? claim.mode_words : ""].filter(Boolean).join(", ")).join("; ");
  const isLater = !isKnown(printed, date);
  const head = entryKms(entry).length
    ? el("button", { type: "button", class: "rm-radarpage-figure", "data-testid": `radar-claim-${entry.id}`, "aria-pressed": String(pressed === entry.id), onclick: () => on.claim(entry) }, figure)
    : el("span", { class: "rm-radarpage-figure" }, figure);
  return el("li", { class: `rm-radarpage-claim${isLater ? " rm-later" : ""}` },
    el("span", { class: "rm-radarpage-side" }, `${SIDES[/** @type {keyof typeof SIDES} */ (entry.side)]} \u00b7 ${dayText(day)}`, isLater ? el("em", {}, t("said after the day shown")) : null),
    head, el("p", {}, el("b", {}, by), " ", entry.claims.map(({ detail }) => detail).join(" ")), el("small", {}, sourceLink(source)));
}

/**
 * @param {RadarPageActions} on
 * @returns {RadarPagePart}
 */
export function claimList(on) {
  const told = el("ul", { class: "rm-radarpage-claims", "data-testid": "radar-claims" });
  const others = el("ul", { class: "rm-radarpage-claims" });
  const summary = el("summary");
  const shown = { key: "" };
  return {
    node: el("section", { "aria-label": t("Who says how far") }, el("h3", {}, t("Who says how far")),
      el("p", {}, t("Press a figure to draw it. Each is a claim, not a measurement: how far a radar sees depends on how much a target reflects, which is assumed, too.")),
      told, el("details", {}, summary, others)),
    show(model) {
      const { facts, radar, entry, scene: { units, date } } = model;
      const key = [radar.id, entry, units, date].join();
      if (key === shown.key) return;
      shown.key = key;
      const entries = entriesOf(facts.radars, radar);
      const hadFocus = document.activeElement?.getAttribute("data-testid") ?? "";
      told.replaceChildren(...entries.told.map((each) => card(each, model, on)));
      others.replaceChildren(...entries.others.map((each) => card(each, model, on)));
      setText(summary, t("Other published figures ({n})", { n: entries.others.length }));
      if (hadFocus.startsWith("radar-claim-")) /** @type {HTMLElement | null} */ (document.querySelector(`[data-testid="${hadFocus}"]`))?.focus({ preventScroll: true });
    },
  };
}
