// One ring in the panel: its slider, its counters, and (when active) its editor.

import { el, setAttribute, setText, within } from "../base/dom.js";
import { recordNote } from "./onrecord.js";
import { rangeInput } from "../scene/rangeinput.js";
import { claimedText, rangeSaid } from "../scene/ringwords.js";
import { edges, inUnits, length, saidBy } from "../scene/scene.js";
import { ringStyle } from "../base/style.js";
import { lineSwatch } from "../base/symbols.js";
import { dateText, t } from "../base/words.js";

const ROLE_WORDS = { low: t("Low"), best: t("Best"), high: t("High") };
/** @type {Record<Role, (n: number) => string>} */
const SLIDER_NAMES = {
  low: (n) => t("Low range of ring {n}", { n }), best: (n) => t("Best range of ring {n}", { n }),
  high: (n) => t("High range of ring {n}", { n }),
};

/**
 * Return {node, update(ring, context)} of the ring with this index. `on` = what the card asks of the panel.
 * @param {number} index
 * @param {CardActions} on
 * @returns {RingCard}
 */
export function ringCard(index, on) {
  const title = el("span", { class: "rm-card-title" });
  const value = el("output", { class: "rm-card-value" });
  const counters = el("p", { class: "rm-counters", "data-testid": `counters-${index}` });
  const record = recordNote();
  const sliders = el("div", { class: "rm-sliders" });
  const form = el("div", { class: "rm-form" });
  const editor = el("details", { class: "rm-editor", ontoggle: () => on.unfold(editor.open) },
    // Its `toggle` comes a moment late: what draws the form anew before that would fold it again.
    el("summary", { onclick: () => on.unfold(!editor.open) }, t("Site, missile, who says so")), form);
  const head = el("button", {
    type: "button", class: "rm-card-head", onclick: () => on.activate(index),
  }, el("span", { class: "rm-swatch-slot" }), title, value);
  const node = el("section", { class: "rm-card", "aria-label": t("Ring {n}", { n: index + 1 }) },
    head, sliders, counters, record.node, editor);
  let shape = "";
  let painted = "";
  let isTyping = false; // a field has words that it has yet to tell
  /** @type {(HTMLElement | null)[] | null} */
  let waiting = null; // newer fields, for which nobody's words are thrown away
  form.addEventListener("input", () => { isTyping = true; });
  form.addEventListener("change", () => { isTyping = false; }, true); // before the field tells it
  form.addEventListener("focusout", () => setTimeout(() => {
    isTyping = false;
    if (waiting) fill(waiting);
  }));
  /** @type {Map<Role, Slider>} */
  const inputs = new Map();

  /** @param {Ring} ring */
  const build = (ring) => {
    for (const { release } of inputs.values()) release(); // one may be held
    inputs.clear();
    const main = ring.best === null ? "high" : "best";
    const rows = edges(ring).map(({ role }) => {
      const name = role === main ? `range-${index}` : `range-${index}-${role}`;
      const slider = rangeInput(name, SLIDER_NAMES[role](index + 1), {
        press: () => on.press(index),
        input: (km) => on.range(index, role, km),
        change: () => on.settle(),
        settle: () => on.settleSoon(),
      });
      inputs.set(role, slider);
      return el("div", { class: "rm-slider-row" },
        edges(ring).length > 1 ? el("span", { class: "rm-role" }, ROLE_WORDS[role]) : null, slider.input);
    });
    sliders.replaceChildren(...rows);
  };

  /** @param {(HTMLElement | null)[]} fields whoever is in one of them stays there */
  const fill = (fields) => {
    const active = /** @type {HTMLInputElement | null} */ (document.activeElement); // or a button, without a name
    const held = form.contains(active) ? active?.name : "";
    waiting = null;
    isTyping = false;
    form.replaceChildren(...fields.filter((each) => each !== null));
    if (held) /** @type {HTMLElement | null} */ (form.querySelector(`[name="${held}"]`))?.focus();
  };

  /** @param {boolean} dark @param {string | undefined} statement */
  const paint = (dark, statement) => {
    within(head, ".rm-swatch-slot").replaceChildren(lineSwatch(ringStyle(index, dark), statement));
    node.style.setProperty("--ring", ringStyle(index, dark).color);
  };

  return {
    node,
    /** Rebuild the form; while someone types there, after that: what it shows may come late from the server. */
    edit(fields, unfolded) {
      if (isTyping && fields.length && form.contains(document.activeElement)) waiting = fields;
      else fill(fields);
      editor.open = unfolded;
    },
    update(ring, context) {
      const now = edges(ring).map(({ role }) => role).join();
      if (now !== shape) {
        shape = now;
        build(ring);
      }
      const look = `${context.dark} ${ring.statement}`;
      if (look !== painted) {
        painted = look;
        paint(context.dark, ring.statement);
      }
      for (const [role, { input, show }] of inputs) {
        const km = Number(ring[role]);
        show(km);
        setAttribute(input, "aria-valuetext", length(km, context.units));
      }
      setText(title, saidBy(ring) || ring.name);
      setText(value, rangeSaid(ring, context.units));
      setText(counters, context.counters || "");
      record.update(ring, context.units);
      node.classList.toggle("rm-active", context.active);
      setAttribute(head, "aria-expanded", String(context.active));
    },
  };
}

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
 * The form below the active ring: site, missile, claim, label, exact numbers, band, remove.
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
  const exact = edges(ring).map(({ role, km }) => field(`${ROLE_WORDS[role]}, ${units}`, el("input", {
    type: "number", name: `exact-${role}`, step: "any", ".value": inUnits(km, units),
    onchange: (event) => on.exact(index, role, event.target),
  })));
  return [
    field(t("Launch site"), el("select", { name: "site", onchange: (event) => event.target.value && on.site(index, event.target.value) },
      known ? [] : option("", ring.site, ""),
      sites.map((site) => option(site.id, site.name, ring.site)))),
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
    el("div", { class: "rm-exact" }, exact),
    el("div", { class: "rm-actions" },
      el("label", {}, el("input", { type: "checkbox", name: "band", ".checked": ring.low !== null,
        onchange: (event) => on.band(index, event.target.checked) }), ` ${t("low\u2013high band")}`),
      el("button", { type: "button", disabled: !removable, onclick: () => on.remove(index) }, t("Remove"))),
  ];
}

