// The form below the active ring: site, missile, claim, label, band, remove.

import { el } from "../base/dom.js";
import { claimedText } from "../scene/ringwords.js";
import { siteOptions } from "./sitelist.js";
import { dateText, t } from "../base/words.js";

/** @param {string} label @param {HTMLElement} control @returns {HTMLElement} */
function field(label, control) {
  return el("label", { class: "rm-field" }, el("span", {}, label), control);
}

/**
 * @param {string} value
 * @param {string} text
 * @param {string | undefined} chosen
 * @returns {HTMLOptionElement}
 */
function option(value, text, chosen) {
  return el("option", { value, selected: value === chosen }, text);
}

/**
 * The claims of one missile, with "best published" and "own number" around them.
 * @param {Ring} ring
 * @param {Missile} missile
 * @param {Units} units
 * @returns {HTMLOptionElement[]}
 */
function claimOptions(ring, missile, units) {
  const chosen = ring.claim || "";
  return [option("", t("own assumption"), chosen),
    ...(missile ? missile.claims : []).map((claim) => {
      const who = `${claim.said_by ?? claim.label} (${dateText(claim.date)})`;
      return option(claim.id, `${claimedText(claim, units)} \u2013 ${who}`, chosen);
    })];
}

/**
 * What is known of a claim: who said it, when, of what, where it was printed, what else is on record.
 * @param {Claim} claim
 * @param {EditorActions} on
 * @returns {HTMLElement}
 */
function claimNote(claim, on) {
  const { second } = claim;
  return el("p", { class: "rm-claim" }, `${claim.claimed_by}, ${dateText(claim.date)}. ${claim.context} ${t("Source: ")}`,
    on.source(claim.source), `. ${claim.record}`, second ? [` ${second.adds}`, on.source(second.source), "."] : null);
}

/**
 * The fields of a ring. Its numbers stand beside its thumbs.
 * @param {number} index
 * @param {Ring} ring
 * @param {Facts & {units: Units, removable: boolean}} facts
 * @param {EditorActions} on
 * @returns {(HTMLElement | null)[]}
 */
export function ringEditor(index, ring, facts, on) {
  const { sites, missiles, units, removable } = facts;
  const known = sites.some((site) => site.id === ring.site);
  const missile = missiles.find((each) => each.id === ring.missile);
  const claim = missile?.claims.find((each) => each.id === ring.claim);
  const coordinates = el("input", {
    type: "text", name: "point", ".value": known ? "" : ring.site, placeholder: t("or LAT,LON: 39.87,125.27"),
    "aria-label": t("Launch point as latitude,longitude"), inputmode: "text",
    onchange: (event) => on.site(index, event.target.value.trim()),
  });
  return [
    field(ring.center ? t("Centre") : t("Launch site"), el("select", { name: "site", onchange: (event) => event.target.value && on.site(index, event.target.value) },
      known ? [] : option("", ring.site, ""),
      siteOptions(sites, ring.site, missile))),
    coordinates,
    field(t("Missile"), el("select", { name: "missile", onchange: (event) => on.missile(index, event.target.value) },
      option("", t("any"), ring.missile || ""),
      missiles.map((each) => option(each.id, `${each.name} (${each.missile_class})`, ring.missile)))),
    missile ? field(t("Who says so"), el("select", { name: "claim", onchange: (event) => on.claim(index, event.target.value) },
      claimOptions(ring, missile, units))) : null,
    claim ? claimNote(claim, on) : null,
    field(t("Label"), el("input", {
      type: "text", name: "label", ".value": ring.label,
      onchange: (event) => on.label(index, event.target.value),
    })),
    el("div", { class: "rm-actions" },
      ring.spread ? null : el("label", {}, el("input", { type: "checkbox", name: "band", ".checked": ring.low !== null,
        onchange: (event) => on.band(index, event.target.checked) }), ` ${t("low\u2013high band")}`),
      el("button", { type: "button", disabled: !removable, onclick: () => on.remove(index) }, t("Remove"))),
    el("label", { class: "rm-turning" }, el("input", { type: "checkbox", name: "rotating", "data-testid": `rotating-${index}`,
      ".checked": Boolean(ring.rotating), onchange: (event) => on.rotating(index, event.target.checked) }), ` ${t("Earth's rotation")}`),
  ];
}

