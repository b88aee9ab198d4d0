// One ring in the panel: its numbers, its slider, who says so, and (when active) its counters and its form.

import { el, icon, setAttribute, setText, sourceLink } from "../base/dom.js";
import { formPlace } from "./formplace.js";
import { atMost } from "../base/frames.js";
import { recordNote } from "./onrecord.js";
import { claimLink } from "../scene/claimlink.js";
import { rangeSaid } from "../scene/ringwords.js";
import { rangeText } from "../scene/lengths.js";
import { saidBy } from "../scene/saidby.js";
import { isOff, siteName } from "../scene/scene.js";
import { ringSliders } from "./sliders.js";
import { spreadFace } from "./spreadface.js";
import { reportText } from "../scene/spreadwords.js";
import { SHORT } from "../slider/scale.js";
import { ringStyle } from "../base/style.js";
import { lineSwatch } from "../base/symbols.js";
import { dateText, t } from "../base/words.js";

const EYE = "M1 8Q8 0.5 15 8Q8 15.5 1 8ZM8 5.6A2.4 2.4 0 1 0 8 10.4A2.4 2.4 0 1 0 8 5.6";
const TEXTS_A_SECOND = 4; // while a thumb moves

/**
 * The button that hides a ring everywhere.
 * @param {number} n
 * @param {(hidden: boolean) => void} onHide
 * @returns {{node: HTMLElement, show(hidden: boolean): void}}
 */
function eyeButton(n, onHide) {
  let isHidden = false;
  const node = el("button", { type: "button", class: "rm-eye", "aria-label": t("Hide ring {n}", { n }), onclick: () => onHide(!isHidden) }, icon(EYE));
  return {
    node,
    show(hidden) {
      isHidden = hidden;
      setAttribute(node, "aria-pressed", String(hidden));
      node.title = hidden ? t("Show ring {n}", { n }) : t("Hide ring {n}", { n });
    },
  };
}

/**
 * Who says how far, when, and where it is printed. While a thumb is held its room stays as it is: a drag
 * past many claims would have all below jump up and down.
 * @returns {{node: HTMLElement, show(ring: Ring, units: Units, isHeld: boolean): void}}
 */
function sayingNote() {
  const value = el("output", { class: "rm-card-value" });
  const who = el("span", { class: "rm-card-who" });
  const node = el("p", { class: "rm-card-said" }, value, who);
  let written = "";
  return {
    node,
    show(ring, units, isHeld) {
      const range = rangeSaid(ring, units);
      setText(value, range);
      const { claim, claimed, source } = ring;
      const said = saidBy(ring);
      const height = isHeld ? node.style.height || `${node.getBoundingClientRect().height}px` : "";
      if (node.style.height !== height) node.style.height = height;
      if (!isHeld) node.hidden = !said && !ring.rotating;
      const isPlain = (Boolean(ring.spread) && !ring.rotating) || range === rangeText(ring, units); // the boxes say it already
      const key = JSON.stringify([said, claim, claimed, source, isPlain]);
      if (key === written) return;
      written = key;
      value.hidden = isPlain;
      who.replaceChildren(isPlain || !said ? "" : ": ", el("b", {}, said), claimed ? `, ${dateText(claimed)}` : "", ...(source ? [`. ${t("Source: ")}`, sourceLink(source)] : []));
      const more = claimLink(claim);
      if (more) who.append(". ", more);
    },
  };
}

/**
 * Whose a ring is, or of which report, or from where, and that it takes in the Earth's rotation.
 * @param {Ring} ring
 * @param {Units} units
 * @returns {string}
 */
function nameOf(ring, units) {
  const name = saidBy(ring) || reportText(ring, units) || siteName(ring);
  return ring.rotating ? t("{name}; with Earth's rotation", { name }) : name;
}

/**
 * Return {node, edit(fields, unfolded), update(ring, context)} of the ring with this index. `on` = what the
 * card asks of the panel.
 * @param {number} index
 * @param {CardActions} on
 * @returns {RingCard}
 */
export function ringCard(index, on) {
  const n = index + 1;
  const swatch = el("span", { class: "rm-swatch-slot" });
  const numbers = el("span", { class: "rm-numbers" });
  const problems = el("div", { class: "rm-number-problems" });
  const place = el("div", { class: "rm-sliders" });
  const title = el("span", { class: "rm-card-title" });
  const head = el("button", { type: "button", class: "rm-card-head", onclick: () => activate() }, title);
  const eye = eyeButton(n, (hidden) => on.hide(index, hidden));
  const saying = sayingNote();
  const counters = el("p", { class: "rm-counters", "data-testid": `counters-${index}` });
  const record = recordNote();
  const dated = el("p", { class: "rm-card-dated", role: "note", hidden: true });
  const form = formPlace();
  const more = el("summary", { onclick: () => on.unfold(!editor.open) }); // its `toggle` comes late: what draws
  // the form anew before that would fold it again
  /** @type {HTMLDetailsElement} */
  const editor = el("details", { class: "rm-editor", ontoggle: () => on.unfold(editor.open) }, more, form.node);
  const node = el("section", { class: "rm-card", "aria-label": t("Ring {n}", { n }), onclick: (event) => clicked(event) },
    el("div", { class: "rm-card-line" }, swatch, numbers, head),
    problems, place, eye.node, saying.node, dated, counters, record.node, editor);
  /** @type {ReturnType<typeof ringSliders> | ReturnType<typeof spreadFace> | null} */
  let sliders = null;
  let painted = "";

  /** The ring becomes the one that all speaks of; whoever came by key goes on at its slider. */
  const activate = () => {
    const wasFocused = document.activeElement === head;
    on.activate(index);
    if (wasFocused && !head.getClientRects().length) sliders?.track.main.input.focus({ preventScroll: true });
  };
  /** @param {MouseEvent} event */
  const clicked = ({ target }) => {
    const isFree = !(/** @type {Element} */ (target)).closest("input, button, a, select, details, .rm-track");
    if (isFree && !node.classList.contains("rm-active")) activate();
  };

  /** @param {Ring} ring @returns {ReturnType<typeof ringSliders> | ReturnType<typeof spreadFace>} */
  const slidersFor = (ring) => {
    if (sliders?.fits(ring)) return sliders;
    sliders?.track.end(); // one may be held
    sliders = ring.spread ? spreadFace(index, on) : ringSliders(index, ring, on);
    numbers.replaceChildren(...sliders.numbers);
    problems.replaceChildren(...sliders.problems);
    place.replaceChildren(...sliders.nodes);
    node.dataset.edges = String(sliders.parts.length);
    return sliders;
  };

  /** @param {Ring} ring @param {CardContext} context */
  const paint = (ring, { dark, active, date }) => {
    const look = JSON.stringify([dark, active, ring.statement, ring.hidden, isOff(ring, date), sliders?.track.scale]);
    if (look === painted) return;
    painted = look;
    const style = ringStyle(index, dark);
    swatch.replaceChildren(lineSwatch(style, ring.statement));
    node.style.setProperty("--ring", style.color);
    node.classList.toggle("rm-active", active);
    node.classList.toggle("rm-off", isOff(ring, date));
    node.classList.toggle("rm-short-scale", sliders?.track.scale === SHORT);
    setAttribute(head, "aria-expanded", String(active));
    eye.show(Boolean(ring.hidden));
  };

  const write = atMost(TEXTS_A_SECOND, (/** @type {Ring} */ ring, /** @type {CardContext} */ context) => {
    sliders?.tell(ring, context.units);
    setText(title, nameOf(ring, context.units));
    saying.show(ring, context.units, Boolean(sliders && !sliders.track.isAtRest));
    setText(counters, isOff(ring, context.date) ? "" : context.counters()); // what is not drawn counts nowhere
    setText(more, formText(ring));
    record.update(ring, context.units, context.date);
    setText(dated, context.dated());
    dated.hidden = !dated.textContent;
  });

  return {
    node,
    edit(fields, unfolded) {
      form.edit(fields);
      editor.open = unfolded;
    },
    update(ring, context) {
      const { track } = slidersFor(ring);
      sliders?.update(ring, context);
      paint(ring, context);
      write(ring, context);
      if (track.isAtRest) write.now();
    },
  };
}

/**
 * What stands on the button that opens the form of a ring.
 * @param {Ring} ring
 * @returns {string}
 */
function formText(ring) {
  const site = siteName(ring);
  return ring.center ? t("Around {site}: other place, claim", { site }) : t("From {site}: other site, missile, claim", { site });
}
